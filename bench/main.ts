/**
 * npm run bench -- --corpus DIR
 * npm run bench -- --peers: beside other search engines, see comparison/main.ts
 *
 * Times what a person waits for, on the speeches of a folder: reading and indexing, a cold start with one question, and
 * questions of one, two and four words and of a sentence. Questions are drawn from the corpus with a fixed seed, so that
 * two runs ask the same.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readCorpus } from '../src/corpus/index.ts';
import { type Drafter, type DraftRequest, openDrafter } from '../src/drafting/index.ts';
import { SpeechIndex } from '../src/indexing/index.ts';
import { type Speech, walkSections } from '../src/speech/index.ts';
import { terms } from '../src/text/index.ts';
import { comparePeers } from './comparison/main.ts';
import { measureSteps } from './indexing-steps.ts';
import { questionsFrom } from './questions.ts';
import { percentile } from './statistics.ts';

const peersWanted = process.argv.includes('--peers');
const { values: options } = parseArgs({
  // With --peers the arguments are those of the comparison.
  args: peersWanted ? [] : process.argv.slice(2),
  options: { corpus: { type: 'string', default: 'corpus' }, questions: { type: 'string', default: '300' } },
});
const QUESTIONS = Number(options.questions);
const MEGABYTE = 2 ** 20;

const sizeOf = (folder: string): number =>
  readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);

const print = (line: string): boolean => process.stdout.write(`${line}\n`);
const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const started = performance.now();
  const value = await work();
  return { value, ms: performance.now() - started };
}

async function measureBuilding(folder: string): Promise<Speech[]> {
  const { value: corpus, ms: reading } = await timed(() => readCorpus([options.corpus]));
  terms('词典'); // loads the dictionary, which is measured with the cold start
  const { value: index, ms: building } = await timed(() => SpeechIndex.build(corpus.speeches));
  const { ms: writing } = await timed(() => index.write(folder));
  const characters = corpus.speeches.reduce((sum, speech) => sum + speech.text.length, 0);
  print(`corpus      ${corpus.speeches.length} speeches, ${index.passageCount} passages, ${characters} characters`);
  print(`read        ${seconds(reading)}`);
  print(`index       ${seconds(building)}, ${Math.round((index.passageCount / building) * 1000)} passages/s`);
  print(`write       ${seconds(writing)}, ${(sizeOf(folder) / MEGABYTE).toFixed(1)} MB`);
  return corpus.speeches;
}

/** What each step of indexing takes of the whole, and how fast structure alone is. */
async function printSteps(): Promise<void> {
  const { bytes, steps } = await measureSteps(options.corpus);
  const whole = steps.reduce((sum, { ms }) => sum + ms, 0);
  print('');
  for (const { name, ms } of steps) {
    const rate = (bytes / 1e6 / (ms / 1000)).toFixed(1).padStart(8);
    print(
      `${name.padEnd(32)}${ms.toFixed(0).padStart(8)} ms${((ms / whole) * 100).toFixed(1).padStart(7)} %${rate} MB/s`,
    );
  }
}

/** A process of its own, from start to exit, as the operating system counts it. */
function measureColdStart(folder: string): void {
  const script = `
    import { openDrafter } from './src/drafting/index.ts';
    const started = performance.now();
    await openDrafter(process.argv[2])({ kind: 'find', query: '基层 治理', filters: {}, limit: 5 });
    const { maxRSS } = process.resourceUsage();
    console.log(JSON.stringify({ answer: performance.now() - started, process: performance.now(), rss: maxRSS / 1024 }));`;
  const runs = Array.from({ length: 5 }, () => {
    const output = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-', folder], {
      input: script,
    });
    return JSON.parse(output.toString()) as { answer: number; process: number; rss: number };
  });
  const median = (key: keyof (typeof runs)[number]): number =>
    percentile(
      runs.map((run) => run[key]),
      50,
    );
  print(
    `cold start  ${seconds(median('process'))} from process start to first answer, of it ${seconds(median('answer'))}`,
  );
  print(`            for index and dictionary; ${Math.round(median('rss'))} MB at the peak (median of ${runs.length})`);
}

async function measureQuestions(drafter: Drafter, speeches: readonly Speech[]): Promise<void> {
  print(`\n${'question'.padEnd(22)}${'median'.padStart(10)}${'99%'.padStart(10)}   ms, ${QUESTIONS} questions each`);
  for (const length of [1, 2, 4, 'sentence'] as const) {
    const questions = questionsFrom(speeches, length, QUESTIONS);
    const label = length === 'sentence' ? 'a sentence' : `${length} word${length > 1 ? 's' : ''}`;
    await measure(
      `find, ${label}`,
      drafter,
      questions.map((query) => ({ kind: 'find', query, filters: {}, limit: 5 })),
    );
  }
  const pairs = questionsFrom(speeches, 2, QUESTIONS);
  await measure(
    'outline, 2 words',
    drafter,
    pairs.map((query) => ({ kind: 'outline', query, filters: {} })),
  );
  await measure(
    'phrase, 2 words',
    drafter,
    pairs.map((query) => ({ kind: 'phrase', query, filters: {} })),
  );
  const quotes = questionsFrom(speeches, 'sentence', QUESTIONS);
  await measure(
    'source, verbatim',
    drafter,
    quotes.map((quote) => ({ kind: 'source', quote })),
  );
  const altered = quotes.map(
    (quote) => ({ kind: 'source', quote: `${quote.slice(0, 3)}另${quote.slice(4)}` }) as const,
  );
  await measure('source, altered', drafter, altered);
  await measure('trace, 40 sentences', drafter, textsOf(altered.map(({ quote }) => quote)));
  const sections = speeches.flatMap((speech) =>
    [...walkSections(speech.sections)]
      .filter(({ section }) => section.kind === 'heading')
      .map(({ section }) => `${speech.id}.${section.start.toString(36)}`),
  );
  const step = Math.max(1, Math.floor(sections.length / QUESTIONS));
  await measure(
    'phrase, a section',
    drafter,
    sections.filter((_, i) => i % step === 0).map((section) => ({ kind: 'phrase', query: '', filters: {}, section })),
  );
}

/** Sentences, forty a text. */
const textsOf = (all: readonly string[]): DraftRequest[] =>
  Array.from({ length: Math.floor(all.length / 40) }, (_, i) => ({
    kind: 'trace',
    text: all.slice(40 * i, 40 * (i + 1)).join('\n'),
  }));

async function measure(label: string, drafter: Drafter, requests: readonly DraftRequest[]): Promise<void> {
  for (const request of requests.slice(0, 20)) await drafter(request).catch(() => null);
  const times: number[] = [];
  // A sentence of stop words alone is refused; it costs next to nothing and is not counted.
  for (const request of requests) {
    const { value, ms } = await timed(() => drafter(request).catch(() => null));
    if (value !== null) times.push(ms);
  }
  const cell = (p: number): string => percentile(times, p).toFixed(1).padStart(10);
  print(label.padEnd(22) + cell(50) + cell(99));
}

async function measureCorpus(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'zhibi-bench-'));
  try {
    const speeches = await measureBuilding(folder);
    await printSteps();
    measureColdStart(folder);
    await measureQuestions(openDrafter(folder), speeches);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await (peersWanted ? comparePeers(process.argv.slice(2)) : measureCorpus());
