import { z } from 'zod';
import { BOT, directRoomOf, type Room, residentNamed, TEAM } from '../workspace/index.ts';
import { messageObject, roomOf } from './chat.ts';
import { id, type Method, method, Refused } from './method.ts';

/** docs.slack.dev/reference/objects/conversation-object */
function conversationObject({ id: channel, kind, members, name, sharedWith, topic }: Room): object {
  if (kind === 'app') return { id: channel, is_im: true, user: members.find((one) => one !== BOT) };
  const isShared = sharedWith !== null;
  return {
    id: channel,
    name,
    topic: { value: topic },
    is_channel: true,
    is_im: false,
    is_member: true,
    is_private: false,
    is_archived: false,
    is_shared: isShared,
    is_ext_shared: isShared,
    is_org_shared: false,
    is_pending_ext_shared: false,
    pending_shared: [],
    context_team_id: TEAM,
    num_members: members.length,
  };
}

/** Scopes are asked for by the kind of conversation; what is public here needs `channels:`. */
const info = method('channels:read', z.object({ channel: id }), ({ channel }) => ({
  channel: conversationObject(roomOf(channel)),
}));

const members = method('channels:read', z.object({ channel: id }), ({ channel }) => ({
  members: roomOf(channel).members,
  response_metadata: { next_cursor: '' },
}));

const limit = z.coerce.number().int().min(1).max(999).default(100);

const replies = method(
  'channels:history',
  z.object({ channel: id, ts: id, limit }),
  ({ channel, limit: most, ts }, { workspace }) => {
    const room = roomOf(channel);
    const all = workspace.messages.list(
      (one) => one.conversation === room.id && one.only === null && (one.ts === ts || one.thread === ts),
    );
    if (all.length === 0) throw new Refused('thread_not_found');
    return { messages: all.slice(0, most).map(messageObject), has_more: all.length > most };
  },
);

const history = method(
  'channels:history',
  z.object({ channel: id, limit }),
  ({ channel, limit: most }, { workspace }) => {
    const room = roomOf(channel);
    const all = workspace.messages.list(
      (one) => one.conversation === room.id && one.only === null && (one.thread === null || one.isBroadcast),
    );
    return { messages: all.slice(-most).reverse().map(messageObject), has_more: all.length > most };
  },
);

/** The app does without `im:write`, so that here as in Slack it is refused. */
const open = method('im:write', z.object({ users: id }), ({ users }) => {
  const room = residentNamed(users) === undefined ? undefined : directRoomOf(users);
  if (room === undefined) throw new Refused('user_not_found');
  return { channel: { id: room.id }, already_open: true };
});

export const CONVERSATIONS: Readonly<Record<string, Method>> = {
  'conversations.info': info,
  'conversations.members': members,
  'conversations.replies': replies,
  'conversations.history': history,
  'conversations.open': open,
};
