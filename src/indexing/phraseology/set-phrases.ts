import { byUse, type Item, type Place, spreadOf } from './item.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { CorpusWords, SpeechWords } from './words.ts';

/** Words that stand in nearly every speech: nobody needs to be told them. */
export type SetPhrase = Item<'set phrase'>;

/** A set phrase stands in this share of the speeches, and in so many at least. */
const LEAST_SHARE = 0.3;
const FEWEST_SPEECHES = 6;
/** In words and characters. */
const LONGEST = 8;
const FEWEST_CHARACTERS = 5;
/** A phrase is a fragment of a longer one that stands in this share of its speeches. */
const EXPLAINED = 0.5;

const fewestSpeeches = (all: number): number => Math.max(FEWEST_SPEECHES, Math.ceil(all * LEAST_SHARE));

/** Whether something stands in as many speeches as a set phrase does. @param all how many speeches there are */
export const standsEverywhere = ({ speeches }: Pick<Item, 'speeches'>, all: number): boolean =>
  speeches >= fewestSpeeches(all);

/** Runs of words inside clauses that many speeches have, the longest of each; of most speeches first. */
export function learnSetPhrases({ speeches, vocabulary }: CorpusWords): SetPhrase[] {
  const fewest = fewestSpeeches(speeches.length);
  const isCommon = (word: number | undefined): boolean => word !== undefined && vocabulary.speeches(word) >= fewest;
  let runs = speeches.flatMap((speech) => startsOf(speech, isCommon));
  const all: SetPhrase[] = [];
  for (let length = 1; length <= LONGEST && runs.length > 0; length++) {
    const groups = groupRuns(runs, length, vocabulary.size, fewest);
    for (const found of groups) {
      if (isPhrase(found[0], length, vocabulary)) all.push(toItem(found, length));
    }
    for (const [group, found] of groups.entries()) for (const run of found) run.group = group;
    runs = groups.flat().filter((run) => run.at + length < run.to && isCommon(run.speech.words[run.at + length]));
  }
  const long = all.filter(({ text }) => text.length >= FEWEST_CHARACTERS);
  return long.filter((item) => !isFragment(item, long)).sort(byUse);
}

const FUNCTION_WORD = /^[pcufydkr]/;

/** Whether a run begins and ends with words that a phrase can begin and end with: no particle, no figure. */
function isPhrase(run: Run | undefined, length: number, vocabulary: Vocabulary): boolean {
  if (run === undefined) return false;
  const words = run.speech.words.slice(run.at, run.at + length);
  if (words.some((word) => /\d/.test(vocabulary.word(word)))) return false;
  return [words[0], words.at(-1)].every((word) => !FUNCTION_WORD.test(vocabulary.tag(word ?? -1)));
}

/** Whether words are, or stand inside, a set phrase. */
export const isSetPhrase = (words: string, phrases: readonly SetPhrase[]): boolean =>
  words.length >= FEWEST_CHARACTERS && phrases.some(({ text }) => text.includes(words));

interface Run {
  speech: SpeechWords;
  at: number;
  /** Behind the last word of its clause. */
  to: number;
  /** Which of the shorter runs it grew from. */
  group: number;
}

function startsOf(speech: SpeechWords, isCommon: (word: number | undefined) => boolean): Run[] {
  const runs: Run[] = [];
  for (const { from, to } of speech.clauses) {
    for (let at = from; at < to; at++) if (isCommon(speech.words[at])) runs.push({ speech, at, to, group: 0 });
  }
  return runs;
}

/**
 * The runs of one length by their words, those of too few speeches left out: no longer run is commoner (Agrawal and Srikant
 * 1994, "Fast algorithms for mining association rules").
 */
function groupRuns(runs: readonly Run[], length: number, vocabularySize: number, fewest: number): Run[][] {
  const groups = new Map<number, Run[]>();
  for (const run of runs) {
    const key = run.group * vocabularySize + (run.speech.words[run.at + length - 1] ?? 0);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [run]);
    else known.push(run);
  }
  return [...groups.values()].filter(
    (found) => found.length >= fewest && new Set(found.map(({ speech }) => speech.speech)).size >= fewest,
  );
}

function toItem(runs: readonly Run[], length: number): SetPhrase {
  const spans: Place[] = runs.map(({ speech, at }) => ({
    speech: speech.speech,
    start: speech.starts[at] ?? 0,
    end: speech.ends[at + length - 1] ?? 0,
  }));
  const [first] = runs;
  const text = first?.speech.source.text.slice(spans[0]?.start, spans[0]?.end) ?? '';
  return { kind: 'set phrase', text, spans, speeches: spreadOf(spans) };
}

function isFragment(item: SetPhrase, all: readonly SetPhrase[]): boolean {
  for (const other of all) {
    const isLonger = other.text.length > item.text.length && other.text.includes(item.text);
    if (isLonger && other.speeches >= EXPLAINED * item.speeches) return true;
  }
  return false;
}
