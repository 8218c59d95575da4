import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLedger, removeOldLedgers, writeLedger } from '../../src/keeping/ledger.ts';
import { temporaryFolder } from '../support/index-folder.ts';

const [NOW, BEFORE] = ['a'.repeat(64), 'b'.repeat(64)];
const FILES = [{ folder: 0, file: '防汛.txt', stamp: '1 2 3', speech: null, fault: 'document-damaged' as const }];

describe('the ledger of an index', () => {
  it('is read by who knows of which corpus that is', async () => {
    const folder = temporaryFolder();
    await writeLedger(folder, NOW, { files: FILES, folders: [folder] });
    expect(await readLedger(folder, NOW)).toMatchObject({ files: FILES, folders: [folder] });
    expect(await readLedger(folder, BEFORE)).toBeNull();
  });

  it('is none where it can not be read', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'ledger-aaaaaaaaaaaaaaaa.json'), '{"format":2,');
    expect(await readLedger(folder, NOW)).toBeNull();
  });

  it('goes with its index, as does what was left of one that was not finished, once it is a day old', async () => {
    const folder = temporaryFolder();
    for (const corpus of [BEFORE, NOW]) await writeLedger(folder, corpus, { files: FILES, folders: [] });
    const [older, younger] = ['ledger-cccccccccccccccc.json.1', 'ledger-dddddddddddddddd.json.2'];
    for (const [file, hours] of [
      [older, 25],
      [younger, 23],
      ['README.md', 25],
    ] as const) {
      writeFileSync(join(folder, file), '');
      const written = new Date(Date.now() - hours * 3_600_000);
      utimesSync(join(folder, file), written, written);
    }
    await removeOldLedgers(folder, NOW);
    expect(readdirSync(folder)).toEqual(['README.md', 'ledger-aaaaaaaaaaaaaaaa.json', younger]);
  });
});
