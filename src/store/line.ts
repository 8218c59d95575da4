import { crc32 } from 'node:zlib';
import { z } from 'zod';
import type { Entry } from './entries.ts';

/** A line without a value says that the key was deleted. `t` is when the entry expires, `null` for never. */
const Written = z.object({ k: z.string(), t: z.number().nullable().optional(), v: z.unknown().optional() });

export interface Change {
  key: string;
  /** `null`: the key was deleted. */
  entry: Entry | null;
}

/**
 * A change as a line of the journal: `checksum {"k":key,"t":expires,"v":value}`. The line end in front of it keeps it whole
 * whatever the line before it suffered: a tail that was torn off, or a damaged line end.
 */
export function lineOf({ key, entry }: Change): string {
  const k = JSON.stringify(key);
  const json = entry === null ? `{"k":${k}}` : `{"k":${k},"t":${JSON.stringify(entry.expires)},"v":${entry.json}}`;
  return `\n${checksum(json)} ${json}\n`;
}

/**
 * The changes of a journal, as they were written. A line that is not what was written is left out, and no other.
 *
 * @returns also `damaged`, the number of such lines. The end of a journal that is cut short is not one: whoever wrote it
 * was stopped before it was kept.
 */
export function readLines(journal: string): { changes: Change[]; damaged: number } {
  const lines = journal.split('\n');
  const last = lines.length - 1;
  const changes: Change[] = [];
  let damaged = 0;
  for (const [at, line] of lines.entries()) {
    if (line === '') continue;
    const change = readLine(line);
    if (change !== null) changes.push(change);
    else if (at !== last) damaged++;
  }
  return { changes, damaged };
}

function readLine(line: string): Change | null {
  const json = line.slice(CHECKSUM_LENGTH + 1);
  if (line !== `${checksum(json)} ${json}`) return null;
  const { data } = Written.safeParse(parseJson(json));
  if (data === undefined) return null;
  if (data.v === undefined) return { key: data.k, entry: null };
  return { key: data.k, entry: { json: JSON.stringify(data.v), expires: data.t ?? Number.POSITIVE_INFINITY } };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

const CHECKSUM_LENGTH = 8;
const checksum = (json: string): string => crc32(json).toString(16).padStart(CHECKSUM_LENGTH, '0');
