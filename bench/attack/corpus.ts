import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { GUARDED_SPEECHES } from '../../tests/support/guarded-speeches.ts';
import type { Program } from './program.ts';

/** Where the bot under attack reads and keeps. */
export interface Places {
  corpus: string;
  index: string;
  access: string;
}

/** Nobody may see what lies in this folder. */
const POLICY = 'folders:\n  - folder: party\n    people: [U0NOBODY0]\n';

/**
 * Speeches that are internal, a folder that is hidden, and their index.
 *
 * @param open folder of the speeches that everybody may see
 */
export function prepareCorpus(root: string, program: Program, open?: string): Places {
  const places = { corpus: join(root, 'corpus'), index: join(root, 'index'), access: join(root, 'access.yaml') };
  if (open !== undefined) cpSync(open, places.corpus, { recursive: true });
  for (const [file, words] of Object.entries(GUARDED_SPEECHES)) {
    const path = join(places.corpus, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, words);
  }
  writeFileSync(places.access, POLICY);
  const { command, given } = program('cli');
  execFileSync(command, [...given, 'index'], {
    env: { PATH: process.env['PATH'], ZHIBI_CORPUS: places.corpus, ZHIBI_INDEX: places.index },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return places;
}
