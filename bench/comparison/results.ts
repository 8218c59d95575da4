import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';

const Latency = z.object({
  /** Questions that were asked. */
  asked: z.int(),
  /** Over the questions, of the least time that each took in any pass. In milliseconds, as the rest. */
  median: z.number(),
  p95: z.number(),
  p99: z.number(),
  /** Over every time taken, pauses and other programs included. */
  p99OfAll: z.number(),
  /** Of the first ten passages, the part that FTS5 has among its own; null where FTS5 was not measured. */
  agreement: z.number().nullable(),
});
export type Latency = z.infer<typeof Latency>;

/** One engine at one size. */
const Result = z.object({
  engine: z.string(),
  /** Which terms were indexed. */
  analysis: z.enum(['words', 'all']),
  passages: z.int(),
  /** Why there are no more figures. */
  failed: z.string().nullable(),
  /** Passages a second, without cutting them to terms; the index written, where it can be. */
  buildRate: z.number().nullable(),
  /** The most that building took, its input included. In MB (2²⁰ bytes), as all sizes. */
  buildPeak: z.number().nullable(),
  /** Why the index has no file. */
  unsaved: z.string().nullable(),
  fileBytes: z.int().nullable(),
  /** From process start to the first answer, in milliseconds, median of some runs. */
  firstAnswer: z.number().nullable(),
  /** The same where the question has to be cut by jieba. */
  firstAnswerWithDictionary: z.number().nullable(),
  /** Taken by the process once the index is open, after all questions, and at the most. */
  opened: z.number().nullable(),
  rest: z.number().nullable(),
  peak: z.number().nullable(),
  latencies: z.record(z.string(), Latency),
  /** Passages that jieba cut to these terms in a second of a processor. */
  cuttingRate: z.number(),
  /** When it was measured, and how many processes wanted a core just before (one minute's load average). */
  at: z.iso.datetime(),
  load: z.number(),
});
export type Result = z.infer<typeof Result>;

const Results = z.object({ machine: z.string(), collection: z.string(), results: z.array(Result) });
export type Results = z.infer<typeof Results>;

export const RESULTS_FILE = 'bench/peers/results.json';

/** Reads what was measured so far; null where nothing was. @throws where the file is none of ours */
export async function readResults(): Promise<Results | null> {
  const json = await readFile(RESULTS_FILE, 'utf8').catch(() => null);
  return json === null ? null : Results.parse(JSON.parse(json));
}

const keyOf = ({ engine, analysis, passages }: Result): string => `${analysis} ${passages} ${engine}`;

/** Figures, those of the same engine, terms and size replaced by later ones. */
export function merged(before: readonly Result[], later: readonly Result[]): Result[] {
  return [...new Map([...before, ...later].map((result) => [keyOf(result), result])).values()].sort(
    (a, b) => a.analysis.localeCompare(b.analysis) || a.passages - b.passages,
  );
}

export async function writeResults(results: Results): Promise<void> {
  await writeFile(RESULTS_FILE, `${JSON.stringify(results, null, 2)}\n`);
}
