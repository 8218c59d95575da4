import type { CharacterIndex } from '../../../indexing/index.ts';
import { type Anchor, anchorOf, placesOf } from './anchor.ts';
import { Effort } from './matcher.ts';
import { isLiteral, type Pattern } from './pattern.ts';
import type { Quest } from './search.ts';
import type { SpeechWalk } from './speech-walk.ts';

/** The pattern would match nearly everything: an expected outcome, to be answered with the advice to add a word. */
export interface TooCommon {
  kind: 'too-common';
  pattern: string;
  /** The rarest words that the pattern has. */
  words: readonly string[];
  /** How often they stand in the speeches that were to be looked at, at the most. */
  count: number;
  /** How often they might. */
  limit: number;
}

/** A pattern with wildcards whose rarest words stand as often as this share of all clauses says nothing. */
const MOST_SHARE = 0.15;
/** …but so few places are always looked at, */
const FEWEST = 1000;
/** …and so many never: some 50 ms over 14 million characters. */
const MOST = 120_000;
/** Words that stand this many times as often as they might are not even counted exactly. */
const FAR_BEYOND = 16;
/** Steps of matching that one answer may take: some 200 ms, which only hostile patterns need. */
const MOST_STEPS = 4_000_000;

/**
 * Where a pattern is looked for: at the rarest words that its matches must hold. Words alone may be as common as they
 * like, since counting them is cheap.
 */
export function questFor(index: CharacterIndex, pattern: Pattern, walk: SpeechWalk): Quest | TooCommon {
  const { part, anchor } = rarestAnchor(index, pattern);
  const limit = mostPlaces(index, pattern);
  if (anchor.most > limit * FAR_BEYOND) return tooCommon(index, pattern, anchor, anchor.most);
  const places = walk.kept(placesOf(index, anchor));
  if (places.length > limit) return tooCommon(index, pattern, anchor, places.length);
  return { kind: 'quest', pattern, part, anchor, places, effort: new Effort(MOST_STEPS) };
}

export const tooCommon = (index: CharacterIndex, pattern: Pattern, anchor: Anchor, count: number): TooCommon => ({
  kind: 'too-common',
  pattern: pattern.typed,
  words: anchor.words,
  count,
  limit: mostPlaces(index, pattern),
});

function mostPlaces(index: CharacterIndex, pattern: Pattern): number {
  if (isLiteral(pattern)) return Number.MAX_SAFE_INTEGER;
  return Math.max(FEWEST, Math.min(MOST, Math.floor(index.clauseCount * MOST_SHARE)));
}

function rarestAnchor(index: CharacterIndex, { parts }: Pattern): { part: number; anchor: Anchor } {
  let rarest: { part: number; anchor: Anchor } | null = null;
  for (const [number, part] of parts.entries()) {
    const anchor = anchorOf(index, part);
    if (rarest === null || anchor.most < rarest.anchor.most) rarest = { part: number, anchor };
  }
  if (rarest === null) throw new RangeError('a pattern without parts');
  return rarest;
}
