import { ENGINE_NAMES, ENGINES, type EngineName, isEngine } from '../peers/engines.ts';
import type { Analysis } from './collection.ts';
import { KINDS } from './questions.ts';
import type { Latency, Result } from './results.ts';
import { targetsOf } from './targets.ts';

const MEGABYTE = 2 ** 20;
const NOTHING = '–';
/** Engines that are measured at every size, as far as they go. */
const GROWING: readonly EngineName[] = ['zhibi', 'lancedb', 'fts5', 'minisearch'];

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(row)].join('\n');

type Figure = number | null | undefined;

/** Two digits that count; of what is 100 or more, those before the point. */
function inDigits(value: Figure): string {
  if (value === null || value === undefined) return NOTHING;
  return value < 100 ? String(Number(value.toPrecision(2))) : Math.round(value).toLocaleString('en');
}

const whole = (value: Figure): string =>
  value === null || value === undefined ? NOTHING : Math.round(value).toLocaleString('en');

const inSeconds = (ms: Figure): string => (ms === null || ms === undefined ? NOTHING : `${(ms / 1000).toFixed(2)} s`);

const each = ({ fileBytes, passages }: Result): number | null => (fileBytes === null ? null : fileBytes / passages);

const inMegabytes = ({ fileBytes }: Result): number | null => (fileBytes === null ? null : fileBytes / MEGABYTE);

/** Those of one size and analysis, in the order of the engines. */
function select(results: readonly Result[], analysis: Analysis, passages: number): Result[] {
  const of = results.filter((result) => result.analysis === analysis && result.passages === passages);
  return ENGINE_NAMES.flatMap((engine) => of.filter((result) => result.engine === engine));
}

const labelOf = (engine: string): string => (isEngine(engine) ? ENGINES[engine].label : engine);

const nameOf = ({ engine }: Result): string => (engine === 'zhibi' ? `**${labelOf(engine)}**` : labelOf(engine));

function latencyCell(latency: Latency | undefined): string {
  return latency === undefined ? NOTHING : `${inDigits(latency.median)} / ${inDigits(latency.p99)}`;
}

/** How many questions of each kind an engine was asked in its time, where it was not all. */
function askedCell({ latencies }: Result): string {
  const asked = KINDS.map((kind) => latencies[kind]?.asked ?? 0);
  return new Set(asked).size === 1 ? String(asked[0]) : asked.join(', ');
}

/** Milliseconds by kind of question: median / 99th percentile. */
export function latencyTable(results: readonly Result[], analysis: Analysis, passages: number): string {
  return table(
    ['ms, median / 99 %', ...KINDS, 'questions of each kind'],
    select(results, analysis, passages).map((result) =>
      result.failed === null
        ? [nameOf(result), ...KINDS.map((kind) => latencyCell(result.latencies[kind])), askedCell(result)]
        : [nameOf(result), result.failed, ...KINDS.map(() => '')],
    ),
  );
}

/** What else an engine takes. */
export function engineTable(results: readonly Result[], analysis: Analysis, passages: number): string {
  return table(
    [
      '',
      'built, passages/s',
      'peak while building, MB',
      'files, MB',
      'bytes a passage',
      'start to first answer',
      'memory, open, MB',
      'memory, in use, MB',
      'first ten as FTS5',
    ],
    select(results, analysis, passages).map((result) => [
      nameOf(result),
      whole(result.buildRate),
      whole(result.buildPeak),
      result.unsaved === null ? inDigits(inMegabytes(result)) : result.unsaved,
      whole(each(result)),
      inSeconds(result.firstAnswer),
      whole(result.opened),
      whole(result.rest),
      agreementCell(result),
    ]),
  );
}

function agreementCell({ latencies }: Result): string {
  const { agreement } = latencies['4 words'] ?? {};
  return agreement === null || agreement === undefined ? NOTHING : `${Math.round(agreement * 100)} %`;
}

/** How what an engine takes grows with the passages. */
export function growthTable(results: readonly Result[]): string {
  const rows = GROWING.flatMap((engine) =>
    results
      .filter((result) => result.engine === engine && result.analysis === 'words' && result.failed === null)
      .map((result) => {
        const { '4 words': four, sentence } = result.latencies;
        return [
          nameOf(result),
          whole(result.passages),
          `${inDigits(four?.median)} / ${inDigits(four?.p99)}`,
          [sentence?.median, sentence?.p95, sentence?.p99].map(inDigits).join(' / '),
          inSeconds(result.firstAnswer),
          whole(result.buildRate),
          whole(each(result)),
          whole(result.rest),
        ];
      }),
  );
  return table(
    [
      '',
      'passages',
      '4 words, ms, median / 99 %',
      'sentence, ms, median / 95 % / 99 %',
      'start to first answer',
      'built, passages/s',
      'bytes a passage',
      'memory, MB',
    ],
    rows,
  );
}

export const targetTable = (results: readonly Result[]): string =>
  table(
    ['', 'wanted', 'measured', ''],
    targetsOf(results).map(({ name, wanted, measured, isHit }) => [
      name,
      wanted,
      measured ?? 'not measured',
      measured === null ? NOTHING : isHit ? 'hit' : '**missed**',
    ]),
  );

/** When each size was measured, and how busy the machine was. */
export function conditionsTable(results: readonly Result[]): string {
  const sizes = [...new Set(results.map(({ analysis, passages }) => `${analysis} ${passages}`))];
  const rows = sizes.map((key) => {
    const of = results.filter(({ analysis, passages }) => `${analysis} ${passages}` === key);
    const [first] = of;
    const loads = of.map(({ load }) => load);
    return [
      whole(first?.passages),
      first?.analysis === 'all' ? 'words and characters' : 'words',
      of
        .map(({ at }) => at)
        .toSorted()[0]
        ?.slice(0, 16)
        .replace('T', ' ') ?? '',
      `${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)}`,
      whole(first?.cuttingRate),
    ];
  });
  return table(['passages', 'terms', 'measured (UTC)', 'load average', 'jieba, passages/s of a processor'], rows);
}
