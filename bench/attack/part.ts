import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { type Bot, startBot } from './bot.ts';
import { BotLog } from './bot-log.ts';
import type { Places } from './corpus.ts';
import type { Program } from './program.ts';
import type { Measured } from './promise.ts';
import { SlackDelivery } from './slack/delivery.ts';
import { PeopleOfSlack } from './slack/requests.ts';
import { SlackStandIn } from './slack/stand-in.ts';

/** What every part of the attack works with. */
export interface AttackContext {
  program: Program;
  places: Places;
  /** A folder for what is kept meanwhile. */
  root: string;
  seed: number;
  /** A small count of everything. */
  isQuick: boolean;
  /** Tells how far it is. */
  progress: (words: string) => void;
}

/** A part of the attack. @returns its figures; throws where it could not be made */
export type AttackPart = (context: AttackContext) => Promise<Measured[]>;

/** A bot with the Slack that stands in for the real one. */
export class Workplace {
  readonly slack = new SlackStandIn();
  readonly people = new PeopleOfSlack(this.slack);
  readonly delivery = new SlackDelivery();
  readonly log = new BotLog();
  readonly state: string;
  /** How each bot ended that was not killed by us. */
  readonly exits: string[] = [];
  private current: Bot | null = null;
  private readonly context: AttackContext;
  private readonly mode: 'http' | 'socket';

  private constructor(context: AttackContext, mode: 'http' | 'socket') {
    this.context = context;
    this.mode = mode;
    this.state = mkdtempSync(join(context.root, 'state-'));
  }

  /** Runs with a bot that has been started, and kills it in the end. */
  static async during<T>(
    context: AttackContext,
    mode: 'http' | 'socket',
    run: (workplace: Workplace) => Promise<T>,
  ): Promise<T> {
    const workplace = new Workplace(context, mode);
    await workplace.slack.start();
    try {
      await workplace.start();
      return await run(workplace);
    } finally {
      await workplace.current?.kill();
      workplace.delivery.close();
      await workplace.slack.stop();
    }
  }

  get bot(): Bot {
    if (this.current === null) throw new TypeError('no bot was started');
    return this.current;
  }

  /** Starts the bot over the same state. */
  async start(): Promise<void> {
    const { places, program } = this.context;
    const { log, mode, state } = this;
    this.current = await startBot({ ...places, program, mode, state, log, apiUrl: this.slack.apiUrl });
  }

  /** Kills the bot and starts another. */
  async restart(): Promise<void> {
    await this.bot.kill();
    await this.start();
  }

  /** Starts the bot anew where it has ended by itself, and counts that. @param during what it ended of, where that is known */
  async revive(during?: string): Promise<boolean> {
    const ending = this.bot.ending();
    if (ending === null) return false;
    this.exits.push([...(during === undefined ? [] : [during]), this.log.lastError ?? ending].join(': '));
    await this.start();
    return true;
  }
}
