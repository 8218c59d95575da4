import type { IndexHolder } from '../drafting/index.ts';
import { type Speech, ZhibiError } from '../speech/index.ts';
import { CorpusFiles, type Looked } from './corpus-files.ts';
import { difference, type Served, type Step, servedBy, type Wanted, wantedOf } from './difference.ts';
import { failed } from './events.ts';
import { Freezer } from './freezer.ts';
import { SETTLED_AFTER } from './look.ts';
import type { Reach } from './reach.ts';

/** Files that are read, and ids that change, before the index is told: what came first is answerable first. */
const BATCH = 20;
/** A look at least this often, for what no watcher tells (network shares). */
const LOOK_EVERY = 15_000;
/** As often while something is missing or in doubt. */
const LOOK_AGAIN = 2000;
/** A look takes no more than a fiftieth of the time. */
const REST = 50;

/** What is known of the index that is asked. */
interface Base {
  holder: IndexHolder;
  served: Served;
  /** Passages that it was made of, and that came in or went since. */
  frozen: number;
  live: number;
  changedAt: number | null;
  isStaged: boolean;
}

/**
 * Keeps an index abreast of its corpus folders. What there is to do is always the difference between what the index has and
 * what the files give: whatever was missed or went wrong is made good by the next step.
 */
export class Keeper {
  private readonly reach: Reach;
  private readonly files: CorpusFiles;
  private readonly freezer: Freezer;
  private holder: IndexHolder | null = null;
  private base: Base | null = null;
  /** Of the index in the folder when it was last opened; `null` where none has been. */
  private stamp: string | null = null;
  /** Whether there is no index, or none that can be kept. */
  private isIndexNeeded = false;

  constructor(reach: Reach) {
    this.reach = reach;
    this.files = new CorpusFiles(reach);
    this.freezer = new Freezer(reach);
  }

  /** Another holds the index: what is known of it is asked anew. */
  connect(holder: IndexHolder): void {
    this.holder = holder;
    this.base = null;
    this.stamp = null;
    this.reach.wake();
  }

  /** Does what there is to do. Never throws. @returns how long to wait for the next step, in milliseconds */
  async step(): Promise<number> {
    const started = this.reach.now();
    try {
      await this.open();
      const lookedAt = this.reach.now();
      const looked = await this.files.look();
      const tookToLook = this.reach.now() - lookedAt;
      if (this.base !== null) await this.takeIn(this.base, looked, started);
      return Math.min(this.freezeIfDue(looked), pauseAfter(looked, tookToLook));
    } catch (error) {
      this.giveUp(error);
      return LOOK_AGAIN;
    }
  }

  /** Opens the index where none is open, or another stands in its folder. */
  private async open(): Promise<void> {
    const { holder, reach } = this;
    if (holder === null) return;
    const stamp = await reach.indexStamp();
    if (stamp === this.stamp) return;
    const isFirst = this.stamp === null;
    this.stamp = stamp;
    const started = reach.now();
    try {
      const held = isFirst ? await holder.held() : await holder.stage();
      // What is read of it only when it is asked for is looked at now: made anew, before somebody misses it.
      await reach.checkIndex();
      const records = await reach.ledgerOf(held.corpus);
      this.isIndexNeeded = records === null;
      this.base = null;
      // Nobody knows what is to change in an index without a ledger; it is asked all the same until there is another.
      if (records === null) return void (await holder.swap());
      this.files.believe(records);
      const { passages, speeches } = held;
      const served = servedBy(records);
      this.base = { holder, served, frozen: passages, live: 0, changedAt: null, isStaged: !isFirst };
      reach.tell({ event: 'kept', speeches, passages, ms: Math.round(reach.now() - started) });
    } catch (error) {
      if (!isOfIndex(error)) throw error;
      this.isIndexNeeded = true;
      reach.tell(failed('open', error));
    }
  }

  /** Reads what is due and has the index changed, batch by batch; what is staged is asked when it has all of it. */
  private async takeIn(base: Base, { due }: Looked, started: number): Promise<void> {
    for (let i = 0; i < due.length; i += BATCH) {
      const fresh = new Map<string, Speech>();
      for (const one of due.slice(i, i + BATCH)) {
        const speech = await this.files.read(one);
        if (speech !== null) fresh.set(keyOf({ folder: one.folder, file: one.found.file }), speech);
      }
      await this.bringUpToDate(base, fresh, started);
    }
    await this.bringUpToDate(base, new Map(), started);
    if (base.isStaged) await base.holder.swap();
    base.isStaged = false;
  }

  private async bringUpToDate(base: Base, fresh: ReadonlyMap<string, Speech>, started: number): Promise<void> {
    const steps = difference(base.served, wantedOf(this.files.records()));
    for (let i = 0; i < steps.length; i += BATCH) {
      const some = steps.slice(i, i + BATCH);
      const read = new Map<Wanted, Speech>();
      for (const wanted of some.flatMap(({ added }) => added)) {
        const speech = fresh.get(keyOf(wanted)) ?? (await this.files.readAgain(wanted));
        if (speech !== null) read.set(wanted, speech);
      }
      await this.change(base, some, read, started);
    }
  }

  private async change(
    base: Base,
    steps: readonly Step[],
    read: ReadonlyMap<Wanted, Speech>,
    started: number,
  ): Promise<void> {
    const removed = steps.filter(({ isThere }) => isThere).map(({ id }) => id);
    const added = [...read.values()];
    if (removed.length + added.length === 0) return;
    const { passages, speeches } = await base.holder.change({ added, removed });
    for (const step of steps) note(base.served, step, read);
    const now = this.reach.now();
    base.live += added.reduce((sum, speech) => sum + speech.passages.length, 0) + removed.length;
    base.changedAt = now;
    const ms = Math.round(now - started);
    this.reach.tell({ event: 'changed', added: added.length, removed: removed.length, speeches, passages, ms });
  }

  private freezeIfDue({ hasFiles, isSure, isUnsettled }: Looked): number {
    // What is being copied is waited for, what may only be out of reach is not left out, and of nothing none is made.
    if (this.holder === null || !hasFiles || !isSure || isUnsettled) return Number.POSITIVE_INFINITY;
    const { changedAt, frozen, live } = this.base ?? { changedAt: null, frozen: 0, live: 0 };
    return this.freezer.consider({ changedAt, frozen, live, isNeeded: this.isIndexNeeded });
  }

  /** What failed is tried again. Of an index that did not take a change nothing is known any more. */
  private giveUp(error: unknown): void {
    this.base = null;
    if (error instanceof ZhibiError && error.code === 'drafter-stopped') {
      this.holder = null;
      return;
    }
    this.isIndexNeeded = true;
    this.reach.tell(failed('change', error));
  }
}

const isOfIndex = (error: unknown): error is ZhibiError =>
  error instanceof ZhibiError && error.code.startsWith('index-');

const keyOf = ({ folder, file }: { folder: number; file: string }): string => `${folder} ${file}`;

function note(served: Served, { id, added }: Step, read: ReadonlyMap<Wanted, Speech>): void {
  const wholes = added.filter((wanted) => read.has(wanted)).map(({ speech }) => speech.whole);
  if (wholes.length === 0) served.delete(id);
  else served.set(id, wholes);
}

const pauseAfter = ({ isSure, isUnsettled }: Looked, tookToLook: number): number => {
  if (isUnsettled) return Math.max(SETTLED_AFTER, 2 * tookToLook);
  return Math.max(isSure ? LOOK_EVERY : LOOK_AGAIN, REST * tookToLook);
};
