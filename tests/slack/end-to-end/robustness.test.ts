import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Assistant, assistantOver } from '../../../src/assistant/index.ts';
import { drafterOver } from '../../../src/drafting/index.ts';
import type { SpeechIndex } from '../../../src/indexing/index.ts';
import { ZhibiError } from '../../../src/speech/index.ts';
import { indexOf } from '../../support/corpus.ts';
import { FORM } from '../../support/slack-requests.ts';
import { overRestart } from '../../support/slack-restart.ts';
import { BOT_USER } from '../../support/slack-stand-ins.ts';
import {
  pressable,
  readable,
  type SlackWorkspace,
  startSlackWorkspace,
  workspaceOver,
} from '../../support/slack-workspace.ts';

const SPEECHES = {
  'a.txt': `在全市供暖工作会议上的讲话
同志们：
一、把炉子烧热
供暖的标准是老人屋里的温度计，不是报表上的平均数。
二、把管网查清
管网要赶在霜降以前走完，一个阀门一个阀门地拧。
`,
};
/** Words of the corpus and of the questions, which no log may have. */
const UNLOGGED = /供暖|温度计|管网|阀门|霜降|炉子|xox[bp]|signing/;

let index: SpeechIndex;
const logged: string[] = [];

beforeAll(async () => {
  index = await indexOf(SPEECHES);
});

/** Runs with a workspace of its own, and keeps what it logs. */
async function within(
  given: Parameters<typeof workspaceOver>[1],
  run: (slack: SlackWorkspace) => Promise<void>,
  assistant: Assistant = assistantOver(drafterOver(index)),
): Promise<void> {
  const slack = await startSlackWorkspace(assistant, given);
  try {
    await run(slack);
  } finally {
    await slack.stop();
    logged.push(...slack.logLines);
  }
}

/** Refuses what is written to a channel, as Slack does. */
const refusing = (error: string, fields: object = {}) => ({
  'chat.postMessage': ({ channel }: Readonly<Record<string, unknown>>) =>
    `${channel}`.startsWith('C') ? Response.json({ ok: false, error, ...fields }) : undefined,
});

describe('an acknowledgement', () => {
  it('comes before the work, and does not wait for it', async () => {
    const never: Assistant = () => new Promise(() => {});
    await within(
      {},
      async (slack) => {
        const thread = await slack.thread('供暖');
        const acknowledged = await Promise.all([
          slack.command('找 供暖'),
          slack.press({ action_id: 'draft_unfold', value: 'unfold:a-1' }),
          slack.shortcut('draft_source', '管网要赶在霜降以前走完'),
          slack.mention('找 供暖', thread),
          slack.write('找 供暖'),
          slack.openHome('home'),
        ]);
        expect(acknowledged.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
        expect(slack.received).toEqual([]);
      },
      never,
    );
  });
});

describe('questions', () => {
  it('of one conversation are answered in their order, of different ones side by side', async () => {
    let release = (): void => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const assistant = assistantOver(drafterOver(index));
    const slow: Assistant = async (command, clearance) => {
      if (command.kind === 'request' && 'query' in command.request && command.request.query === '温度计')
        await released;
      return assistant(command, clearance);
    };
    await within(
      {},
      async (slack) => {
        const { channel } = await slack.write('找 温度计');
        await slack.write('找 阀门');
        const thread = await slack.thread('甲');
        await slack.mention('找 温度计', thread);
        await slack.mention('找 阀门', thread);
        // Others do not wait: another person, another thread of the same channel.
        expect(readable((await slack.directMessage('找 阀门', 'guest')).blocks)).toContain('段落：阀门');
        const other = await slack.thread('乙');
        await slack.mention('找 阀门', other);
        expect(await slack.replies(other)).toHaveLength(1);
        release();
        for (const answers of [await slack.posted(channel, 2), await slack.replies(thread, 2)]) {
          expect(answers.map(({ text }) => text.split('\n')[0])).toEqual(['段落：温度计', '段落：阀门']);
        }
      },
      slow,
    );
  });
});

describe('a response URL', () => {
  it.each([404, 500, 429])('that answers %d has the answer sent directly, with a note', async (responseStatus) => {
    await within({ responseStatus }, async (slack) => {
      await slack.command('找 温度计');
      const [first] = await slack.direct('member');
      expect(readable(first?.blocks)).toMatch(/^在原来的地方没能显示，改发到这里：.*段落：温度计/s);
      await slack.press(pressable(first?.blocks, '相近的段落'));
      const [, second] = await slack.direct('member', 2);
      expect(readable(second?.blocks)).toContain('在原来的地方没能显示');
      await slack.press(pressable(first?.blocks, '发到频道'));
      const [, , third] = await slack.direct('member', 3);
      expect(readable(third?.blocks)).toContain('没能发到频道');
    });
  });
});

describe('where Slack refuses a reply in a channel', () => {
  it.each([
    ['not_in_channel', {}, '/invite @执笔'],
    ['restricted_action', {}, '/invite @执笔'],
    ['channel_not_found', {}, '那个频道我看不到，或已归档'],
    ['is_archived', {}, '那个频道我看不到，或已归档'],
    ['missing_scope', { needed: 'chat:write' }, '缺少权限 chat:write'],
    ['token_revoked', {}, '令牌已失效'],
    ['fatal_error', {}, '请稍后再试'],
  ])('with %s, the person is told directly what to do', async (error, fields, advice) => {
    await within({ answers: refusing(error, fields) }, async (slack) => {
      const thread = await slack.thread('供暖怎么讲');
      await slack.mention('找 温度计', thread);
      const [told] = await slack.direct('member');
      expect(readable(told?.blocks)).toContain(advice);
      expect(JSON.stringify(told)).not.toContain('报表');
    });
  });

  it('because of its blocks, the words are posted without them', async () => {
    const answers = {
      'chat.postMessage': ({ blocks }: Readonly<Record<string, unknown>>) =>
        Array.isArray(blocks) && blocks.length > 0 ? Response.json({ ok: false, error: 'invalid_blocks' }) : undefined,
    };
    await within({ answers }, async (slack) => {
      const thread = await slack.thread('供暖怎么讲');
      await slack.mention('找 温度计', thread);
      const [reply] = await slack.replies(thread);
      expect(reply?.text).toContain('不是报表上的平均数');
      expect(reply?.blocks ?? []).toEqual([]);
      expect((await slack.directMessage('找 阀门')).text).toContain('赶在霜降以前');
    });
  });

  it('with its blocks and without, the person is told', async () => {
    await within({ answers: refusing('invalid_blocks') }, async (slack) => {
      await slack.mention('找 温度计', await slack.thread('供暖怎么讲'));
      expect(readable((await slack.direct('member'))[0]?.blocks)).toContain('请缩小范围再问一次');
    });
  });

  it('because too much is sent, it is posted once Slack allows it', async () => {
    let refusals = 1;
    const answers = {
      'chat.postMessage': () =>
        refusals-- > 0
          ? Response.json({ ok: false, error: 'ratelimited' }, { status: 429, headers: { 'retry-after': '1' } })
          : undefined,
    };
    await within({ answers, retries: 2 }, async (slack) => {
      const thread = await slack.thread('供暖怎么讲');
      await slack.mention('找 温度计', thread);
      expect(readable((await slack.replies(thread))[0]?.blocks)).toContain('报表');
      expect(await slack.replies(thread)).toHaveLength(1);
    });
  });

  it('to a person too, nothing goes on being lost: the next question is answered', async () => {
    let isDown = true;
    const answers = {
      'chat.postMessage': () => (isDown ? Response.json({ ok: false, error: 'internal_error' }) : undefined),
    };
    await within({ answers }, async (slack) => {
      const thread = await slack.thread('供暖怎么讲');
      await slack.mention('找 温度计', thread);
      await slack.called('chat.postMessage', 2);
      isDown = false;
      await slack.mention('找 阀门', thread);
      expect(readable((await slack.replies(thread))[0]?.blocks)).toContain('段落：阀门');
    });
  });
});

describe('an event that Slack delivers twice', () => {
  it('is answered once: by its id, and by the message that it tells of; also after a restart', async () => {
    await overRestart(index, {}, async (slack, restart) => {
      const again = { ts: '1700000000.000100', eventId: 'EvOnce' };
      const thread = await slack.thread('供暖怎么讲');
      const dm = await slack.directChannel('member');
      await slack.mention('找 温度计', thread, 'member', again);
      await slack.write('找 温度计', 'member', { ts: '1700000001.000100', eventId: 'EvDirect' });
      await slack.replies(thread);
      await slack.posted(dm);
      await restart();
      await slack.mention('找 温度计', thread, 'member', again);
      await slack.mention('找 温度计', thread, 'member', { ...again, eventId: 'EvElse' });
      await slack.mention('找 温度计', thread, 'member', { ...again, ts: '1700000002.000100' });
      await slack.write('找 温度计', 'member', { ts: '1700000001.000100', eventId: 'EvDirectElse' });
      await slack.mention('找 阀门', thread);
      await slack.write('找 阀门');
      for (const answers of [await slack.replies(thread, 2), await slack.posted(dm, 2)]) {
        expect(answers.map(({ text }) => text.split('\n')[0])).toEqual(['段落：温度计', '段落：阀门']);
      }
    });
  });
});

describe('messages that nobody wrote to us', () => {
  it.each([
    ['of a bot', { bot_id: 'B0OTHER', subtype: 'bot_message' }],
    ['of a bot that says so by its id alone', { bot_id: 'B0OTHER' }],
    ['of our own', { user: BOT_USER }],
    ['that somebody has joined', { subtype: 'channel_join' }],
    ['that one was deleted', { subtype: 'message_deleted', deleted_ts: '1.1' }],
    ['of a channel', { channel_type: 'channel' }],
    ['of a conversation of several', { channel_type: 'mpim' }],
    ['without a person', { user: undefined }],
    ['that were replied to', { subtype: 'message_replied' }],
  ])('are not answered: %s', async (_, fields) => {
    await within({}, async (slack) => {
      const place = 'channel_type' in fields ? { channel_type: fields.channel_type } : { channel_type: 'im' };
      const channel = await slack.directChannel('member');
      const ts = '1700000000.000100';
      const said = { type: 'message', user: slack.ids['member'], text: '找 温度计', ts, event_ts: ts, channel };
      expect((await slack.event({ ...said, ...place, ...fields })).status).toBe(200);
      await slack.directMessage('找 阀门');
      expect(slack.calls.filter(({ method }) => method.startsWith('chat.'))).toHaveLength(1);
    });
  });

  it('are not answered where a bot mentions us', async () => {
    await within({}, async (slack) => {
      const thread = await slack.thread('供暖怎么讲');
      const ts = '1700000000.000100';
      const { channel } = slack;
      await slack.event({ type: 'app_mention', bot_id: 'B0OTHER', user: 'U0OTHER', text: '找 温度计', ts, channel });
      await slack.mention('找 阀门', thread);
      await slack.replies(thread);
      expect(slack.calls.filter(({ method }) => method.startsWith('chat.'))).toHaveLength(1);
    });
  });

  it('but a reply that is shown in the conversation too is answered, once, in its thread', async () => {
    await within({}, async (slack) => {
      const { channel, ts } = await slack.write('找 温度计');
      await slack.write('找 阀门', 'member', { threadTs: ts, fields: { subtype: 'thread_broadcast' } });
      const [answer] = await slack.posted(channel, 1, ts);
      expect([answer?.thread_ts, readable(answer?.blocks)]).toEqual([ts, expect.stringContaining('段落：阀门')]);
    });
  });
});

describe('what Slack would not send', () => {
  let slack: SlackWorkspace;
  beforeAll(async () => {
    slack = await workspaceOver(index);
  });
  afterAll(async () => {
    await slack.stop();
    logged.push(...slack.logLines);
  });

  const isAlive = async (): Promise<void> => {
    expect(readable((await slack.directMessage('找 阀门', 'guest')).blocks)).toContain('段落：阀门');
  };

  it('does not stop it: bodies that are no requests', async () => {
    const form = (fields: Record<string, string>): string => new URLSearchParams(fields).toString();
    const answered = await Promise.all([
      slack.post('{"type": "event_callback"', 'application/json'),
      slack.post('', 'application/json'),
      slack.post('7', 'application/json'),
      slack.post(JSON.stringify({ type: 'event_callback', event_id: 'EvOdd', event: 'hello' }), 'application/json'),
      slack.post(form({ payload: '{' }), FORM),
      slack.post(form({ payload: '{}' }), FORM),
      slack.post(form({ command: '/draft' }), FORM),
    ]);
    expect(answered).toHaveLength(7);
    await isAlive();
  });

  it('does not stop it: events and presses whose fields have gone, or are of another kind', async () => {
    const ts = '1700000000.000100';
    const channel = await slack.directChannel('member');
    const person = slack.ids['member'];
    const whole = {
      mention: { type: 'app_mention', user: person, text: '找 温度计', ts, channel: slack.channel, thread_ts: ts },
      direct: {
        type: 'message',
        channel_type: 'im',
        user: person,
        text: '找 温度计',
        ts,
        channel,
        files: [{ id: 'F' }],
      },
      changed: {
        type: 'message',
        subtype: 'message_changed',
        channel_type: 'im',
        channel,
        ts,
        message: { user: person, text: '找 温度计', ts, edited: { user: person, ts } },
        previous_message: { text: '' },
      },
      home: { type: 'app_home_opened', user: person, channel, tab: 'messages' },
    };
    const pressing = {
      type: 'block_actions',
      api_app_id: 'A0ZHIBI',
      team: { id: 'T000000001' },
      user: { id: person },
      channel: { id: slack.channel },
      container: { type: 'message', message_ts: ts, channel_id: slack.channel },
      trigger_id: '1.1',
    };
    const action = { type: 'button', block_id: 'b', value: 'unfold:a-1' };
    const odd = fc.constantFrom<unknown>(undefined, null, 7, '', 'x'.repeat(300), [], {}, [null], true);
    const spoiled = (given: object) =>
      fc.tuple(fc.constantFrom(...Object.keys(given)), odd).map(([key, value]) => ({ ...given, [key]: value }));
    const events = fc.oneof(...Object.values(whole).map(spoiled));
    await fc.assert(
      fc.asyncProperty(events, spoiled(pressing), spoiled(action), async (event, press, pressed) => {
        const actions = [{ ...pressed, action_id: 'draft_unfold' }];
        await Promise.all([slack.event(event), slack.interact({ ...press, type: 'block_actions', actions })]);
      }),
      { numRuns: 80 },
    );
    await isAlive();
  });

  it('does not stop it: a megabyte of text, which is refused', async () => {
    const long = '供暖'.repeat(50_000);
    expect((await slack.command(`找 ${long}`)).status).toBe(200);
    expect(readable((await slack.commandAnswer()).blocks)).toContain('超过');
    expect(readable((await slack.directMessage(long)).blocks)).toContain('超过');
    expect(readable((await slack.directMessage('管网要走完。'.repeat(20_000))).blocks)).toContain('超过');
    const thread = await slack.thread('供暖怎么讲');
    await slack.mention(long, thread);
    expect(readable((await slack.replies(thread))[0]?.blocks)).toContain('超过');
    expect(readable((await slack.directMessage(long.repeat(10))).blocks)).toContain('超过');
    expect((await slack.command(long.repeat(10))).status).toBe(413);
    await isAlive();
  });
});

describe('an index that is missing', () => {
  it('gets an apology with a number, and the log says why under the same number', async () => {
    const missing: Assistant = () => Promise.reject(new ZhibiError('index-missing', { folder: 'index' }));
    await within(
      {},
      async (slack) => {
        await slack.command('找 温度计');
        const number = /编号 (\w{8})/.exec((await slack.commandAnswer()).text)?.[1];
        const lines = slack.logLines.map((line) => JSON.parse(line));
        expect(lines).toEqual([expect.objectContaining({ msg: 'failed', code: 'index-missing', requestId: number })]);
      },
      missing,
    );
  });
});

describe('the log', () => {
  it('has one line an answer: where it was asked, what kind, how many items', async () => {
    await within({}, async (slack) => {
      await slack.command('找 温度计');
      await slack.commandAnswer();
      await slack.directMessage('出处 管网要赶在霜降以前走完');
      const lines = slack.logLines.map((line) => JSON.parse(line));
      expect(lines).toEqual([
        expect.objectContaining({ msg: 'answered', surface: 'command', kind: 'find', items: 1 }),
        expect.objectContaining({ msg: 'answered', surface: 'direct-message', kind: 'source', items: 1 }),
      ]);
    });
  });
});

describe('the log of all this', () => {
  it('has no word of the questions and of the corpus, and no token', () => {
    expect(logged.length).toBeGreaterThan(50);
    expect(logged.filter((line) => UNLOGGED.test(line))).toEqual([]);
  });
});
