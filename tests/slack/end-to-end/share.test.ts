import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indexOf } from '../../support/corpus.ts';
import { readMessage } from '../../support/slack-reading.ts';
import { pressable, pressables, type SlackWorkspace, workspaceOver } from '../../support/slack-workspace.ts';
import { INTERNAL_WORDS, TALENT_SPEECHES } from '../../support/talent-speeches.ts';

let slack: SlackWorkspace;

beforeAll(async () => {
  slack = await workspaceOver(await indexOf(TALENT_SPEECHES));
});
afterAll(() => slack.stop());

async function blocksOf(typed: string): Promise<unknown> {
  await slack.command(typed);
  return (await slack.commandAnswer()).blocks;
}

/** Shares what is under a button. @returns what comes to the response URL, blocks and plain words one after the other */
async function share(blocks: unknown, label = '发到频道') {
  await slack.press(pressable(blocks, label));
  const answer = await slack.commandAnswer();
  return { answer, words: readMessage(answer) };
}

/** Presses a share that no button of ours offers. */
async function forge(value: string) {
  await slack.press({ action_id: 'draft_share', value });
  const answer = await slack.commandAnswer();
  return { answer, words: readMessage(answer) };
}

/** The id of a passage that is found. */
const passageOf = async (typed: string): Promise<string> =>
  pressable(await blocksOf(typed), '展开上下文').value.replace('unfold:', '');

function expectNothingInternal(told: string): void {
  for (const secret of INTERNAL_WORDS) expect(told).not.toContain(secret);
}

describe('a passage that is sent to the channel', () => {
  it('stands there in the name of who sent it, with its citation and what leads on from it', async () => {
    const { answer, words } = await share(await blocksOf('find 人才是等不来的'));
    expect(answer).toMatchObject({ response_type: 'in_channel', replace_original: false });
    expect(words.split('\n').slice(0, 3)).toEqual([
      'member 从执笔分享',
      '同志们，人才是等不来的，要靠我们一个一个去请。',
      '《在某市人才工作动员会上的讲话》（2018-05-10） › 第 9 段 · 未见使用限制',
    ]);
    expect(answer.text.split('\n').slice(0, 3)).toEqual(words.split('\n').slice(0, 3));
    expect(pressables(answer.blocks).map(({ label }) => label)).toEqual(['展开上下文', '相近的段落', '这篇讲话的提纲']);
  });

  it('out of a thread stands in that thread', async () => {
    await slack.shortcut('draft_similar', '人才是等不来的，要靠我们去请', 'member', '1700000000.000100');
    const { blocks } = await slack.commandAnswer();
    const inThread = {
      type: 'message',
      message_ts: '1.1',
      is_ephemeral: true,
      thread_ts: '1700000000.000100',
    } as const;
    await slack.press(pressable(blocks, '发到频道'), 'member', inThread);
    expect(await slack.commandAnswer()).toMatchObject({ response_type: 'in_channel', thread_ts: '1700000000.000100' });
  });

  it('for reference alone carries its notice', async () => {
    const { answer, words } = await share(await blocksOf('find 留才的房子要现房'));
    for (const told of [words, answer.text]) {
      expect(told).toContain('仅供参考');
      expect(told).toContain('本文仅供学习参考，请勿照搬照抄！');
    }
  });

  it('is answered there to each who presses it, and to nobody else', async () => {
    const { answer } = await share(await blocksOf('find 人才是等不来的'));
    const shared = { type: 'message', message_ts: '2.2', is_ephemeral: false } as const;
    await slack.press(pressable(answer.blocks, '这篇讲话的提纲'), 'guest', shared);
    const beside = await slack.commandAnswer();
    expect(beside).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    expect(readMessage(beside)).toContain('《在某市人才工作动员会上的讲话》');
  });

  it('cannot be internal: there is no button, and a press that was made up posts nothing and is told why', async () => {
    const blocks = await blocksOf('find “周转编制”');
    expect(pressables(blocks).map(({ label }) => label)).not.toContain('发到频道');
    const { answer, words } = await forge(`share:${await passageOf('find “周转编制”')}`);
    expect(answer.response_type).toBe('ephemeral');
    expect(words).toBe('没有发到频道：这条内容不能公开，或者已修改、移除。请重新查找。');
    expectNothingInternal(answer.text);
  });

  it('that has gone posts nothing and is told why', async () => {
    const { answer, words } = await forge('share:000000000000-00000000');
    expect(answer.response_type).toBe('ephemeral');
    expect(words).toContain('已修改、移除');
  });
});

describe('a skeleton that is sent to the channel', () => {
  it('stands there whole, each section with its citation', async () => {
    const { answer, words } = await share(await blocksOf('提纲 人才工作会议'));
    expect(answer.response_type).toBe('in_channel');
    for (const told of [words, answer.text]) {
      expect(told).toContain('member 从执笔分享');
      expect(told).toContain('综合提纲（整套标题出自一篇）');
      expect(told).toContain('三、用才要活');
    }
    expect(words).toMatch(/《在某区人才工作推进会上的讲话》.*同篇 › 第 \d+ 段 · .*同篇 › 第 \d+ 段 · /s);
  });

  it('is shown without what is internal; with nothing left nothing is posted', async () => {
    const outline = async (typed: string) => {
      await slack.press(pressable(await blocksOf(typed), '这篇讲话的提纲'));
      return pressables((await slack.commandAnswer()).blocks).map(({ value }) => value.replace('phrasing:', ''));
    };
    const [internal = ''] = await outline('find “周转编制”');
    const [open = ''] = await outline('find 人才是等不来的');
    const mixed = await forge(`share-skeleton:${open},${internal}`);
    expect(mixed.answer.response_type).toBe('in_channel');
    expect(mixed.words).toContain('认清形势，把引才的紧迫感提起来');
    expect(mixed.words).toContain('内部材料未参与检索；可在私信里查。');
    expectNothingInternal(mixed.words + mixed.answer.text);
    const none = await forge(`share-skeleton:${internal}`);
    expect(none.answer.response_type).toBe('ephemeral');
    expect(none.words).toBe('没有发到频道：这条内容不能公开，或者已修改、移除。请重新查找。');
  });
});

describe('a whole answer that is sent to the channel', () => {
  it('of one kind of phrasing is of that kind alone', async () => {
    await slack.press(pressable(await blocksOf('句式 人才工作'), '更多标题'));
    const { words } = await share((await slack.commandAnswer()).blocks);
    expect(words).toContain('把后顾之忧解开');
    expect(words).not.toContain('套件标题');
    expectNothingInternal(words);
  });

  it('of phrasing is shown without what is internal', async () => {
    const blocks = await blocksOf('句式 引才的*');
    expect(JSON.stringify(blocks)).toContain('底牌');
    const { answer, words } = await share(blocks);
    expect(answer.response_type).toBe('in_channel');
    expect(words).toContain('句式：引才的*');
    expect(words).toContain('内部材料未参与检索');
    expectNothingInternal(words + answer.text);
  });

  it('of a source repeats the sentence, and says where it stands', async () => {
    const { answer, words } = await share(await blocksOf('出处 留才的房子要现房，补贴要现钱'));
    expect(answer.response_type).toBe('in_channel');
    for (const told of [words, answer.text]) {
      expect(told).toContain('「留才的房子要现房，补贴要现钱」');
      expect(told).toContain('第 4 段');
      expect(told).toContain('请勿照搬照抄');
    }
  });

  it('of which nothing is left posts nothing, and says why', async () => {
    const { answer, words } = await share(await blocksOf('出处 留才的底线是不攀比价码，谁开口就走人的，不留'));
    expect(answer.response_type).toBe('ephemeral');
    expect(words).toBe('没有发到频道：这条内容不能公开，或者已修改、移除。请重新查找。');
    expectNothingInternal(words + answer.text);
  });

  it('of several sentences is a table, without where the internal ones stand', async () => {
    const text =
      '缺什么人就引什么人，农技员、全科医生、职校教师排在前面。留才的底线是不攀比价码，谁开口就走人的，不留。';
    const blocks = await blocksOf(`出处 ${text}`);
    expect(JSON.stringify(blocks)).toContain('在人才工作内部会上的讲话');
    const { answer, words } = await share(blocks);
    expect(answer.response_type).toBe('in_channel');
    expect(words).toContain('《在某县引才留才工作部署会上的讲话》');
    expect(words + answer.text).not.toContain('在人才工作内部会上的讲话');
    expect(words).toContain('内部材料未参与检索');
  });
});

describe('a channel that may not be written to', () => {
  it('leaves what was shared unsaid there, and the person hears of it', async () => {
    const archived = await workspaceOver(await indexOf(TALENT_SPEECHES), {
      responseStatus: ({ response_type }) => (response_type === 'in_channel' ? 404 : 200),
    });
    try {
      await archived.command('find 人才是等不来的');
      await archived.press(pressable((await archived.commandAnswer()).blocks, '发到频道'));
      expect((await archived.commandAnswer()).response_type).toBe('in_channel');
      const told = await archived.commandAnswer();
      expect(told.response_type).toBe('ephemeral');
      expect(readMessage(told)).toContain('没能发到频道');
    } finally {
      await archived.stop();
    }
  });
});
