import { mergeFrozen } from '../building/index.ts';
import { FrozenIndex, type FrozenTerms, type Segment, withoutPassages } from '../frozen/index.ts';
import type { MaskableTerms } from '../known.ts';
import type { TermHit, TermQuery } from '../term-searcher.ts';
import type { Breathe } from './slices.ts';

/** What happens to the passages of an index. */
export interface TermChange {
  /** Passages that come in, frozen in small segments; see `frozenInSlices`. */
  added: AsyncIterable<FrozenTerms> | Iterable<FrozenTerms>;
  /** Numbers of passages that go. */
  removed: Iterable<number>;
}

/**
 * Segments of fewer passages are merged with their neighbours: a merge of so many takes some 10 ms, and of what has come
 * since the last freeze there are never many segments.
 */
const MERGED = 250;

/**
 * Passages by their terms while speeches come and go: what was frozen, with the numbers of the passages that were taken out
 * since, and small segments of what came. Nothing is ever changed in place: a change makes another one, which shares all
 * that stayed. Numbers stay as they are; those of passages that come follow those of all that were there before.
 */
export class LiveTerms implements MaskableTerms {
  /** The first is the one that does not grow. */
  private readonly segments: readonly Segment[];
  private readonly index: FrozenIndex;

  private constructor(segments: readonly Segment[]) {
    this.segments = segments;
    this.index = new FrozenIndex(segments);
  }

  static over(frozen: FrozenTerms): LiveTerms {
    return new LiveTerms([{ terms: frozen }]);
  }

  get passageCount(): number {
    return this.index.passageCount;
  }

  without(passages: Uint32Array): MaskableTerms {
    return this.index.without(passages);
  }

  search(query: TermQuery): TermHit[] {
    return this.index.search(query);
  }

  documentFrequency(term: string): number {
    return this.index.documentFrequency(term);
  }

  vocabulary(): Iterable<string> {
    return this.index.vocabulary();
  }

  async changed({ added, removed }: TermChange, breathe: Breathe): Promise<LiveTerms> {
    const [first, ...live] = withoutPassages(this.segments, Uint32Array.from(removed).sort());
    for await (const terms of added) live.push({ terms });
    await breathe();
    const merged = await mergedInSlices(live, breathe);
    return new LiveTerms(first === undefined ? merged : [first, ...merged]);
  }
}

async function mergedInSlices(segments: readonly Segment[], breathe: Breathe): Promise<Segment[]> {
  const merged: Segment[] = [];
  for (const group of groupsOf(segments)) {
    merged.push(mergedOf(group));
    await breathe();
  }
  return merged;
}

/** Neighbours, as many as may be merged. */
function groupsOf(segments: readonly Segment[]): Segment[][] {
  const groups: Segment[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const segment of segments) {
    size += segment.terms.passageCount;
    if (size <= MERGED) groups.at(-1)?.push(segment);
    else {
      groups.push([segment]);
      size = segment.terms.passageCount;
    }
  }
  return groups;
}

function mergedOf(group: readonly Segment[]): Segment {
  const [only] = group;
  if (only !== undefined && group.length === 1) return only;
  let base = 0;
  const removed: number[] = [];
  for (const { terms, removed: own = [] } of group) {
    for (const number of own) removed.push(base + number);
    base += terms.passageCount;
  }
  return { terms: mergeFrozen(group.map(({ terms }) => terms)), removed: Uint32Array.from(removed) };
}
