import { z } from 'zod';
import type { Kept } from '../workspace/index.ts';
import { BOT, BOT_ID, directRoomOf, fillInIds, type Room, residentNamed, roomNamed, TEAM } from '../workspace/index.ts';
import { checkedMessage } from './check.ts';
import { type Calling, flag, id, type Method, method, Refused } from './method.ts';

const Content = { text: z.string().optional(), blocks: z.unknown().optional() };

/** A conversation by its id; a person's id stands for their direct messages. @throws Refused */
export function roomOf(channel: string): Room {
  const room = residentNamed(channel) === undefined ? roomNamed(channel) : directRoomOf(channel);
  if (room === undefined) throw new Refused('channel_not_found');
  if (!room.members.includes(BOT)) throw new Refused('not_in_channel');
  return room;
}

/** What the page shows of a call. */
export const sentBy = ({ cause, method: name, payload }: Calling): NonNullable<Kept['sent']> => ({
  method: name,
  payload,
  ...(cause === undefined ? {} : { madeBy: cause.listener }),
});

/** A message as Slack gives it back. */
export const messageObject = ({ ts, text, blocks, author, thread }: Kept): object => ({
  type: 'message',
  ts,
  text,
  user: author,
  team: residentNamed(author)?.team ?? TEAM,
  ...(author === BOT ? { bot_id: BOT_ID } : {}),
  ...(blocks.length === 0 ? {} : { blocks }),
  ...(thread === null ? {} : { thread_ts: thread }),
});

/** The thread, if its first message is there; Slack lets nobody hang a thread under a reply. */
function threadIn({ workspace }: Calling, room: Room, thread: string | undefined): string | null {
  if (thread === undefined) return null;
  const first = workspace.messages.find(room.id, thread);
  if (first === undefined || first.only !== null) throw new Refused('thread_not_found');
  return first.thread ?? first.ts;
}

/** What the bot says in a conversation, wherever it is shown. @throws Refused */
function saidByBot(
  { blocks, text, thread_ts }: { text?: string | undefined; blocks?: unknown; thread_ts?: string | undefined },
  room: Room,
  calling: Calling,
) {
  const thread = threadIn(calling, room, thread_ts);
  const content = checkedMessage({ text, blocks }, calling);
  return {
    conversation: room.id,
    ts: calling.workspace.nextTs(),
    author: BOT,
    text: content.text,
    blocks: fillInIds(content.blocks),
    thread,
    sent: sentBy(calling),
  };
}

const postMessage = method(
  'chat:write',
  z.object({ ...Content, channel: id, thread_ts: id.optional(), reply_broadcast: flag }),
  ({ reply_broadcast: isBroadcast, ...given }, calling) => {
    const { workspace } = calling;
    const room = roomOf(given.channel);
    const said = saidByBot(given, room, calling);
    const { thread } = said;
    const kept = workspace.say({ ...said, isBroadcast: thread !== null && isBroadcast });
    // Whoever is answered no longer waits.
    workspace.setStatus({ conversation: room.id, thread, text: '' });
    return { channel: room.id, ts: kept.ts, message: messageObject(kept) };
  },
);

const update = method('chat:write', z.object({ ...Content, channel: id, ts: id }), (given, calling) => {
  const { workspace } = calling;
  const room = roomOf(given.channel);
  const before = workspace.messages.find(room.id, given.ts);
  if (before === undefined || before.only !== null) throw new Refused('message_not_found');
  if (before.author !== BOT) throw new Refused('cant_update_message');
  const { blocks, text } = checkedMessage(given, calling);
  const change = { text, blocks: fillInIds(blocks), sent: sentBy(calling), isEdited: true };
  const kept = workspace.change(room.id, given.ts, change);
  return { channel: room.id, ts: given.ts, text, ...(kept === undefined ? {} : { message: messageObject(kept) }) };
});

const postEphemeral = method(
  'chat:write',
  z.object({ ...Content, channel: id, user: id, thread_ts: id.optional() }),
  ({ user, ...given }, calling) => {
    const room = roomOf(given.channel);
    if (!room.members.includes(user)) throw new Refused('user_not_in_channel');
    const { ts } = calling.workspace.say({ ...saidByBot(given, room, calling), isEphemeral: true, only: user });
    return { message_ts: ts };
  },
);

export const CHAT: Readonly<Record<string, Method>> = {
  'chat.postMessage': postMessage,
  'chat.update': update,
  'chat.postEphemeral': postEphemeral,
};
