/**
 * npm run eval:reading -- --half tuning --failures
 *
 * How rightly the gold set of papers is read: title, headings, date, speaker and the rest as shares, notices missed and
 * sentences taken for one. Without `--half` of both halves; `--failures` tells each value that is not right, of the half
 * for tuning alone unless the other is named.
 */
import { parseArgs } from 'node:util';
import {
  falseAlarms,
  figuresOf,
  HALVES,
  type Half,
  missedNotices,
  noticesOf,
  type Paper,
  readPapers,
  type Share,
  talkOf,
} from '../tests/corpus/papers.ts';

const { values: options } = parseArgs({
  options: { half: { type: 'string' }, failures: { type: 'boolean', default: false } },
});

const print = (line: string): boolean => process.stdout.write(`${line}\n`);
const shown = ({ right, all }: Share): string =>
  all === 0 ? '–' : `${((100 * right) / all).toFixed(1)} % (${right}/${all})`;

function printFigures(name: string, papers: readonly Paper[]): void {
  print(`\n${name}`);
  for (const [figure, share] of Object.entries(figuresOf(papers))) print(`  ${figure.padEnd(12)} ${shown(share)}`);
}

function printKinds(papers: readonly Paper[]): void {
  print('\nwholly right, by kind');
  for (const kind of new Set(papers.map((paper) => paper.kind))) {
    const all = papers.filter((paper) => paper.kind === kind);
    const right = all.filter(({ failures }) => failures.length === 0).length;
    print(`  ${kind.padEnd(14)} ${right}/${all.length}`);
  }
}

function printNotices(half: Half): void {
  const [missed, alarms] = [missedNotices(half), falseAlarms(half)];
  const [places, sentences] = [2 * noticesOf(half).length, 3 * talkOf(half).length];
  print(`  ${'notices'.padEnd(12)} ${shown({ right: places - missed.length, all: places })}`);
  print(`  ${'false alarms'.padEnd(12)} ${shown({ right: alarms.length, all: sentences })}`);
  if (isTold(half)) for (const line of [...missed, ...alarms]) print(`    ${line}`);
}

/** Failures of the half for reporting are told only to who asks for that half. */
const isTold = (half: Half): boolean => options.failures && (options.half === half || half === 'tuning');

const halves = HALVES.filter((half) => options.half === undefined || options.half === half);
const all: Paper[] = [];
for (const half of halves) {
  const papers = await readPapers(half);
  all.push(...papers);
  printFigures(half, papers);
  printNotices(half);
  if (isTold(half))
    for (const { file, failures } of papers) for (const failure of failures) print(`    ${file}: ${failure}`);
}
if (halves.length > 1) printFigures('both', all);
printKinds(all);
