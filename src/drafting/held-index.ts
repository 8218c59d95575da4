import type { Change, SpeechIndex } from '../indexing/index.ts';
import type { Held, IndexHolder } from './index-holder.ts';

/** The index that questions are asked of, and which may become another between two of them. */
export class HeldIndex implements IndexHolder {
  private readonly read: () => Promise<SpeechIndex>;
  private opening: Promise<SpeechIndex> | undefined;
  private staged: SpeechIndex | undefined;

  /** @param read opens the index in the folder. @throws ZhibiError `index-*` */
  constructor(read: () => Promise<SpeechIndex>) {
    this.read = read;
  }

  /**
   * The index as it is now: who asks it keeps it to the end. It is read at the first question, once; should that fail, the
   * next one tries again, so that an index built meanwhile is found without a restart.
   */
  now(): Promise<SpeechIndex> {
    this.opening ??= this.read().catch((error: unknown) => {
      this.opening = undefined;
      throw error;
    });
    return this.opening;
  }

  async held(): Promise<Held> {
    return told(await this.now());
  }

  async stage(): Promise<Held> {
    this.staged = undefined;
    const staged = await this.read();
    await staged.readAhead();
    this.staged = staged;
    return told(staged);
  }

  async swap(): Promise<Held> {
    if (this.staged !== undefined) this.opening = Promise.resolve(this.staged);
    this.staged = undefined;
    return this.held();
  }

  async change(change: Change): Promise<Held> {
    const { staged } = this;
    const changed = await (staged ?? (await this.now())).changed(change);
    if (staged === undefined) this.opening = Promise.resolve(changed);
    else this.staged = changed;
    return told(changed);
  }
}

const told = ({ fingerprint, passageCount, speeches }: SpeechIndex): Held => ({
  corpus: fingerprint.corpus,
  speeches: speeches.length,
  passages: passageCount,
});
