import { webApi } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { People } from '../../src/slack/people.ts';

const TEAM = 'T1';
const MEMBER = { locale: 'zh-CN', team_id: TEAM, is_restricted: false, is_ultra_restricted: false };

/** A client whose every call is answered with `answer`; counts the calls. */
function slackThatSays(answer: () => object) {
  const calls: string[] = [];
  const answering = async (url: string | URL | Request): Promise<Response> => {
    calls.push(String(url));
    return Response.json(answer());
  };
  const client = new webApi.WebClient('xoxb-test', { fetch: answering, retryConfig: { retries: 0 } });
  return { client, calls };
}

const personFrom = (user: object) => new People().get(slackThatSays(() => ({ ok: true, user })).client, 'U1', TEAM);

describe('who may see internal material', () => {
  it('a full member of the workspace', async () => {
    expect(await personFrom(MEMBER)).toEqual({ language: 'zh', isInsider: true });
  });

  it('a member of the same organisation whose home is another workspace of it', async () => {
    expect((await personFrom({ ...MEMBER, team_id: 'T2', enterprise_user: { teams: ['T2', TEAM] } })).isInsider).toBe(
      true,
    );
  });

  it.each([
    ['a guest', { is_restricted: true }],
    ['a guest of one channel', { is_ultra_restricted: true }],
    ['someone whom Slack calls a stranger', { is_stranger: true }],
    ['someone of another workspace', { team_id: 'T2' }],
    ['someone of no known workspace', { team_id: undefined }],
    ['someone who has left', { deleted: true }],
  ])('not %s', async (_, fields) => {
    expect((await personFrom({ ...MEMBER, ...fields })).isInsider).toBe(false);
  });

  it('nobody when Slack refuses to say, or says something else', async () => {
    const unknown = { language: 'zh', isInsider: false };
    const refusing = slackThatSays(() => ({ ok: false, error: 'missing_scope' }));
    expect(await new People().get(refusing.client, 'U1', TEAM)).toEqual(unknown);
    const odd = slackThatSays(() => ({ ok: true, user: { is_restricted: 'yes' } }));
    expect(await new People().get(odd.client, 'U1', TEAM)).toEqual(unknown);
  });

  it('nobody while our own workspace is unknown', async () => {
    const { client } = slackThatSays(() => ({ ok: true, user: MEMBER }));
    expect((await new People().get(client, 'U1', undefined)).isInsider).toBe(false);
  });
});

describe('the language', () => {
  it.each([
    ['en-US', 'en'],
    ['en-GB', 'en'],
    ['zh-CN', 'zh'],
    ['ja-JP', 'zh'],
    [undefined, 'zh'],
  ])('of a person whose Slack is %s is %s', async (locale, language) => {
    expect((await personFrom({ ...MEMBER, locale })).language).toBe(language);
  });
});

describe('what was learned of a person', () => {
  it('holds five minutes, and a failure not at all', async () => {
    let now = 0;
    let isDown = true;
    const { client, calls } = slackThatSays(() =>
      isDown ? { ok: false, error: 'internal_error' } : { ok: true, user: MEMBER },
    );
    const people = new People(() => now);
    await people.get(client, 'U1', TEAM);
    isDown = false;
    expect((await people.get(client, 'U1', TEAM)).isInsider).toBe(true);
    await people.get(client, 'U1', TEAM);
    expect(calls).toHaveLength(2);
    now = 6 * 60_000;
    await people.get(client, 'U1', TEAM);
    expect(calls).toHaveLength(3);
  });
});
