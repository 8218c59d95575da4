/**
 * npm run bench:build -- --passages 1000000
 *
 * What it takes to build the inverted index of a stream of passages: the rate, the memory of all threads together at its
 * peak, the size of what is built, and jieba's share of the work.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { buildTerms } from '../src/indexing/building/index.ts';
import { buffersOf, toPlain } from '../src/indexing/building/messages.ts';
import { FrozenIndex, type FrozenTerms } from '../src/indexing/frozen/index.ts';
import type { PassageTexts } from '../src/indexing/passage-texts.ts';
import { indexTerms, loadSegmenter, normaliseText } from '../src/text/index.ts';
import { mixedPassages } from './mixed-passages.ts';

const { values: options } = parseArgs({
  options: {
    collection: { type: 'string', default: '../shared/data/retrieval/scale100k.corpus.jsonl.gz' },
    passages: { type: 'string', default: '100000' },
    threads: { type: 'string', default: String(Math.min(availableParallelism(), 4)) },
    /** Of so many passages jieba's share is measured; 0 leaves it out. */
    sample: { type: 'string', default: '10000' },
  },
});

const print = (line: string): boolean => process.stdout.write(`${line}\n`);
const secondsSince = (started: number): number => (performance.now() - started) / 1000;
/** Seconds of processors, all threads together: what other programs do meanwhile doesn't change it much. */
const workSince = (before: NodeJS.CpuUsage): number => process.cpuUsage(before).user / 1e6;
/** Of the process with all its threads, so far. */
const peakGigabytes = (): string => (process.resourceUsage().maxRSS / 2 ** 20).toFixed(2);

const bytesOf = (terms: FrozenTerms): number =>
  buffersOf(toPlain(terms)).reduce((sum, { byteLength }) => sum + byteLength, 0);

/** What jieba takes of one thread's work. */
async function printShare(passages: readonly PassageTexts[]): Promise<void> {
  const segmenter = loadSegmenter();
  const measure = async (work: () => unknown): Promise<number> => {
    const before = process.cpuUsage();
    await work();
    return workSince(before);
  };
  const normalised = passages.map(({ text }) => normaliseText(text));
  const jieba = await measure(() => normalised.map((text) => segmenter.cutForSearch(text).length));
  const analyser = await measure(() => passages.map(({ text }) => indexTerms(text).length));
  const all = await measure(() => buildTerms(passages, { threads: 1 }));
  const share = (part: number): string => `${((100 * part) / all).toFixed(0)} %`;
  print(`one thread, ${passages.length} passages: ${(passages.length / all).toFixed(0)} a second of its work`);
  print(
    `  jieba ${share(jieba)}; the analyser, jieba included, ${share(analyser)}; MiniSearch and freezing are the rest`,
  );
}

const count = Number(options.passages);
const threads = Number(options.threads);
const [started, before] = [performance.now(), process.cpuUsage()];
let told = started;
const built = await buildTerms(mixedPassages(options.collection, count), {
  threads,
  onPassages: (done) => {
    if (process.stdout.isTTY !== true || performance.now() - told < 1000) return;
    told = performance.now();
    process.stdout.write(`\r${done} of ${count}`);
  },
});
const seconds = secondsSince(started);
print(`\r${count} passages in ${seconds.toFixed(1)} s, ${threads} threads: ${(count / seconds).toFixed(0)} a second`);
print(`${workSince(before).toFixed(1)} s of work, all threads together`);
print(`peak memory ${peakGigabytes()} GB`);
print(`${(bytesOf(built) / 2 ** 20).toFixed(0)} MB, ${(bytesOf(built) / count).toFixed(0)} bytes a passage`);
print(`${built.vocabulary.length} terms; ${FrozenIndex.of(built).documentFrequency('发展')} passages hold 发展`);
const sample = Number(options.sample);
if (sample > 0) await printShare([...mixedPassages(options.collection, sample)]);
