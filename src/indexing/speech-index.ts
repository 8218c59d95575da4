import { z } from 'zod';
import { type Passage, Speech, ZhibiError } from '../speech/index.ts';
import { terms } from '../text/index.ts';
import { type Fingerprint, fingerprintOf } from './fingerprint.ts';
import { readSnapshot, writeSnapshot } from './snapshot.ts';
import { type TermHit, TermIndex, type TermQuery } from './term-index.ts';

/** A passage with the speech it is of. */
export interface Place {
  speech: Speech;
  passage: Passage;
}

const Frequencies = z.record(z.string(), z.int().positive());

/** Speeches that can be asked: the inverted index over their passages, and the speeches themselves beside it. */
export class SpeechIndex {
  readonly speeches: readonly Speech[];
  /** What the index was made with and from. */
  readonly fingerprint: Fingerprint;
  private readonly termIndex: TermIndex;
  private readonly frequencies: ReadonlyMap<string, number>;
  private readonly places: ReadonlyMap<string, Place>;

  private constructor(
    speeches: readonly Speech[],
    fingerprint: Fingerprint,
    termIndex: TermIndex,
    frequencies: ReadonlyMap<string, number>,
  ) {
    this.speeches = speeches;
    this.fingerprint = fingerprint;
    this.termIndex = termIndex;
    this.frequencies = frequencies;
    this.places = new Map(
      speeches.flatMap((speech) => speech.passages.map((passage) => [passage.id, { speech, passage }] as const)),
    );
  }

  /** Indexes the speeches in memory. Loads jieba's dictionary, and keeps the processor for about 1 s a megabyte. */
  static async build(speeches: readonly Speech[], onSpeech?: (done: number) => void): Promise<SpeechIndex> {
    const fingerprint = await fingerprintOf(speeches);
    return new SpeechIndex(speeches, fingerprint, TermIndex.build(speeches, onSpeech), documentFrequencies(speeches));
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
      const frequencies = Frequencies.parse(JSON.parse(parts.frequencies));
      const termIndex = TermIndex.deserialise(parts.terms);
      return new SpeechIndex(speeches, fingerprint, termIndex, new Map(Object.entries(frequencies)));
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
        terms: this.termIndex.serialise(),
        frequencies: JSON.stringify(Object.fromEntries(this.frequencies)),
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

  /** In how many passages a term stands, headings and titles aside. */
  documentFrequency(term: string): number {
    return this.frequencies.get(term) ?? 0;
  }

  search(query: TermQuery): TermHit[] {
    return this.termIndex.search(query);
  }
}

function documentFrequencies(speeches: readonly Speech[]): Map<string, number> {
  const frequencies = new Map<string, number>();
  for (const { text, passages } of speeches) {
    for (const { start, end } of passages) {
      for (const term of new Set(terms(text.slice(start, end)))) {
        frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
      }
    }
  }
  return frequencies;
}
