import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assistantOver } from '../../src/assistant/index.ts';
import { drafterOver, openDrafter } from '../../src/drafting/index.ts';
import { blockKitProblems } from '../support/block-kit-validator.ts';
import { indexOf } from '../support/corpus.ts';
import { type Posted, type SlackWorkspace, startSlackWorkspace } from '../support/slack-workspace.ts';

const OPEN = `在全市数据工作会议上的讲话
同志们：
今天开会，专门研究数据归集。
一、把底数摸清
一是清点系统。各单位十天内报出在用系统，不漏一个。二是清点数据。每张表写明来源和更新周期。
同志们，数据是新的家底，盘清家底才能当好家。
`;
const INTERNAL = `仅供内部学习，严禁外传
在数据安全内部会上的讲话
同志们：
一、把门锁紧
数据归集到哪里，安全责任就跟到哪里，钥匙只交给该拿的人。
`;

let slack: SlackWorkspace;

beforeAll(async () => {
  const index = await indexOf({ 'open.txt': OPEN, 'internal.txt': INTERNAL });
  slack = await startSlackWorkspace(assistantOver(drafterOver(index)));
});
afterAll(() => slack.stop());

/** Everything a person can read of a message. */
const seen = (message: Posted): string => JSON.stringify(message.blocks);

function expectValid(message: Posted): void {
  expect(blockKitProblems({ text: message.text, blocks: message.blocks })).toEqual([]);
}

describe('a slash command', () => {
  it('is acknowledged at once with nothing, and answered to the person alone, each passage with its citation', async () => {
    const acknowledgement = await slack.command('find 清点 系统');
    expect([acknowledgement.status, await acknowledgement.text()]).toEqual([200, '']);
    const answer = await slack.commandAnswer();
    expect(answer.response_type).toBe('ephemeral');
    expect(seen(answer)).toContain('《在全市数据工作会议上的讲话》 › 把底数摸清 › 第 3 段 · 未见使用限制');
    expect(answer.text).toContain('各单位十天内报出在用系统');
    expectValid(answer);
  });

  it.each([
    ['提纲 数据工作会议', '提纲：数据工作会议'],
    ['句式 归集', '句式：归集'],
    ['出处 数据是新的家底', '第 4 段'],
    ['数据 归集', '段落：数据 归集'],
  ])('understands Chinese words, and no word as a question for passages: %s', async (typed, expected) => {
    await slack.command(typed);
    const answer = await slack.commandAnswer();
    expect(seen(answer)).toContain(expected);
    expectValid(answer);
  });

  it('with an unknown subcommand gets help that names it', async () => {
    await slack.command('fnid 数据');
    const answer = await slack.commandAnswer();
    expect(seen(answer)).toContain('没有「fnid」这个命令');
    expect(seen(answer)).toContain('/draft outline');
    expectValid(answer);
  });

  it('without a word gets help', async () => {
    await slack.command('');
    expect(seen(await slack.commandAnswer())).toContain('执笔怎么用');
  });

  it('of punctuation alone is told what to type', async () => {
    await slack.command('find ？？！');
    expect(seen(await slack.commandAnswer())).toContain('没有可以查找的词');
  });

  it('that nothing answers says so and what was looked for', async () => {
    await slack.command('find 火星 移民');
    const answer = await slack.commandAnswer();
    expect(seen(answer)).toContain('没有找到');
    expect(seen(answer)).toContain('火星、移民');
    expectValid(answer);
  });

  it('from someone whose Slack is English is answered in English', async () => {
    await slack.command('find 清点 系统', 'englishman');
    expect(seen(await slack.commandAnswer())).toContain('paragraph 3 · no restriction stated');
  });
});

describe('signatures', () => {
  it('a bad one gets 401', async () => {
    expect((await slack.command('find 数据', 'member', { secret: 'another-secret' })).status).toBe(401);
  });

  it('one that is six minutes old gets 401', async () => {
    const timestamp = Math.floor(Date.now() / 1000) - 360;
    expect((await slack.command('find 数据', 'member', { timestamp })).status).toBe(401);
  });
});

describe('the health check', () => {
  it('answers while the app runs', async () => {
    expect((await fetch(`${slack.origin}/healthz`)).status).toBe(200);
  });
});

describe('a mention in a thread', () => {
  it('is answered in that thread', async () => {
    const thread = await slack.thread('帮忙找找材料');
    await slack.mention('提纲 数据工作会议', thread);
    const [reply] = await slack.replies(thread);
    expect(reply?.thread_ts).toBe(thread);
    expect(seen(reply as Posted)).toContain('把底数摸清');
    expectValid(reply as Posted);
  });

  it('that Slack delivers again is answered once', async () => {
    const thread = await slack.thread('再问一次');
    const again = {
      eventId: 'EvTheSame',
      headers: { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' },
    };
    await slack.mention('数据 归集', thread, 'member', { eventId: 'EvTheSame' });
    expect((await slack.mention('数据 归集', thread, 'member', again)).status).toBe(200);
    await slack.mention('清点 系统', thread);
    expect(await slack.replies(thread, 2)).toHaveLength(2);
  });

  it('is shown nothing internal, only how much was kept back', async () => {
    const thread = await slack.thread('数据安全');
    await slack.mention('钥匙 责任 数据 归集', thread);
    const [reply] = await slack.replies(thread);
    expect(seen(reply as Posted) + reply?.text).not.toContain('钥匙只交给');
    expect(seen(reply as Posted)).toContain('1 条内部材料未显示。请用 /draft 或私信查看。');
    expectValid(reply as Posted);
  });
});

describe('a direct message', () => {
  it('with a pasted sentence says where it stands', async () => {
    const answer = await slack.directMessage('数据是新的家底，盘清家底才能当好家。');
    expect(seen(answer)).toContain('原文');
    expect(seen(answer)).toContain('《在全市数据工作会议上的讲话》 › 第 4 段');
    expectValid(answer);
  });

  it('with a command word is read like the command', async () => {
    expect(seen(await slack.directMessage('提纲 数据工作会议'))).toContain('把底数摸清');
  });
});

describe('internal material', () => {
  it.each([
    ['a member', 'member', true],
    ['a guest', 'guest', false],
    ['someone of another organisation', 'foreigner', false],
  ] as const)('by slash command to %s', async (_, person, isShown) => {
    await slack.command('find 钥匙 责任', person);
    const answer = await slack.commandAnswer();
    const everything = seen(answer) + answer.text;
    expect(everything.includes('钥匙只交给')).toBe(isShown);
    expect(everything.includes('内部，不得外传（仅供内部学习，严禁外传）')).toBe(isShown);
    expect(everything.includes('1 条内部材料未显示')).toBe(!isShown);
  });
});

describe('the log', () => {
  it('has one line an answer, without the words of question, answer, or tokens', async () => {
    const before = slack.logLines.length;
    await slack.command('find 清点 系统');
    await slack.commandAnswer();
    const lines = slack.logLines.slice(before).map((line) => JSON.parse(line));
    expect(lines).toEqual([expect.objectContaining({ msg: 'answered', surface: 'command', kind: 'find', items: 1 })]);
    expect(slack.logLines.join()).not.toMatch(/清点|系统|xox|数据是新的家底|十天/);
  });
});

describe('an index that is missing', () => {
  it('gets an apology with a number, and the log says why under the same number', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'zhibi-none-'));
    const broken = await startSlackWorkspace(assistantOver(openDrafter(folder)));
    try {
      await broken.command('find 数据');
      const answer = await broken.commandAnswer();
      const number = /编号 (\w{8})/.exec(answer.text)?.[1];
      const lines = broken.logLines.map((line) => JSON.parse(line));
      expect(lines).toEqual([expect.objectContaining({ msg: 'failed', code: 'index-missing', requestId: number })]);
      expectValid(answer);
    } finally {
      await broken.stop();
    }
  });
});

interface Button {
  action_id: string;
  value: string;
}

/** The buttons of a message, by what they do. */
function buttonsOf(message: Posted): Record<string, Button> {
  const blocks = message.blocks as { type: string; elements: Button[] }[];
  const buttons = blocks.filter(({ type }) => type === 'actions').flatMap(({ elements }) => elements);
  return Object.fromEntries(buttons.map((button) => [button.action_id, button]));
}

describe('the buttons of a composed skeleton', () => {
  const skeletonButtons = async (from: 'member' | 'guest' = 'member') => {
    await slack.command('提纲 数据归集', from);
    const answer = await slack.commandAnswer();
    expectValid(answer);
    return buttonsOf(answer);
  };

  it('hold ids alone, and bring what else could stand there to the person alone', async () => {
    const { skeleton_alternatives: button } = await skeletonButtons();
    expect(button?.value).toMatch(/^[\w.,~-]+$/);
    expect((await slack.press(button as Button)).status).toBe(200);
    const answer = await slack.commandAnswer();
    expect(answer.response_type).toBe('ephemeral');
    expectValid(answer);
  });

  it('share the tree with the channel, in the name of who pressed, without what is internal', async () => {
    const { skeleton_share: button } = await skeletonButtons();
    await slack.press(button as Button);
    const shared = await slack.commandAnswer();
    expect(shared.response_type).toBe('in_channel');
    expect(seen(shared)).toContain('member 从执笔分享');
    expect(seen(shared)).toContain('把底数摸清');
    expect(seen(shared)).not.toContain('把门锁紧');
    expect(seen(shared)).toContain('条内部材料未显示');
    expectValid(shared);
  });

  it('say so when the speeches have gone, and do nothing with what no button of ours holds', async () => {
    await slack.press({ action_id: 'skeleton_share', value: 'gone.1~gone.2,gone.3' });
    expect(seen(await slack.commandAnswer())).toContain('已修改或移除');
    expect((await slack.press({ action_id: 'skeleton_share', value: '<!channel>' })).status).toBe(200);
  });
});

describe('the buttons of phrasing', () => {
  it('bring more of one kind, to the person alone', async () => {
    await slack.command('句式 数据');
    const answer = await slack.commandAnswer();
    expectValid(answer);
    const button = Object.values(buttonsOf(answer))[0];
    expect(button?.action_id).toMatch(/^phrasing_more_/);
    await slack.press(button as Button);
    const more = await slack.commandAnswer();
    expect(more.response_type).toBe('ephemeral');
    expect(seen(more)).toContain('句式：数据');
    expectValid(more);
  });

  it('do nothing with what no button of ours holds', async () => {
    const value = JSON.stringify({ q: '数据', k: 'poems', f: {} });
    expect((await slack.press({ action_id: 'phrasing_more_leads', value })).status).toBe(200);
    await slack.command('句式 [数据');
    expect(seen(await slack.commandAnswer())).toContain('第 1 个字');
  });
});
