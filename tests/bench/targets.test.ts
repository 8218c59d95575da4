import { describe, expect, it } from 'vitest';
import type { Result } from '../../bench/comparison/results.ts';
import { targetsOf } from '../../bench/comparison/targets.ts';

const latency = (ms: number): Result['latencies'][string] => ({
  asked: 300,
  median: ms,
  p95: 2 * ms,
  p99: 3 * ms,
  p99OfAll: 4 * ms,
  agreement: null,
});

const result = (engine: string, ms: number): Result => ({
  engine,
  analysis: 'words',
  passages: 100_000,
  failed: null,
  buildRate: 1000,
  buildPeak: 100,
  unsaved: null,
  fileBytes: 40_000_000,
  firstAnswer: 400,
  firstAnswerWithDictionary: 2600,
  opened: 100,
  rest: 100,
  peak: 100,
  latencies: { '4 words': latency(ms), sentence: latency(2 * ms) },
  cuttingRate: 2000,
  at: '2026-01-01T00:00:00.000Z',
  load: 1,
});

const find = (results: readonly Result[], name: string) => targetsOf(results).find((target) => target.name === name);

describe('targets', () => {
  it('are hit or missed by what was measured', () => {
    const measured = [result('zhibi', 0.5), result('fts5', 9)];
    expect(find(measured, '4 words, 99 %')).toMatchObject({ measured: '1.5 ms', isHit: true });
    expect(find(measured, 'start to first answer, with the dictionary')).toMatchObject({
      measured: '2.6 s',
      isHit: false,
    });
    expect(find(measured, '4 words, median, against SQLite FTS5')).toMatchObject({ measured: '18 ×', isHit: false });
    expect(find(measured, 'index a passage, words')).toMatchObject({ measured: '0.4 KB', isHit: true });
  });

  it('are not hit by what was not measured', () => {
    expect(targetsOf([]).filter(({ isHit, measured }) => isHit || measured !== null)).toEqual([]);
  });

  it('say where LanceDB is quicker', () => {
    const lancedb = { ...result('lancedb', 5), latencies: { '4 words': latency(5), sentence: latency(0.9) } };
    expect(
      find([result('zhibi', 0.5), lancedb], 'no slower than LanceDB, median and 99 %, every kind and size'),
    ).toMatchObject({
      measured: '2 of 4 slower: sentence, median, at 100,000; sentence, 99 %, at 100,000',
      isHit: false,
    });
  });
});
