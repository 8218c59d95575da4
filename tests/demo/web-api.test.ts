import { webApi } from '@slack/bolt';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Notice, ServerEvent } from '../../src/demo/protocol.ts';
import { BOT_TOKEN, localSlack, responseUrl, SLACK_API } from '../../src/demo/web-api/index.ts';
import { LocalWorkspace } from '../../src/demo/workspace/index.ts';
import { SCOPE_NAMES } from '../../src/slack/index.ts';

const FEATURES = { command: '/draft', commandDescription: () => '', shortcuts: () => [] };
const TEAM_ROOM = 'C0QICAO';
const SHARED_ROOM = 'C0LIANXI';
const MINUTE = 60_000;

let now: number;
let workspace: LocalWorkspace;
let client: webApi.WebClient;
let events: ServerEvent[];

const clientWith = (scopes = SCOPE_NAMES, token = BOT_TOKEN): webApi.WebClient =>
  new webApi.WebClient(token, {
    slackApiUrl: SLACK_API,
    fetch: localSlack(workspace, scopes),
    retryConfig: { retries: 0 },
    logLevel: webApi.LogLevel.ERROR,
  });

beforeEach(() => {
  now = 1_700_000_000_000;
  workspace = new LocalWorkspace(FEATURES, () => now);
  client = clientWith();
  events = [];
  workspace.listen('U0LI', (event) => events.push(event));
});

const notices = (): Notice[] => events.flatMap((event) => (event.type === 'notice' ? [event.notice] : []));
const refusal = (code: string) => ({ data: { error: code } });
const section = (text: string) => ({ type: 'section', text: { type: 'plain_text', text } }) as const;
const modal = { type: 'modal', title: { type: 'plain_text', text: '题' }, blocks: [section('正文')] } as const;
const asModal = (): Parameters<webApi.WebClient['views']['open']>[0]['view'] => JSON.parse(JSON.stringify(modal));

describe('the local Web API', () => {
  it('says on the page what it does not have', async () => {
    await expect(client.apiCall('reminders.add', { text: '一' })).rejects.toMatchObject(refusal('unknown_method'));
    expect(notices()).toEqual([{ level: 'warning', text: '本地工作区不支持 reminders.add' }]);
  });

  it('asks for the token and the scopes that Slack asks for', async () => {
    await expect(clientWith(SCOPE_NAMES, 'xoxb-other').auth.test()).rejects.toMatchObject(refusal('invalid_auth'));
    const without = clientWith(SCOPE_NAMES.filter((scope) => scope !== 'chat:write'));
    await expect(without.chat.postMessage({ channel: TEAM_ROOM, text: '一' })).rejects.toMatchObject({
      data: { error: 'missing_scope', needed: 'chat:write' },
    });
    await expect(client.conversations.open({ users: 'U0LI' })).rejects.toMatchObject(refusal('missing_scope'));
  });

  it('refuses blocks that Slack refuses, and shows why', async () => {
    const blocks = [{ type: 'section', text: { type: 'plain_text', text: '长'.repeat(3001) } }] as const;
    await expect(
      client.chat.postMessage({ channel: TEAM_ROOM, text: '一', blocks: [...blocks] }),
    ).rejects.toMatchObject(refusal('invalid_blocks'));
    expect(notices()[0]).toMatchObject({ level: 'error', text: expect.stringMatching(/chat\.postMessage.*3001/s) });
    expect(workspace.messages.list(({ text }) => text === '一')).toEqual([]);
  });

  it.each([
    ['blocks that are no JSON', { channel: TEAM_ROOM, text: '一', blocks: '[{' }, 'invalid_blocks'],
    ['nothing to say', { channel: TEAM_ROOM }, 'no_text'],
    ['no channel', { text: '一' }, 'invalid_arguments'],
    ['a channel that is not there', { channel: 'C0NOWHERE', text: '一' }, 'channel_not_found'],
    ['somebody who has no direct messages', { channel: 'U0ZHAO', text: '一' }, 'channel_not_found'],
    ['a thread that is not there', { channel: TEAM_ROOM, text: '一', thread_ts: '1.000000' }, 'thread_not_found'],
  ])('refuses %s', async (_, given, error) => {
    await expect(client.apiCall('chat.postMessage', given)).rejects.toMatchObject(refusal(error));
  });

  it('takes a person’s id for their direct messages', async () => {
    const { channel } = await client.chat.postMessage({ channel: 'U0LI', text: '你好' });
    expect(channel).toBe('D0LI');
  });

  it('changes what the bot wrote and nothing else', async () => {
    const { ts = '' } = await client.chat.postMessage({ channel: TEAM_ROOM, text: '一' });
    await client.chat.update({ channel: TEAM_ROOM, ts, text: '二' });
    expect(workspace.messages.find(TEAM_ROOM, ts)).toMatchObject({ text: '二', isEdited: true });
    const [theirs] = workspace.messages.list(({ author }) => author === 'U0WANG');
    const of = (other: string) => client.chat.update({ channel: TEAM_ROOM, ts: other, text: '三' });
    await expect(of(theirs?.ts ?? '')).rejects.toMatchObject(refusal('cant_update_message'));
    await expect(of('1.000000')).rejects.toMatchObject(refusal('message_not_found'));
  });

  it('says of people and channels what the rights depend on', async () => {
    expect(await client.users.info({ user: 'U0CHEN' })).toMatchObject({ user: { is_restricted: true } });
    expect(await client.users.info({ user: 'U0ZHAO' })).toMatchObject({
      user: { is_stranger: true, team_id: 'T0PARTNER' },
    });
    expect(await client.users.info({ user: 'U0MORGAN' })).toMatchObject({ user: { locale: 'en-GB' } });
    expect(await client.conversations.info({ channel: SHARED_ROOM })).toMatchObject({
      channel: { is_ext_shared: true },
    });
    expect(await client.conversations.info({ channel: TEAM_ROOM })).toMatchObject({ channel: { is_shared: false } });
    expect(await client.conversations.info({ channel: 'D0LI' })).toMatchObject({
      channel: { is_im: true, user: 'U0LI' },
    });
    expect((await client.conversations.members({ channel: SHARED_ROOM })).members).toContain('U0ZHAO');
    const { members = [] } = await client.users.list({});
    expect(members.map(({ id }) => id)).not.toContain('U0ZHAO');
  });

  it('gives threads and histories without what one person sees', async () => {
    const { ts = '' } = await client.chat.postMessage({ channel: TEAM_ROOM, text: '题' });
    await client.chat.postMessage({ channel: TEAM_ROOM, text: '答', thread_ts: ts });
    await client.chat.postEphemeral({ channel: TEAM_ROOM, user: 'U0LI', text: '密', thread_ts: ts });
    const { messages } = await client.conversations.replies({ channel: TEAM_ROOM, ts });
    expect(messages?.map(({ text }) => text)).toEqual(['题', '答']);
    const history = await client.conversations.history({ channel: TEAM_ROOM, limit: 1 });
    expect(history.messages?.map(({ text }) => text)).toEqual(['题']);
  });

  it('gives files to whoever shows the token', async () => {
    const { id } = workspace.keepFile('稿.txt', Buffer.from('正文'));
    const { file } = await client.files.info({ file: id });
    const slack = localSlack(workspace);
    const url = String(file?.url_private_download);
    const open = await slack(url, { headers: { authorization: `Bearer ${BOT_TOKEN}` } });
    expect(await open.text()).toBe('正文');
    expect(await (await slack(url)).text()).not.toContain('正文');
    await expect(client.files.info({ file: 'F0' })).rejects.toMatchObject(refusal('file_not_found'));
  });

  it('reaches nobody outside', async () => {
    expect((await localSlack(workspace)('https://example.com/')).status).toBe(404);
  });
});

describe('a trigger id', () => {
  const give = (view: string | null = null): string => workspace.triggers.give({ person: 'U0LI', view });

  it('opens one modal within three seconds', async () => {
    const trigger_id = give();
    await client.views.open({ trigger_id, view: asModal() });
    expect(workspace.views.stackOf('U0LI')).toHaveLength(1);
    await expect(client.views.open({ trigger_id, view: asModal() })).rejects.toMatchObject(
      refusal('exchanged_trigger_id'),
    );
    const late = give();
    now += 3001;
    await expect(client.views.open({ trigger_id: late, view: asModal() })).rejects.toMatchObject(
      refusal('expired_trigger_id'),
    );
    await expect(client.views.open({ trigger_id: 'x', view: asModal() })).rejects.toMatchObject(
      refusal('invalid_trigger_id'),
    );
  });

  it('lets three modals lie on one another', async () => {
    await client.views.open({ trigger_id: give(), view: asModal() });
    for (let i = 0; i < 2; i++) await client.views.push({ trigger_id: give('V'), view: asModal() });
    await expect(client.views.push({ trigger_id: give('V'), view: asModal() })).rejects.toMatchObject(
      refusal('push_limit_reached'),
    );
    const [first] = workspace.views.stackOf('U0LI');
    await client.views.update({ view_id: first?.id ?? '', view: asModal() });
    expect(workspace.views.stackOf('U0LI').map(({ method }) => method)).toEqual([
      'views.update',
      'views.push',
      'views.push',
    ]);
  });

  it('opens nothing that Slack refuses', async () => {
    const view = { ...asModal(), title: { type: 'plain_text' as const, text: '题'.repeat(25) } };
    await expect(client.views.open({ trigger_id: give(), view })).rejects.toMatchObject(refusal('invalid_arguments'));
    expect(notices()[0]?.level).toBe('error');
  });
});

describe('a response URL', () => {
  const give = (message: string | null = null): string =>
    responseUrl(workspace, { person: 'U0LI', room: TEAM_ROOM, message, thread: null });
  const post = (url: string, body: object): Promise<Response> =>
    localSlack(workspace)(url, { method: 'POST', body: JSON.stringify(body) });

  it('works five times', async () => {
    const url = give();
    const statuses: number[] = [];
    for (let i = 0; i < 6; i++) statuses.push((await post(url, { text: `${i}` })).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
  });

  it('works for half an hour', async () => {
    const url = give();
    now += 30 * MINUTE + 1;
    expect((await post(url, { text: '一' })).status).toBe(404);
    expect((await post(`${url}x`, { text: '一' })).status).toBe(404);
  });

  it('shows what is ephemeral to one person, replaces it and takes it back', async () => {
    await post(give(), { text: '密' });
    const [kept] = workspace.messages.list(({ text }) => text === '密');
    expect(kept?.only).toBe('U0LI');
    expect(workspace.stateFor('U0WANG').messages.map(({ text }) => text)).not.toContain('密');
    await post(give(kept?.ts), { text: '密二', replace_original: true });
    expect(workspace.messages.find(TEAM_ROOM, kept?.ts ?? '')?.text).toBe('密二');
    await post(give(kept?.ts), { delete_original: true });
    expect(workspace.messages.find(TEAM_ROOM, kept?.ts ?? '')).toBeUndefined();
    expect(events.at(-1)).toMatchObject({ type: 'message_deleted', ts: kept?.ts });
  });

  it('shows to all what is for the channel', async () => {
    await post(give(), { text: '公开', response_type: 'in_channel' });
    expect(workspace.stateFor('U0WANG').messages.map(({ text }) => text)).toContain('公开');
  });

  it('refuses what is no message', async () => {
    expect((await post(give(), { text: '' })).status).toBe(400);
    expect((await localSlack(workspace)(give(), { method: 'POST', body: '{' })).status).toBe(400);
  });
});

describe('what is told to people', () => {
  it('is told to members of the conversation alone', async () => {
    const told: ServerEvent[] = [];
    workspace.listen('U0ZHAO', (event) => told.push(event));
    await client.chat.postMessage({ channel: TEAM_ROOM, text: '内' });
    await client.chat.postMessage({ channel: SHARED_ROOM, text: '外' });
    await client.assistant.threads.setStatus({ channel_id: TEAM_ROOM, thread_ts: '1.0', status: '正在查' });
    const messages = told.flatMap((event) => (event.type === 'message' ? [event.message.text] : []));
    expect(messages).toEqual(['外']);
    expect(told.filter(({ type }) => type === 'status' && told.length > 0)).toHaveLength(1);
    expect(events.flatMap((event) => (event.type === 'status' ? [event.status.text] : []))).toContain('正在查');
  });

  it('has a time of its own each, in order', () => {
    const times = Array.from({ length: 50 }, () => workspace.nextTs());
    expect(new Set(times).size).toBe(50);
    expect(times.toSorted()).toEqual(times);
    for (const ts of times) expect(ts).toMatch(/^\d+\.\d{6}$/);
  });

  it('lacks no id that Slack fills in', async () => {
    const button = { type: 'button', text: { type: 'plain_text', text: '按' } } as const;
    const blocks = [
      section('一'),
      { type: 'actions', block_id: 'block-0', elements: [button, { ...button, action_id: 'own' }] },
    ] as const;
    const { ts = '' } = await client.chat.postMessage({
      channel: TEAM_ROOM,
      text: '一',
      blocks: JSON.parse(JSON.stringify(blocks)),
    });
    const [first, second] = workspace.messages.find(TEAM_ROOM, ts)?.blocks ?? [];
    expect(first?.block_id).not.toBe(second?.block_id);
    expect(second).toMatchObject({ elements: [{ action_id: 'action-0' }, { action_id: 'own' }] });
  });
});
