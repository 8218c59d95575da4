/**
 * One way of asking for terms, loaded and asked in a process of its own: `bench/frozen.ts` forks it.
 *
 * Arguments: `frozen` or `minisearch`; the file; the file of the questions, lists of lists of terms by kind.
 */
import { readFileSync } from 'node:fs';
import { FrozenIndex, readFrozen } from '../src/indexing/frozen/index.ts';
import { TermIndex } from '../src/indexing/term-index.ts';
import type { TermHit, TermSearcher } from '../src/indexing/term-searcher.ts';

/** What loading and asking took. */
export interface Timing {
  /** Reading the file, checking it, making it ready. In milliseconds. */
  load: number;
  /** What the process takes once it is loaded and garbage is gone, beyond what it took before. */
  megabytes: number;
  /** By kind, milliseconds of each question. */
  times: Record<string, number[]>;
  /** By kind, the first hits of the first questions. */
  first: Record<string, TermHit[][]>;
}

/** Hits that are wanted of a question, and questions whose hits are told. */
const HITS = 10;
const TOLD = 20;
/** A kind of question is asked for no longer than this, once this many have been. In milliseconds. */
const LONGEST = 20_000;
const FEWEST = 20;

const [which, file = '', questionFile = ''] = process.argv.slice(2);
const questions: Record<string, string[][]> = JSON.parse(readFileSync(questionFile, 'utf8'));

const resident = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().rss / 2 ** 20;
};

const load = (): TermSearcher =>
  which === 'frozen'
    ? new FrozenIndex(readFrozen(readFileSync(file), file).terms)
    : TermIndex.deserialise(readFileSync(file, 'utf8'));

function ask(searcher: TermSearcher, terms: readonly string[]): TermHit[] {
  return searcher.search({ terms: new Map(terms.map((term) => [term, 1])), boosts: { whole: 1 }, most: HITS });
}

function timesOf(searcher: TermSearcher, all: readonly string[][]): number[] {
  const times: number[] = [];
  const begun = performance.now();
  for (const terms of all) {
    const started = performance.now();
    ask(searcher, terms);
    times.push(performance.now() - started);
    if (times.length >= FEWEST && performance.now() - begun > LONGEST) break;
  }
  return times;
}

const before = resident();
const started = performance.now();
const searcher = load();
const loaded = performance.now() - started;
const megabytes = resident() - before;
const first = Object.entries(questions).map(([kind, all]) => [
  kind,
  all.slice(0, TOLD).map((terms) => ask(searcher, terms)),
]);
const times = Object.entries(questions).map(([kind, all]) => [kind, timesOf(searcher, all)]);
const timing: Timing = {
  load: loaded,
  megabytes,
  times: Object.fromEntries(times),
  first: Object.fromEntries(first),
};
process.send?.(timing);
