import { readFile, writeFile } from 'node:fs/promises';
import { ENGINES } from '../peers/engines.ts';
import { type Line, type Panel, plot } from './plot.ts';
import { KINDS, type Kind } from './questions.ts';
import { RESULTS_FILE, type Result, type Results, readResults } from './results.ts';
import { conditionsTable, engineTable, growthTable, latencyTable, targetTable } from './tables.ts';

const DOCUMENT = 'docs/performance.md';
const PICTURE = 'docs/images/latency.svg';

const TITLES: Readonly<Record<Kind, string>> = {
  '1 word': 'One word',
  '2 words': 'Two words',
  '4 words': 'Four words',
  'common words': 'Two of the 30 commonest words',
  sentence: 'A sentence',
};

/** Makes the tables of the document and the picture of what was measured. @throws where nothing was, or a mark is missing */
export async function report(): Promise<void> {
  const measured = await readResults();
  if (measured === null) throw new Error(`${RESULTS_FILE} is not there: measure first`);
  await writeFile(PICTURE, pictureOf(measured));
  await writeFile(DOCUMENT, withTables(await readFile(DOCUMENT, 'utf8'), tablesOf(measured)));
}

const tablesOf = ({ machine, collection, results }: Results): Readonly<Record<string, string>> => ({
  machine: `Machine: ${machine}. Collection: \`${collection}\`.`,
  targets: targetTable(results),
  'latency-10000': latencyTable(results, 'words', 10_000),
  'latency-100000': latencyTable(results, 'words', 100_000),
  'engines-10000': engineTable(results, 'words', 10_000),
  'engines-100000': engineTable(results, 'words', 100_000),
  growth: growthTable(results),
  'latency-all': latencyTable(results, 'all', 100_000),
  'engines-all': engineTable(results, 'all', 100_000),
  conditions: conditionsTable(results),
});

/** Puts each table between its marks, `<!-- table NAME -->` and `<!-- end -->`. */
function withTables(document: string, tables: Readonly<Record<string, string>>): string {
  let text = document;
  for (const [name, table] of Object.entries(tables)) {
    const begin = `<!-- table ${name} -->`;
    const from = text.indexOf(begin);
    const to = text.indexOf('<!-- end -->', from);
    if (from === -1 || to === -1) throw new Error(`${DOCUMENT} has no place for the table ${name}`);
    text = `${text.slice(0, from + begin.length)}\n${table}\n${text.slice(to)}`;
  }
  return text;
}

function pictureOf({ machine, results }: Results): string {
  const panels = [
    ...KINDS.map((kind): Panel => ({ title: TITLES[kind], lines: linesOf(results, kind, 'median') })),
    { title: 'A sentence, 99th percentile', lines: linesOf(results, 'sentence', 'p99') },
  ];
  return plot(
    {
      title: 'How long a question takes',
      subtitle: 'Median time to the ten best passages, by the number of passages. Both axes are logarithmic.',
      footnote: `${machine}. Same passages, same terms, each engine in a process of its own, asked in turn. Figures: docs/performance.md`,
    },
    panels,
  );
}

function linesOf(results: readonly Result[], kind: Kind, measure: 'median' | 'p99'): Line[] {
  return Object.entries(ENGINES).map(([engine, { label, colour }]) => ({
    label,
    colour,
    isMain: engine === 'zhibi',
    points: results.flatMap((result) => {
      const ms = result.latencies[kind]?.[measure];
      const isOf = result.engine === engine && result.analysis === 'words' && ms !== undefined;
      return isOf ? [{ passages: result.passages, ms }] : [];
    }),
  }));
}
