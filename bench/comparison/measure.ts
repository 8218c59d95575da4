import { mkdirSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import type { EngineName } from '../peers/engines.ts';
import { percentile } from '../statistics.ts';
import type { Analysis } from './collection.ts';
import { buildIndex, type Server, startServer, timeFirstAnswer } from './processes.ts';
import type { Answered } from './protocol.ts';
import { KINDS, type Kind, type Questions } from './questions.ts';
import type { Latency, Result } from './results.ts';

/** Starts of a process that are timed, the first few where they take long. In milliseconds. */
const STARTS = 5;
const LONGEST_STARTS = 20_000;
/** Questions of a kind that come before those that are timed. */
const WARM_UP = 20;
/** An engine is asked no more of a kind once that has taken so long and so many were. In milliseconds. */
const LONGEST_KIND = 10_000;
const FEWEST = 10;

/** What engines are compared on. */
export interface Comparison {
  engines: readonly EngineName[];
  analysis: Analysis;
  size: number;
  /** The file of the passages, one a line, by their terms. */
  corpus: string;
  questions: Questions;
  /** How often each question is asked. What the rest of the machine does meanwhile leaves one of the times as it is. */
  passes: number;
  /** The words of some question, for jieba to cut. */
  text: string;
  /** For the engines' files. */
  folder: string;
  /** Passages that jieba cut in a second of a processor. */
  cuttingRate: number;
  say: (line: string) => void;
}

/** An engine while it is measured. */
interface Entrant {
  engine: EngineName;
  folder: string;
  result: Result;
  server: Server | null;
  /** By kind and number of the question: its answers, one a pass. */
  answers: Record<Kind, Answered[][]>;
}

/** Makes every index, times starts, then asks all engines in turn. */
export async function compare(comparison: Comparison): Promise<Result[]> {
  const entrants: Entrant[] = [];
  for (const engine of comparison.engines) entrants.push(await prepared(comparison, engine));
  for (const entrant of entrants) await attempt(entrant, () => open(comparison, entrant));
  const servers = entrants.filter(({ server }) => server !== null);
  for (const entrant of servers) await attempt(entrant, () => warmUp(comparison, entrant));
  await askInTurn(comparison, servers);
  for (const entrant of servers) await attempt(entrant, () => close(entrant));
  return summarised(entrants);
}

async function attempt(entrant: Entrant, step: () => Promise<void>): Promise<void> {
  if (entrant.result.failed !== null) return;
  try {
    await step();
  } catch (error) {
    entrant.result.failed = error instanceof Error ? error.message : String(error);
  }
}

async function prepared(comparison: Comparison, engine: EngineName): Promise<Entrant> {
  const { analysis, size, cuttingRate } = comparison;
  const folder = join(comparison.folder, engine);
  mkdirSync(folder, { recursive: true });
  const result: Result = {
    engine,
    analysis,
    passages: size,
    failed: null,
    buildRate: null,
    buildPeak: null,
    unsaved: null,
    fileBytes: null,
    firstAnswer: null,
    firstAnswerWithDictionary: null,
    opened: null,
    rest: null,
    peak: null,
    latencies: {},
    cuttingRate,
    at: new Date().toISOString(),
    load: loadavg()[0] ?? 0,
  };
  const answers = { '1 word': [], '2 words': [], '4 words': [], 'common words': [], sentence: [] };
  const entrant: Entrant = { engine, folder, result, server: null, answers };
  await attempt(entrant, () => buildAndStart(comparison, entrant));
  return entrant;
}

async function buildAndStart({ corpus, questions, text, size, say }: Comparison, entrant: Entrant): Promise<void> {
  const { engine, folder, result } = entrant;
  const { ms, megabytes, unsaved, bytes } = await buildIndex({ engine, corpus, folder });
  result.buildRate = (size / ms) * 1000;
  result.buildPeak = megabytes;
  result.unsaved = unsaved;
  say(`  ${engine} built in ${(ms / 1000).toFixed(1)} s${unsaved === null ? '' : `, not saved: ${unsaved}`}`);
  if (unsaved !== null) return;
  result.fileBytes = bytes;
  const question = questions['4 words'][0] ?? [];
  result.firstAnswer = await medianStart(() => timeFirstAnswer({ engine, folder, question }));
  if (engine === 'zhibi')
    result.firstAnswerWithDictionary = await medianStart(() => timeFirstAnswer({ engine, folder, question: { text } }));
}

async function medianStart(time: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  const begun = performance.now();
  while (times.length < STARTS && (times.length === 0 || performance.now() - begun < LONGEST_STARTS))
    times.push(await time());
  return percentile(times, 50);
}

async function open({ corpus, say }: Comparison, entrant: Entrant): Promise<void> {
  const { engine, folder, result } = entrant;
  entrant.server = await startServer({ engine, corpus, folder, saved: result.unsaved === null });
  result.opened = entrant.server.megabytes;
  say(`  ${engine} open, ${result.opened.toFixed(0)} MB`);
}

/** Lets engines compile and cache what they would in use. Questions from the end, which are asked last. */
async function warmUp({ questions }: Comparison, { server }: Entrant): Promise<void> {
  for (const kind of KINDS) {
    const begun = performance.now();
    for (const terms of questions[kind].slice(-WARM_UP)) {
      await server?.ask([terms]);
      if (performance.now() - begun > LONGEST_KIND / 10) break;
    }
  }
}

const isSpent = (answers: readonly (readonly Answered[])[]): boolean =>
  answers.length >= FEWEST && answers.flat().reduce((sum, { ms }) => sum + ms, 0) > LONGEST_KIND;

/**
 * In rounds: each engine in turn answers one question of each kind, while the others are idle, so that what else the
 * machine does meets all alike. Each round begins with another engine and another kind, and with another kind for the
 * same question in the next pass: what an engine needs to wake up falls on the first question of its turn.
 */
async function askInTurn({ questions, passes, say }: Comparison, entrants: readonly Entrant[]): Promise<void> {
  const count = Math.max(...KINDS.map((kind) => questions[kind].length));
  for (let round = 0; round < count * passes; round++) {
    for (let turn = 0; turn < entrants.length; turn++) {
      const entrant = entrants[(round + turn) % entrants.length];
      if (entrant === undefined) continue;
      const kinds = turned(KINDS, round + Math.floor(round / count));
      await attempt(entrant, () => askOneOfEach(questions, round % count, kinds, entrant));
    }
    if (round % count === count - 1) say(`  pass ${(round + 1) / count} of ${passes}`);
  }
}

const turned = <T>(all: readonly T[], by: number): T[] => [
  ...all.slice(by % all.length),
  ...all.slice(0, by % all.length),
];

async function askOneOfEach(
  questions: Questions,
  number: number,
  order: readonly Kind[],
  { server, answers }: Entrant,
): Promise<void> {
  const kinds = order.filter((kind) => !isSpent(answers[kind]) && questions[kind][number] !== undefined);
  if (kinds.length === 0) return;
  const answered = await server?.ask(kinds.map((kind) => questions[kind][number] ?? []));
  for (const [i, kind] of kinds.entries()) {
    const answer = answered?.[i];
    answers[kind][number] ??= [];
    if (answer !== undefined) answers[kind][number].push(answer);
  }
}

async function close({ server, result }: Entrant): Promise<void> {
  const ended = await server?.end();
  result.rest = ended?.megabytes ?? null;
  result.peak = ended?.peak ?? null;
}

function summarised(entrants: readonly Entrant[]): Result[] {
  const reference = entrants.find(({ engine }) => engine === 'fts5');
  return entrants.map(({ result, answers }) => ({
    ...result,
    latencies: Object.fromEntries(
      KINDS.filter((kind) => answers[kind].length > 0).map((kind) => [
        kind,
        latencyOf(answers[kind], reference?.answers[kind] ?? []),
      ]),
    ),
  }));
}

function latencyOf(answers: readonly (readonly Answered[])[], reference: readonly (readonly Answered[])[]): Latency {
  const times = answers.map((passes) => Math.min(...passes.map(({ ms }) => ms)));
  return {
    asked: times.length,
    median: percentile(times, 50),
    p95: percentile(times, 95),
    p99: percentile(times, 99),
    p99OfAll: percentile(
      answers.flat().map(({ ms }) => ms),
      99,
    ),
    agreement: agreement(answers, reference),
  };
}

/** Of the passages that a reference found first, the part that was found first too, over the questions of both. */
function agreement(
  answers: readonly (readonly Answered[])[],
  reference: readonly (readonly Answered[])[],
): number | null {
  let [expected, shared] = [0, 0];
  for (const [i, [first]] of reference.slice(0, answers.length).entries()) {
    const found = new Set(answers[i]?.[0]?.passages);
    expected += first?.passages.length ?? 0;
    shared += first?.passages.filter((passage) => found.has(passage)).length ?? 0;
  }
  return expected === 0 ? null : shared / expected;
}
