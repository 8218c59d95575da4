import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Assistant } from '../../../src/assistant/index.ts';
import { FORM } from '../../support/slack-requests.ts';
import { type SlackWorkspace, startSlackWorkspace } from '../../support/slack-workspace.ts';

const SECRET = '一句谁也不该看见的话';
const none: Assistant = () => Promise.reject(new Error('nobody asked'));
const rejections: unknown[] = [];
const note = (error: unknown): void => void rejections.push(error);

let slack: SlackWorkspace;
beforeAll(async () => {
  process.on('unhandledRejection', note);
  slack = await startSlackWorkspace(none);
});
afterAll(async () => {
  process.off('unhandledRejection', note);
  await slack.stop();
});

const logged = (): Record<string, unknown>[] => slack.logLines.map((line) => JSON.parse(line));

const COMMAND = {
  command: '/draft',
  text: SECRET,
  response_url: 'https://hooks.test/1',
  trigger_id: '1.1',
  user_id: 'U1',
  team_id: 'T1',
  channel_id: 'C1',
};
const PERSON = { user: { id: 'U1', team_id: 'T1' }, team: { id: 'T1' }, trigger_id: '1.1' };
const ACTION = {
  ...PERSON,
  type: 'block_actions',
  actions: [{ type: 'button', action_id: 'draft_unfold', value: SECRET }],
};
const CONTAINER = { type: 'message', message_ts: '1.1' };

describe('a signed body that is no object', () => {
  it.each([
    ['null', 'application/json'],
    ['[]', 'application/json'],
    ['"text"', 'application/json'],
    ['1', 'application/json'],
    ['true', 'application/json'],
    ['', 'application/json'],
    [`{"text": "${SECRET}`, 'application/json'],
    ['['.repeat(100_000), 'application/json'],
    ['payload=null', FORM],
    ['payload=[]', FORM],
    ['payload=%22text%22', FORM],
    [`payload=${SECRET}`, FORM],
  ])('is refused: %.20s, %s', async (body, type) => {
    expect((await slack.post(body, type)).status).toBe(400);
  });
});

describe('a signed payload that lacks what is needed', () => {
  const without = (payload: object, key: string): object =>
    Object.fromEntries(Object.entries(payload).filter(([name]) => name !== key));
  const interactions: [string, object, string][] = [
    ['of no kind', { text: SECRET }, 'unknown'],
    ['of a kind that is not known', { ...PERSON, type: 'block_suggestion', value: SECRET }, 'unknown'],
    ['an action without actions', without(ACTION, 'actions'), 'action'],
    ['an action with none', { ...ACTION, actions: [] }, 'action'],
    ['an action with null', { ...ACTION, actions: [null] }, 'action'],
    ['an action of nobody', without(ACTION, 'user'), 'action'],
    ['an action of null', { ...ACTION, user: null }, 'action'],
    ['an action of no place', ACTION, 'action'],
    ['an action without a trigger', { ...without(ACTION, 'trigger_id'), container: CONTAINER }, 'action'],
    ['an action whose value is not ours', { ...ACTION, container: CONTAINER, channel: { id: 'C1' } }, 'action'],
    ['a shortcut without a message', { ...PERSON, type: 'message_action', callback_id: 'draft_source' }, 'shortcut'],
    ['a shortcut of nobody', { type: 'message_action', callback_id: 'draft_source', trigger_id: '1.1' }, 'shortcut'],
    ['a view without a view', { ...PERSON, type: 'view_submission' }, 'view'],
    [
      'a view without its state',
      { ...PERSON, type: 'view_submission', view: { id: 'V1', callback_id: 'draft_form' } },
      'view',
    ],
    ['a view of nobody', { type: 'view_submission', view: { id: 'V1', callback_id: 'draft_form' } }, 'view'],
  ];

  it.each(interactions)('is acknowledged, and told to the log: %s', async (_, payload, kind) => {
    const before = slack.logLines.length;
    expect((await slack.interact(payload)).status).toBe(200);
    expect(logged().slice(before)).toContainEqual(expect.objectContaining({ msg: 'payload not read', kind }));
  });

  it.each(Object.keys(COMMAND).filter((key) => !['command', 'text'].includes(key)))(
    'is acknowledged, and told to the log: a command without %s',
    async (key) => {
      const before = slack.logLines.length;
      const body = new URLSearchParams(without(COMMAND, key) as Record<string, string>).toString();
      expect((await slack.post(body, FORM)).status).toBe(200);
      const told = logged().slice(before);
      expect(told).toContainEqual(expect.objectContaining({ msg: 'payload not read', kind: 'command' }));
      expect(JSON.stringify(told)).toContain(key);
    },
  );

  it('is acknowledged, and told to the log: a command with a field twice', async () => {
    const body = `${new URLSearchParams(COMMAND)}&user_id=U2`;
    expect((await slack.post(body, FORM)).status).toBe(200);
  });

  it.each([
    ['null', null],
    ['a string', SECRET],
    ['an array', []],
    ['without a type', { text: SECRET }],
    ['in a channel that is null', { type: 'app_mention', channel: null, text: SECRET }],
    ['about an item that is a string', { type: 'app_mention', item: SECRET }],
    [
      'whose fields are all of another type',
      { type: 'message', channel: 1, channel_type: 2, user: [], text: {}, files: 'x' },
    ],
  ])('is acknowledged: an event %s', async (_, event) => {
    const body = JSON.stringify({ type: 'event_callback', team_id: 'T1', event_id: 'Ev1', event });
    expect((await slack.post(body, 'application/json')).status).toBe(200);
  });

  it.each([
    ['a command of another name', new URLSearchParams({ ...COMMAND, command: '/other' }).toString()],
    [
      'a button of another app',
      `payload=${encodeURIComponent(JSON.stringify({ ...ACTION, actions: [{ action_id: 'x' }] }))}`,
    ],
  ])('is acknowledged where nobody listens: %s', async (_, body) => {
    const before = slack.logLines.length;
    expect((await slack.post(body, FORM)).status).toBe(200);
    expect(logged().slice(before)).toContainEqual(expect.objectContaining({ msg: 'payload without a listener' }));
  });
});

describe('after all of it', () => {
  it('no promise was left to itself, and the log has nothing of what was in the payloads', async () => {
    await new Promise(setImmediate);
    expect(rejections).toEqual([]);
    expect(slack.logLines.join()).not.toContain(SECRET.slice(0, 4));
  });
});
