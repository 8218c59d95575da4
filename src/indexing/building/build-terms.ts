import { availableParallelism } from 'node:os';
import { startThread } from '../../threads/index.ts';
import type { FrozenTerms } from '../frozen/frozen-terms.ts';
import type { PassageTexts } from '../passage-texts.ts';
import { type Chunk, type ChunkSize, chunksOf } from './chunks.ts';
import { mergeFrozen } from './merge-frozen.ts';
import { segmentOf } from './segment.ts';
import { SegmentThread } from './segment-thread.ts';

/**
 * What is indexed by one MiniSearch. In smaller chunks freezing takes longer (of 2,500 passages, twice the time for all);
 * larger ones are no faster, and hold a gigabyte at once. A corpus of one chunk is done before a thread would have loaded
 * jieba's dictionary.
 */
const CHUNK: ChunkSize = { passages: 10_000, units: 3_000_000 };
/** Each has jieba's 250 MB and a chunk for itself; from four on, reading and merging are what takes the time. */
const MOST_THREADS = 4;
/** What a thread may have of JavaScript's memory: twice what a chunk was seen to need. */
const THREAD_MEGABYTES = 2048;

export interface BuildOptions {
  /** Threads that index; fewer than two: all is done in this one. By default one a processor, four at the most. */
  threads?: number;
  chunk?: ChunkSize;
  /** Told now and then how many passages are indexed. */
  onPassages?: (done: number) => void;
}

/** Indexes chunks, here or elsewhere. */
interface Indexer {
  segment(passages: readonly PassageTexts[], onPassages: (done: number) => void): Promise<FrozenTerms>;
  close(): Promise<void>;
}

/**
 * Indexes a stream of passages: chunk by chunk, each by a MiniSearch that is frozen and let go, in several threads where
 * there is more than one chunk; then all are merged. What comes out does not depend on the threads.
 *
 * @throws ZhibiError `dictionary-missing`; `indexing-stopped` where a thread dies; what the stream throws
 */
export async function buildTerms(
  passages: Iterable<PassageTexts> | AsyncIterable<PassageTexts>,
  { threads = Math.min(availableParallelism(), MOST_THREADS), chunk = CHUNK, onPassages = () => {} }: BuildOptions = {},
): Promise<FrozenTerms> {
  const chunks = chunksOf(passages, chunk);
  const ahead = [await chunks.next(), await chunks.next()];
  const next = async (): Promise<IteratorResult<Chunk, void>> => ahead.shift() ?? chunks.next();
  const isOneChunk = ahead[1]?.done === true;
  const indexers = isOneChunk || threads < 2 ? [HERE] : Array.from({ length: threads }, startIndexer);
  const told = new Progress(onPassages);
  const segments: FrozenTerms[] = [];
  const run = async (indexer: Indexer): Promise<void> => {
    for (let taken = await next(); taken.done !== true; taken = await next()) {
      const { number, passages } = taken.value;
      segments[number] = await indexer.segment(passages, (done) => told.tell(number, done));
      told.tell(number, passages.length);
    }
  };
  try {
    await Promise.all(indexers.map(run));
  } finally {
    await Promise.all([chunks.return(), ...indexers.map((indexer) => indexer.close())]);
  }
  return mergeFrozen(segments);
}

const HERE: Indexer = {
  segment: async (passages, onPassages) => segmentOf(passages, onPassages),
  close: async () => {},
};

const startIndexer = (): Indexer =>
  new SegmentThread(
    startThread(import.meta.url, 'worker-main', {
      name: 'indexing',
      resourceLimits: { maxOldGenerationSizeMb: THREAD_MEGABYTES },
    }),
  );

/** Adds up what chunks that are worked on at once have come to. */
class Progress {
  private readonly onPassages: (done: number) => void;
  private readonly byChunk: number[] = [];
  private total = 0;

  constructor(onPassages: (done: number) => void) {
    this.onPassages = onPassages;
  }

  tell(chunk: number, done: number): void {
    this.total += done - (this.byChunk[chunk] ?? 0);
    this.byChunk[chunk] = done;
    this.onPassages(this.total);
  }
}
