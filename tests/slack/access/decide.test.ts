import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { release } from '../../../src/assistant/index.ts';
import type { Answer } from '../../../src/drafting/index.ts';
import type { Channel } from '../../../src/slack/access/channels.ts';
import { type Delivery, decide, type Facts, type Whereabouts } from '../../../src/slack/access/decide.ts';
import type { Account } from '../../../src/slack/access/people.ts';
import { type AccessPolicy, DEFAULT_POLICY } from '../../../src/slack/access/policy.ts';
import { answersIn, COVERT, DRAWER, SECRET } from '../../support/answers.ts';

const TEAM = 'T0000001';
const OTHER = 'T0000002';
const CHANNEL = 'C0000001';

const account = (fields: Partial<Account> = {}): Account => ({
  name: '某同志',
  language: 'zh',
  isGuest: false,
  isNoReader: false,
  teams: [TEAM],
  enterprise: null,
  ...fields,
});

/** Who asks, and whether they are the workspace's own. */
const PERSONS: Record<string, { person: Account | null; isOwn: boolean }> = {
  member: { person: account(), isOwn: true },
  'member of an organisation': { person: account({ enterprise: 'E1' }), isOwn: true },
  guest: { person: account({ isGuest: true }), isOwn: false },
  stranger: { person: account({ teams: [OTHER] }), isOwn: false },
  unknown: { person: null, isOwn: false },
};

const own: Channel = { kind: 'channel', reach: 'workspace' };
const organisation: Channel = { kind: 'channel', reach: 'organisation' };

interface Place {
  channel: Channel | null;
  members: Facts['members'];
  /** Whether the workspace's own people, of these only, are among themselves there. */
  isClosedCircle: boolean;
  /** Only for who belongs to an organisation. */
  ofOrganisation?: boolean;
}
const PLACES: Record<string, Place> = {
  'a channel of our own': { channel: own, members: [account(), account()], isClosedCircle: true },
  'with apps, and people who have left': {
    channel: own,
    members: [account(), account({ isNoReader: true, isGuest: true, teams: [] })],
    isClosedCircle: true,
  },
  'with a guest': { channel: own, members: [account(), account({ isGuest: true })], isClosedCircle: false },
  'with somebody of another workspace': {
    channel: own,
    members: [account(), account({ teams: [OTHER] })],
    isClosedCircle: false,
  },
  'with somebody unknown': { channel: own, members: [account(), null], isClosedCircle: false },
  'with too many': { channel: own, members: 'crowded', isClosedCircle: false },
  'with nobody knows whom': { channel: own, members: null, isClosedCircle: false },
  'shared with others': {
    channel: { kind: 'channel', reach: 'outside' },
    members: [account()],
    isClosedCircle: false,
  },
  'shared in the organisation': {
    channel: organisation,
    members: [account({ enterprise: 'E1' }), account({ enterprise: 'E1', teams: [OTHER] })],
    isClosedCircle: true,
    ofOrganisation: true,
  },
  'shared in the organisation, with a guest': {
    channel: organisation,
    members: [account({ enterprise: 'E1', isGuest: true })],
    isClosedCircle: false,
  },
  'shared in the organisation, with somebody of none': {
    channel: organisation,
    members: [account()],
    isClosedCircle: false,
  },
  'a direct message with somebody else': {
    channel: { kind: 'direct', partner: 'U0000009' },
    members: [account()],
    isClosedCircle: false,
  },
  'a conversation without the bot': { channel: { kind: 'unseen' }, members: null, isClosedCircle: false },
  unanswered: { channel: null, members: [account()], isClosedCircle: false },
};

const DELIVERIES: readonly Delivery[] = ['private', 'direct', 'posted'];

/** Rules for the folder, and where it is seen. */
const FOLDERS = {
  nobody: { rule: {}, isSeen: () => false },
  'the person': { rule: { people: ['U0000001'] }, isSeen: (delivery: Delivery) => delivery !== 'posted' },
  'their group': { rule: { groups: ['S0000001'] }, isSeen: (delivery: Delivery) => delivery !== 'posted' },
  'another group': { rule: { groups: ['S0000002'] }, isSeen: () => false },
  'the channel': { rule: { channels: [CHANNEL] }, isSeen: (delivery: Delivery) => delivery !== 'direct' },
  'another channel': { rule: { channels: ['C0000002'] }, isSeen: () => false },
};

const where = (fields: Partial<Whereabouts> = {}): Whereabouts => ({
  delivery: 'private',
  channel: CHANNEL,
  user: 'U0000001',
  teamId: TEAM,
  userTeam: TEAM,
  ...fields,
});
const facts = (fields: Partial<Facts> = {}): Facts => ({
  person: account(),
  channel: own,
  members: [account()],
  groups: new Set(['S0000001']),
  ...fields,
});
const policyOf = (fields: Partial<AccessPolicy>): AccessPolicy => ({ ...DEFAULT_POLICY, ...fields });

const cases = Object.entries(PERSONS).flatMap(([who, person]) =>
  Object.entries(PLACES).flatMap(([place, circle]) =>
    DELIVERIES.flatMap((delivery) =>
      Object.entries(FOLDERS).map(([seenBy, folder]) => ({
        who,
        ...person,
        place,
        ...circle,
        delivery,
        seenBy,
        folder,
      })),
    ),
  ),
);

const NO_RULE = { folder: DRAWER, groups: [], people: [], channels: [] };

/** The rule in other words: our own people, alone with the answer or among themselves. */
function maySeeInternal(given: Place & { person: Account | null; isOwn: boolean; delivery: Delivery }): boolean {
  const isAmongOwn = given.isClosedCircle && (given.ofOrganisation !== true || given.person?.enterprise === 'E1');
  return given.isOwn && (given.delivery === 'direct' || (given.delivery === 'private' && isAmongOwn));
}

describe('what leaves, for everybody, everywhere, on every way', () => {
  const { any: answers } = answersIn(['', DRAWER]);

  /** Whether these words stand in what is left, and whether they stood there before. */
  const tally = { shown: 0, kept: 0 };
  const check = (mark: string, may: boolean, before: Answer, left: Answer): void => {
    const isShown = JSON.stringify(left).includes(mark);
    if (!may) expect(isShown).toBe(false);
    tally.shown += isShown ? 1 : 0;
    tally.kept += !may && JSON.stringify(before).includes(mark) ? 1 : 0;
  };

  it.each([
    ['internal', SECRET],
    ['hidden', COVERT],
  ])('is nothing %s where it must not, and all of it where it may', (_, mark) => {
    Object.assign(tally, { shown: 0, kept: 0 });
    fc.assert(
      fc.property(fc.constantFrom(...cases), answers, ({ delivery, folder, ...given }, answer) => {
        const policy = policyOf({ workspaces: [TEAM, OTHER], folders: [{ ...NO_RULE, ...folder.rule }] });
        const admission = decide(policy, facts(given), where({ delivery }));
        if (!admission.isAllowed) throw new Error('refused');
        const left = release(answer, admission.audience);
        const mayInternal = maySeeInternal({ delivery, ...given });
        const mayHidden = folder.isSeen(delivery);
        check(mark, mark === SECRET ? mayInternal : mayHidden, answer, left);
        if (mayInternal && mayHidden) expect(left).toEqual(answer);
      }),
      { numRuns: 1500 },
    );
    expect(tally.shown).toBeGreaterThan(20);
    expect(tally.kept).toBeGreaterThan(100);
  });

  it.each(cases.filter(({ seenBy }) => seenBy === 'nobody'))(
    'internal words to $who, $place, $delivery: open exactly where no reason is given',
    ({ person, channel, members, delivery }) => {
      const policy = policyOf({ workspaces: [TEAM, OTHER] });
      const admission = decide(policy, facts({ person, channel, members }), where({ delivery }));
      expect(admission).toMatchObject({ isAllowed: true });
      if (admission.isAllowed) expect(admission.audience.internal).toBe(admission.closed === undefined);
    },
  );
});

describe('why internal words are not shown', () => {
  it.each([
    ['posted', {}, { delivery: 'posted' }],
    ['outsider', { person: account({ isGuest: true }) }, {}],
    ['outsider', { person: null }, { delivery: 'posted' }],
    ['unidentified', { person: null }, { delivery: 'direct' }],
    ['shared', { channel: { kind: 'channel', reach: 'outside' } }, {}],
    ['guests', { members: [account({ isGuest: true })] }, {}],
    ['crowded', { members: 'crowded' }, {}],
    ['unseen', { channel: { kind: 'unseen' }, members: null }, {}],
    ['unanswered', { channel: null }, {}],
    ['unanswered', { members: null }, {}],
    ['unanswered', { channel: null, members: null }, { channel: null }],
  ] as const)('%s: %j %j', (closed, known, at) => {
    expect(decide(DEFAULT_POLICY, facts(known), where(at))).toMatchObject({ isAllowed: true, closed });
  });
});

describe('a command typed in the direct message with the bot', () => {
  it('is as direct as what is said there', () => {
    const known = facts({ channel: { kind: 'direct', partner: 'U0000001' }, members: null });
    const policy = policyOf({ channels: ['C0000002'] });
    expect(decide(policy, known, where({ channel: 'D0000001' }))).toMatchObject({ audience: { internal: true } });
  });
});

describe('who may use it', () => {
  const admit = (policy: Partial<AccessPolicy>, known: Partial<Facts>, at: Partial<Whereabouts>) => {
    const admission = decide(policyOf(policy), facts(known), where(at));
    return admission.isAllowed ? 'allowed' : admission.reason;
  };

  it.each([
    ['a member', {}, {}, {}, 'allowed'],
    ['a guest of the workspace', {}, { person: account({ isGuest: true }) }, {}, 'allowed'],
    ['somebody of another workspace', {}, { person: account({ teams: [OTHER] }) }, {}, 'workspace'],
    [
      'the same, whatever the payload says',
      {},
      { person: account({ teams: [OTHER] }) },
      { userTeam: TEAM },
      'workspace',
    ],
    ['the same, on the list', { workspaces: [OTHER] }, { person: account({ teams: [OTHER] }) }, {}, 'allowed'],
    ['a member, where the list has others', { workspaces: [OTHER] }, {}, {}, 'workspace'],
    ['whom Slack does not tell of, by the payload', {}, { person: null }, {}, 'allowed'],
    ['whom nothing tells of', {}, { person: null }, { userTeam: undefined }, 'workspace'],
    ['anybody, while our own workspace is unknown', {}, {}, { teamId: undefined }, 'workspace'],
    ['in a channel on the list', { channels: [CHANNEL] }, {}, {}, 'allowed'],
    ['in another channel', { channels: ['C0000002'] }, {}, {}, 'channel'],
    ['in another channel, posted', { channels: ['C0000002'] }, {}, { delivery: 'posted' }, 'channel'],
    ['in no channel that is known', { channels: [CHANNEL] }, {}, { channel: null }, 'channel'],
    ['in a direct message', { channels: ['C0000002'] }, {}, { delivery: 'direct' }, 'allowed'],
    ['of a group on the list', { groups: ['S0000002', 'S0000001'] }, {}, {}, 'allowed'],
    ['of another group', { groups: ['S0000002'] }, {}, {}, 'group'],
    ['of another group, in a direct message', { groups: ['S0000002'] }, {}, { delivery: 'direct' }, 'group'],
  ] as const)('%s', (_, policy, known, at, expected) => {
    const { userTeam, ...rest } = { userTeam: TEAM as string | undefined, ...at };
    const { userTeam: __, ...plain } = where(rest as Partial<Whereabouts>);
    const place = userTeam === undefined ? plain : { ...plain, userTeam };
    const admission = decide(policyOf(policy), facts(known), place);
    expect(admission.isAllowed ? 'allowed' : admission.reason).toBe(expected);
  });

  it('on a list of workspaces is no insider of ours', () => {
    const person = account({ teams: [OTHER] });
    const admission = decide(policyOf({ workspaces: [OTHER] }), facts({ person }), where({ delivery: 'direct' }));
    expect(admission).toMatchObject({ person: { isInsider: false }, audience: { internal: false } });
  });

  it('is the first question: a person of another workspace is not told of channels and groups', () => {
    const policy = { channels: ['C0000002'], groups: ['S0000002'] };
    expect(admit(policy, { person: account({ teams: [OTHER] }) }, {})).toBe('workspace');
    expect(admit(policy, {}, {})).toBe('channel');
  });
});

describe('a folder inside a folder', () => {
  it('is seen by who may see both', () => {
    const rule = { groups: [], channels: [] };
    const policy = policyOf({
      folders: [
        { ...rule, folder: '内部/', people: ['U0000001'] },
        { ...rule, folder: '内部/会议/', people: ['U0000002'] },
      ],
    });
    const hiddenFrom = (user: string): readonly string[] => {
      const admission = decide(policy, facts(), where({ user, delivery: 'direct' }));
      return admission.isAllowed ? admission.audience.hidden : [];
    };
    expect(hiddenFrom('U0000001')).toEqual(['内部/会议/']);
    expect(hiddenFrom('U0000002')).toEqual(['内部/']);
  });
});
