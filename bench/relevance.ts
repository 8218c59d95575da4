/**
 * npm run eval
 *
 * How good `find` is: every set of judged questions in tests/relevance over the starter corpus, and, where they lie
 * beside the project, the plain collections. Prints a table, and the ten questions that fared worst.
 */
import { drafterOver } from '../src/drafting/index.ts';
import { type Evaluation, evaluate, type QueryResult } from '../src/evaluation/index.ts';
import { judgedIndexes } from './judged-sets.ts';

const FIGURES = ['mrr10', 'recall10', 'recall100', 'ndcg10', 'nothingRight', 'refused'] as const;

const print = (line: string): boolean => process.stdout.write(`${line}\n`);

function printRow(name: string, evaluation: Evaluation): void {
  const cells = FIGURES.map((figure) => evaluation[figure]?.toFixed(3) ?? '-');
  print([name.padEnd(20), String(evaluation.queries).padStart(8), ...cells.map((cell) => cell.padStart(13))].join(''));
}

print(['set'.padEnd(20), 'queries'.padStart(8), ...FIGURES.map((figure) => figure.padStart(13))].join(''));
const results: QueryResult[] = [];
for await (const { name, index, queries } of judgedIndexes()) {
  const evaluated = await evaluate(drafterOver(index), queries);
  printRow(name, evaluated.evaluation);
  // The plain collections have too many questions, and none without an answer, to be told one by one.
  if (results.length === 0) results.push(...evaluated.results);
}

print('\nworst questions     ndcg10  found');
const worst = results.filter((result) => result.hasAnswer).toSorted((a, b) => a.ndcg10 - b.ndcg10);
for (const { qid, query, ndcg10, ranking } of worst.slice(0, 10)) {
  print(`${qid.padEnd(18)}${ndcg10.toFixed(3).padStart(8)}${String(ranking.length).padStart(7)}  ${query}`);
}
const wrongly = results.filter((result) => !result.hasAnswer && result.ranking.length > 0);
print(`\nanswered though nothing answers: ${wrongly.map(({ qid, query }) => `${qid} ${query}`).join('; ') || 'none'}`);
