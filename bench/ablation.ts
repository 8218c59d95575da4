/**
 * npm run ablation
 *
 * What each kind of evidence in `find` is worth: every set is asked with all of it, and with one kind left out at a time.
 * Prints nDCG@10 and, in brackets, the 95 % interval of the difference by a paired bootstrap over the questions (Efron
 * and Tibshirani 1993; 2,000 resamples).
 */
import { drafterOver, WEIGHTS, type Weights } from '../src/drafting/index.ts';
import { evaluate, type JudgedQuery, mean } from '../src/evaluation/index.ts';
import type { SpeechIndex } from '../src/indexing/index.ts';
import { judgedIndexes } from './judged-sets.ts';
import { differenceInterval } from './statistics.ts';

/** A plain collection is asked this many of its questions, evenly drawn. */
const MOST_QUESTIONS = 1000;

const LEFT_OUT: [string, Partial<Weights>][] = [
  ['everything', {}],
  ['words inside words', { part: 0 }],
  ['single characters', { character: 0, characterOfUnknown: 0 }],
  ['more for characters of unknown words', { characterOfUnknown: WEIGHTS.character }],
  ['pairs of characters', { pair: 0 }],
  ['synonyms', { synonym: 0 }],
  ['the rest of the speech', { elsewhere: 0 }],
  ['year, genre and part in plain words', { otherKind: 1, otherYear: 1 }],
  ['spelling', { spelling: false }],
  ['two hits a speech', { perSpeech: Number.POSITIVE_INFINITY }],
  ['honest absence', { least: 0, wrapping: 0, absent: 1.1, covered: 0 }],
  ['whole words of absence', { absent: 1.1, covered: 0 }],
];

const print = (line: string): boolean => process.stdout.write(`${line}\n`);

type Ask = (weights: Weights) => Promise<{ ndcg: number[]; nothingRight: number | null; refused: number }>;

function askerOver(index: SpeechIndex, queries: readonly JudgedQuery[]): Ask {
  const step = Math.max(1, Math.floor(queries.length / MOST_QUESTIONS));
  const asked = queries.filter((_, i) => i % step === 0);
  return async (weights) => {
    const { evaluation, results } = await evaluate(drafterOver(index, weights), asked);
    const ndcg = results.filter(({ hasAnswer }) => hasAnswer).map(({ ndcg10 }) => ndcg10);
    return { ndcg, nothingRight: evaluation.nothingRight, refused: evaluation.refused };
  };
}

const intervalOf = (all: readonly number[], without: readonly number[]): string =>
  `[${differenceInterval(all, without)
    .map((bound) => bound.toFixed(3))
    .join(', ')}]`;

async function printAblation(name: string, ask: Ask): Promise<void> {
  print(`\n${name.padEnd(40)}nDCG@10   change, 95 % interval      nothing right  refused`);
  let all: readonly number[] = [];
  for (const [label, change] of LEFT_OUT) {
    const { ndcg, nothingRight, refused } = await ask({ ...WEIGHTS, ...change });
    if (all.length === 0) all = ndcg;
    const difference = ndcg === all ? '' : `${(mean(ndcg) - mean(all)).toFixed(3)} ${intervalOf(all, ndcg)}`;
    const cells = [mean(ndcg).toFixed(3).padEnd(10), difference.padEnd(27)];
    print(`${label.padEnd(40)}${cells.join('')}${(nothingRight?.toFixed(3) ?? '-').padEnd(15)}${refused.toFixed(3)}`);
  }
}

for await (const { name, index, queries } of judgedIndexes()) {
  await printAblation(`${name}, all but`, askerOver(index, queries));
}
