import { wordsAt } from '../../speech/index.ts';
import { indexTerms } from '../../text/index.ts';
import { areAlike, asSet, shinglesOf } from '../near-duplicates/index.ts';
import type { Place, Places } from '../places.ts';
import type { TermSearcher } from '../term-searcher.ts';

/** Two passages that say nearly the same, by their numbers. */
export type Twins = readonly [number, number];

/** Terms that a passage is looked up by, the rarest that it shares with another: two that are alike share most of these. */
const TELLING = 8;
/** Of those, what share another must hold to be compared, 0..1. */
const LIKELY = 0.5;
/** Others that are compared, the best; where more are alike they are alike among themselves. */
const COMPARED = 5;

/**
 * The passages that say nearly the same as one. Those that share its rare terms are looked up and proved as
 * `nearDuplicates` proves them; what is alike and shares none of them is not found.
 */
export function twinsOf(place: Place, terms: TermSearcher, places: Places): Twins[] {
  const text = wordsAt(place.speech, place.passage);
  const asked = tellingTerms(text, terms);
  if (asked.size === 0) return [];
  const found = terms.search({ terms: asked, boosts: { whole: 1 }, most: COMPARED + 1 });
  const own = asSet(shinglesOf(text));
  return found.flatMap(({ passage, matched }): Twins[] => {
    if (passage === place.number || matched.length < LIKELY * asked.size) return [];
    const other = places.at(passage);
    if (other === undefined) return [];
    return areAlike(own, asSet(shinglesOf(wordsAt(other.speech, other.passage)))) ? [[passage, place.number]] : [];
  });
}

function tellingTerms(text: string, terms: TermSearcher): Map<string, number> {
  const shared = [...new Set(indexTerms(text))]
    .map((term) => ({ term, frequency: terms.documentFrequency(term) }))
    .filter(({ frequency }) => frequency > 1)
    .sort((a, b) => a.frequency - b.frequency);
  return new Map(shared.slice(0, TELLING).map(({ term }) => [term, 1]));
}
