/**
 * npm run bench:slack -- [--corpus DIR] [--in-thread] [--runs 3]
 *
 * Times what a person in Slack waits for: the acknowledgement, which Slack wants within three seconds and a person at once,
 * and the answer; alone and when fifty ask at the same moment. The app runs over HTTP in a process of its own, so that what
 * measures does not slow it; what measures also stands in for Slack (Web API, response URLs), and on a machine of two cores
 * shares them with the app's two threads. Each run starts a new app; best and median of the runs are given.
 *
 * `--in-thread` answers in the thread that acknowledges, for comparison.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readCorpus } from '../src/corpus/index.ts';
import { SpeechIndex } from '../src/indexing/index.ts';
import type { Speech } from '../src/speech/index.ts';
import { SHARED_REPORTS } from '../tests/support/shared.ts';
import { questionsFrom } from './questions.ts';
import { startWorkspace, type Timing, type Typed } from './slack-workspace.ts';
import { percentile } from './statistics.ts';

const { values: options } = parseArgs({
  options: {
    corpus: { type: 'string', default: existsSync(SHARED_REPORTS) ? SHARED_REPORTS : 'corpus' },
    'in-thread': { type: 'boolean', default: false },
    runs: { type: 'string', default: '3' },
  },
});
const where = options['in-thread'] ? 'in-thread' : 'worker';
const AT_ONCE = 50;
const ROUNDS = 6;
const ALONE = 40;

const print = (line: string): boolean => process.stdout.write(`${line}\n`);

/** Of each five commands two are for passages. */
function commandsFrom(speeches: readonly Speech[]): Typed[] {
  const each = ((ROUNDS + 2) * AT_ONCE) / 5;
  const [pairs, fours, quotes] = ([2, 4, 'sentence'] as const).map((length) =>
    questionsFrom(speeches, length, 3 * each),
  );
  return Array.from({ length: each }, (_, i) => [
    `find ${pairs?.[i]}`,
    `outline ${pairs?.[i + each]}`,
    `find ${fours?.[i]}`,
    `phrase ${pairs?.[i + 2 * each]}`,
    `source ${quotes?.[i]}`,
  ])
    .flat()
    .map((text, person) => ({ person, text }));
}

/** What is measured of one app, each a list of samples. */
type Samples = Map<string, number[]>;

async function measureRun(folder: string, commands: readonly Typed[]): Promise<Samples> {
  const workspace = await startWorkspace(folder, where, AT_ONCE);
  const samples: Samples = new Map();
  const add = (name: string, values: readonly number[]): unknown =>
    samples.set(name, [...(samples.get(name) ?? []), ...values]);
  const addTimings = (how: string, timings: readonly Timing[]): void => {
    add(
      `acknowledged, ${how}`,
      timings.map(({ acknowledged }) => acknowledged),
    );
    add(
      `answered, ${how}`,
      timings.map(({ delivered }) => delivered),
    );
  };
  try {
    for (const command of commands.slice(0, 10)) await workspace.commands([command]);
    await workspace.report();
    addTimings('at once, people unknown', await workspace.commands(commands.slice(-AT_ONCE)));
    add('longest pause of the app, people unknown', [(await workspace.report()).pause]);
    for (const command of commands.slice(0, ALONE)) addTimings('alone', await workspace.commands([command]));
    for (const command of commands.slice(0, ALONE)) addTimings('mention, alone', await workspace.mention(command));
    for (let round = 0; round < ROUNDS; round++) add('HTTP alone, at once', await workspace.turnedAway(AT_ONCE));
    await workspace.report();
    for (let round = 0; round < ROUNDS; round++) {
      const from = AT_ONCE + round * AT_ONCE;
      addTimings('at once', await workspace.commands(commands.slice(from, from + AT_ONCE)));
      add('longest pause of the app', [(await workspace.report()).pause]);
    }
    add('memory of the app, MB', [(await workspace.report()).megabytes]);
  } finally {
    await workspace.stop();
  }
  return samples;
}

function printTable(runs: readonly Samples[]): void {
  print(`\n${''.padEnd(44)}${['median', '99%', 'longest'].map((head) => head.padStart(18)).join('')}`);
  for (const name of runs[0]?.keys() ?? []) {
    const cell = (p: number): string => {
      const values = runs.map((samples) => percentile(samples.get(name) ?? [], p));
      return `${percentile(values, 0).toFixed(1)} / ${percentile(values, 50).toFixed(1)}`.padStart(18);
    };
    const isSingle = (runs[0]?.get(name)?.length ?? 0) === 1;
    print(name.padEnd(44) + (isSingle ? cell(50) : [50, 99, 100].map(cell).join('')));
  }
}

const folder = mkdtempSync(join(tmpdir(), 'zhibi-bench-'));
try {
  const { speeches } = await readCorpus([options.corpus]);
  const index = await SpeechIndex.build(speeches);
  await index.write(folder);
  const commands = commandsFrom(speeches);
  print(`${index.passageCount} passages; ${AT_ONCE} at once in ${ROUNDS} rounds, ${ALONE} alone; drafter: ${where}`);
  print(`milliseconds, best / median of ${options.runs} runs`);
  const runs: Samples[] = [];
  for (let run = 0; run < Number(options.runs); run++) runs.push(await measureRun(folder, commands));
  printTable(runs);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
