import type { Message } from '../../protocol.ts';

/** What stands in the conversation itself, oldest first. */
export const messagesIn = (messages: readonly Message[], conversation: string): Message[] =>
  messages.filter((one) => one.conversation === conversation && (one.thread === null || one.isBroadcast));

/** What hangs under a message, oldest first. */
export const repliesTo = (messages: readonly Message[], conversation: string, ts: string): Message[] =>
  messages.filter((one) => one.conversation === conversation && one.thread === ts);

/** The line under a message that has replies; `null` if it has none. */
export interface ThreadSummary {
  count: number;
  /** Who replied, each once, the first first. */
  authors: string[];
  last: string;
}

export function threadSummary(replies: readonly Message[]): ThreadSummary | null {
  const last = replies.at(-1);
  if (last === undefined) return null;
  return { count: replies.length, authors: [...new Set(replies.map(({ author }) => author))], last: last.ts };
}

/** Seconds after which the same person's next message has its own head. */
const PAUSE = 5 * 60;

export interface Row {
  message: Message;
  /** Begins a day: drawn under its date. */
  startsDay: boolean;
  /** Follows its author's last message closely: drawn without head. */
  isFollowing: boolean;
}

/** @param dayOf what tells days apart, in the reader's time zone */
export function rows(messages: readonly Message[], dayOf: (ts: string) => string): Row[] {
  return messages.map((message, i) => {
    const before = messages[i - 1];
    const startsDay = before === undefined || dayOf(before.ts) !== dayOf(message.ts);
    const isFollowing =
      !startsDay &&
      before.author === message.author &&
      before.isEphemeral === message.isEphemeral &&
      Number(message.ts) - Number(before.ts) < PAUSE;
    return { message, startsDay, isFollowing };
  });
}

/** The `ts` of the last that others wrote here, `''` if nobody did. */
const lastFromOthers = (messages: readonly Message[], me: string, conversation: string): string =>
  messages.findLast((one) => one.conversation === conversation && one.author !== me)?.ts ?? '';

/**
 * The conversations that hold something new.
 *
 * @param read up to which `ts` each was read; one that it doesn't name is read
 */
export function unreadIn(
  messages: readonly Message[],
  me: string,
  read: Readonly<Record<string, string>>,
): ReadonlySet<string> {
  return new Set(
    Object.entries(read)
      .filter(([conversation, ts]) => Number(lastFromOthers(messages, me, conversation)) > Number(ts))
      .map(([conversation]) => conversation),
  );
}

/** The message that an arrow up in an empty composer edits. */
export const lastOwn = (messages: readonly Message[], me: string): Message | undefined =>
  messages.findLast((one) => one.author === me && !one.isEphemeral && one.sent === null);
