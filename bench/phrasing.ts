/**
 * npm run eval:phrasing
 *
 * The judged questions on phrasing (tests/relevance/phrasing) asked of the starter corpus: how much of what was asked is
 * met, and what is not.
 */
import { readFileSync } from 'node:fs';
import { readCorpus } from '../src/corpus/index.ts';
import { drafterOver } from '../src/drafting/index.ts';
import { evaluatePhrasing, type PhrasingResult, readPhrasingSet } from '../src/evaluation/index.ts';
import { SpeechIndex } from '../src/indexing/index.ts';
import { percentile } from './statistics.ts';

const print = (line: string): boolean => process.stdout.write(`${line}\n`);
const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

const { speeches } = await readCorpus(['corpus']);
const drafter = drafterOver(await SpeechIndex.build(speeches));
const questions = readPhrasingSet(readFileSync('tests/relevance/phrasing/questions.jsonl', 'utf8'));
const results: PhrasingResult[] = [];
const times: number[] = [];
for (const question of questions) {
  const started = performance.now();
  results.push(await evaluatePhrasing(drafter, question));
  times.push(performance.now() - started);
}

for (const kind of ['pattern', 'topic', 'sentence'] as const) {
  const own = results.filter(({ question }) => question.kind === kind);
  const asked = own.reduce((sum, result) => sum + result.asked, 0);
  const failed = own.reduce((sum, result) => sum + result.failed.length, 0);
  const whole = own.filter((result) => result.failed.length === 0).length;
  print(
    `${kind.padEnd(10)}${own.length} questions, ${whole} wholly met; of ${asked} things asked ${share(asked - failed, asked)}`,
  );
}
const asked = results.reduce((sum, result) => sum + result.asked, 0);
const failed = results.reduce((sum, result) => sum + result.failed.length, 0);
print(`all       of ${asked} things asked ${share(asked - failed, asked)}`);
print(
  `time      median ${percentile(times, 50).toFixed(1)} ms, most ${Math.max(...times).toFixed(1)} ms, the first question included`,
);
print('');
for (const { question, failed: all } of results)
  for (const one of all) print(`${question.qid}  ${question.q.padEnd(14)}  ${one}`);
