import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SpeechIndex } from '../../../src/indexing/index.ts';
import { indexOf } from '../../support/corpus.ts';
import { readMessage, wordsIn } from '../../support/slack-reading.ts';
import {
  type Posted,
  pressable,
  pressables,
  type SlackWorkspace,
  workspaceOver,
} from '../../support/slack-workspace.ts';

const SPEECHES = {
  'a.txt': `在全市粮食安全工作会议上的讲话
（2019年3月6日）
同志们：
一、把粮食安全的底线守牢
粮食安全不是一季的收成，而是一年到头的功夫。
二、把田管好
管好粮食安全先要管好耕地，一块一块上图，一亩一亩落户。
`,
  'b.txt': `在粮食安全推进会上的讲话
（2021年9月8日）
同志们：
一、把粮仓建实
粮食安全要靠仓容说话，老仓要修，新仓要按时交账。
二、把市场稳住
稳住粮食安全的预期，价格每天公布，库存每周盘点。
`,
  'c.txt': `在春耕备耕动员会上的讲话
（2021年2月20日）
同志们：
一、把农时抢回来
抢农时就是抢粮食安全，种子化肥一件也不许误在路上。
二、把水引到田头
粮食安全的命脉在水，渠系清淤要在惊蛰以前见底。
`,
  'd.txt': `仅供内部学习，严禁外传
在储备粮内部调度会上的讲话
（2020年5月9日）
同志们：
一、把库存摸准
粮食安全的底数只报给值班的人，粮食安全的暗账一律不许过夜。
`,
};

let index: SpeechIndex;
let slack: SlackWorkspace;

beforeAll(async () => {
  index = await indexOf(SPEECHES);
  slack = await workspaceOver(index);
});
afterAll(() => slack.stop());

const seen = (message: Posted | undefined): string => wordsIn(message?.blocks);

/** Mentions the bot in a thread and reads what it replies. */
async function asked(thread: string, text: string, count = 1): Promise<Posted> {
  await slack.mention(text, thread);
  const reply = (await slack.replies(thread, count))[count - 1];
  if (reply === undefined) throw new Error('no reply');
  readMessage(reply);
  return reply;
}

/** Runs with a workspace of its own. */
async function within(
  given: Parameters<typeof workspaceOver>[1],
  run: (own: SlackWorkspace) => Promise<void>,
): Promise<void> {
  const own = await workspaceOver(index, given);
  try {
    await run(own);
  } finally {
    await own.stop();
  }
}

describe('a mention in a thread', () => {
  it.each([
    ['找 耕地 上图', '一块一块上图'],
    ['提纲 粮食安全工作会议', '把粮食安全的底线守牢'],
    ['句式 粮食安全', '句式：粮食安全'],
    ['出处 价格每天公布，库存每周盘点', '《在粮食安全推进会上的讲话》'],
    ['耕地 上图', '段落：耕地 上图'],
    ['帮助', '执笔怎么用'],
  ])('is answered there, once: %s', async (typed, expected) => {
    const thread = await slack.thread('帮忙找找材料');
    const reply = await asked(thread, typed);
    expect(reply.thread_ts).toBe(thread);
    expect(seen(reply)).toContain(expected);
    await asked(thread, '渠系 清淤', 2);
    expect(await slack.replies(thread)).toHaveLength(2);
  });

  it('shows nothing internal, and says that it was not searched, whatever is asked', async () => {
    for (const question of ['暗账 过夜', '登月火箭', '粮食安全']) {
      const reply = await asked(await slack.thread('库存怎么讲'), question);
      expect(JSON.stringify(reply)).not.toContain('值班的人');
      expect(seen(reply)).toContain('内部材料未参与检索；可在私信里查。');
    }
  });

  it('unfurls nothing, names nobody, and offers no page to turn', async () => {
    const thread = await slack.thread('<!channel> 看看');
    const reply = await asked(thread, '粮食安全');
    const posted = slack.calls.filter(({ method, arguments: { thread_ts } }) => {
      return method === 'chat.postMessage' && thread_ts === thread;
    });
    expect(posted.map((call) => call.arguments)).toEqual([
      expect.objectContaining({ unfurl_links: 'false', unfurl_media: 'false' }),
    ]);
    expect(reply.text).not.toMatch(/<[!@#]/);
    expect(pressables(reply.blocks).map(({ value }) => value.split(':')[0])).not.toContain('page');
  });

  it('that Slack delivers again is answered once', async () => {
    const thread = await slack.thread('再问一次');
    const ts = '1700000000.000100';
    await slack.mention('耕地', thread, 'member', { eventId: 'EvTheSame', ts });
    const headers = { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' };
    expect((await slack.mention('耕地', thread, 'member', { eventId: 'EvTheSame', ts, headers })).status).toBe(200);
    await slack.mention('耕地', thread, 'member', { eventId: 'EvAnother', ts });
    await asked(thread, '清淤', 2);
    expect(await slack.replies(thread)).toHaveLength(2);
  });
});

describe('a mention outside a thread', () => {
  it('is answered in a thread of its own, which goes on from there', async () => {
    const ts = await slack.thread('<@U0ZHIBIBOT> 耕地 上图');
    await slack.mention('耕地 上图', undefined, 'member', { ts });
    const [reply] = await slack.replies(ts);
    expect([reply?.thread_ts, seen(reply)]).toEqual([ts, expect.stringContaining('一亩一亩落户')]);
    expect(seen(await asked(ts, '只要标题', 2))).toContain('句式：耕地 上图');
  });

  it('without a word is told what to type', async () => {
    const ts = await slack.thread('<@U0ZHIBIBOT>');
    await slack.mention('', undefined, 'member', { ts });
    expect(seen((await slack.replies(ts))[0])).toContain('请写上要查的内容');
  });
});

describe('a mention without a word asks about the message that its thread hangs under', () => {
  it.each([
    ['a sentence: its source', '粮食安全不是一季的收成，而是一年到头的功夫。', '《在全市粮食安全工作会议上的讲话》'],
    ['a topic: passages', '渠系清淤', '段落：渠系清淤'],
    [
      'several sentences: a table',
      '粮食安全不是一季的收成，而是一年到头的功夫。月亮上没有一座粮仓。',
      '2 句中有 1 句查到出处',
    ],
  ])('%s', async (_, words, expected) => {
    expect(seen(await asked(await slack.thread(words), ''))).toContain(expected);
  });

  it('that is our own: is told what to type', async () => {
    const posted = await slack.bot.chat.postMessage({ channel: slack.channel, text: '一周来新收入两篇讲话' });
    await slack.mention('', `${posted.ts}`);
    expect(seen((await slack.replies(`${posted.ts}`, 2))[1])).toContain('请写上要查的内容');
  });

  it('that has gone: is told what to type', async () => {
    expect(seen(await asked('1600000000.000001', ''))).toContain('请写上要查的内容');
  });

  it('that it may not read: is told what to type, and who can change that', async () => {
    const refused = { ok: false, error: 'missing_scope', needed: 'channels:history' };
    const other = { 'conversations.replies': () => Response.json(refused) };
    await within({ answers: other }, async (own) => {
      const thread = await own.thread('渠系清淤');
      await own.mention('', thread);
      const said = await own.called('chat.postMessage');
      expect(JSON.stringify(said)).toContain('需要管理员为我开通读取消息的权限');
      expect(JSON.stringify(said)).not.toContain('惊蛰');
    });
  });
});

describe('a follow-up', () => {
  it('turns the page, until there are no more', async () => {
    const thread = await slack.thread('粮食安全怎么讲');
    expect(seen(await asked(thread, '找 粮食安全 年份:2019-2021'))).toMatch(/1 {2}.*4 {2}/s);
    expect(seen(await asked(thread, '更多', 2))).toMatch(/6 {2}/);
    expect(seen(await asked(thread, '更多', 3))).toContain('没有更多了');
    expect(seen(await asked(thread, '上一页', 4))).toMatch(/1 {2}.*4 {2}/s);
  });

  it('turns the page where some may not be seen, and unfolds what the second page has', async () => {
    const thread = await slack.thread('粮食安全怎么讲');
    await asked(thread, '找 粮食安全');
    const second = await asked(thread, '更多', 2);
    expect(seen(second)).toMatch(/6 {2}/);
    const [button] = pressables(second.blocks).filter(({ value }) => value.startsWith('unfold:'));
    const unfolded = await asked(thread, '第6条的上下文', 3);
    expect(seen(await asked(thread, '第5条的上下文', 4))).not.toContain('上面没有第 5 条');
    expect(seen(await asked(thread, '更多', 5))).toContain('没有更多了');
    expect(JSON.stringify(unfolded.blocks)).toContain(button?.value.replace('unfold:', ''));
  });

  it('unfolds one of the passages, and says so where there is none', async () => {
    const thread = await slack.thread('耕地怎么讲');
    await asked(thread, '找 耕地 上图');
    expect(seen(await asked(thread, '第1条的上下文', 2))).toContain('粮食安全不是一季的收成');
    expect(seen(await asked(thread, '第9条的上下文', 3))).toContain('上面没有第 9 条');
    const like = seen(await asked(thread, '和第1条类似的', 4));
    expect(like).toContain('没有与这一段相近的段落');
    expect(like).not.toContain('落户');
  });

  it('changes the year, and the kind of answer', async () => {
    const thread = await slack.thread('再窄一点');
    await asked(thread, '粮食安全');
    const narrowed = seen(await asked(thread, '换成2019年的', 2));
    expect(narrowed).toContain('2019 年');
    expect(narrowed).not.toContain('仓容');
    expect(narrowed).toContain('一块一块上图');
    expect(seen(await asked(thread, '只要标题', 3))).toContain('标题');
  });

  it('that cannot follow says so', async () => {
    const thread = await slack.thread('出处');
    await asked(thread, '出处 价格每天公布，库存每周盘点');
    expect(seen(await asked(thread, '更多', 2))).toContain('不能这样接着问');
  });

  it('follows what was found, not what an answer before showed', async () => {
    const thread = await slack.thread('没有的题目');
    await asked(thread, '找 粮食安全');
    await asked(thread, '找 火星移民', 2);
    expect(seen(await asked(thread, '更多', 3))).toContain('没有更多了');
    expect(seen(await asked(thread, '第1条的上下文', 4))).not.toContain('在全市粮食安全工作会议上的讲话');
  });

  it('goes on in its own thread alone', async () => {
    const [one, two] = [await slack.thread('甲'), await slack.thread('乙')];
    await asked(one, '找 耕地 上图');
    await asked(two, '找 渠系 清淤');
    expect(seen(await asked(one, '第1条的上下文', 2))).toContain('一块一块上图');
    expect(seen(await asked(two, '第1条的上下文', 2))).toContain('惊蛰');
    const fresh = await slack.thread('丙');
    expect(seen(await asked(fresh, '更多'))).not.toContain('没有更多了');
  });

  it('sent before the answer has come waits for it', async () => {
    const thread = await slack.thread('急');
    await slack.mention('找 耕地 上图', thread);
    await slack.mention('第1条的上下文', thread);
    const replies = await slack.replies(thread, 2);
    expect(seen(replies[1])).toContain('粮食安全不是一季的收成');
  });

  it('of somebody of another organisation changes nothing and is told to them alone', async () => {
    const thread = await slack.thread('外单位插话');
    await asked(thread, '找 耕地 上图');
    await slack.mention('找 渠系 清淤', thread, 'foreigner');
    await slack.mention('第9条的上下文', thread, 'foreigner');
    expect(seen(await asked(thread, '第1条的上下文', 2))).toContain('一块一块上图');
    expect(await slack.replies(thread)).toHaveLength(2);
    const told = slack.calls.filter(({ method }) => method === 'chat.postEphemeral');
    expect(told.map((call) => call.arguments['user'])).toEqual([slack.ids['foreigner'], slack.ids['foreigner']]);
    expect(JSON.stringify(told)).toContain('只供本单位');
    expect(JSON.stringify(told)).not.toContain('惊蛰');
  });
});

describe('a mention that is edited', () => {
  it('has its answer edited, and none posted', async () => {
    const thread = await slack.thread('改一改');
    const ts = '1700000001.000100';
    await slack.mention('耕地 上图', thread, 'member', { ts });
    const [before] = await slack.replies(thread);
    await slack.mention('渠系 清淤', thread, 'member', { ts, edited: '1700000002.000100' });
    await asked(thread, '仓容', 2);
    const [after] = await slack.replies(thread, 2);
    expect([after?.ts, seen(before)]).toEqual([before?.ts, expect.stringContaining('上图')]);
    expect(seen(after)).toContain('惊蛰');
    expect(seen(after)).not.toContain('上图');
  });

  it('while it is still being answered has that answer edited', async () => {
    const thread = await slack.thread('改得快');
    const ts = '1700000003.000100';
    await slack.mention('耕地 上图', thread, 'member', { ts });
    await slack.mention('渠系 清淤', thread, 'member', { ts, edited: '1700000004.000100' });
    await asked(thread, '仓容', 2);
    const replies = await slack.replies(thread, 2);
    expect([replies.length, seen(replies[0])]).toEqual([2, expect.stringContaining('惊蛰')]);
  });

  it('has the sentence edited that said what to type', async () => {
    const thread = '1600000000.000002';
    const ts = '1700000005.000100';
    await slack.mention('', thread, 'member', { ts });
    await slack.replies(thread);
    await slack.mention('渠系 清淤', thread, 'member', { ts, edited: '1700000006.000100' });
    await asked(thread, '仓容', 2);
    const replies = await slack.replies(thread, 2);
    expect([replies.length, seen(replies[0])]).toEqual([2, expect.stringContaining('惊蛰')]);
  });

  it('is answered anew where its answer was deleted meanwhile', async () => {
    const thread = await slack.thread('删了再问');
    const ts = '1700000007.000100';
    await slack.mention('耕地 上图', thread, 'member', { ts });
    const [before] = await slack.replies(thread);
    await slack.bot.chat.delete({ channel: slack.channel, ts: `${before?.ts}` });
    await slack.mention('渠系 清淤', thread, 'member', { ts, edited: '1700000008.000100' });
    const [after] = await slack.replies(thread);
    expect(seen(after)).toContain('惊蛰');
    expect(after?.thread_ts).toBe(thread);
  });
});

describe('what is pressed under an answer in a thread', () => {
  it('is answered to who pressed it alone', async () => {
    const thread = await slack.thread('按一按');
    const reply = await asked(thread, '耕地 上图');
    const container = { type: 'message', message_ts: `${reply.ts}`, thread_ts: thread } as const;
    await slack.press(pressable(reply.blocks, '相近的段落'), 'englishman', container);
    const answer = await slack.commandAnswer();
    expect(answer).toMatchObject({ response_type: 'ephemeral', replace_original: false, thread_ts: thread });
    expect(await slack.replies(thread)).toHaveLength(1);
  });

  it('unfolds a passage in a window', async () => {
    const thread = await slack.thread('展开');
    const reply = await asked(thread, '渠系 清淤');
    const container = { type: 'message', message_ts: `${reply.ts}`, thread_ts: thread } as const;
    await slack.press(pressable(reply.blocks, '展开'), 'member', container);
    expect(JSON.stringify((await slack.called('views.open'))['view'])).toContain('惊蛰');
  });
});
