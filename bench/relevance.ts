/**
 * npm run eval
 *
 * How good `find` is: every set of judged questions in tests/relevance over the starter corpus, and, where they lie
 * beside the project, the plain collections. Prints a table, and the ten questions that fared worst.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readCorpus } from '../src/corpus/index.ts';
import { drafterOver } from '../src/drafting/index.ts';
import { asSpeech, type Evaluation, evaluate, readDocuments, readJudgedSet } from '../src/evaluation/index.ts';
import { SpeechIndex } from '../src/indexing/index.ts';

const SETS = 'tests/relevance';
const COLLECTIONS = '../shared/data/retrieval';
const FIGURES = ['mrr10', 'recall10', 'recall100', 'ndcg10', 'nothingRight', 'refused'] as const;

const print = (line: string): boolean => process.stdout.write(`${line}\n`);
const unpack = (file: string): string => gunzipSync(readFileSync(file)).toString();

function printRow(name: string, evaluation: Evaluation): void {
  const cells = FIGURES.map((figure) => evaluation[figure]?.toFixed(3) ?? '-');
  print([name.padEnd(20), String(evaluation.queries).padStart(8), ...cells.map((cell) => cell.padStart(13))].join(''));
}

const { speeches } = await readCorpus(['corpus']);
const starter = await SpeechIndex.build(speeches);
const sets = existsSync(SETS) ? readdirSync(SETS).filter((file) => file.endsWith('.jsonl')) : [];
const judged = sets.flatMap((file) => readJudgedSet(readFileSync(join(SETS, file), 'utf8'), file, starter));

print(['set'.padEnd(20), 'queries'.padStart(8), ...FIGURES.map((figure) => figure.padStart(13))].join(''));
const { evaluation, results } = await evaluate(drafterOver(starter), judged);
if (judged.length > 0) printRow('starter corpus', evaluation);
for (const name of ['cmrc', 'headings']) {
  const file = (part: string): string => join(COLLECTIONS, `${name}.${part}.jsonl.gz`);
  if (!existsSync(file('corpus'))) continue;
  const index = await SpeechIndex.build(readDocuments(unpack(file('corpus')), name).map(asSpeech));
  printRow(name, (await evaluate(drafterOver(index), readJudgedSet(unpack(file('queries')), name, index))).evaluation);
}

print('\nworst questions     ndcg10  found');
const worst = results.filter((result) => result.hasAnswer).toSorted((a, b) => a.ndcg10 - b.ndcg10);
for (const { qid, query, ndcg10, ranking } of worst.slice(0, 10)) {
  print(`${qid.padEnd(18)}${ndcg10.toFixed(3).padStart(8)}${String(ranking.length).padStart(7)}  ${query}`);
}
const wrongly = results.filter((result) => !result.hasAnswer && result.ranking.length > 0);
print(`\nanswered though nothing answers: ${wrongly.map(({ qid, query }) => `${qid} ${query}`).join('; ') || 'none'}`);
