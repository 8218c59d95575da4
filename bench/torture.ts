/**
 * npm run torture -- --kills 200 --seed 1
 *
 * Kills a program that makes indexes (SIGKILL), at random moments, and proves after each kill, and all the while it runs,
 * that a whole index is there: every byte of it as it was written, and its answers those of one of two corpora.
 */
import { parseArgs } from 'node:util';
import { killOverAndOver } from '../tests/support/kills/kills.ts';

const { values: options } = parseArgs({
  options: { kills: { type: 'string', default: '200' }, seed: { type: 'string', default: String(Date.now() % 1e6) } },
});
const kills = Number(options.kills);
process.stdout.write(`${kills} kills, seed ${options.seed}\n`);
const { made, reads, turns, leftovers } = await killOverAndOver({
  kills,
  seed: Number(options.seed),
  onKill: (done) => process.stdout.isTTY === true && process.stdout.write(`\r${done}`),
});
process.stdout.write(`\r${kills} of ${kills} left a whole index; ${turns} left another than the one before\n`);
process.stdout.write(
  `${made} indexes were made; ${reads} were read whole while one was being made; ${leftovers} files were left over\n`,
);
