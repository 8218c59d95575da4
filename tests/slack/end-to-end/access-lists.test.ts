import { beforeAll, describe, expect, it } from 'vitest';
import type { SpeechIndex } from '../../../src/indexing/index.ts';
import { DEFAULT_POLICY } from '../../../src/slack/index.ts';
import { indexOf } from '../../support/corpus.ts';
import { GUARDED_SPEECHES, HIDDEN, INTERNAL, NOT_ASKED, OPEN } from '../../support/guarded-speeches.ts';
import type { PersonName } from '../../support/slack-completed.ts';
import { type SlackWorkspace, workspaceOver } from '../../support/slack-workspace.ts';

type Given = NonNullable<Parameters<typeof workspaceOver>[1]>;

let index: SpeechIndex;

beforeAll(async () => {
  index = await indexOf(GUARDED_SPEECHES);
});

describe('that internal speeches were not asked', () => {
  it.each<[string, boolean, Given]>([
    ['in a channel with guests', true, { members: ['member', 'guest'] }],
    ['in a shared channel', true, { channelFields: { is_ext_shared: true } }],
    [
      'in a channel that Slack tells nothing of',
      true,
      { answers: { 'conversations.info': { ok: false, error: 'fatal_error' } } },
    ],
    ['of whom Slack tells nothing', false, { answers: { 'users.info': () => new Promise(() => {}) } }],
    [
      'in a channel that the bot is not in',
      true,
      { answers: { 'conversations.info': { ok: false, error: 'channel_not_found' } } },
    ],
  ])('a member %s is told, whatever was asked: %s', async (_, isTold, given) => {
    await within(given, async (slack) => {
      for (const question of ['找 乡村振兴 难处', '找 登月火箭']) {
        await slack.command(question);
        expect(NOT_ASKED.test((await slack.commandAnswer()).text ?? '')).toBe(isTold);
      }
    });
  });
});

/** Runs with a workspace over the corpus. */
async function within(given: Given, run: (slack: SlackWorkspace) => Promise<void>): Promise<void> {
  const slack = await workspaceOver(index, given);
  try {
    await run(slack);
  } finally {
    await slack.stop();
  }
}

const TOPIC = '找 乡村振兴';
/** What a hidden speech says best. */
const HIDDEN_TOPIC = '找 乡村振兴 根子';

/** What a command brings to somebody. */
async function told(slack: SlackWorkspace, from: PersonName = 'member', topic = TOPIC): Promise<string> {
  await slack.command(topic, from);
  return JSON.stringify(await slack.commandAnswer());
}

/** What a mention brings to everybody. */
async function posted(slack: SlackWorkspace, from: PersonName = 'member', topic = TOPIC): Promise<string> {
  const thread = await slack.thread('题目');
  await slack.mention(topic, thread, from);
  return JSON.stringify(await slack.replies(thread));
}

describe('a folder', () => {
  const folder = { folder: 'party/', groups: [], people: [], channels: [] };

  it('that names a person is open to them wherever the answer is theirs alone, and to nobody else', async () => {
    const policy: Given['policy'] = (known) => ({
      ...DEFAULT_POLICY,
      folders: [{ ...folder, people: [`${known.ids['member']}`] }],
    });
    await within({ policy }, async (slack) => {
      expect(await told(slack, 'member', HIDDEN_TOPIC)).toMatch(HIDDEN);
      expect((await slack.directMessage(HIDDEN_TOPIC)).text).toMatch(HIDDEN);
      expect(await told(slack, 'guest', HIDDEN_TOPIC)).not.toMatch(HIDDEN);
      const reply = await posted(slack);
      expect([OPEN.test(reply), HIDDEN.test(reply)]).toEqual([true, false]);
    });
  });

  it('that names a user group is open to those in it', async () => {
    const members: string[] = [];
    const answers = { 'usergroups.users.list': () => Response.json({ ok: true, users: members }) };
    const policy = { ...DEFAULT_POLICY, folders: [{ ...folder, groups: ['S0WRITERS'] }] };
    await within({ policy, answers }, async (slack) => {
      members.push(`${slack.ids['member']}`);
      expect(await told(slack, 'member', HIDDEN_TOPIC)).toMatch(HIDDEN);
      expect(await told(slack, 'guest', HIDDEN_TOPIC)).not.toMatch(HIDDEN);
    });
  });

  it('that names a channel is open in it, also in what is posted, and nowhere else', async () => {
    const policy: Given['policy'] = ({ channel }) => ({
      ...DEFAULT_POLICY,
      folders: [{ ...folder, channels: [channel] }],
    });
    await within({ policy }, async (slack) => {
      expect(await told(slack, 'member', HIDDEN_TOPIC)).toMatch(HIDDEN);
      const reply = await posted(slack, 'guest', HIDDEN_TOPIC);
      expect([HIDDEN.test(reply), /黑鹳|丹霞|苍狼/.test(reply), INTERNAL.test(reply)]).toEqual([true, false, false]);
      expect((await slack.directMessage(HIDDEN_TOPIC)).text).not.toMatch(HIDDEN);
    });
  });
});

describe('a list of who may use it', () => {
  /** Expects that somebody is told a reason, alone, and nothing of the corpus. */
  async function expectRefused(slack: SlackWorkspace, reason: string, from: PersonName = 'member'): Promise<void> {
    const answer = await told(slack, from);
    expect([answer.includes(reason), OPEN.test(answer)]).toEqual([true, false]);
    await slack.mention(TOPIC, await slack.thread('题目'), from);
    const { user, text } = await slack.called('chat.postEphemeral');
    expect([user, text]).toEqual([slack.ids[from], expect.stringContaining(reason)]);
  }

  it('of workspaces lets people of these in, and nobody else', async () => {
    await within({ policy: { ...DEFAULT_POLICY, workspaces: ['T0ELSEWHERE'] } }, async (slack) => {
      expect(await told(slack, 'foreigner')).toMatch(OPEN);
      await expectRefused(slack, '只供本单位');
      await slack.openHome('home');
      expect(JSON.stringify(await slack.called('views.publish'))).toContain('只供本单位');
    });
  });

  it('of channels says where it may be asked, and lets it be asked directly', async () => {
    await within({ policy: { ...DEFAULT_POLICY, channels: ['C0ELSEWHERE'] } }, async (slack) => {
      await expectRefused(slack, '本频道没有开通执笔');
      expect((await slack.directMessage(TOPIC)).text).toMatch(OPEN);
    });
  });

  it('of user groups lets people in them in, and says to others whom to ask', async () => {
    const members: string[] = [];
    const answers = { 'usergroups.users.list': () => Response.json({ ok: true, users: members }) };
    await within({ policy: { ...DEFAULT_POLICY, groups: ['S0WRITERS'] }, answers }, async (slack) => {
      members.push(`${slack.ids['member']}`);
      expect(await told(slack)).toMatch(OPEN);
      await expectRefused(slack, '还没有使用执笔的权限', 'guest');
    });
  });
});
