import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SpeechIndex } from '../../../src/indexing/index.ts';
import { indexOf } from '../../support/corpus.ts';
import { readMessage, wordsIn } from '../../support/slack-reading.ts';
import { overRestart } from '../../support/slack-restart.ts';
import {
  type Posted,
  pressable,
  pressables,
  type SlackWorkspace,
  workspaceOver,
} from '../../support/slack-workspace.ts';

const SPEECHES = {
  'a.txt': `在全市河道治理现场会上的讲话
（2020年6月3日）
同志们：
一、把源头找准
查污要溯到排口，一个排口一本账，谁家的水谁家治。
二、把岸线看住
河长的脚印要踩在堤上，不能只留在表格里。
`,
  'b.txt': `仅供内部学习，严禁外传
在水环境内部通报会上的讲话
同志们：
一、把账算清
瞒报的排口一律挂牌，挂牌不摘河长不走。
`,
};

const EXACT = '河长的脚印要踩在堤上，不能只留在表格里。';

let index: SpeechIndex;
let slack: SlackWorkspace;

beforeAll(async () => {
  index = await indexOf(SPEECHES);
  slack = await workspaceOver(index);
});
afterAll(() => slack.stop());

const seen = (message: Posted | undefined): string => (message === undefined ? '' : readMessage(message));

/** How many messages the bot has written to somebody. */
const written = async (own = slack): Promise<number> => {
  const { messages = [] } = await own.bot.conversations.history({ channel: await own.directChannel('member') });
  return messages.filter(({ user }) => user === 'U0ZHIBIBOT').length;
};

/** Writes and reads what stands there behind what stood there before. */
async function answerTo(...given: Parameters<SlackWorkspace['write']>): Promise<Posted | undefined> {
  const before = await written();
  const { channel } = await slack.write(...given);
  return (await slack.posted(channel, before + 1))[before];
}

describe('fields that Slack leaves empty', () => {
  it.each([
    ['no list of files', { files: null }],
    ['a file without a name', { files: [{ id: 'F1', name: null, size: null, url_private_download: '' }] }],
    ['a file that is none', { files: [null, 7, {}] }],
    ['blocks and attachments that are none', { blocks: null, attachments: 'none', thread_ts: null, subtype: null }],
  ])('do not keep a question from being answered: %s', async (_, fields) => {
    const before = await written();
    const { channel } = await slack.write(EXACT, 'member', { fields });
    const answers = await slack.posted(channel, before + 1);
    const shown = answers.slice(before).map(seen);
    if (!shown.join().includes('第 4 段'))
      shown.push(...(await slack.posted(channel, before + 2)).slice(before).map(seen));
    expect(shown.join()).toContain('第 4 段');
  });

  it('take a forwarded message for the words that are asked about', async () => {
    const fields = { attachments: [{ is_share: true, text: EXACT, fallback: '转发的消息' }] };
    expect(seen(await answerTo('', 'member', { fields }))).toContain('原文');
  });
});

describe('a direct message', () => {
  it.each([
    ['a sentence that stands so', EXACT, '原文', '第 4 段'],
    ['a sentence that stands nearly so', '河长的脚印要印在堤上，不能只留在表格里。', '相近', '踩'],
    ['several sentences', `${EXACT}月亮上没有一条河要治理。`, '2 句中有 1 句查到出处', '未找到'],
    ['a topic', '排口 谁家治', '段落：排口 谁家治', '一个排口一本账'],
    ['a command word', '提纲 河道治理', '把源头找准', '把岸线看住'],
    ['another command word', '句式 排口', '句式：排口', '查污要溯到排口'],
    ['a command that is none', 'fnid 排口', '没有「fnid」这个命令', '执笔怎么用'],
    ['nothing but a mention', '<@U0ZHIBIBOT>', '执笔怎么用', '/draft'],
  ])('with %s', async (_, text, ...expected) => {
    const answer = seen(await answerTo(text));
    for (const words of expected) expect(answer).toContain(words);
  });

  it('shows a member what is internal, and says that it is', async () => {
    const answer = seen(await answerTo('挂牌 河长'));
    expect(answer).toContain('挂牌不摘河长不走');
    expect(answer).toContain('内部，不得外传（仅供内部学习，严禁外传）');
  });

  it('shows a guest nothing of it, and does not say that there is anything', async () => {
    const answer = await slack.directMessage('找 挂牌 瞒报', 'guest');
    expect(JSON.stringify(answer)).not.toContain('河长不走');
    expect(wordsIn(answer.blocks)).not.toContain('内部');
  });

  it('in English from an Englishman is answered in English', async () => {
    expect(wordsIn((await slack.directMessage('find 排口', 'englishman')).blocks)).toContain('no restriction stated');
  });

  it('has buttons, none of which share', async () => {
    const verbs = pressables((await answerTo('找 排口'))?.blocks).map(({ value }) => value.split(':')[0]);
    expect(verbs).toContain('unfold');
    expect(verbs.filter((verb) => verb?.startsWith('share'))).toEqual([]);
  });

  it('has its buttons answered there', async () => {
    const answer = await answerTo('找 排口 谁家治');
    const before = await written();
    const channel = await slack.directChannel('member');
    const container = { type: 'message', message_ts: `${answer?.ts}`, channel } as const;
    await slack.press(pressable(answer?.blocks, '这篇讲话的提纲'), 'member', container);
    expect(seen((await slack.posted(channel, before + 1))[before])).toContain('把岸线看住');
  });
});

describe('a direct message that is edited', () => {
  it('has its answer edited, and none posted', async () => {
    const before = await written();
    const { channel, ts } = await slack.write('找 排口');
    const [first] = (await slack.posted(channel, before + 1)).slice(before);
    await slack.write('找 脚印 堤上', 'member', { ts, before: '找 排口' });
    await answerTo('帮助');
    const [edited, ...others] = (await slack.posted(channel)).slice(before);
    expect([edited?.ts, others.length]).toEqual([first?.ts, 1]);
    expect(seen(edited)).toContain('河长的脚印');
  });

  it('by Slack, which adds a preview, is not answered again', async () => {
    const before = await written();
    const { ts } = await slack.write('找 排口');
    await slack.write('找 排口', 'member', { ts, before: '找 排口' });
    await slack.write('找 排口', 'member', { ts, before: '找 排口', fields: { edited: undefined } });
    await answerTo('帮助');
    expect(await written()).toBe(before + 2);
    const updates = slack.calls.filter(({ method, arguments: { text } }) => {
      return method === 'chat.update' && `${text}`.includes('段落：排口');
    });
    expect(updates).toEqual([]);
  });
});

describe('a direct message in a thread', () => {
  it('is answered in that thread', async () => {
    const { channel, ts } = await slack.write('找 排口 谁家治');
    await slack.write('找 脚印 堤上', 'member', { threadTs: ts });
    const [answer] = await slack.posted(channel, 1, ts);
    expect([answer?.thread_ts, seen(answer)]).toEqual([ts, expect.stringContaining('河长的脚印')]);
  });
});

describe('a follow-up in direct messages', () => {
  it('follows the answer before it', async () => {
    await answerTo('找 脚印 堤上');
    expect(seen(await answerTo('第1条的上下文'))).toContain('一个排口一本账');
    expect(seen(await answerTo('换成2019年的'))).toContain('没有找到');
    expect(seen(await answerTo('更多'))).toContain('没有更多了');
  });

  it('follows it after a restart', async () => {
    await overRestart(index, {}, async (own, restart) => {
      await own.directMessage('找 脚印 堤上');
      await restart();
      expect(seen(await own.directMessage('第1条的上下文'))).toContain('一个排口一本账');
    });
  });
});

describe('questions are suggested', () => {
  it('when the conversation is opened, beside it rather than in a thread', async () => {
    await slack.openHome('messages');
    const prompts = await slack.called('assistant.threads.setSuggestedPrompts');
    expect(prompts).toMatchObject({ channel_id: await slack.directChannel('member'), title: '可以这样问' });
    expect(prompts).not.toHaveProperty('thread_ts');
    expect(JSON.stringify(prompts['prompts'])).toContain('提纲 人才工作会议');
  });

  it('as a message where the workspace has no suggestions, once, also over a restart', async () => {
    const answers = { 'assistant.threads.setSuggestedPrompts': { ok: false, error: 'feature_not_enabled' } };
    await overRestart(index, { answers }, async (own, restart) => {
      await own.openHome('messages');
      await own.openHome('messages');
      expect(wordsIn((await own.direct('member'))[0]?.blocks)).toContain('出处 愿意把年华');
      await restart();
      await own.openHome('messages');
      await own.called('assistant.threads.setSuggestedPrompts', 3);
      await own.directMessage('帮助');
      const welcomes = own.calls.filter(({ arguments: { text } }) => `${text}`.includes('可以这样问'));
      expect(welcomes).toHaveLength(1);
    });
  });
});
