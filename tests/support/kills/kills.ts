import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { seededRandom } from '../../../bench/statistics.ts';
import { readCorpus } from '../../../src/corpus/index.ts';
import { type DraftRequest, drafterOver } from '../../../src/drafting/index.ts';
import { checkIndexFolder, SpeechIndex } from '../../../src/indexing/index.ts';
import { makeIndex } from '../../../src/keeping/index.ts';
import { readLedger } from '../../../src/keeping/ledger.ts';
import { loadSegmenter } from '../../../src/text/index.ts';

export interface KillOptions {
  kills: number;
  /** Of the moments. */
  seed: number;
  /** Told after each. */
  onKill?: (done: number) => void;
}

/** What came of kills, all of which left a whole index. */
export interface KillFigures {
  /** Indexes that were made between the kills. */
  made: number;
  /** Whole indexes that were read while one was being made. */
  reads: number;
  /** Kills after which the index was of another corpus than before. */
  turns: number;
  /** Files of indexes that came to no end. */
  leftovers: number;
}

/** A kill comes at the latest when the program has been at work for so many times as long as the first index took here. */
const LONGEST = 3;

const REQUESTS: readonly DraftRequest[] = [
  { kind: 'find', query: '巡堤 水质', filters: {}, limit: 5 },
  { kind: 'source', quote: '一件一件对账，哪一件没有办完都要说清原因。' },
  { kind: 'overview' },
];

const CORPORA = [
  ['巡堤', '清淤'],
  ['水质', '管网', '清淤'],
] as const;

const speechOn = (matter: string): string => `在某市${matter}工作会议上的讲话
同志们：
一、把${matter}的事办实
${matter}的事要一件一件对账，哪一件没有办完都要说清原因。
二、把${matter}的人用好
从事${matter}的同志一线多，所需经费优先安排。
`;

/**
 * Kills a program that makes indexes, time and again at random moments, and sees after each kill, and all the while it runs,
 * that a whole index is there which answers as one of the corpora does.
 *
 * @throws Error where it is not
 */
export async function killOverAndOver({ kills, seed, onKill }: KillOptions): Promise<KillFigures> {
  const root = mkdtempSync(join(tmpdir(), 'zhibi-kills-'));
  try {
    const folder = join(root, 'index');
    const corpora = CORPORA.map((matters, i) => corpusIn(join(root, `corpus-${i}`), matters));
    const { answers: wanted, ms } = await answersOf(corpora, folder);
    const random = seededRandom(seed);
    const figures: KillFigures = { made: 0, reads: 0, turns: 0, leftovers: 0 };
    let before = '';
    for (let done = 1; done <= kills; done++) {
      const child = await startIndexing([folder, ...corpora], () => figures.made++);
      figures.reads += await readUntilKilled(child, random() * LONGEST * ms, () => provenWhole(folder, wanted));
      const now = await provenWhole(folder, wanted);
      if ((await readLedger(folder, now)) === null) throw new Error('an index without its ledger');
      if (now !== before) figures.turns++;
      before = now;
      onKill?.(done);
    }
    return {
      ...figures,
      leftovers: readdirSync(folder).filter((file) => /\.(?:zhibi|index|json)\./.test(file)).length,
    };
  } finally {
    rmSync(root, { recursive: true });
  }
}

function corpusIn(folder: string, matters: readonly string[]): string {
  mkdirSync(folder);
  for (const matter of matters) writeFileSync(join(folder, `${matter}.txt`), speechOn(matter));
  return folder;
}

/** By a corpus's fingerprint, what it answers; and how long the slowest of their indexes took. That of the last is left. */
async function answersOf(
  corpora: readonly string[],
  folder: string,
): Promise<{ answers: Map<string, string>; ms: number }> {
  const answers = new Map<string, string>();
  loadSegmenter();
  let ms = 0;
  for (const corpus of corpora) {
    const started = performance.now();
    const index = await makeIndex(await readCorpus([corpus]), [corpus], folder);
    ms = Math.max(ms, performance.now() - started);
    answers.set(index.fingerprint.corpus, await answersFrom(index));
  }
  return { answers, ms };
}

async function answersFrom(index: SpeechIndex): Promise<string> {
  const draft = drafterOver(index);
  const answers: unknown[] = [];
  for (const request of REQUESTS) answers.push(await draft(request));
  return JSON.stringify(answers);
}

/** Whose index is in the folder, once that is proved whole. */
async function provenWhole(folder: string, wanted: ReadonlyMap<string, string>): Promise<string> {
  await checkIndexFolder(folder);
  const index = await SpeechIndex.read(folder);
  const { corpus } = index.fingerprint;
  if (!wanted.has(corpus)) throw new Error('an index of no corpus');
  if ((await answersFrom(index)) !== wanted.get(corpus)) throw new Error('an index that answers as no corpus does');
  return corpus;
}

/** The program, once it has begun. */
async function startIndexing(given: readonly string[], onMade: () => void): Promise<ChildProcess> {
  const program = fileURLToPath(new URL('./indexing-main.ts', import.meta.url));
  const child = fork(program, given, { execArgv: ['--import', import.meta.resolve('tsx')] });
  await Promise.race([once(child, 'message'), once(child, 'exit')]);
  child.on('message', onMade);
  return child;
}

/** Kills a program after a time. @returns how often `read` was done until then */
async function readUntilKilled(child: ChildProcess, ms: number, read: () => Promise<unknown>): Promise<number> {
  let reads = 0;
  const timer = setTimeout(() => child.kill('SIGKILL'), ms);
  try {
    for (; !child.killed; reads++) {
      if (child.exitCode !== null) throw new Error(`the program ended by itself: ${child.exitCode}`);
      await read();
    }
  } finally {
    clearTimeout(timer);
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }
  return reads;
}
