import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Assistant, assistantOver } from '../../../src/assistant/index.ts';
import { drafterOver } from '../../../src/drafting/index.ts';
import type { SpeechIndex } from '../../../src/indexing/index.ts';
import { indexOf } from '../../support/corpus.ts';
import { wordsIn } from '../../support/slack-reading.ts';
import { FORM } from '../../support/slack-requests.ts';
import { overRestart } from '../../support/slack-restart.ts';
import { BOT_USER } from '../../support/slack-stand-ins.ts';
import { type SlackWorkspace, startSlackWorkspace, workspaceOver } from '../../support/slack-workspace.ts';

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
      expect([answer?.thread_ts, wordsIn(answer?.blocks)]).toEqual([ts, expect.stringContaining('段落：阀门')]);
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
    expect(wordsIn((await slack.directMessage('找 阀门', 'guest')).blocks)).toContain('段落：阀门');
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
    expect(wordsIn((await slack.commandAnswer()).blocks)).toContain('超过');
    expect(wordsIn((await slack.directMessage(long)).blocks)).toContain('超过');
    expect(wordsIn((await slack.directMessage('管网要走完。'.repeat(20_000))).blocks)).toContain('超过');
    const thread = await slack.thread('供暖怎么讲');
    await slack.mention(long, thread);
    expect(wordsIn((await slack.replies(thread))[0]?.blocks)).toContain('超过');
    // Beyond the largest body that is read: Slack's own limit on a message is a hundredth of it.
    expect((await slack.write(long.repeat(10))).status).toBe(413);
    await isAlive();
  });
});

describe('the log of all this', () => {
  it('has no word of the questions and of the corpus, and no token', () => {
    expect(logged.length).toBeGreaterThan(50);
    expect(logged.filter((line) => UNLOGGED.test(line))).toEqual([]);
  });
});
