import { randomUUID } from 'node:crypto';

/** docs.slack.dev/interactivity/handling-user-interaction: “3 seconds”, and once. */
const TRIGGER_TERM = 3000;
/** The same page: “up to 5 times within 30 minutes”. */
const RESPONSE_TERM = 30 * 60_000;
const RESPONSE_USES = 5;

/** What allows a modal to be opened, for a moment. */
export interface Trigger {
  person: string;
  /** The modal that it was pressed in. */
  view: string | null;
}

/** Where what a response URL brings is shown. */
export interface Response {
  person: string;
  room: string;
  /** The message whose button was pressed. */
  message: string | null;
  thread: string | null;
}

/** Keys that are good for a while, and for so many uses. */
class Passes<Value> {
  private readonly passes = new Map<string, { value: Value; until: number; uses: number }>();
  private readonly now: () => number;

  constructor(now: () => number) {
    this.now = now;
  }

  give(value: Value, term: number, uses: number): string {
    for (const [key, { until }] of this.passes) if (until + RESPONSE_TERM < this.now()) this.passes.delete(key);
    const key = randomUUID();
    this.passes.set(key, { value, until: this.now() + term, uses });
    return key;
  }

  use(key: string): Value | 'unknown' | 'expired' | 'used' {
    const pass = this.passes.get(key);
    if (pass === undefined) return 'unknown';
    if (this.now() > pass.until) return 'expired';
    if (pass.uses === 0) return 'used';
    pass.uses -= 1;
    return pass.value;
  }
}

/** Trigger ids: see {@link TRIGGER_TERM}. */
export class Triggers {
  private readonly passes: Passes<Trigger>;

  constructor(now: () => number) {
    this.passes = new Passes(now);
  }

  give = (trigger: Trigger): string => this.passes.give(trigger, TRIGGER_TERM, 1);

  use = (id: string): Trigger | 'unknown' | 'expired' | 'used' => this.passes.use(id);
}

/** Response URLs, by what stands behind their last slash. */
export class Responses {
  private readonly passes: Passes<Response>;

  constructor(now: () => number) {
    this.passes = new Passes(now);
  }

  give = (response: Response): string => this.passes.give(response, RESPONSE_TERM, RESPONSE_USES);

  use = (id: string): Response | 'unknown' | 'expired' | 'used' => this.passes.use(id);
}
