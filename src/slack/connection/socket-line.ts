import { setTimeout as wait } from 'node:timers/promises';
import type { SocketModeReceiver } from '@slack/bolt';
import type { Logger } from 'pino';
import { refusalOf } from '../delivery/slack-fault.ts';

class NoGreeting extends Error {
  override readonly name = 'NoGreeting';
}

type Client = SocketModeReceiver['client'];

/** Slack greets within this time, or another socket is opened. In milliseconds. */
const LONGEST_GREETING = 30_000;
/** The first pause before another attempt, and the longest; each is twice the one before. In milliseconds. */
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 60_000;
/** A connection that held for this long was a good one: the next attempt is made at once. In milliseconds. */
const GOOD = 30_000;

/** Keeps a web socket to Slack open: whatever closes it, and whatever Slack says, another is tried. */
export class SocketLine {
  private readonly client: Client;
  private readonly log: Logger;
  private readonly closing = new AbortController();
  private isOpening = false;
  private failures = 0;
  private openedAt = Number.NEGATIVE_INFINITY;

  constructor(client: Client, log: Logger) {
    this.client = client;
    this.log = log;
    client.on('disconnected', () => {
      if (!this.isOpening) void this.reopen();
    });
  }

  /** Opens the first. @throws what Slack says of a token that it does not take: nobody has seen it work yet */
  async open(): Promise<void> {
    await this.keepTrying((error) => refusalOf(error).fault === 'token-refused');
  }

  close(): void {
    this.closing.abort();
    void this.client.disconnect();
  }

  private async reopen(): Promise<void> {
    if (performance.now() - this.openedAt > GOOD) this.failures = 0;
    else this.failures++;
    await this.keepTrying(() => false).catch(() => {});
  }

  private async keepTrying(isHopeless: (error: unknown) => boolean): Promise<void> {
    this.isOpening = true;
    try {
      for (; !this.closing.signal.aborted; this.failures++) {
        await this.pause();
        try {
          await this.attempt();
          return;
        } catch (error) {
          if (isHopeless(error)) throw error;
          this.log.error({ slack: refusalOf(error).slack, attempts: this.failures + 1 }, 'not connected');
        }
      }
    } finally {
      this.isOpening = false;
    }
  }

  private async attempt(): Promise<void> {
    const late = new AbortController();
    const greeting = wait(LONGEST_GREETING, undefined, { signal: late.signal, ref: false }).then(() => {
      throw new NoGreeting();
    });
    greeting.catch(() => {});
    try {
      await Promise.race([this.client.start(), greeting]);
      this.openedAt = performance.now();
    } catch (error) {
      // A socket that never greeted may still be open.
      if (error instanceof NoGreeting) void this.client.disconnect();
      throw error;
    } finally {
      late.abort();
    }
  }

  private async pause(): Promise<void> {
    if (this.failures === 0) return;
    const ms = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (this.failures - 1));
    await wait(ms, undefined, { signal: this.closing.signal }).catch(() => {});
  }
}
