/**
 * npm run bench -- --peers [--resume] [--collection FILE] [--sizes 10000,100000] [--engines zhibi,fts5] [--terms words|all]
 *                          [--questions 300] [--passes 3]
 * npm run bench -- --peers --report
 *
 * Zhibi's index beside other search engines, on the same passages by the same terms. What it measures goes to
 * bench/peers/results.json, size by size. Without sizes, engines and terms everything that docs/performance.md shows is
 * measured anew, and its tables and plot are made of it; with --resume only what is missing. --report makes them without
 * measuring.
 */
import { existsSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { ENGINE_NAMES, ENGINES, type EngineName, isEngine } from '../peers/engines.ts';
import { type Analysis, type Collection, passagesOfSize, readCollection } from './collection.ts';
import { writeCorpus } from './corpus-file.ts';
import { compare } from './measure.ts';
import { buildChild } from './processes.ts';
import { drawQuestions } from './questions.ts';
import { report } from './report.ts';
import { merged, RESULTS_FILE, type Result, readResults, writeResults } from './results.ts';
import { targetsOf } from './targets.ts';

const SEED = 20_260_701;
/** For jieba to cut, where a first answer waits for it. */
const TEXT = '加强基层治理 优化营商环境';

/** Sizes that are measured with the same terms, by as many engines as can. */
interface Series {
  terms: Analysis;
  sizes: readonly number[];
  engines: readonly EngineName[];
}

/** What docs/performance.md shows. */
const WHOLE: readonly Series[] = [
  { terms: 'words', sizes: [10_000, 30_000, 100_000, 300_000, 1_000_000], engines: ENGINE_NAMES },
  { terms: 'all', sizes: [100_000], engines: ['zhibi', 'lancedb', 'fts5'] },
];

const list = (text: string): string[] => text.split(',');

const Options = z.object({
  collection: z.string().default('../shared/data/retrieval/scale100k.corpus.jsonl.gz'),
  sizes: z
    .string()
    .transform((sizes) => list(sizes).map(Number))
    .pipe(z.array(z.int().positive()))
    .optional(),
  engines: z
    .string()
    .transform(list)
    .pipe(z.array(z.string().refine(isEngine, 'no such engine')))
    .optional(),
  terms: z.enum(['words', 'all']).optional(),
  questions: z.coerce.number().int().positive().default(300),
  passes: z.coerce.number().int().positive().default(3),
  resume: z.boolean().default(false),
  report: z.boolean().default(false),
});
type Options = z.infer<typeof Options>;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Runs the comparison with the arguments of the command line. */
export async function comparePeers(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      peers: { type: 'boolean' },
      collection: { type: 'string' },
      sizes: { type: 'string' },
      engines: { type: 'string' },
      terms: { type: 'string' },
      questions: { type: 'string' },
      passes: { type: 'string' },
      resume: { type: 'boolean' },
      report: { type: 'boolean' },
    },
  });
  const options = Options.parse(values);
  if (options.report) return report();
  if (!existsSync('bench/peers/node_modules')) return say('Install the engines first: npm ci --prefix bench/peers');
  // A file that is none of ours is told before anything is measured.
  await readResults();
  await buildChild();
  const { sizes, engines, terms } = options;
  const isWhole = sizes === undefined && engines === undefined && terms === undefined;
  if (isWhole && !options.resume) await writeResults({ ...conditions(options), results: [] });
  const some = { terms: terms ?? 'words', sizes: sizes ?? [10_000, 100_000], engines: engines ?? ENGINE_NAMES };
  for (const series of isWhole ? WHOLE : [some]) await measureSeries(options, series);
  await printTargets();
  if (isWhole) await report();
  else say(`\nFigures in ${RESULTS_FILE}; npm run bench -- --peers --report makes tables and plot of them.`);
}

async function measureSeries(options: Options, { terms, sizes, engines }: Series): Promise<void> {
  let collection: Collection | null = null;
  for (const size of sizes) {
    const done = options.resume ? await measured(terms, size) : [];
    const left = engines.filter((engine) => ENGINES[engine].most >= size && !done.includes(engine));
    if (left.length === 0) continue;
    collection ??= read(options, terms, Math.max(...sizes));
    await keep(options, await measureSize(options, collection, { terms, size, engines: left }));
  }
}

async function measured(terms: Analysis, size: number): Promise<string[]> {
  const { results = [] } = (await readResults()) ?? {};
  return results
    .filter(({ analysis, passages }) => analysis === terms && passages === size)
    .map(({ engine }) => engine);
}

function read({ collection: file }: Options, terms: Analysis, most: number): Collection {
  const collection = readCollection(file, most, terms);
  say(
    `${collection.passages.length} passages, cut to terms at ${Math.round(collection.cuttingRate)} a second of a processor`,
  );
  return collection;
}

interface Task extends Omit<Series, 'sizes'> {
  size: number;
}

async function measureSize(
  options: Options,
  { passages, cuttingRate }: Collection,
  { terms, size, engines }: Task,
): Promise<Result[]> {
  const started = performance.now();
  say(`\n${size} passages`);
  const mixed = passagesOfSize(passages, size, SEED);
  const folder = await mkdtemp(join(tmpdir(), 'zhibi-peers-'));
  const stop = (): void => {
    rmSync(folder, { recursive: true, force: true });
    process.exit(1);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    const files = join(folder, 'files');
    await mkdir(files);
    const corpus = join(folder, 'corpus.txt');
    await writeCorpus(corpus, mixed);
    const results = await compare({
      engines,
      analysis: terms,
      size,
      corpus,
      questions: drawQuestions(mixed, options.questions, SEED),
      passes: options.passes,
      text: TEXT,
      folder: files,
      cuttingRate,
      say,
    });
    for (const line of summaryOf(results)) say(line);
    say(`took ${Math.round((performance.now() - started) / 1000)} s`);
    return results;
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    await rm(folder, { recursive: true, force: true });
  }
}

function* summaryOf(results: readonly Result[]): Generator<string> {
  for (const { engine, failed, latencies } of results) {
    const cells = Object.entries(latencies).map(
      ([kind, { asked, median, p99 }]) => `${kind} ${median.toFixed(2)} / ${p99.toFixed(2)} (${asked})`,
    );
    yield `${engine.padEnd(12)}${failed ?? cells.join('   ')}`;
  }
}

/** Writes after every size, so that what was measured is not lost with what comes next. */
async function keep(options: Options, results: readonly Result[]): Promise<void> {
  const before = await readResults();
  await writeResults({ ...conditions(options), results: merged(before?.results ?? [], results) });
}

function conditions({ collection }: Options): { machine: string; collection: string } {
  const [cpu] = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  const machine = `${cpus().length} × ${cpu?.model ?? 'unknown'}, ${memory}, Node ${process.versions.node}`;
  return { machine, collection: basename(collection) };
}

async function printTargets(): Promise<void> {
  const { results = [] } = (await readResults()) ?? {};
  say('');
  for (const { name, wanted, measured, isHit } of targetsOf(results)) {
    const verdict = measured === null ? '' : isHit ? 'hit' : 'MISSED';
    say(`${verdict.padEnd(8)}${name}: ${wanted}; ${measured ?? 'not measured'}`);
  }
}
