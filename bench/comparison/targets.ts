import type { EngineName } from '../peers/engines.ts';
import { KINDS, type Kind } from './questions.ts';
import type { Latency, Result } from './results.ts';

/** What the index is to reach, and what it does. */
export interface Target {
  name: string;
  wanted: string;
  /** Null where it was not measured. */
  measured: string | null;
  isHit: boolean;
}

const SIZE = 100_000;
const LARGE = 1_000_000;
const KILOBYTE = 1000;

/** A figure that must stay below a bound. */
interface Bound {
  name: string;
  below: number;
  value: number | null | undefined;
  unit: string;
}

const figure = (value: number): string => (value < 100 ? String(Number(value.toPrecision(2))) : value.toFixed(0));

function bound({ name, below, value, unit }: Bound): Target {
  const isMeasured = value !== null && value !== undefined;
  return {
    name,
    wanted: `< ${below} ${unit}`,
    measured: isMeasured ? `${figure(value)} ${unit}` : null,
    isHit: isMeasured && value < below,
  };
}

/** How many times as fast something must be. */
function factor(name: string, wanted: number, these: Latency | undefined, others: Latency | undefined): Target {
  const times = these === undefined || others === undefined ? null : others.median / these.median;
  return {
    name,
    wanted: `≥ ${wanted} ×`,
    measured: times === null ? null : `${figure(times)} ×`,
    isHit: times !== null && times >= wanted,
  };
}

/** The targets that Zhibi's index has, held against what was measured. */
export function targetsOf(all: readonly Result[]): Target[] {
  const words = all.filter(({ analysis }) => analysis === 'words');
  const find = (engine: EngineName, size: number): Result | undefined =>
    words.find((result) => result.engine === engine && result.passages === size);
  const zhibi = find('zhibi', SIZE);
  const median4 = (engine: EngineName): Latency | undefined => find(engine, SIZE)?.latencies['4 words'];
  const allTerms = all.find(
    ({ analysis, engine, passages }) => analysis === 'all' && engine === 'zhibi' && passages === SIZE,
  );
  return [
    ...KINDS.map((kind) => tail(kind, zhibi)),
    factor('4 words, median, against MiniSearch', 100, median4('zhibi'), median4('minisearch')),
    factor('4 words, median, against SQLite FTS5', 20, median4('zhibi'), median4('fts5')),
    againstLanceDb(words),
    bound({
      name: 'a sentence among a million, 95 %',
      below: 15,
      value: find('zhibi', LARGE)?.latencies['sentence']?.p95,
      unit: 'ms',
    }),
    bound({
      name: 'start to first answer, the index alone',
      below: 0.5,
      value: inSeconds(zhibi?.firstAnswer),
      unit: 's',
    }),
    bound({
      name: 'start to first answer, with the dictionary',
      below: 2.5,
      value: inSeconds(zhibi?.firstAnswerWithDictionary),
      unit: 's',
    }),
    bound({ name: 'index a passage, words', below: 0.7, value: kilobytesEach(zhibi), unit: 'KB' }),
    bound({ name: 'index a passage, words and characters', below: 0.7, value: kilobytesEach(allTerms), unit: 'KB' }),
  ];
}

const tail = (kind: Kind, result: Result | undefined): Target =>
  bound({
    name: `${kind}, 99 %`,
    below: kind === 'sentence' ? 6 : 2,
    value: result?.latencies[kind]?.p99,
    unit: 'ms',
  });

const inSeconds = (ms: number | null | undefined): number | null =>
  ms === null || ms === undefined ? null : ms / 1000;

const kilobytesEach = (result: Result | undefined): number | null =>
  result?.fileBytes === null || result === undefined ? null : result.fileBytes / result.passages / KILOBYTE;

/** Medians and 99th percentiles of every kind at every size that both were measured at. */
function againstLanceDb(results: readonly Result[]): Target {
  const compared = results
    .filter(({ engine }) => engine === 'zhibi')
    .flatMap((own) => {
      const others = results.find(({ engine, passages }) => engine === 'lancedb' && passages === own.passages);
      return others === undefined ? [] : comparisons(own, others);
    });
  const slower = compared.filter(({ own, theirs }) => own > theirs).map(({ name }) => name);
  return {
    name: 'no slower than LanceDB, median and 99 %, every kind and size',
    wanted: 'nowhere slower',
    measured: compared.length === 0 ? null : `${slower.length} of ${compared.length} slower${listed(slower)}`,
    isHit: compared.length > 0 && slower.length === 0,
  };
}

const listed = (names: readonly string[]): string => (names.length === 0 ? '' : `: ${names.join('; ')}`);

/** A figure of two engines. In milliseconds. */
interface Pair {
  name: string;
  own: number;
  theirs: number;
}

const comparisons = ({ passages, latencies }: Result, others: Result): Pair[] =>
  KINDS.flatMap((kind) =>
    (['median', 'p99'] as const).flatMap((measure): Pair[] => {
      const [own, theirs] = [latencies[kind]?.[measure], others.latencies[kind]?.[measure]];
      const name = `${kind}, ${measure === 'median' ? 'median' : '99 %'}, at ${passages.toLocaleString('en')}`;
      return own === undefined || theirs === undefined ? [] : [{ name, own, theirs }];
    }),
  );
