import { type Audience, type Passage, type Speech, yearOf } from '../speech/index.ts';
import type { CharacterIndex } from './character-index/index.ts';
import type { CollocationTable } from './collocations/index.ts';
import { openIndexFolder, writeIndexFolder } from './files/index.ts';
import { type Fingerprint, fingerprintOf } from './fingerprint.ts';
import type { Known } from './known.ts';
import { type Change, type Contents, inSlices, LiveIndex } from './live/index.ts';
import { fromParts, type Made, toParts } from './made.ts';
import { makeOf, type OnIndexing } from './make.ts';
import { once } from './once.ts';
import type { Phraseology } from './phraseology/index.ts';
import type { Place, Places } from './places.ts';
import type { SectionProfile } from './section-profiles.ts';
import type { TermHit, TermQuery } from './term-searcher.ts';

/** A passage that holds some of the terms of a question. */
export interface PassageHit extends Omit<TermHit, 'passage'> {
  place: Place;
}

/** Occurrences of a question's terms that are looked at, all terms together: some 10 ms. */
const MOST_POSTINGS = 7_000;
const FEWEST_TERMS = 3;
/** Audiences whose part of an index is remembered. */
const MOST_AUDIENCES = 4;

/** What an index can do beside answering; a part of one can't. */
interface Standing {
  /** What can be written; `null` of one that has changed. */
  made: Made | null;
  live: LiveIndex;
}

/**
 * Speeches that can be asked: the inverted index over their passages, and the speeches themselves beside it. Of an index
 * that was read from a folder, speeches and what was learned of them are read when they are first looked at; what is found
 * damaged then is a ZhibiError `index-damaged`.
 */
export class SpeechIndex {
  readonly speeches: readonly Speech[];
  /** What the index was made with and from. */
  readonly fingerprint: Fingerprint;
  private readonly known: Known;
  private readonly places: Places;
  /** The index that this is a part of; itself where it is none. What audiences share is kept with it. */
  readonly whole: SpeechIndex;
  /** `null` of a part of an index. */
  private readonly standing: Standing | null;
  /** What audiences may see that do not see everything, by {@link SeenPart.key}, the latest asked last. */
  private readonly parts = new Map<string, SpeechIndex>();
  private readonly heldIn = once(() => new Set(this.speeches.map(yearOf).filter((year) => year !== null)));

  /** @param from what it can do as a whole, or the whole that it is a part of */
  private constructor({ speeches, known, places }: Contents, fingerprint: Fingerprint, from: Standing | SpeechIndex) {
    this.speeches = speeches;
    this.fingerprint = fingerprint;
    this.whole = from instanceof SpeechIndex ? from : this;
    this.known = known;
    this.places = places;
    this.standing = from instanceof SpeechIndex ? null : from;
  }

  /** Indexes the speeches in memory: see {@link makeOf}. */
  static async build(speeches: readonly Speech[], onIndexing?: OnIndexing): Promise<SpeechIndex> {
    const made = await makeOf(speeches, onIndexing);
    return SpeechIndex.of(speeches, await fingerprintOf(speeches), made);
  }

  /**
   * Reads the index in a folder.
   *
   * @throws ZhibiError `index-missing`, `index-incompatible`, `index-damaged`
   */
  static async read(folder: string): Promise<SpeechIndex> {
    const open = await openIndexFolder(folder);
    const { speeches, made } = fromParts(open);
    return SpeechIndex.of(speeches, open.fingerprint, made);
  }

  private static of(speeches: readonly Speech[], fingerprint: Fingerprint, made: Made): SpeechIndex {
    const live = LiveIndex.over(speeches, made);
    return new SpeechIndex(live, fingerprint, { made, live });
  }

  /**
   * Reads what questions look at later, one part after another and others let in between, so that no question waits for it.
   *
   * @throws ZhibiError `index-damaged`
   */
  async readAhead(): Promise<void> {
    const { learned } = this.known;
    for (const part of ['families', 'characters', 'profiles', 'phraseology', 'collocations'] as const) {
      void learned[part];
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** Writes the index into a folder, whole or not at all. @throws ZhibiError `index-unwritable` */
  async write(folder: string): Promise<void> {
    const made = this.standing?.made ?? null;
    if (made === null) throw new TypeError('a part of an index, or one that has changed, is not written');
    await writeIndexFolder(folder, this.fingerprint, toParts(this.speeches, made));
  }

  /**
   * What an audience may see of the index: it answers as an index that was made of these speeches alone. Made once for all
   * audiences that see the same; takes a byte a passage and a few a speech.
   */
  seenBy(audience: Audience): SpeechIndex {
    if (this.standing === null) throw new TypeError('a part of an index has no parts');
    const { key, isAll, contents } = this.standing.live.seenBy(audience);
    if (isAll) return this;
    const part = this.parts.get(key) ?? new SpeechIndex(contents(), this.fingerprint, this);
    this.parts.delete(key);
    this.parts.set(key, part);
    const [oldest] = this.parts.keys();
    if (this.parts.size > MOST_AUDIENCES && oldest !== undefined) this.parts.delete(oldest);
    return part;
  }

  /**
   * The index after speeches came and went, this one staying as it is: what they say is found at once, what is learned of
   * all speeches together (see {@link LiveIndex}) waits for the next index. Others are let in while it is at work. Loads
   * jieba's dictionary.
   */
  async changed(change: Change): Promise<SpeechIndex> {
    if (this.standing === null) throw new TypeError('a part of an index does not change');
    const live = await this.standing.live.changed(change, inSlices());
    return new SpeechIndex(live, this.fingerprint, { made: null, live });
  }

  /** The years that speeches were held in. */
  get years(): ReadonlySet<number> {
    return this.heldIn();
  }

  /** Every character that the speeches say, and where it stands. Speeches are numbered as in {@link speeches}. */
  get characters(): CharacterIndex {
    return this.known.learned.characters;
  }

  /** Frames, parallel sets and set phrases of the speeches, numbered as in {@link speeches}. */
  get phraseology(): Phraseology {
    return this.known.learned.phraseology;
  }

  /** Which words stand together. */
  get collocations(): CollocationTable {
    return this.known.learned.collocations;
  }

  get passageCount(): number {
    return this.known.numbers.total;
  }

  /** The passage with this id; `undefined` once its speech has changed or gone. */
  place(passage: string): Place | undefined {
    return this.places.with(passage);
  }

  /** The passages of the speech at a position in {@link speeches}, in their order. */
  placesOf(position: number): Place[] {
    return this.places.of(position);
  }

  /** How many passages the speech of a place has, without reading it. */
  passageCountAround(place: Place): number {
    return this.places.countAround(place);
  }

  /** The speech with this id. */
  speech(id: string): Speech | undefined {
    return this.places.speechWith(id);
  }

  /**
   * The numbers of passages, ascending, for {@link TermQuery.among}.
   *
   * @param passes of which speeches
   * @param holds which of their passages; all where it is left out
   */
  numbersOf(passes: (speech: Speech) => boolean, holds?: (speech: Speech, passage: Passage) => boolean): Uint32Array {
    return this.places.numbersOf(passes, holds);
  }

  /** The passages that say nearly the same as one, itself among them: see `nearDuplicates`. */
  family(place: Place): readonly Place[] {
    const numbers = this.known.learned.families.with(place.number);
    return numbers === undefined ? [place] : [...numbers].flatMap((number) => this.places.at(number) ?? []);
  }

  /** What the main sections of a speech are about, in their order: see `mainSections`. */
  profiles(speech: Speech): readonly SectionProfile[] {
    return this.known.learned.profiles.of(this.places.positionOf(speech));
  }

  /** In how many passages a term stands: their text, or a heading or title above it. */
  documentFrequency(term: string): number {
    return this.known.terms.documentFrequency(term);
  }

  /**
   * The terms of a question that can be looked up in bounded time, those first that tell most for what they cost: what
   * stands in every passage costs most and tells least. At least three are kept.
   */
  affordable(terms: ReadonlyMap<string, number>): Map<string, number> {
    const counted = Array.from(terms, ([term, weight]) => ({ term, weight, frequency: this.documentFrequency(term) }));
    const cheapestFirst = counted.sort((a, b) => a.frequency / a.weight - b.frequency / b.weight);
    let postings = 0;
    const kept = cheapestFirst.filter(({ frequency }, i) => {
      postings += frequency;
      return i < FEWEST_TERMS || postings <= MOST_POSTINGS;
    });
    return new Map(kept.map(({ term, weight }) => [term, weight]));
  }

  /** Every term that stands anywhere in the {@link whole}; here some may have a frequency of 0. In an order of its own. */
  get vocabulary(): Iterable<string> {
    return this.known.terms.vocabulary();
  }

  /** The passages that hold any of the terms, the best first. */
  search(query: TermQuery): PassageHit[] {
    return this.known.terms.search(query).flatMap(({ passage, ...hit }) => {
      const place = this.places.at(passage);
      return place === undefined ? [] : [{ place, ...hit }];
    });
  }
}
