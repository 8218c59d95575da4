import { z } from 'zod';
import { type Passage, Speech, yearOf, ZhibiError } from '../speech/index.ts';
import { type Fingerprint, fingerprintOf } from './fingerprint.ts';
import { nearDuplicates } from './near-duplicates.ts';
import { type SectionProfile, sectionProfiles } from './section-profiles.ts';
import { readSnapshot, writeSnapshot } from './snapshot.ts';
import { type TermHit, TermIndex, type TermQuery } from './term-index.ts';

/** A passage with the speech it is of. */
export interface Place {
  speech: Speech;
  passage: Passage;
}

/** Occurrences of a question's terms that are looked at, all terms together: some 10 ms. */
const MOST_POSTINGS = 7_000;
const FEWEST_TERMS = 3;

const Frequencies = z.record(z.string(), z.int().positive());
const Duplicates = z.array(z.array(z.string()));
/** By speech, each main section's terms and their weights. */
const Profiles = z.record(z.string(), z.array(z.record(z.string(), z.number())));

/** What is made of the speeches once, when they are indexed. */
interface Made {
  termIndex: TermIndex;
  frequencies: ReadonlyMap<string, number>;
  duplicates: readonly (readonly string[])[];
  profiles: ReadonlyMap<string, readonly SectionProfile[]>;
}

/** Speeches that can be asked: the inverted index over their passages, and the speeches themselves beside it. */
export class SpeechIndex {
  readonly speeches: readonly Speech[];
  /** What the index was made with and from. */
  readonly fingerprint: Fingerprint;
  /** The years that speeches were held in. */
  readonly years: ReadonlySet<number>;
  private readonly made: Made;
  private readonly places: ReadonlyMap<string, Place>;
  private readonly families: ReadonlyMap<string, readonly string[]>;

  private constructor(speeches: readonly Speech[], fingerprint: Fingerprint, made: Made) {
    this.speeches = speeches;
    this.fingerprint = fingerprint;
    this.years = new Set(speeches.map(yearOf).filter((year) => year !== null));
    this.made = made;
    this.families = new Map(made.duplicates.flatMap((family) => family.map((id) => [id, family] as const)));
    this.places = new Map(
      speeches.flatMap((speech) => speech.passages.map((passage) => [passage.id, { speech, passage }] as const)),
    );
  }

  /** Indexes the speeches in memory. Loads jieba's dictionary, and keeps the processor for about 1 s a megabyte. */
  static async build(speeches: readonly Speech[], onSpeech?: (done: number) => void): Promise<SpeechIndex> {
    const fingerprint = await fingerprintOf(speeches);
    const { termIndex, frequencies } = TermIndex.build(speeches, onSpeech);
    const duplicates = nearDuplicates(speeches);
    const profiles = sectionProfiles(speeches);
    return new SpeechIndex(speeches, fingerprint, { termIndex, frequencies, duplicates, profiles });
  }

  /**
   * Reads the index in a folder.
   *
   * @throws ZhibiError `index-missing`, `index-incompatible`, `index-damaged`
   */
  static async read(folder: string): Promise<SpeechIndex> {
    const { fingerprint, parts } = await readSnapshot(folder);
    try {
      const speeches = z.array(Speech).parse(JSON.parse(parts.speeches));
      return new SpeechIndex(speeches, fingerprint, {
        termIndex: TermIndex.deserialise(parts.terms),
        frequencies: new Map(Object.entries(Frequencies.parse(JSON.parse(parts.frequencies)))),
        duplicates: Duplicates.parse(JSON.parse(parts.duplicates)),
        profiles: deserialiseProfiles(parts.profiles),
      });
    } catch (error) {
      throw new ZhibiError('index-damaged', { folder, part: 'content' }, { cause: error });
    }
  }

  /** Writes the index into a folder, whole or not at all. @throws ZhibiError `index-unwritable` */
  async write(folder: string): Promise<void> {
    await writeSnapshot(folder, {
      fingerprint: this.fingerprint,
      parts: {
        speeches: JSON.stringify(this.speeches),
        terms: this.made.termIndex.serialise(),
        frequencies: JSON.stringify(Object.fromEntries(this.made.frequencies)),
        duplicates: JSON.stringify(this.made.duplicates),
        profiles: serialiseProfiles(this.made.profiles),
      },
    });
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
    return this.made.profiles.get(speech.id) ?? [];
  }

  /** In how many passages a term stands: their text, or a heading or title above it. */
  documentFrequency(term: string): number {
    return this.made.frequencies.get(term) ?? 0;
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

  /** Every term that stands anywhere. */
  get vocabulary(): Iterable<string> {
    return this.made.frequencies.keys();
  }

  search(query: TermQuery): TermHit[] {
    return this.made.termIndex.search(query);
  }
}

const serialiseProfiles = (profiles: Made['profiles']): string =>
  JSON.stringify(
    Object.fromEntries([...profiles].map(([id, all]) => [id, all.map((profile) => Object.fromEntries(profile))])),
  );

function deserialiseProfiles(json: string): Made['profiles'] {
  const bySpeech = Profiles.parse(JSON.parse(json));
  return new Map(
    Object.entries(bySpeech).map(([id, all]) => [id, all.map((profile) => new Map(Object.entries(profile)))]),
  );
}
