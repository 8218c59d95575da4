import type { SpeechIndex } from '../../indexing/index.ts';
import { citeSpan, type Speech, wordsAt } from '../../speech/index.ts';
import type { SourceMatch } from '../answer.ts';
import { holdersOf } from './holders.ts';
import { originalSpan, spokenText } from './plain-text.ts';

/** Every place, speech by speech, where a plain quote stands as it is. */
export function* exactMatches(index: SpeechIndex, plain: string): Generator<SourceMatch> {
  for (const { speech } of holdersOf(index, plain)) {
    const spoken = spokenText(speech);
    for (let at = spoken.text.indexOf(plain); at !== -1; at = spoken.text.indexOf(plain, at + plain.length)) {
      const span = originalSpan(spoken, at, plain.length);
      const text = wordsAt(speech, span);
      yield { kind: 'exact', similarity: 1, text, differences: [], citation: citeSpan(speech, span) };
    }
  }
}

/** How many places {@link exactMatches} has. */
export function countExact(index: SpeechIndex, plain: string): number {
  let count = 0;
  for (const { speech } of holdersOf(index, plain)) {
    const { text } = spokenText(speech);
    for (let at = text.indexOf(plain); at !== -1; at = text.indexOf(plain, at + plain.length)) count++;
  }
  return count;
}

/** A phrase longer than this is somebody's, however many repeat it. In letters and digits. */
const LONGEST_SET_PHRASE = 40;
/** A short phrase is nobody's from this many speeches on, if that is also this share of them all. */
const EVERYWHERE = 5;
const SHARE = 0.05;

/** In how many speeches a set phrase stands, with 的 or 地 where it has the other; `null` for words that are not everybody's. */
export function everywhere(index: SpeechIndex, plain: string): number | null {
  if (plain.length > LONGEST_SET_PHRASE) return null;
  const spellings = new Set([plain, plain.replaceAll('的', '地'), plain.replaceAll('地', '的')]);
  const speeches = new Set([...spellings].flatMap((spelling) => speechesWith(index, spelling)));
  return speeches.size >= Math.max(EVERYWHERE, SHARE * index.speeches.length) ? speeches.size : null;
}

/** The speeches that say a plain quote as it is. */
export const speechesWith = (index: SpeechIndex, plain: string): Speech[] =>
  holdersOf(index, plain)
    .filter(({ speech, isSure }) => isSure || spokenText(speech).text.includes(plain))
    .map(({ speech }) => speech);
