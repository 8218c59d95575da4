import type { SpeechIndex } from '../../indexing/index.ts';
import { loadSegmenter, synonyms } from '../../text/index.ts';
import type { Question } from '../question/index.ts';

const MOST = 6;
/** Words that share less than this of their characters are not near, 0..1. */
const LEAST_SHARED = 0.3;

/**
 * Words that the corpus does say, near to those of a question that it does not answer: synonyms first, then words that
 * share characters, by what they share and how often they stand. Words of the dictionary alone, never a document's own.
 */
export function nearestWords(index: SpeechIndex, question: Question): string[] {
  const asked = new Set(question.words.map((word) => word.term));
  const meant = [...asked].flatMap((word) => synonyms(word)).filter((word) => index.documentFrequency(word) > 0);
  const unknown = [...asked].filter((word) => index.documentFrequency(word) === 0);
  const alike = unknown
    .flatMap((word) => alikeIn(index, word))
    .sort((a, b) => b.score - a.score || (a.term < b.term ? -1 : 1));
  const words = [...meant, ...alike.map(({ term }) => term)].filter((word) => !asked.has(word));
  return [...new Set(words)].slice(0, MOST);
}

function alikeIn(index: SpeechIndex, word: string): { term: string; score: number }[] {
  const characters = new Set(word);
  const found: { term: string; score: number }[] = [];
  for (const term of index.vocabulary) {
    if (term.length < 2) continue;
    const shared = [...new Set(term)].filter((character) => characters.has(character)).length;
    const share = shared / (characters.size + new Set(term).size - shared);
    if (share < LEAST_SHARED || !loadSegmenter().isWord(term)) continue;
    const frequency = index.documentFrequency(term);
    if (frequency > 0) found.push({ term, score: share + Math.log1p(frequency) / 100 });
  }
  return found;
}
