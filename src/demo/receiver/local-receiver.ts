import type { App, Receiver } from '@slack/bolt';
import { type Cause, causes } from '../cause.ts';

/** Slack waits so long for an acknowledgement (docs.slack.dev/interactivity/handling-user-interaction). In milliseconds. */
const PATIENCE = 3000;

/** Whether the app acknowledged in time, and what with. */
export type Acknowledged = { isInTime: true; response: unknown } | { isInTime: false };

/** Takes what people do in the local workspace to the app, as Slack's payloads; there is nothing to listen on. */
export class LocalReceiver implements Receiver {
  private app: App | undefined;
  private readonly running = new Set<Promise<void>>();

  init(app: App): void {
    this.app = app;
  }

  start(): Promise<void> {
    return Promise.resolve();
  }

  /** Waits for what is being answered. */
  async stop(): Promise<void> {
    await Promise.all(this.running);
  }

  /** @returns as soon as the app has acknowledged; what it does then goes on */
  deliver(body: Record<string, unknown>, cause: Cause): Promise<Acknowledged> {
    const { app } = this;
    if (app === undefined) throw new TypeError('the receiver has no app');
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve({ isInTime: false }), PATIENCE);
      const ack = async (response: unknown): Promise<void> => {
        clearTimeout(timer);
        resolve({ isInTime: true, response });
      };
      const end = (): void => {
        clearTimeout(timer);
        // Whoever has not acknowledged by now never will.
        resolve({ isInTime: false });
        this.running.delete(work);
      };
      // Bolt tells its own error handler of what goes wrong.
      const work: Promise<void> = causes.run(cause, () => app.processEvent({ body, ack })).then(end, end);
      this.running.add(work);
    });
  }
}
