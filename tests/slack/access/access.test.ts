import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import {
  Access,
  type AccessPolicy,
  DEFAULT_POLICY,
  type Person,
  type Whereabouts,
} from '../../../src/slack/access/index.ts';
import { type Answers, fail, fakeSlack } from '../../support/fake-slack.ts';

const MEMBER = { team_id: 'T1', is_restricted: false, real_name: '某同志' };
const OWN = { is_shared: false, is_ext_shared: false, is_org_shared: false, is_pending_ext_shared: false };

/** A channel of our own with two members. */
const GOOD: Answers = {
  'users.info': () => ({ user: MEMBER }),
  'users.list': () => ({ members: [] }),
  'conversations.info': () => ({ channel: OWN }),
  'conversations.members': () => ({ members: ['U1', 'U2'] }),
  'usergroups.users.list': () => ({ users: ['U1'] }),
};

const WHERE: Whereabouts = { delivery: 'private', channel: 'C1', user: 'U1', teamId: 'T1', userTeam: 'T1' };

/** Time that passes when it is told to: waits end with `pass`. */
function stoppedClock() {
  const waits: { ms: number; end: () => void }[] = [];
  const clock = {
    now: () => 0,
    wait: (ms: number): Promise<void> =>
      new Promise((resolve) => {
        waits.push({ ms, end: resolve });
      }),
  };
  const pass = (): void => {
    for (const { end } of waits) end();
  };
  return { clock, waits, pass };
}

function accessOver(answers: Answers, policy: AccessPolicy = DEFAULT_POLICY) {
  const { client, calls } = fakeSlack({ ...GOOD, ...answers });
  const { clock, waits, pass } = stoppedClock();
  const lines: string[] = [];
  const log = pino({}, { write: (line: string) => lines.push(line) });
  const access = new Access(policy, log, clock);
  return {
    access,
    admit: (where: Partial<Whereabouts> = {}) => access.admit(client, { ...WHERE, ...where }),
    calls,
    waits,
    pass,
    lines,
  };
}

describe('a question in a channel of our own', () => {
  it('is open, for four calls the first time and none the second', async () => {
    const { admit, calls } = accessOver({});
    const person: Person = { name: '某同志', language: 'zh', isInsider: true };
    const open = { isAllowed: true, person, audience: { internal: true, hidden: [] } };
    expect(await admit()).toMatchObject(open);
    expect(calls.toSorted()).toEqual([
      'conversations.info C1',
      'conversations.members C1',
      'users.info U1',
      'users.info U2',
    ]);
    expect(await admit()).toMatchObject(open);
    expect(calls).toHaveLength(4);
  });
});

describe('what Slack tells of a change', () => {
  const INTERNAL = { isAllowed: true, audience: { internal: true } };
  const CLOSED = { isAllowed: true, audience: { internal: false } };

  it('holds from the next question on: a channel that came to be shared', async () => {
    let isShared = false;
    const { access, admit } = accessOver({
      'conversations.info': () => ({ channel: { ...OWN, is_shared: isShared } }),
    });
    expect(await admit()).toMatchObject(INTERNAL);
    isShared = true;
    expect(await admit()).toMatchObject(INTERNAL);
    access.channelChanged('C1');
    expect(await admit()).toMatchObject(CLOSED);
  });

  it('holds from the next question on: a member of the channel who became a guest', async () => {
    let isGuest = false;
    const { access, admit } = accessOver({
      'users.info': ({ user }) => ({ user: { ...MEMBER, id: user, is_restricted: user === 'U2' && isGuest } }),
    });
    expect(await admit()).toMatchObject(INTERNAL);
    isGuest = true;
    access.personChanged('U2');
    expect(await admit()).toMatchObject(CLOSED);
  });

  it('holds for who is known by the directory of the workspace too', async () => {
    const many = Array.from({ length: 60 }, (_, i) => `U${i + 1}`);
    let isGuest = false;
    const { access, admit } = accessOver({
      'conversations.members': () => ({ members: many }),
      'users.list': () => ({ members: many.map((id) => ({ ...MEMBER, id })) }),
      'users.info': ({ user }) => ({ user: { ...MEMBER, id: user, is_restricted: user === 'U40' && isGuest } }),
    });
    expect(await admit()).toMatchObject(INTERNAL);
    isGuest = true;
    access.personChanged('U40');
    expect(await admit()).toMatchObject(CLOSED);
  });
});

describe('a question that needs no look at a channel', () => {
  it.each(['direct', 'posted'] as const)('costs one call: %s', async (delivery) => {
    const { admit, calls } = accessOver({});
    await admit({ delivery });
    expect(calls).toEqual(['users.info U1']);
  });
});

describe('user groups', () => {
  it('are asked for where the policy names them', async () => {
    const folders = [{ folder: '内部/', groups: ['S1'], people: [], channels: [] }];
    const { admit, calls } = accessOver({}, { ...DEFAULT_POLICY, groups: ['S1'], folders });
    expect(await admit({ delivery: 'direct' })).toMatchObject({ audience: { hidden: [] } });
    expect(await admit({ delivery: 'posted' })).toMatchObject({ audience: { hidden: ['内部/'] } });
    expect(await admit({ delivery: 'direct', user: 'U2' })).toMatchObject({ isAllowed: false, reason: 'group' });
    expect(calls.filter((call) => call.startsWith('usergroups'))).toHaveLength(1);
  });
});

describe('what Slack does not answer', () => {
  it.each([
    ['users.info', 'unidentified'],
    ['conversations.info', 'unanswered'],
    ['conversations.members', 'unanswered'],
  ])('closes: %s refuses', async (method, closed) => {
    const { admit } = accessOver({ [method]: () => fail('internal_error') });
    expect(await admit()).toMatchObject({ isAllowed: true, audience: { internal: false }, closed });
  });

  it.each(['conversations.info', 'conversations.members'])('closes: %s takes too long', async (method) => {
    const { admit, pass } = accessOver({ [method]: () => 'never' });
    await admit({ delivery: 'direct', channel: null });
    const admission = admit();
    pass();
    expect(await admission).toMatchObject({ audience: { internal: false }, closed: 'unanswered' });
  });

  it('closes: who asks is not told within a second and a half', async () => {
    const { admit, waits, pass } = accessOver({ 'users.info': () => 'never' });
    const admission = admit();
    expect(waits.map(({ ms }) => ms)).toEqual([1500]);
    pass();
    expect(await admission).toMatchObject({ isAllowed: true, audience: { internal: false }, closed: 'unidentified' });
  });

  it('keeps out whom a user group must let in', async () => {
    const answers: Answers = { 'usergroups.users.list': () => 'never' };
    const { admit, pass } = accessOver(answers, { ...DEFAULT_POLICY, groups: ['S1'] });
    const admission = admit();
    pass();
    expect(await admission).toMatchObject({ isAllowed: false, reason: 'group' });
  });

  it('is looked up on behind the answer: the next question has it', async () => {
    let answer: (value: object) => void = () => {};
    const late = new Promise<object>((resolve) => {
      answer = resolve;
    });
    const { client } = fakeSlack(GOOD);
    client.conversations.members = async () => ({ ok: true, ...(await late) });
    const { clock, pass } = stoppedClock();
    const access = new Access(DEFAULT_POLICY, pino({ level: 'silent' }), clock);
    await access.admit(client, { ...WHERE, delivery: 'direct', channel: null });
    const first = access.admit(client, WHERE);
    pass();
    expect(await first).toMatchObject({ closed: 'unanswered' });
    answer({ members: ['U1'] });
    expect(await access.admit(client, WHERE)).toMatchObject({ audience: { internal: true } });
  });

  it('is logged by Slack’s own word, without a person or a channel', async () => {
    const { admit, lines } = accessOver({
      'conversations.info': () => ({ ...fail('missing_scope'), needed: 'channels:read' }),
    });
    await admit();
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { msg: 'slack does not say', error: 'missing_scope', needed: 'channels:read' },
    ]);
    expect(lines.join()).not.toMatch(/U1|C1|xox/);
  });
});

describe('a command typed where somebody wrote to the bot', () => {
  it('is direct there, and for them alone', async () => {
    const { admit } = accessOver({ 'conversations.info': () => fail('missing_scope') });
    expect(await admit({ channel: 'D1' })).toMatchObject({ closed: 'unanswered' });
    await admit({ channel: 'D1', delivery: 'direct' });
    expect(await admit({ channel: 'D1' })).toMatchObject({ audience: { internal: true } });
    expect(await admit({ channel: 'D1', user: 'U2' })).toMatchObject({ closed: 'unanswered' });
  });

  it('makes no channel direct', async () => {
    const { admit } = accessOver({ 'conversations.info': () => ({ channel: { ...OWN, is_ext_shared: true } }) });
    await admit({ delivery: 'direct' });
    expect(await admit()).toMatchObject({ closed: 'shared' });
  });
});
