import type { CorpusWords, SpeechWords } from '../words.ts';
import { type Part, partsOf } from './function-words.ts';
import { type Run, runsOf } from './runs.ts';

/** How two anchors stand to each other: inside one run or at the beginnings of neighbouring ones, and as what parts. */
export type Relation = 'governs' | 'answers' | 'echoes' | 'answers across' | 'echoes across' | 'governs across';
const RELATIONS: readonly Relation[] = [
  'governs',
  'answers',
  'echoes',
  'answers across',
  'echoes across',
  'governs across',
];

/** Two anchors in their place: positions of words of one speech, and where the run of the last one ends. */
export interface PairPlace {
  speech: SpeechWords;
  relation: Relation;
  first: number;
  second: number;
  /** Behind the last word of the run that `first` stands in, and of that of `second`. */
  firstEnd: number;
  end: number;
}

/** Words between two anchors of one run: more is not heard as one frame. */
const LONGEST_SLOT = 12;
/** Anchors of neighbouring clauses stand at the first or second word. */
const HEAD = 2;
/** How many clauses on the answer may come. */
const REACH = 2;

/** What each word of the vocabulary can be in a frame; nothing for words of too few speeches. */
export type Anchors = readonly (ReadonlySet<Part> | undefined)[];

/** @param fewest in how many speeches a word must stand to be part of a frame */
export function anchorsOf({ vocabulary }: CorpusWords, fewest: number): Anchors {
  return Array.from({ length: vocabulary.size }, (_, number) => {
    if (vocabulary.speeches(number) < fewest) return undefined;
    const parts = partsOf(vocabulary, number);
    return parts.size === 0 ? undefined : parts;
  });
}

/** Every pair of anchors that could be a frame, in the order of the text. Linear: windows are bounded. */
export function* pairPlaces(speech: SpeechWords, anchors: Anchors): Generator<PairPlace> {
  for (const sentence of speech.sentences) {
    const runs = runsOf(speech, sentence);
    for (const [r, run] of runs.entries()) {
      yield* pairsWithin(speech, run, anchors);
      for (const next of runs.slice(r + 1, r + 1 + REACH)) yield* pairsAcross(speech, run, next, anchors);
    }
  }
}

function* pairsWithin(speech: SpeechWords, run: Run, anchors: Anchors): Generator<PairPlace> {
  for (let first = run.from; first < run.to - 2; first++) {
    const left = anchors[speech.words[first] ?? -1];
    if (left !== undefined) yield* pairsFrom(speech, run, anchors, { first, left });
  }
}

/** Pairs with this first anchor, until it comes again. */
function* pairsFrom(
  speech: SpeechWords,
  run: Run,
  anchors: Anchors,
  { first, left }: { first: number; left: ReadonlySet<Part> },
): Generator<PairPlace> {
  for (let second = first + 1; second < Math.min(run.to, first + LONGEST_SLOT + 2); second++) {
    const isSame = speech.words[first] === speech.words[second];
    const right = anchors[speech.words[second] ?? -1];
    const relation = right === undefined || second === first + 1 ? null : relationWithin(left, right, isSame);
    if (relation !== null) yield { speech, relation, first, second, firstEnd: run.to, end: run.to };
    if (isSame) return;
  }
}

function* pairsAcross(speech: SpeechWords, run: Run, next: Run, anchors: Anchors): Generator<PairPlace> {
  for (let first = run.from; first < Math.min(run.from + HEAD, run.to - 1); first++) {
    const [a, left] = [speech.words[first], anchors[speech.words[first] ?? -1]];
    if (left === undefined) continue;
    for (let second = next.from; second < Math.min(next.from + HEAD, next.to); second++) {
      const [b, right] = [speech.words[second], anchors[speech.words[second] ?? -1]];
      if (right === undefined) continue;
      const isAtHeads = first === run.from && second === next.from;
      const relation = relationAcross(left, right, a === b, isAtHeads);
      if (relation !== null) yield { speech, relation, first, second, firstEnd: run.to, end: next.to };
    }
  }
}

function relationWithin(left: ReadonlySet<Part>, right: ReadonlySet<Part>, isSame: boolean): Relation | null {
  if (isSame) return left.has('echoing') ? 'echoes' : null;
  if (left.has('linking') && right.has('linking')) return 'answers';
  if (!left.has('leading')) return null;
  return right.has('verbal') || right.has('closing') || right.has('leading') ? 'governs' : null;
}

function relationAcross(
  left: ReadonlySet<Part>,
  right: ReadonlySet<Part>,
  isSame: boolean,
  isAtHeads: boolean,
): Relation | null {
  if (isSame) return left.has('echoing') ? 'echoes across' : null;
  if (left.has('linking') && right.has('linking')) return 'answers across';
  const governs = (left.has('verbal') && right.has('leading')) || (left.has('leading') && right.has('verbal'));
  return governs && isAtHeads ? 'governs across' : null;
}

/** A pair of anchors as one number. */
export const pairKey = ({ speech, relation, first, second }: PairPlace, vocabularySize: number): number =>
  ((speech.words[first] ?? 0) * vocabularySize + (speech.words[second] ?? 0)) * RELATIONS.length +
  RELATIONS.indexOf(relation);
