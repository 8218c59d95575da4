import type { PassageHit, SpeechIndex } from '../../indexing/index.ts';
import type { Speech } from '../../speech/index.ts';
import { inverseFrequency, type Question } from '../question/index.ts';
import type { Weights } from '../weights.ts';

/**
 * What each speech adds to its passages: the terms of the question that it says anywhere, by their inverse document
 * frequency. A paragraph on 分红 in a speech on 村集体 answers 村集体 分红 though it names only one of the two.
 */
export function speechScores(
  index: SpeechIndex,
  question: Question,
  hits: readonly PassageHit[],
  { elsewhere }: Weights,
): ReadonlyMap<Speech, number> {
  const said = new Map<Speech, Set<string>>();
  for (const { place, matched } of hits) {
    const { speech } = place;
    // What a speech of one passage says elsewhere is nothing.
    if (index.passageCountAround(place) === 1) continue;
    const terms = said.get(speech) ?? new Set<string>();
    for (const term of matched) terms.add(term);
    said.set(speech, terms);
  }
  const weights = new Map(
    [...question.terms].map(([term, weight]) => [
      term,
      elsewhere * weight * inverseFrequency(index.documentFrequency(term), index.passageCount),
    ]),
  );
  const sum = (terms: ReadonlySet<string>): number =>
    [...terms].reduce((total, term) => total + (weights.get(term) ?? 0), 0);
  return new Map([...said].map(([speech, terms]) => [speech, sum(terms)]));
}
