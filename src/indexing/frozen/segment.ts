import { firstFrom } from '../sorted.ts';
import { longestOf, normsOf, rarityOf } from './bm25.ts';
import type { FrozenField, FrozenTerms } from './frozen-terms.ts';

/** A part of an index: passages that were frozen together. */
export interface Segment {
  terms: FrozenTerms;
  /** Numbers of those of its passages that were taken out since, ascending. */
  removed?: Uint32Array;
}

/**
 * Segments without some of their passages; what was removed before stays so.
 *
 * @param gone numbers among all passages, ascending
 */
export function withoutPassages(segments: readonly Segment[], gone: Uint32Array): Segment[] {
  let base = 0;
  return segments.map(({ terms, removed }): Segment => {
    const first = base;
    base += terms.passageCount;
    const own = gone.subarray(firstFrom(gone, first), firstFrom(gone, base)).map((number) => number - first);
    return { terms, removed: united(removed ?? new Uint32Array(), own) };
  });
}

/** What is in either of two ascending lists, ascending, each number once. */
function united(a: Uint32Array, b: Uint32Array): Uint32Array {
  const all = new Uint32Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all.sort().filter((number, i) => i === 0 || number !== all[i - 1]);
}

/** A field of a segment, and what is counted of that field in all segments together. */
export interface CountedField {
  field: FrozenField;
  /** By length of the field in a passage: see {@link normsOf}. */
  norms: Float64Array;
  /** How far {@link FrozenField.tops} may be surpassed since the average length is that of all segments. 1 or a little more. */
  slack: number;
}

/** A segment among the others of an index. */
export interface CountedSegment {
  terms: FrozenTerms;
  /** The number of its first passage in the index. */
  base: number;
  fields: ReadonlyMap<string, CountedField>;
  removed: Uint32Array;
  /** By passage, 1 where it is still there; `null` where none was taken out. */
  isLeft: Uint8Array | null;
}

/** The segments of one index, with statistics over all of them, as one MiniSearch over all would have. */
export class Segments {
  readonly all: readonly CountedSegment[];
  /** Numbers of passages are below this. */
  readonly end: number;
  /** How many passages there are, those that were taken out not counted. */
  private readonly passageCount: number;
  private readonly counted = new Map<string, number>();

  constructor(segments: readonly Segment[]) {
    const bases = segments.map((_, i) => segments.slice(0, i).reduce((sum, { terms }) => sum + terms.passageCount, 0));
    this.end = segments.reduce((sum, { terms }) => sum + terms.passageCount, 0);
    this.passageCount = this.end - segments.reduce((sum, { removed }) => sum + (removed?.length ?? 0), 0);
    const averages = new Map(fieldNames(segments).map((name) => [name, this.averageLength(segments, name)]));
    this.all = segments.map(({ terms, removed = new Uint32Array() }, i) => ({
      terms,
      base: bases[i] ?? 0,
      removed,
      isLeft: removed.length === 0 ? null : leftWithout(removed, terms.passageCount),
      fields: new Map(terms.fields.map((field) => [field.name, counted(field, averages.get(field.name) ?? 0)])),
    }));
  }

  /** How rare a term is in a field: see {@link rarityOf}. */
  rarity(term: string, field: string): number {
    return rarityOf(this.holding(term, field), this.passageCount);
  }

  /** In how many passages a term stands in a field. */
  holding(term: string, field: string): number {
    if (this.all.every(({ isLeft }) => isLeft === null)) return this.countHolding(term, field);
    const key = `${field}:${term}`;
    const known = this.counted.get(key) ?? this.countHolding(term, field);
    this.counted.set(key, known);
    return known;
  }

  private countHolding(term: string, name: string): number {
    return this.all.reduce((sum, segment) => {
      const field = segment.fields.get(name)?.field;
      const number = segment.terms.vocabulary.find(term);
      if (field === undefined || number === -1) return sum;
      return sum + countLeft(field.passages.subarray(field.starts[number], field.starts[number + 1]), segment);
    }, 0);
  }

  private averageLength(segments: readonly Segment[], name: string): number {
    const fieldOf = ({ terms }: Segment): FrozenField | undefined => terms.fields.find((field) => field.name === name);
    const [only] = segments;
    // As MiniSearch has counted it, to the last bit.
    if (only !== undefined && segments.length === 1 && (only.removed?.length ?? 0) === 0)
      return fieldOf(only)?.averageLength ?? 0;
    const sum = segments.reduce((all, segment) => all + lengthOf(fieldOf(segment), segment.removed), 0);
    return sum / Math.max(1, this.passageCount);
  }
}

const fieldNames = (segments: readonly Segment[]): string[] => [
  ...new Set(segments.flatMap(({ terms }) => terms.fields.map(({ name }) => name))),
];

function counted(field: FrozenField, averageLength: number): CountedField {
  return {
    field,
    norms: normsOf(longestOf(field.lengths), averageLength),
    // With a longer average norms are smaller, by no more than the average is longer.
    slack: field.averageLength === 0 ? 1 : Math.max(1, averageLength / field.averageLength),
  };
}

/** Terms in a field of all passages that are left. */
function lengthOf(field: FrozenField | undefined, removed: Uint32Array = new Uint32Array()): number {
  if (field === undefined) return 0;
  const gone = removed.reduce((sum, passage) => sum + (field.lengths[passage] ?? 0), 0);
  return Math.round(field.averageLength * field.lengths.length) - gone;
}

function leftWithout(removed: Uint32Array, passageCount: number): Uint8Array {
  const isLeft = new Uint8Array(passageCount).fill(1);
  for (const number of removed) isLeft[number] = 0;
  return isLeft;
}

/** Looking up one number in a list takes as long as going through so many of them. */
const LOOK_UP = 16;

/** How many postings are of passages that are left. */
function countLeft(postings: Uint32Array, { removed, isLeft }: CountedSegment): number {
  if (isLeft === null) return postings.length;
  let count = 0;
  if (removed.length * LOOK_UP < postings.length) {
    for (const number of removed) if (postings[firstFrom(postings, number)] === number) count++;
    return postings.length - count;
  }
  for (let i = 0; i < postings.length; i++) count += isLeft[postings[i] as number] as number;
  return count;
}
