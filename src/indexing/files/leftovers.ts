import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest } from './manifest.ts';
import { isOurs } from './names.ts';

/** What nothing names is left lying for so long: another may be writing an index into the same folder. In milliseconds. */
const ORPHANED = 24 * 60 * 60 * 1000;

/** An index that was replaced, and when it was written. In milliseconds. */
export interface Replaced {
  manifest: Manifest;
  writtenAt: number;
}

/**
 * Removes what an index that now stands has no use for: the parts of the one that it replaced; and, a day old, what was
 * left by writers that came to no end. A part that is younger than the index which named it is about to be another's.
 */
export async function clearUp(folder: string, current: Manifest, replaced: Replaced | null): Promise<void> {
  const kept = new Set(current.parts.map(({ file }) => file));
  const former = new Set(replaced?.manifest.parts.map(({ file }) => file));
  for (const file of await readdir(folder)) {
    if (kept.has(file) || !isOurs(file)) continue;
    const limit = former.has(file) ? (replaced?.writtenAt ?? 0) : Date.now() - ORPHANED;
    await removeIfOlder(join(folder, file), limit);
  }
}

/** What can't be removed is no fault of the index: it lies there until the next one is written. */
async function removeIfOlder(path: string, limit: number): Promise<void> {
  try {
    if ((await stat(path)).mtimeMs <= limit) await rm(path);
  } catch {}
}
