/**
 * npm run attack -- [payloads files faults kills restricted load] [--quick] [--seed 1] [--source]
 *
 * Attacks the bot as it is built, in a process of its own, with a Slack of our own on the loopback interface, and prints what
 * it bore as tables. Ends with 1 where a promise of docs/reliability.md was broken. `--quick` makes a small count of
 * everything; `--source` runs the sources in place of what is built from them.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { prepareCorpus } from './corpus.ts';
import type { AttackPart } from './part.ts';
import { attackFaults } from './parts/faults.ts';
import { attackFiles } from './parts/files.ts';
import { attackKills } from './parts/kills.ts';
import { attackLoad } from './parts/load.ts';
import { attackPayloads } from './parts/payloads.ts';
import { attackRestricted } from './parts/restricted.ts';
import { builtProgram, sourceProgram } from './program.ts';
import { tableOf } from './promise.ts';

const PARTS: Readonly<Record<string, AttackPart>> = {
  payloads: attackPayloads,
  files: attackFiles,
  faults: attackFaults,
  kills: attackKills,
  restricted: attackRestricted,
  load: attackLoad,
};

const { positionals, values: options } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    source: { type: 'boolean', default: false },
  },
});
const print = (line: string): boolean => process.stdout.write(`${line}\n`);
const progress = (words: string): unknown => process.stderr.isTTY === true && process.stderr.write(`\r\x1b[K${words}`);

const names = positionals.length === 0 ? Object.keys(PARTS) : positionals;
const unknown = names.find((name) => PARTS[name] === undefined);
if (unknown !== undefined) throw new Error(`no part ${unknown}: ${Object.keys(PARTS).join(', ')}`);

const root = mkdtempSync(join(tmpdir(), 'zhibi-attack-'));
process.on('exit', () => rmSync(root, { recursive: true, force: true, maxRetries: 3 }));
// Whoever is asked to end, ends its bots too.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const program = options.source ? sourceProgram : builtProgram();
const places = prepareCorpus(root, program, 'corpus');
const context = { program, places, root, progress, isQuick: options.quick, seed: Number(options.seed) };
let broken = 0;
for (const name of names) {
  const figures = (await PARTS[name]?.(context)) ?? [];
  progress('');
  for (const line of tableOf(name, figures)) print(line);
  broken += figures.filter(({ isKept }) => !isKept).length;
}
print(broken === 0 ? 'every promise was kept' : `${broken} promises were broken`);
process.exitCode = broken === 0 ? 0 : 1;
