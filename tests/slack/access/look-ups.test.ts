import { describe, expect, it } from 'vitest';
import { Channels } from '../../../src/slack/access/channels.ts';
import { People } from '../../../src/slack/access/people.ts';
import { UserGroups } from '../../../src/slack/access/user-groups.ts';
import { type Answers, fail, fakeSlack } from '../../support/fake-slack.ts';

const memory = { now: () => 0, onFailure: () => {} };

const MEMBER = { locale: 'zh-CN', team_id: 'T1', is_restricted: false, is_ultra_restricted: false };
const OWN = { is_shared: false, is_ext_shared: false, is_org_shared: false, is_pending_ext_shared: false };

const personFrom = (user: object) => new People(memory).get(fakeSlack({ 'users.info': () => ({ user }) }).client, 'U1');
const channelFrom = (channel: object) =>
  new Channels(memory).get(fakeSlack({ 'conversations.info': () => ({ channel }) }).client, 'C1');

/** Ids of so many people. */
const peopleOf = (count: number): string[] => Array.from({ length: count }, (_, i) => `U${i}`);

describe('a person', () => {
  it('is known by workspace, organisation, name and language', async () => {
    const enterprise_user = { enterprise_id: 'E1', teams: ['T2', 'T3'] };
    const profile = { display_name: '小某' };
    expect(
      await personFrom({ ...MEMBER, locale: 'en-GB', name: 'mou', real_name: '某某', profile, enterprise_user }),
    ).toEqual({
      name: '小某',
      language: 'en',
      isGuest: false,
      isNoReader: false,
      teams: ['T1', 'T2', 'T3'],
      enterprise: 'E1',
    });
    expect((await personFrom({ ...MEMBER, real_name: '某某', profile: { display_name: '' } }))?.name).toBe('某某');
  });

  it.each([
    ['a guest', { is_restricted: true }],
    ['a guest of one channel', { is_ultra_restricted: true }],
    ['whom Slack calls a stranger', { is_stranger: true }],
    ['who has left', { deleted: true }],
    ['of whom Slack does not say that they are none', { is_restricted: undefined }],
  ])('is a guest: %s', async (_, fields) => {
    expect((await personFrom({ ...MEMBER, ...fields }))?.isGuest).toBe(true);
  });

  it.each([
    ['an app', { is_bot: true }],
    ['a closed account', { deleted: true }],
  ])('reads nothing: %s', async (_, fields) => {
    expect((await personFrom({ ...MEMBER, ...fields }))?.isNoReader).toBe(true);
  });

  it.each([
    ['en-US', 'en'],
    ['zh-TW', 'zh'],
    ['ja-JP', 'zh'],
    [undefined, 'zh'],
  ])('whose Slack is %s is answered in %s', async (locale, language) => {
    expect((await personFrom({ ...MEMBER, locale }))?.language).toBe(language);
  });

  it.each<[string, Answers]>([
    ['refuses', { 'users.info': () => fail('missing_scope') }],
    ['says something else', { 'users.info': () => ({ user: { ...MEMBER, is_restricted: 'no' } }) }],
    ['says nothing', { 'users.info': () => ({}) }],
    ['speaks of somebody else', { 'users.info': () => ({ user: { ...MEMBER, id: 'U2' } }) }],
    ['does not say of whom it speaks', { 'users.info': () => ({ user: { ...MEMBER, id: undefined } }) }],
  ])('is unknown where Slack %s', async (_, answers) => {
    expect(await new People(memory).get(fakeSlack(answers).client, 'U1')).toBeNull();
  });
});

describe('many people', () => {
  const info = () => ({ user: MEMBER });
  /** A workspace of so many, in pages of 999; the last of all is a guest. */
  const list = (count: number) => (args: Record<string, string>) => {
    const from = Number(args['cursor'] ?? 0);
    const members = peopleOf(count)
      .slice(from, from + 999)
      .map((id) => ({ id, ...MEMBER, is_restricted: id === `U${count - 1}` }));
    const next = from + 999 < count ? String(from + 999) : '';
    return { members: [...members, { unlike: 'a user' }], response_metadata: { next_cursor: next } };
  };

  it('are asked for one by one while they are few, each once', async () => {
    const { client, calls } = fakeSlack({ 'users.info': info });
    const people = new People(memory);
    expect((await people.all(client, peopleOf(40)))?.every((person) => person?.isGuest === false)).toBe(true);
    await people.all(client, peopleOf(40));
    expect(calls.filter((call) => call.startsWith('users.info'))).toHaveLength(40);
    expect(calls).toHaveLength(40);
  });

  it('are read from the list of the workspace when they are more: 6 calls for 300 of 5,000', async () => {
    const { client, calls } = fakeSlack({ 'users.list': list(5000), 'users.info': info });
    const people = new People(memory);
    const members = await people.all(client, peopleOf(5000).slice(-300));
    expect(members?.filter((person) => person?.isGuest)).toHaveLength(1);
    expect(members).toHaveLength(300);
    expect(calls).toHaveLength(6);
    await people.all(client, peopleOf(300));
    expect(calls).toHaveLength(6);
  });

  it('who came after the list was read are asked for alone', async () => {
    const { client, calls } = fakeSlack({
      'users.list': list(100),
      'users.info': () => ({ user: { ...MEMBER, is_restricted: true } }),
    });
    const people = new People(memory);
    await people.prepare(client);
    const members = await people.all(client, [...peopleOf(99), 'U0NEW']);
    expect(members?.map((person) => person?.isGuest)).toEqual([...Array.from({ length: 99 }, () => false), true]);
    expect(calls).toEqual(['users.list', 'users.info U0NEW']);
  });

  it('are too many when the list tells of few of them', async () => {
    const { client, calls } = fakeSlack({ 'users.list': list(10), 'users.info': info });
    expect(await new People(memory).all(client, peopleOf(51))).toBeNull();
    expect(calls).toEqual(['users.list']);
  });

  it('are all unknown where the list is refused', async () => {
    const { client, calls } = fakeSlack({ 'users.list': () => fail('ratelimited'), 'users.info': info });
    expect(await new People(memory).all(client, peopleOf(41))).toEqual(Array.from({ length: 41 }, () => null));
    expect(calls).toEqual(['users.list']);
  });

  it('are unknown one by one where Slack refuses', async () => {
    const { client } = fakeSlack({ 'users.info': ({ user }) => (user === 'U1' ? fail('user_not_found') : info()) });
    const members = await new People(memory).all(client, peopleOf(3));
    expect(members?.map((person) => person === null)).toEqual([false, true, false]);
  });

  it('of a list that does not end are those of its first pages', async () => {
    const endless = () => ({ members: [{ id: 'U1', ...MEMBER }], response_metadata: { next_cursor: 'more' } });
    const { client, calls } = fakeSlack({ 'users.list': endless });
    await new People(memory).prepare(client);
    expect(calls).toHaveLength(15);
  });
});

describe('a channel', () => {
  it.each([
    ['of our own', {}, 'workspace'],
    ['shared with another organisation', { is_shared: true, is_ext_shared: true }, 'outside'],
    ['that is to be shared', { is_pending_ext_shared: true }, 'outside'],
    ['that somebody is invited to share', { pending_shared: ['T9'] }, 'outside'],
    ['that somebody has yet to accept', { pending_connected_team_ids: ['T9'] }, 'outside'],
    ['shared in the organisation', { is_shared: true, is_org_shared: true }, 'organisation'],
    ['shared in the organisation and beyond', { is_shared: true, is_org_shared: true, is_ext_shared: true }, 'outside'],
    ['shared in some way', { is_shared: true }, 'outside'],
  ])('%s', async (_, fields, reach) => {
    expect(await channelFrom({ ...OWN, is_im: false, ...fields })).toEqual({ kind: 'channel', reach });
  });

  it('that is a direct message says with whom', async () => {
    expect(await channelFrom({ is_im: true, user: 'U1', is_org_shared: false })).toEqual({
      kind: 'direct',
      partner: 'U1',
    });
  });

  it.each(Object.keys(OWN))('that does not say %s is unknown', async (field) => {
    expect(await channelFrom({ ...OWN, [field]: undefined })).toBeNull();
  });

  it.each([
    ['channel_not_found', { kind: 'unseen' }],
    ['not_in_channel', { kind: 'unseen' }],
    ['missing_scope', null],
    ['internal_error', null],
  ])('of which Slack says %s', async (error, expected) => {
    const { client } = fakeSlack({ 'conversations.info': () => fail(error) });
    expect(await new Channels(memory).get(client, 'C1')).toEqual(expected);
  });
});

describe('who is in a channel', () => {
  const pages = (count: number) => (args: Record<string, string>) => {
    const page = Number(args['cursor'] ?? 0);
    return { members: [`U${page}`], response_metadata: { next_cursor: page + 1 < count ? String(page + 1) : '' } };
  };
  const members = (answer: (args: Record<string, string>) => object) =>
    new Channels(memory).members(fakeSlack({ 'conversations.members': answer }).client, 'C1');

  it('is read to the last page', async () => {
    expect(await members(pages(3))).toEqual(['U0', 'U1', 'U2']);
  });

  it('is not looked at beyond three pages', async () => {
    expect(await members(pages(4))).toBe('crowded');
  });

  it('is unknown where one page is missing, or is no page', async () => {
    expect(await members((args) => (args['cursor'] === undefined ? pages(2)(args) : fail('ratelimited')))).toBeNull();
    expect(await members(() => ({ members: 'U1' }))).toBeNull();
  });
});

describe('user groups', () => {
  it('are those that name the person, each asked for once; one that Slack refuses is none', async () => {
    const { client, calls } = fakeSlack({
      'usergroups.users.list': ({ usergroup }) =>
        usergroup === 'S3' ? fail('no_such_subteam') : { users: usergroup === 'S1' ? ['U1', 'U2'] : ['U2'] },
    });
    const groups = new UserGroups(memory);
    expect(await groups.of(client, 'U1', ['S1', 'S2', 'S3'])).toEqual(new Set(['S1']));
    expect(await groups.of(client, 'U2', ['S1', 'S2'])).toEqual(new Set(['S1', 'S2']));
    expect(calls).toHaveLength(3);
  });
});
