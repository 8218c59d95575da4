import type { SpeechIndex } from '../../indexing/index.ts';
import { loadSegmenter, STOP_WORDS, soundOf } from '../../text/index.ts';

/** A word that stands nowhere, and the one of the same sound that does: 党健, read as 党建. */
export interface Correction {
  typed: string;
  read: string;
}

const HAN_WORD = /^\p{Script=Han}{2,4}$/u;

/** Terms of a whole index by their sound, tones aside. Made once an index, at the first question that needs it. */
const known = new WeakMap<SpeechIndex, Map<string, string[]>>();

/** How terms sound that some index had: telling it is what takes time, and an index that changes keeps nearly all its terms. */
const heard = new Map<string, string>();

function soundOfTerm(term: string): string {
  const sound = heard.get(term) ?? soundOf(term);
  heard.set(term, sound);
  return sound;
}

function soundsOf({ whole: index }: SpeechIndex): Map<string, string[]> {
  const made = known.get(index);
  if (made !== undefined) return made;
  const sounds = new Map<string, string[]>();
  for (const term of index.vocabulary) {
    if (!HAN_WORD.test(term)) continue;
    const sound = soundOfTerm(term);
    const same = sounds.get(sound);
    if (same === undefined) sounds.set(sound, [term]);
    else same.push(term);
  }
  known.set(index, sounds);
  return sounds;
}

/**
 * Replaces what is no word by the word of the same sound that the corpus knows. Only runs that neither the dictionary
 * nor the corpus has are looked at, two to four characters long, and only one character may differ: a guess about a
 * word that is spelt right does more harm than an error left alone.
 */
export function correctSpelling(text: string, index: SpeechIndex): { text: string; corrections: Correction[] } {
  const corrections: Correction[] = [];
  const words = loadSegmenter().cut(text);
  const corrected: string[] = [];
  for (let at = 0; at < words.length; ) {
    const found = correctionAt(words, at, index);
    if (found === null) corrected.push(words[at] ?? '');
    else {
      corrections.push(found.correction);
      corrected.push(found.correction.read);
    }
    at += found?.words ?? 1;
  }
  return { text: corrected.join(''), corrections };
}

/** The longest run of loose pieces from a word on that sounds like a word of the corpus. */
function correctionAt(
  words: readonly string[],
  at: number,
  index: SpeechIndex,
): { correction: Correction; words: number } | null {
  for (let count = Math.min(4, words.length - at); count >= 1; count--) {
    const run = words.slice(at, at + count);
    const typed = run.join('');
    if (!HAN_WORD.test(typed) || !isLoose(run, index)) continue;
    const read = loadSegmenter().isWord(typed) ? null : soundAlike(typed, index);
    if (read !== null && !stands(typed, index)) return { correction: { typed, read }, words: count };
  }
  return null;
}

/** Numerals count, function words join: neither is half of a misspelt word at its edge (护里员 has one inside). */
const NO_EDGE = /[一二两三四五六七八九十百千万几多半]/;

/** Single characters and words that stand nowhere, and no function word at either edge. */
function isLoose(run: readonly string[], index: SpeechIndex): boolean {
  const edges = [run[0]?.[0] ?? '', run.at(-1)?.at(-1) ?? ''];
  if (edges.some((edge) => STOP_WORDS.has(edge) || NO_EDGE.test(edge))) return false;
  return run.every((word) => word.length === 1 || index.documentFrequency(word) === 0);
}

/** Whether some speech says these very characters, whatever words they are cut into. */
const stands = (words: string, index: SpeechIndex): boolean =>
  index.documentFrequency(words) > 0 || index.characters.occurrences(words).length > 0;

function soundAlike(typed: string, index: SpeechIndex): string | null {
  const candidates = (soundsOf(index).get(soundOf(typed)) ?? []).filter(
    (term) =>
      term.length === typed.length &&
      differing(term, typed) === 1 &&
      loadSegmenter().isWord(term) &&
      index.documentFrequency(term) > 0,
  );
  const [best] = candidates.sort((a, b) => index.documentFrequency(b) - index.documentFrequency(a) || (a < b ? -1 : 1));
  return best ?? null;
}

const differing = (a: string, b: string): number => [...a].filter((character, i) => character !== b[i]).length;
