import type { Place } from '../../indexing/index.ts';
import { type Passage, wordsAt } from '../../speech/index.ts';
import { normaliseDocumentText, placesOf, withArabicNumerals } from '../../text/index.ts';

const known = new WeakMap<Passage, string>();

/** What a passage says and what stands above it, normalised, with Arabic numerals. Made once a passage. */
export function wording({ speech, passage }: Place): string {
  const made = known.get(passage);
  if (made !== undefined) return made;
  const words = withArabicNumerals(
    normaliseDocumentText([speech.title, ...passage.path, wordsAt(speech, passage)].join('\n')),
  );
  known.set(passage, words);
  return words;
}

/** Whether a passage, or what stands above it, says some words of a question as they stand, layout aside. */
export const says = (place: Place, words: string): boolean =>
  placesOf(wording(place), normaliseDocumentText(words)).next().done === false;
