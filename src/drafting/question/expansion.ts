import type { SpeechIndex } from '../../indexing/index.ts';
import { LONGEST_ENTRY, loadSegmenter, synonyms, terms } from '../../text/index.ts';
import type { Weights } from '../weights.ts';

/** What a question says in other words. */
export interface Expansion {
  /** Terms that mean the same, each with how much it counts. */
  terms: Map<string, number>;
  /** The words of the question, and runs of its words, that the corpus says in such terms. */
  meant: string[];
}

/** Looks up what the corpus says instead of the words of a question: a weak expansion. */
export function expand(text: string, index: SpeechIndex, { synonym: each }: Weights): Expansion {
  const found = new Map<string, number>();
  const meant = new Set<string>();
  if (each === 0) return { terms: found, meant: [] };
  for (const phrase of entriesIn(loadSegmenter().cut(text))) {
    for (const synonym of synonyms(phrase)) {
      const known = index.documentFrequency(synonym) > 0 ? [synonym] : terms(synonym);
      if (!known.every((term) => index.documentFrequency(term) > 0)) continue;
      meant.add(phrase);
      for (const term of known) {
        const weight = each / known.length;
        found.set(term, Math.max(found.get(term) ?? 0, weight));
      }
    }
  }
  return { terms: found, meant: [...meant] };
}

/** Words, and runs of words, that the thesaurus has; of several that begin at a word, the longest. */
function* entriesIn(words: readonly string[]): Generator<string> {
  for (let at = 0; at < words.length; at++) {
    let longest = '';
    for (let end = at + 1, run = words[at] ?? ''; run.length <= LONGEST_ENTRY && end <= words.length; end++) {
      if (synonyms(run).length > 0) longest = run;
      run += words[end] ?? '';
    }
    if (longest !== '') yield longest;
  }
}
