/**
 * npm run ablation
 *
 * What each kind of evidence in `find` is worth: every set is asked with all of it, and with one kind left out at a time.
 * Prints nDCG@10 and, in brackets, the 95 % interval of the difference by a paired bootstrap over the questions (Efron
 * and Tibshirani 1993; 2,000 resamples).
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readCorpus } from '../src/corpus/index.ts';
import { drafterOver, WEIGHTS, type Weights } from '../src/drafting/index.ts';
import { asSpeech, evaluate, readDocuments, readJudgedSet } from '../src/evaluation/index.ts';
import { SpeechIndex } from '../src/indexing/index.ts';
import { percentile, seededRandom } from './statistics.ts';

const SETS = 'tests/relevance';
const COLLECTIONS = '../shared/data/retrieval';
/** A plain collection is asked this many of its questions, evenly drawn. */
const MOST_QUESTIONS = 1000;
const RESAMPLES = 2000;

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
  ['honest absence', { least: 0, wrapping: 0 }],
];

const print = (line: string): boolean => process.stdout.write(`${line}\n`);
const unpack = (file: string): string => gunzipSync(readFileSync(file)).toString();

type Ask = (weights: Weights) => Promise<{ ndcg: number[]; nothingRight: number | null; refused: number }>;

async function askerOver(index: SpeechIndex, queries: ReturnType<typeof readJudgedSet>): Promise<Ask> {
  const step = Math.max(1, Math.floor(queries.length / MOST_QUESTIONS));
  const asked = queries.filter((_, i) => i % step === 0);
  return async (weights) => {
    const { evaluation, results } = await evaluate(drafterOver(index, weights), asked);
    const ndcg = results.filter(({ hasAnswer }) => hasAnswer).map(({ ndcg10 }) => ndcg10);
    return { ndcg, nothingRight: evaluation.nothingRight, refused: evaluation.refused };
  };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The 95 % interval of the mean difference between two rankings of the same questions. */
function interval(all: readonly number[], without: readonly number[]): string {
  const random = seededRandom(20_260_302);
  const differences = all.map((value, i) => (without[i] ?? 0) - value);
  const means = Array.from({ length: RESAMPLES }, () =>
    mean(differences.map(() => differences[Math.floor(random() * differences.length)] ?? 0)),
  );
  const cell = (p: number): string => percentile(means, p).toFixed(3);
  return `[${cell(2.5)}, ${cell(97.5)}]`;
}

async function printAblation(name: string, ask: Ask): Promise<void> {
  print(`\n${name.padEnd(40)}nDCG@10   change, 95 % interval      nothing right  refused`);
  let all: readonly number[] = [];
  for (const [label, change] of LEFT_OUT) {
    const { ndcg, nothingRight, refused } = await ask({ ...WEIGHTS, ...change });
    if (all.length === 0) all = ndcg;
    const difference = ndcg === all ? '' : `${(mean(ndcg) - mean(all)).toFixed(3)} ${interval(all, ndcg)}`;
    const cells = [mean(ndcg).toFixed(3).padEnd(10), difference.padEnd(27)];
    print(`${label.padEnd(40)}${cells.join('')}${(nothingRight?.toFixed(3) ?? '-').padEnd(15)}${refused.toFixed(3)}`);
  }
}

const { speeches } = await readCorpus(['corpus']);
const starter = await SpeechIndex.build(speeches);
const sets = readdirSync(SETS).filter((file) => file.endsWith('.jsonl'));
const judged = sets.flatMap((file) => readJudgedSet(readFileSync(join(SETS, file), 'utf8'), file, starter));
await printAblation('starter corpus, all but', await askerOver(starter, judged));
for (const name of ['cmrc', 'headings']) {
  const file = (part: string): string => join(COLLECTIONS, `${name}.${part}.jsonl.gz`);
  if (!existsSync(file('corpus'))) continue;
  const index = await SpeechIndex.build(readDocuments(unpack(file('corpus')), name).map(asSpeech));
  await printAblation(`${name}, all but`, await askerOver(index, readJudgedSet(unpack(file('queries')), name, index)));
}
