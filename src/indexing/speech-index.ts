import { type Passage, type Speech, yearOf, ZhibiError } from '../speech/index.ts';
import type { CharacterIndex } from './character-index/index.ts';
import { CollocationTable } from './collocations/index.ts';
import { type Fingerprint, fingerprintOf } from './fingerprint.ts';
import { allOf, type Known, knownWithout } from './known.ts';
import type { Change } from './live/change.ts';
import { fromParts, type Made, makeOf, toParts } from './made.ts';
import type { Phraseology } from './phraseology/index.ts';
import type { SectionProfile } from './section-profiles.ts';
import { readSnapshot, writeSnapshot } from './snapshot.ts';
import { lastUpTo } from './sorted.ts';
import type { TermHit, TermQuery } from './term-searcher.ts';

/** A passage with the speech it is of. */
export interface Place {
  speech: Speech;
  passage: Passage;
}

/** A passage that holds some of the terms of a question. */
export interface PassageHit extends Omit<TermHit, 'passage'> {
  place: Place;
}

/** Occurrences of a question's terms that are looked at, all terms together: some 10 ms. */
const MOST_POSTINGS = 7_000;
const FEWEST_TERMS = 3;
/** Parts of an index that are remembered: each has its own lists of places. */
const MOST_PARTS = 4;

/** Speeches that can be asked: the inverted index over their passages, and the speeches themselves beside it. */
export class SpeechIndex {
  readonly speeches: readonly Speech[];
  /** What the index was made with and from. */
  readonly fingerprint: Fingerprint;
  /** The years that speeches were held in. */
  readonly years: ReadonlySet<number>;
  private readonly known: Known;
  /** `null` for a part of an index. */
  private readonly made: Made | null;
  /** Parts by the numbers of the speeches that they are without, the latest asked last. */
  private readonly parts = new Map<string, SpeechIndex>();
  private readonly places: ReadonlyMap<string, Place>;
  private table: CollocationTable | undefined;
  private readonly families: ReadonlyMap<string, readonly string[]>;

  private constructor(speeches: readonly Speech[], fingerprint: Fingerprint, known: Known, made: Made | null) {
    this.speeches = speeches;
    this.fingerprint = fingerprint;
    this.years = new Set(speeches.map(yearOf).filter((year) => year !== null));
    this.made = made;
    this.known = known;
    this.families = new Map(known.duplicates.flatMap((family) => family.map((id) => [id, family] as const)));
    this.places = new Map(
      speeches.flatMap((speech) => speech.passages.map((passage) => [passage.id, { speech, passage }] as const)),
    );
  }

  /** Indexes the speeches in memory. Loads jieba's dictionary, and keeps the processor for about 2 s a megabyte. */
  static async build(speeches: readonly Speech[], onSpeech?: (done: number) => void): Promise<SpeechIndex> {
    const made = makeOf(speeches, onSpeech);
    return new SpeechIndex(speeches, await fingerprintOf(speeches), allOf(made, speeches), made);
  }

  /**
   * Reads the index in a folder.
   *
   * @throws ZhibiError `index-missing`, `index-incompatible`, `index-damaged`
   */
  static async read(folder: string): Promise<SpeechIndex> {
    const { fingerprint, parts } = await readSnapshot(folder);
    try {
      const { speeches, made } = fromParts(parts, folder);
      return new SpeechIndex(speeches, fingerprint, allOf(made, speeches), made);
    } catch (error) {
      throw new ZhibiError('index-damaged', { folder, part: 'content' }, { cause: error });
    }
  }

  /** Writes the index into a folder, whole or not at all. @throws ZhibiError `index-unwritable` */
  async write(folder: string): Promise<void> {
    if (this.made === null) throw new TypeError('a part of an index is not written');
    await writeSnapshot(folder, {
      fingerprint: this.fingerprint,
      parts: toParts(this.speeches, this.made, this.fingerprint),
    });
  }

  /**
   * The index without the speeches of some folders, as if these were not there; see `knownWithout` for what is known of
   * all together and stays. Takes time in proportion to the index, once for each set of speeches.
   *
   * @param folders paths below the corpus folder, with a slash at the end
   */
  without(folders: readonly string[]): SpeechIndex {
    if (folders.length === 0) return this;
    const kept = this.speeches.filter(({ file }) => !folders.some((folder) => file.startsWith(folder)));
    if (kept.length === this.speeches.length) return this;
    if (this.made === null) throw new TypeError('a part of an index has no parts');
    const left = new Set(kept);
    const key = this.speeches.flatMap((speech, i) => (left.has(speech) ? [] : [i])).join();
    const part =
      this.parts.get(key) ??
      new SpeechIndex(kept, this.fingerprint, knownWithout(this.made, this.speeches, kept), null);
    this.parts.delete(key);
    this.parts.set(key, part);
    const [oldest] = this.parts.keys();
    if (this.parts.size > MOST_PARTS && oldest !== undefined) this.parts.delete(oldest);
    return part;
  }

  /** The index after speeches came and went; this one stays as it is. */
  async changed({ added, removed }: Change): Promise<SpeechIndex> {
    const gone = new Set(removed);
    const { fingerprint } = this;
    const left = [...this.speeches.filter(({ id }) => !gone.has(id)), ...added];
    const made = makeOf(left);
    return new SpeechIndex(left, fingerprint, allOf(made, left), made);
  }

  /** Every character that the speeches say, and where it stands. Speeches are numbered as in {@link speeches}. */
  get characters(): CharacterIndex {
    return this.known.characters;
  }

  /** Frames, parallel sets and set phrases of the speeches, numbered as in {@link speeches}. */
  get phraseology(): Phraseology {
    return this.known.phraseology;
  }

  /** Which words stand together: made ready when it is first asked for. */
  get collocations(): CollocationTable {
    this.table ??= new CollocationTable(this.known.collocations);
    return this.table;
  }

  get passageCount(): number {
    return this.places.size;
  }

  /** The passage with this id; `undefined` once its speech has changed or gone. */
  place(passage: string): Place | undefined {
    return this.places.get(passage);
  }

  /** The passages that say nearly the same as one, itself among them: see `nearDuplicates`. */
  family(passage: string): readonly string[] {
    return this.families.get(passage) ?? [passage];
  }

  /** What the main sections of a speech are about, in their order: see `mainSections`. */
  profiles(speech: Speech): readonly SectionProfile[] {
    return this.known.profiles.get(speech.id) ?? [];
  }

  /** In how many passages a term stands: their text, or a heading or title above it. */
  documentFrequency(term: string): number {
    return this.known.documentFrequency(term);
  }

  /**
   * The terms of a question that can be looked up in bounded time, those first that tell most for what they cost: what
   * stands in every passage costs most and tells least. At least three are kept.
   */
  affordable(terms: ReadonlyMap<string, number>): Map<string, number> {
    const price = ([term, weight]: [string, number]): number => this.documentFrequency(term) / weight;
    const cheapestFirst = [...terms].sort((a, b) => price(a) - price(b));
    let postings = 0;
    return new Map(
      cheapestFirst.filter(([term], i) => {
        postings += this.documentFrequency(term);
        return i < FEWEST_TERMS || postings <= MOST_POSTINGS;
      }),
    );
  }

  /** Every term that stands anywhere; without some speeches, theirs too, which have a frequency of 0. */
  get vocabulary(): Iterable<string> {
    return this.known.vocabulary();
  }

  /** The passages that hold any of the terms, the best first. */
  search(query: TermQuery): PassageHit[] {
    return this.known.search(query).flatMap(({ passage, ...hit }) => {
      const place = this.numbered(passage);
      return place === undefined ? [] : [{ place, ...hit }];
    });
  }

  private numbered(number: number): Place | undefined {
    const at = lastUpTo(this.known.firstPassages, number);
    const speech = this.speeches[at];
    const passage = speech?.passages[number - (this.known.firstPassages[at] ?? 0)];
    return speech === undefined || passage === undefined ? undefined : { speech, passage };
  }

  /**
   * The numbers of passages, ascending, for {@link TermQuery.among}.
   *
   * @param passes of which speeches
   * @param holds which of their passages; all where it is left out
   */
  numbersOf(passes: (speech: Speech) => boolean, holds?: (speech: Speech, passage: Passage) => boolean): Uint32Array {
    const numbers = this.speeches.flatMap((speech, i) => {
      if (!passes(speech)) return [];
      const first = this.known.firstPassages[i] ?? 0;
      return speech.passages.flatMap((passage, j) => (holds?.(speech, passage) === false ? [] : [first + j]));
    });
    return Uint32Array.from(numbers);
  }
}
