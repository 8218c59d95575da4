import type { Frequencies, FrozenField, FrozenTerms } from '../frozen/frozen-terms.ts';
import { StringTable } from '../frozen/string-table.ts';
import { withTops } from '../frozen/with-tops.ts';

/** A segment, and where it goes. */
interface Placed {
  terms: FrozenTerms;
  /** The number of its first passage among all. */
  first: number;
  /** By its own number of a term, the number among all. */
  numbers: Uint32Array;
}

/**
 * One frozen index of several, as if all passages had been indexed together, segment after segment. Postings are counted
 * first and then moved, so that nothing is held twice but the segments and what is made of them.
 */
export function mergeFrozen(segments: readonly FrozenTerms[]): FrozenTerms {
  const vocabulary = mergedVocabulary(segments);
  const placed = placedAmong(segments, vocabulary);
  const passageCount = segments.reduce((sum, segment) => sum + segment.passageCount, 0);
  const names = new Set(segments.flatMap(({ fields }) => fields.map(({ name }) => name)));
  return {
    passageCount,
    vocabulary: StringTable.of(vocabulary),
    fields: [...names].map((name) => mergedField(name, placed, vocabulary.length, passageCount)),
  };
}

/** Every term once, in the order of UTF-16 units: the one that `sort` has by itself. */
function mergedVocabulary(segments: readonly FrozenTerms[]): string[] {
  const all = new Set<string>();
  for (const { vocabulary } of segments) for (let i = 0; i < vocabulary.length; i++) all.add(vocabulary.at(i));
  return [...all].sort();
}

function placedAmong(segments: readonly FrozenTerms[], vocabulary: readonly string[]): Placed[] {
  const numberOf = new Map(vocabulary.map((term, number) => [term, number]));
  let first = 0;
  return segments.map((terms) => {
    const numbers = Uint32Array.from(
      { length: terms.vocabulary.length },
      (_, i) => numberOf.get(terms.vocabulary.at(i)) ?? 0,
    );
    const placed = { terms, first, numbers };
    first += terms.passageCount;
    return placed;
  });
}

/** A field of one segment. */
interface Piece extends Omit<Placed, 'terms'> {
  field: FrozenField;
}

/** A segment without the field has no terms there. */
function mergedField(name: string, placed: readonly Placed[], termCount: number, passageCount: number): FrozenField {
  const pieces = placed.flatMap(({ terms, ...place }): Piece[] => {
    const field = terms.fields.find((one) => one.name === name);
    return field === undefined ? [] : [{ field, ...place }];
  });
  const lengths = new Uint16Array(passageCount);
  for (const { field, first } of pieces) lengths.set(field.lengths, first);
  return withTops({ name, averageLength: meanOf(lengths), lengths, ...mergedPostings(pieces, termCount) });
}

type Postings = Pick<FrozenField, 'starts' | 'passages' | 'frequencies'>;

function mergedPostings(pieces: readonly Piece[], termCount: number): Postings {
  const starts = startsOf(pieces, termCount);
  const total = starts[termCount] ?? 0;
  const passages = new Uint32Array(total);
  // As wide as the widest of the segments', which is as narrow as holds them all.
  const isWide = pieces.some(({ field }) => field.frequencies instanceof Uint16Array);
  const frequencies: Frequencies = isWide ? new Uint16Array(total) : new Uint8Array(total);
  // By term, where the postings of the next segment go.
  const next = starts.slice(0, termCount);
  for (const { field, first, numbers } of pieces) {
    for (let i = 0; i < numbers.length; i++) {
      const number = numbers[i] ?? 0;
      let to = next[number] ?? 0;
      const end = field.starts[i + 1] ?? 0;
      for (let from = field.starts[i] ?? 0; from < end; from++, to++) {
        passages[to] = first + (field.passages[from] ?? 0);
        frequencies[to] = field.frequencies[from] ?? 0;
      }
      next[number] = to;
    }
  }
  return { starts, passages, frequencies };
}

/** Where each term's postings begin, all segments together; one more at the end. */
function startsOf(pieces: readonly Piece[], termCount: number): Uint32Array {
  const starts = new Uint32Array(termCount + 1);
  for (const { field, numbers } of pieces) {
    for (let i = 0; i < numbers.length; i++) {
      const behind = (numbers[i] ?? 0) + 1;
      starts[behind] = (starts[behind] ?? 0) + (field.starts[i + 1] ?? 0) - (field.starts[i] ?? 0);
    }
  }
  for (let i = 0; i < termCount; i++) starts[i + 1] = (starts[i + 1] ?? 0) + (starts[i] ?? 0);
  return starts;
}

function meanOf(numbers: Uint16Array): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return numbers.length === 0 ? 0 : sum / numbers.length;
}
