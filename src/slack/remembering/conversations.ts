import { z } from 'zod';
import type { Previous } from '../../assistant/index.ts';
import type { Store } from '../../store/index.ts';
import { Question } from './questions.ts';

/** A thread that was silent for so long begins anew. In milliseconds. */
const REMEMBERED_FOR = 7 * 24 * 60 * 60_000;

const DIRECT_FOR = 365 * 24 * 60 * 60_000;

const LastAnswer = z.strictObject({
  request: Question,
  page: z.int().min(1),
  passages: z.array(z.string()),
  more: z.int().min(0).exactOptional(),
});

/**
 * What was last answered in each conversation, so that 更多 can follow; and which message of ours answers which of theirs,
 * so that an edited question edits its answer.
 */
export class Conversations {
  private readonly store: Store;

  constructor(store: Store) {
    this.store = store;
  }

  /** @param thread timestamp of the thread's first message; of a direct message without one, empty */
  lastAnswer(channel: string, thread: string): Previous | undefined {
    return this.store.get(`answer:${channel}:${thread}`, LastAnswer);
  }

  /** Remembers an answer that can be followed up; of any other kind the one before stays. */
  rememberAnswer(channel: string, thread: string, answer: Previous): void {
    const kept = LastAnswer.safeParse(answer);
    if (kept.success) this.keep(`answer:${channel}:${thread}`, kept.data);
  }

  /** Our message that answers theirs. */
  replyTo(channel: string, ts: string): string | undefined {
    return this.store.get(`reply:${channel}:${ts}`, z.string());
  }

  rememberReply(channel: string, ts: string, reply: string): void {
    this.keep(`reply:${channel}:${ts}`, reply);
  }

  /** Whether a conversation is somebody's direct messages with us. */
  isDirect(channel: string): boolean {
    return this.store.get(`direct:${channel}`, z.literal(true)) ?? false;
  }

  rememberDirect(channel: string): void {
    if (!this.isDirect(channel)) void this.store.set(`direct:${channel}`, true, DIRECT_FOR);
  }

  /** Whether somebody is welcomed for the first time. */
  isFirstWelcome(user: string): boolean {
    return this.store.add(`welcome:${user}`, true, DIRECT_FOR).added;
  }

  private keep(key: string, value: z.infer<typeof LastAnswer> | string): void {
    void this.store.set(key, JSON.parse(JSON.stringify(value)), REMEMBERED_FOR);
  }
}
