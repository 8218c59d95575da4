import { BOT_USER, TEAM } from '../../../tests/support/slack-stand-ins.ts';
import { directOf, standingOf, subjectIn, userOf, viewOf } from './ids.ts';

/** A request that the bot made of Slack: to a method, a response URL (`response`) or a file (`file`). */
export interface SlackRequest {
  method: string;
  /** Whose question it is for; '' where it does not tell. */
  subject: string;
  given: Readonly<Record<string, unknown>>;
}

/** A message of the bot's. */
export interface PostedByBot {
  ts: string;
  given: SlackRequest['given'];
}

/** What the methods know beside what is given. */
export interface SlackMemory {
  nextTs: () => string;
  /** URL of a file's content. */
  fileUrl: (id: string) => string;
  /** Size that is told of a file, in bytes. */
  fileSize: (id: string) => number;
  fileName: (id: string) => string;
  /** What the bot posted in a conversation, as it was given, oldest first. */
  posted: (conversation: string) => readonly PostedByBot[];
  /** Takes a trigger. @returns whether it was good */
  spend: (trigger: unknown) => boolean;
  /** Where a web socket is opened. */
  socketUrl: () => string;
}

type Method = (request: SlackRequest, memory: SlackMemory) => object;

const ELSEWHERE = 'T0ELSEWHERE';

/** docs.slack.dev/reference/objects/user-object */
function userObject(id: string): object {
  const standing = standingOf(subjectIn(id));
  return {
    id,
    team_id: standing === 'stranger' ? ELSEWHERE : TEAM,
    name: id.toLowerCase(),
    locale: 'zh-CN',
    deleted: false,
    is_bot: id === BOT_USER,
    is_restricted: standing === 'guest',
    is_ultra_restricted: false,
    is_stranger: standing === 'stranger',
  };
}

/** docs.slack.dev/reference/objects/conversation-object; strangers are in channels that are shared. */
function conversationObject(id: string, subject: string): object {
  if (id.startsWith('D')) return { id, is_im: true, user: userOf(subject) };
  const isShared = standingOf(subject) === 'stranger';
  const sharing = { is_shared: isShared, is_ext_shared: isShared, is_org_shared: false, is_pending_ext_shared: false };
  return { id, is_channel: true, is_im: false, is_member: true, is_archived: false, pending_shared: [], ...sharing };
}

/** The conversation that a message goes to: a person's id stands for their direct messages. */
export const conversationOf = (channel: unknown): string =>
  typeof channel === 'string' && channel.startsWith('U') ? directOf(subjectIn(channel)) : String(channel);

/** docs.slack.dev/reference/objects/message-object, of what the bot posted */
const ownMessages = (channel: unknown, { posted }: SlackMemory) =>
  posted(conversationOf(channel)).map(({ given, ts }) => ({
    type: 'message',
    user: BOT_USER,
    bot_id: 'B0ZHIBI',
    ts,
    text: given['text'],
    blocks: given['blocks'],
    metadata: given['metadata'],
    thread_ts: given['thread_ts'],
  }));

const message: Method = ({ given }, { nextTs }) => ({ channel: conversationOf(given['channel']), ts: nextTs() });
const triggered: Method = (request, memory) =>
  memory.spend(request.given['trigger_id']) ? view(request, memory) : { ok: false, error: 'exchanged_trigger_id' };
const view: Method = ({ subject, given }) => ({ view: { id: viewOf(subject), ...Object(given['view']) } });

const METHODS: Readonly<Record<string, Method>> = {
  response: () => ({}),
  'auth.test': () => ({ team_id: TEAM, user_id: BOT_USER, bot_id: 'B0ZHIBI', is_enterprise_install: false }),
  'apps.connections.open': (_, { socketUrl }) => ({ url: socketUrl() }),
  'users.info': ({ given }) => ({ user: userObject(String(given['user'])) }),
  'users.list': () => ({ members: [userObject(BOT_USER)], response_metadata: { next_cursor: '' } }),
  'usergroups.users.list': () => ({ users: [] }),
  'conversations.info': ({ given, subject }) => ({ channel: conversationObject(String(given['channel']), subject) }),
  'conversations.members': ({ subject }) => ({ members: [userOf(subject), BOT_USER] }),
  'conversations.replies': ({ given, subject }, memory) => ({
    messages: [
      { type: 'message', user: userOf(subject), text: '乡村振兴', ts: given['ts'] },
      ...ownMessages(given['channel'], memory).filter(({ thread_ts }) => thread_ts === given['ts']),
    ],
  }),
  'conversations.history': ({ given }, memory) => ({
    messages: ownMessages(given['channel'], memory)
      .filter(({ thread_ts, ts }) => thread_ts === undefined && Number(ts) > Number(given['oldest'] ?? 0))
      .toReversed(),
    has_more: false,
  }),
  'chat.postMessage': message,
  'chat.postEphemeral': (_, { nextTs }) => ({ message_ts: nextTs() }),
  'chat.update': ({ given }) => ({ channel: given['channel'], ts: given['ts'] }),
  'views.open': triggered,
  'views.push': triggered,
  'views.update': view,
  'views.publish': view,
  'assistant.threads.setSuggestedPrompts': () => ({}),
  'files.info': ({ given }, memory) => ({ file: fileObject(String(given['file']), memory) }),
};

/** docs.slack.dev/reference/objects/file-object */
const fileObject = (id: string, { fileName, fileSize, fileUrl }: SlackMemory): object => ({
  id,
  name: fileName(id),
  size: fileSize(id),
  url_private_download: fileUrl(id),
});

/** What Slack answers where nothing goes wrong. */
export function answerOf(request: SlackRequest, memory: SlackMemory): object {
  const method = METHODS[request.method];
  return method === undefined ? { ok: false, error: 'unknown_method' } : { ok: true, ...method(request, memory) };
}

/** Whose question a call is for. */
export function subjectOfCall(given: Readonly<Record<string, unknown>>): string {
  const ids = ['user', 'user_id', 'channel', 'channel_id', 'file', 'trigger_id', 'view_id'].map((key) => given[key]);
  return ids.map(subjectIn).find((subject) => subject !== '') ?? '';
}
