import type { SpeechIndex } from '../../indexing/index.ts';
import type { Span } from '../../speech/index.ts';
import type { SourceMatch } from '../answer.ts';
import { everywhere, exactMatches, speechesWith } from './exact.ts';
import type { Quote } from './quote.ts';

/** Shorter runs are anybody's. In letters and digits. */
const SHORTEST_RUN = 10;
/** A run that is not longer than this and that several speeches have is a formula rather than a quotation. */
const FORMULA = 16;
const SPEECHES_WITH_FORMULA = 3;

/** A run of neighbouring clauses of a quote, and a place where it stands word for word. */
export interface ClauseRun {
  match: SourceMatch;
  covered: Span;
}

/**
 * The runs of clauses that stand word for word, wherever they do, each as long as it can be, in the order of the quote.
 * Runs that are too short, or that many speeches have, are left out.
 */
export function clauseRuns(index: SpeechIndex, { plain, clauses }: Quote): ClauseRun[] {
  const runs: ClauseRun[] = [];
  for (let first = 0; first < clauses.length; ) {
    const run = longestFrom(index, plain, clauses, first);
    if (run === null) first++;
    else {
      first = run.next;
      if (isTelling(index, plain.slice(run.covered.start, run.covered.end))) runs.push(run);
    }
  }
  const covered = runs.reduce((sum, run) => sum + lengthOf(run), 0);
  return covered >= plain.length * MOST_OF_QUOTE ? runs : runs.filter((run) => lengthOf(run) > FORMULA);
}

/** A short run by itself proves nothing of a long sentence around it; several that make up so much of a quote do. */
const MOST_OF_QUOTE = 0.5;

const lengthOf = ({ covered }: ClauseRun): number => covered.end - covered.start;

function longestFrom(
  index: SpeechIndex,
  plain: string,
  clauses: readonly Span[],
  first: number,
): (ClauseRun & { next: number }) | null {
  const start = clauses[first]?.start ?? 0;
  let found: (ClauseRun & { next: number }) | null = null;
  for (let next = first + 1; next <= clauses.length; next++) {
    const end = clauses[next - 1]?.end ?? start;
    const [match] = exactMatches(index, plain.slice(start, end));
    if (match === undefined) break;
    found = { match, covered: { start, end }, next };
  }
  return found;
}

function isTelling(index: SpeechIndex, run: string): boolean {
  if (run.length < SHORTEST_RUN || everywhere(index, run) !== null) return false;
  return run.length > FORMULA || speechesWith(index, run).length < SPEECHES_WITH_FORMULA;
}
