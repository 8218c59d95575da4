import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSpeech } from '../../src/corpus/index.ts';
import { isPresent, SHARED_REPORTS } from '../support/shared.ts';
import { asGold, compare, type Gold, hash, readReportGold, readStarterGold } from './gold.ts';

const GOLD = 'tests/corpus/gold';
const namesIn = (folder: string): string[] =>
  readdirSync(join(GOLD, folder))
    .filter((file) => file.endsWith('.txt'))
    .map((file) => basename(file, '.txt'));

/** Shares over a whole set: of the leads that a reader finds, and of those found that a reader agrees with. */
function leadShares(pairs: readonly { wanted: Gold; found: Gold }[]): { recall: number; precision: number } {
  let right = 0;
  let wantedCount = 0;
  let foundCount = 0;
  for (const { wanted, found } of pairs) {
    right += wanted.points.length - compare(wanted.points, found.points).missing.length;
    wantedCount += wanted.points.length;
    foundCount += found.points.length;
  }
  return { recall: right / wantedCount, precision: right / foundCount };
}

/** Shares of the roles that a reader is sure of: told rightly, and told at all. */
function roleShares(pairs: readonly { wanted: Gold; found: Gold }[]): { right: number; told: number } {
  const roles = pairs.flatMap(({ wanted, found }) =>
    [...wanted.roles].map(([entry, role]) => ({ role, told: found.roles.get(entry) })),
  );
  const told = roles.filter((pair) => pair.told !== undefined);
  return {
    right: told.filter((pair) => pair.told === pair.role).length / told.length,
    told: told.length / roles.length,
  };
}

const starter = await Promise.all(
  namesIn('starter').map(async (name) => {
    const wanted = readStarterGold(join(GOLD, 'starter', `${name}.txt`));
    return { name, wanted, found: asGold(await readSpeech(`corpus/${name}.md`, 'corpus'), 'lines') };
  }),
);

/** The tests that every set of gold trees has to pass. */
function expectGold(readings: typeof starter): void {
  it.each(readings)('$name: title, rights, headings', ({ wanted, found }) => {
    expect(found).toMatchObject({ title: wanted.title, rights: wanted.rights });
    expect(found.headings).toEqual(wanted.headings);
  });

  it('leads of points, 97 of 100 at least, and few that are none', () => {
    const { recall, precision } = leadShares(readings);
    expect(recall).toBeGreaterThanOrEqual(0.97);
    expect(precision).toBeGreaterThanOrEqual(0.97);
  });
}

describe('the starter speeches are read as a person reads them', () => {
  it('all of them', () => {
    const speeches = readdirSync('corpus').filter((file) => file.endsWith('.md') && file !== 'README.md');
    expect(starter.map(({ name }) => `${name}.md`)).toEqual(speeches.sort());
  });

  expectGold(starter);
});

describe.skipIf(!isPresent(SHARED_REPORTS))('reports of eleven decades are read as a person reads them', async () => {
  const names = isPresent(SHARED_REPORTS) ? namesIn('reports') : [];
  const reports = await Promise.all(
    names.map(async (name) => {
      const wanted = readReportGold(join(GOLD, 'reports', `${name}.txt`));
      const found = asGold(await readSpeech(join(SHARED_REPORTS, `${name}.txt`), SHARED_REPORTS), 'offsets');
      return { name, wanted, found: { ...found, title: hash(found.title.replace(/\s/g, '')) } };
    }),
  );

  expectGold(reports);

  it('and roles, where they are told, are mostly those that a reader gives', () => {
    const { right, told } = roleShares([...starter, ...reports]);
    expect(right).toBeGreaterThanOrEqual(0.8);
    expect(told).toBeGreaterThanOrEqual(0.6);
  });
});
