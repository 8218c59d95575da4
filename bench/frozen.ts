/**
 * npx tsx bench/frozen.ts
 *
 * What the frozen index takes beside the MiniSearch that it is frozen from: size, time to load, memory, and questions of
 * words and sentences drawn from the passages with a fixed seed, the first ten hits wanted. Each is loaded in a process of
 * its own; their hits must be equal.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { asSpeech, readDocuments } from '../src/evaluation/index.ts';
import { freeze, packFrozen } from '../src/indexing/frozen/index.ts';
import { TermIndex } from '../src/indexing/term-index.ts';
import type { Speech } from '../src/speech/index.ts';
import { indexTerms, sentences, terms } from '../src/text/index.ts';
import type { Timing } from './frozen-timing.ts';
import { percentile, seededRandom } from './statistics.ts';

const { values: options } = parseArgs({
  options: {
    collection: { type: 'string', default: '../shared/data/retrieval/scale100k.corpus.jsonl.gz' },
    passages: { type: 'string', default: '100000' },
    questions: { type: 'string', default: '300' },
  },
});
const QUESTIONS = Number(options.questions);
const SEED = 20_260_701;
/** A sentence that is asked has between so many UTF-16 units. */
const SENTENCE = [15, 60] as const;

const print = (line: string): boolean => process.stdout.write(`${line}\n`);

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

type Draw = (text: string, random: () => number) => string[] | null;

/** Different words of one passage. */
const words =
  (count: number): Draw =>
  (text, random) => {
    const all = [...new Set(terms(text))].filter(({ length }) => length > 1);
    if (all.length < count) return null;
    return Array.from({ length: count }, () => all.splice(Math.floor(random() * all.length), 1)[0] ?? '');
  };

/** What is asked of a sentence of a passage. */
const sentence =
  (analyse: (text: string) => string[]): Draw =>
  (text, random) => {
    const all = sentences(text)
      .map(({ start, end }) => text.slice(start, end))
      .filter(({ length }) => length >= SENTENCE[0] && length <= SENTENCE[1]);
    const one = all[Math.floor(random() * all.length)];
    return one === undefined ? null : [...new Set(analyse(one))];
  };

const KINDS: Record<string, Draw> = {
  '1 word': words(1),
  '2 words': words(2),
  '4 words': words(4),
  'sentence, its words': sentence(terms),
  'sentence, words and characters': sentence(indexTerms),
};

function drawQuestions(speeches: readonly Speech[], draw: Draw): string[][] {
  const random = seededRandom(SEED);
  const drawn: string[][] = [];
  while (drawn.length < QUESTIONS) {
    const question = draw(speeches[Math.floor(random() * speeches.length)]?.text ?? '', random);
    if (question !== null) drawn.push(question);
  }
  return drawn;
}

/** Writes both indexes and the questions into a folder. */
function prepare(folder: string): { minisearch: string; frozen: string; questions: string } {
  const files = {
    minisearch: join(folder, 'minisearch.json'),
    frozen: join(folder, 'frozen'),
    questions: join(folder, 'questions.json'),
  };
  const documents = readDocuments(gunzipSync(readFileSync(options.collection)).toString(), 'collection');
  const speeches = documents.slice(0, Number(options.passages)).map(asSpeech);
  const building = performance.now();
  const { termIndex } = TermIndex.build(speeches);
  print(`${speeches.length} passages; MiniSearch built in ${seconds(building)}`);
  const json = termIndex.serialise();
  writeFileSync(files.minisearch, json);
  const parsed = JSON.parse(json);
  const freezing = performance.now();
  const fingerprint = { format: 0, analyser: 0, dictionary: '', corpus: '' };
  const bytes = packFrozen({ fingerprint, terms: freeze(parsed) });
  print(`frozen in ${seconds(freezing)}`);
  writeFileSync(files.frozen, bytes);
  const questions = Object.entries(KINDS).map(([kind, draw]) => [kind, drawQuestions(speeches, draw)]);
  writeFileSync(files.questions, JSON.stringify(Object.fromEntries(questions)));
  for (const file of [files.minisearch, files.frozen]) {
    const { size } = statSync(file);
    print(
      `${file.slice(folder.length + 1).padEnd(16)} ${(size / 2 ** 20).toFixed(0)} MB, ${(size / speeches.length).toFixed(0)} bytes a passage`,
    );
  }
  return files;
}

const timingOf = (which: string, file: string, questions: string): Promise<Timing> =>
  new Promise((resolve, reject) => {
    const child = fork('bench/frozen-timing.ts', [which, file, questions], {
      execArgv: ['--import', 'tsx', '--expose-gc', '--max-old-space-size=8192'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child.once('message', (timing) => resolve(timing as Timing));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${which} ended with ${code}`)));
  });

function printTimings(timings: Readonly<Record<string, Timing>>): void {
  for (const [which, { load, megabytes }] of Object.entries(timings))
    print(`${which.padEnd(12)} loaded in ${load.toFixed(0)} ms, ${megabytes.toFixed(0)} MB`);
  print(`\n${''.padEnd(46)}median       99%       max   ms`);
  for (const kind of Object.keys(KINDS)) {
    for (const [which, { times }] of Object.entries(timings)) {
      const all = times[kind] ?? [];
      const cell = (p: number): string => percentile(all, p).toFixed(2).padStart(10);
      print(`${kind.padEnd(30)} ${which.padEnd(11)}${cell(50)}${cell(99)}${cell(100)}   of ${all.length}`);
    }
  }
}

const folder = mkdtempSync(join(tmpdir(), 'zhibi-frozen-'));
try {
  const files = prepare(folder);
  const frozen = await timingOf('frozen', files.frozen, files.questions);
  const minisearch = await timingOf('minisearch', files.minisearch, files.questions);
  printTimings({ frozen, minisearch });
  print(`\nthe same hits, scores and order: ${isDeepStrictEqual(frozen.first, minisearch.first) ? 'yes' : 'NO'}`);
} finally {
  rmSync(folder, { recursive: true });
}
