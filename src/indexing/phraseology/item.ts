import type { Span } from '../../speech/index.ts';

/** A place in the corpus: a span of the original text of the speech at this position in the list of speeches. */
export interface Place extends Span {
  speech: number;
}

/** Something found in the speeches: the same words in several places are one item. */
export interface Item<Kind extends string = string> {
  kind: Kind;
  /** The words, or what stands for all of them (a frame with … for its slots). */
  text: string;
  /** Every place, in the order of the speeches and of their text. */
  spans: Place[];
  /** In how many speeches. */
  speeches: number;
}

/** In how many speeches these places are. Places come in the order of the speeches. */
export function spreadOf(spans: readonly Place[]): number {
  let spread = 0;
  let last = -1;
  for (const { speech } of spans) {
    if (speech !== last) spread++;
    last = speech;
  }
  return spread;
}

/** Gathers places under keys, in the order they come. */
export function gather<Key>(groups: Map<Key, Place[]>, key: Key, place: Place): void {
  const known = groups.get(key);
  if (known === undefined) groups.set(key, [place]);
  else known.push(place);
}

/** What more speeches have comes first, then what stands more often, then the shorter; at last in the order of the text. */
export const byUse = (a: Item, b: Item): number =>
  b.speeches - a.speeches || b.spans.length - a.spans.length || a.text.length - b.text.length || comparePlaces(a, b);

function comparePlaces(a: Item, b: Item): number {
  const [first, second] = [a.spans[0], b.spans[0]];
  if (first === undefined || second === undefined) return 0;
  return first.speech - second.speech || first.start - second.start || first.end - second.end;
}
