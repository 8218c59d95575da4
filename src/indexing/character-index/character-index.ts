import { type Span, type Speech, spokenSpans } from '../../speech/index.ts';
import type { SectionFile, Sections } from '../files/index.ts';
import { lastUpTo, lastUpToFrom } from '../sorted.ts';
import { Boundaries } from './boundaries.ts';
import { CharacterCollector, type Characters, EDGE_UNIT } from './collector.ts';
import { concatenated, shifted } from './columns.ts';
import { JoinedPostings } from './joined-postings.ts';
import { OffsetMap } from './offset-map.ts';
import { Postings } from './postings.ts';
import { toText, toUnits } from './text-units.ts';

/** The speeches that are asked, by where they begin and end. */
interface Kept {
  starts: Uint32Array;
  ends: Uint32Array;
  /** How many clauses each has. */
  clauses: Uint32Array;
  /** Whether these are all there are. */
  isAll: boolean;
}

const wholeOf = ({ speeches, boundaries }: Characters): Kept => ({
  starts: speeches.subarray(0, -1),
  ends: speeches.subarray(1),
  clauses: boundaries.arrays.clauseCounts,
  isAll: true,
});

/**
 * The speeches as characters. A *segment* is a title line, the words of a heading, or a passage; its text is normalised
 * (see `normalise`). A *place* counts UTF-16 units of all segments, one after the other.
 *
 * Memory beside the text: 4 bytes a unit for places, an eighth for clauses, and some tenths for sentences, segments and
 * the way back.
 */
export class CharacterIndex {
  /** All segments in reading order, speech by speech. What stands between two is in no clause and no pattern. */
  readonly text: string;
  private readonly made: Characters;
  private readonly kept: Kept;
  /** How often units stand in the speeches that are asked, where these are not all. */
  private readonly counted = new Map<string, number>();

  private constructor(made: Characters, kept: Kept = wholeOf(made)) {
    this.text = made.text;
    this.made = made;
    this.kept = kept;
  }

  static build(speeches: readonly Speech[]): CharacterIndex {
    const collector = new CharacterCollector();
    for (const speech of speeches) {
      collector.beginSpeech();
      for (const span of quotableSpans(speech)) collector.add(speech.text, span);
    }
    return new CharacterIndex(collector.finish());
  }

  /** {@link build} for who has others to let in between. @param breathe awaited after each segment */
  static async buildInSlices(speeches: readonly Speech[], breathe: () => Promise<void>): Promise<CharacterIndex> {
    const collector = new CharacterCollector();
    for (const speech of speeches) {
      collector.beginSpeech();
      for (const span of quotableSpans(speech)) {
        collector.add(speech.text, span);
        await breathe();
      }
    }
    return new CharacterIndex(collector.finish());
  }

  /** The same without some speeches: their words stand nowhere any more, and the others are numbered anew. */
  without(isLeftOut: (speech: number) => boolean): CharacterIndex {
    const { starts, ends, clauses } = this.kept;
    const isKept = (_: number, speech: number): boolean => !isLeftOut(speech);
    const kept = {
      starts: starts.filter(isKept),
      ends: ends.filter(isKept),
      clauses: clauses.filter(isKept),
      isAll: false,
    };
    return new CharacterIndex(this.made, kept);
  }

  /** The characters of several, one after the other; speeches are numbered on. What stands in them is not read again. */
  static joined(all: readonly CharacterIndex[]): CharacterIndex {
    const text = all.map((one) => one.text).join('');
    let length = 0;
    const placed = all.map(({ made, kept, text: own }) => {
      const start = length;
      length += own.length;
      return { ...made, kept, start, length: own.length };
    });
    const made = {
      text,
      postings: JoinedPostings.of(text, placed, EDGE_UNIT),
      boundaries: Boundaries.joined(placed, length),
      offsets: OffsetMap.joined(placed),
      segments: concatenated(placed.map(({ segments, start }) => shifted(segments, start))),
      speeches: concatenated([
        ...placed.map(({ speeches, start }) => shifted(speeches.subarray(0, -1), start)),
        Uint32Array.of(length),
      ]),
    };
    return new CharacterIndex(made, {
      starts: concatenated(placed.map(({ kept, start }) => shifted(kept.starts, start))),
      ends: concatenated(placed.map(({ kept, start }) => shifted(kept.ends, start))),
      clauses: concatenated(placed.map(({ kept }) => kept.clauses)),
      isAll: placed.every(({ kept }) => kept.isAll),
    });
  }

  /** All characters, those of speeches that were left out too, as the sections of a file. */
  toSections(): Sections {
    const { text, postings, boundaries, offsets, segments, speeches } = this.made;
    const { units, starts, places } = postings.arrays;
    const { clauseBits, clauseCounts, sentences } = boundaries.arrays;
    const { at, shifts, gapAt, gapLengths } = offsets.arrays;
    const characters = { text: toUnits(text), units, starts, places };
    const ends = { clauseBits, clauseCounts, sentences };
    const wayBack = { at, shifts, gapAt, gapLengths };
    return { sections: new Map(Object.entries({ ...characters, ...ends, ...wayBack, segments, speeches })) };
  }

  /** Reads what {@link toSections} gave, all of it. @throws ZhibiError `index-damaged` */
  static fromSections(file: SectionFile): CharacterIndex {
    const uint16 = (name: string): Uint16Array => file.read(name, [Uint16Array]);
    const uint32 = (name: string): Uint32Array => file.read(name, [Uint32Array]);
    const text = toText(uint16('text'));
    return new CharacterIndex({
      text,
      postings: new Postings(text, { units: uint16('units'), starts: uint32('starts'), places: uint32('places') }),
      boundaries: new Boundaries({
        clauseBits: uint32('clauseBits'),
        clauseCounts: uint32('clauseCounts'),
        sentences: uint32('sentences'),
      }),
      offsets: new OffsetMap({
        at: uint32('at'),
        shifts: file.read('shifts', [Int32Array]),
        gapAt: uint32('gapAt'),
        gapLengths: uint32('gapLengths'),
      }),
      segments: uint32('segments'),
      speeches: uint32('speeches'),
    });
  }

  get clauseCount(): number {
    return this.kept.clauses.reduce((sum, count) => sum + count, 0);
  }

  /** Where a run of normalised text begins, ascending; overlapping places are all there. Not to be written to. */
  occurrences(run: string): Uint32Array {
    const places = this.made.postings.occurrences(run);
    return this.kept.isAll ? places : this.amongKept(places);
  }

  /** Those of some ascending places that are in the speeches that are asked. */
  private amongKept(places: Uint32Array): Uint32Array {
    const { starts, ends } = this.kept;
    const found = new Uint32Array(places.length);
    let count = 0;
    let speech = 0;
    for (const place of places) {
      speech = lastUpToFrom(starts, speech, place);
      if (place >= (starts[speech] ?? Number.POSITIVE_INFINITY) && place < (ends[speech] ?? 0)) found[count++] = place;
    }
    return found.slice(0, count);
  }

  /** No run occurs more often than this: how often its rarest unit does. */
  mostOccurrences(run: string): number {
    let most = Number.POSITIVE_INFINITY;
    for (let at = 0; at < run.length; at++) most = Math.min(most, this.countOf(run.charAt(at)));
    return run === '' ? 0 : most;
  }

  private countOf(unit: string): number {
    if (this.kept.isAll) return this.made.postings.countOf(unit);
    const count = this.counted.get(unit) ?? this.occurrences(unit).length;
    this.counted.set(unit, count);
    return count;
  }

  /** Whether the unit at a place is inside a clause: false for the marks and blanks between clauses. */
  isInClause(place: number): boolean {
    return this.made.boundaries.isInClause(place);
  }

  /** The sentence that a place is in. */
  sentenceAt(place: number): Span {
    const { start, next } = this.made.boundaries.sentenceAt(place);
    return { start, end: Math.min(next, this.segmentAt(place).end) };
  }

  /** The title line, heading or passage that a place is in. */
  segmentAt(place: number): Span {
    const { segments, text } = this.made;
    const at = lastUpTo(segments, place);
    return { start: segments[at] ?? 0, end: (segments[at + 1] ?? text.length) - 1 };
  }

  /** The number of the speech that a place is in, as in the list that the index was made from. */
  speechAt(place: number): number {
    return lastUpTo(this.kept.starts, place);
  }

  /** {@link speechAt} for who goes through the places: `speech` is the one of a place before. */
  speechFrom(speech: number, place: number): number {
    return lastUpToFrom(this.kept.starts, speech, place);
  }

  /** Where a speech's first segment begins, and where its last one ends. */
  speechSpan(speech: number): Span {
    const { starts, ends } = this.kept;
    return { start: starts[speech] ?? 0, end: ends[speech] ?? 0 };
  }

  /**
   * The span of the speech's original behind `text[from, to)`, which lies in one segment and is not empty. A character
   * that unfolds to several (⑴ to "(1)") is in it whole when any part is.
   */
  originalSpan(from: number, to: number): Span {
    const { offsets } = this.made;
    const last = offsets.original(to - 1);
    let end = to;
    while (this.text.charCodeAt(end) !== EDGE_UNIT && offsets.original(end) === last) end++;
    return { start: offsets.original(from), end: offsets.original(end) - offsets.gapBehind(end - 1) };
  }
}

/** What can be quoted of a speech: its title and all that it says. */
const quotableSpans = (speech: Speech): Span[] =>
  [...speech.titleSpans, ...spokenSpans(speech)]
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start);
