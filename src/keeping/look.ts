import type { Found, FoundFile } from '../corpus/index.ts';
import type { KeptRecord } from './ledger.ts';

/** A file that is not as it was when it was read, and since when it has been as it is now. */
export interface Other {
  stamp: string;
  since: number;
}

/** What one look at a corpus folder shows. */
export interface Look {
  /** Files that are new or other than before, and stay as they are: to be read. */
  settled: FoundFile[];
  /** Those, and files that were another a moment ago and may still be being written, by path. */
  others: Map<string, Other>;
  /** Paths of files that were there and are no more. */
  gone: string[];
}

/** A file is read when it has been the same for this long: copies pause for less. In milliseconds. */
export const SETTLED_AFTER = 250;

/**
 * What has changed in a corpus folder.
 *
 * @param found what is there now; what was below a folder that is closed is taken to be there still
 * @param known what was read, by path
 * @param before the `others` of the last look
 */
export function lookAt(
  { files, closed }: Found,
  known: ReadonlyMap<string, Pick<KeptRecord, 'stamp'>>,
  before: ReadonlyMap<string, Other>,
  now: number,
): Look {
  const look: Look = { settled: [], others: new Map(), gone: [] };
  const there = new Set<string>();
  for (const one of files) {
    // Gone between two calls: the next look knows more.
    if (one.stamp === '') continue;
    there.add(one.file);
    if (known.get(one.file)?.stamp === one.stamp) continue;
    const last = before.get(one.file);
    const since = last?.stamp === one.stamp ? last.since : now;
    look.others.set(one.file, { stamp: one.stamp, since });
    if (now - since >= SETTLED_AFTER) look.settled.push(one);
  }
  const isClosed = (file: string): boolean => closed.some(({ folder }) => file.startsWith(folder));
  look.gone = [...known.keys()].filter((file) => !there.has(file) && !isClosed(file));
  return look;
}

/** From this many files on it is noticed when most of a folder is gone at once. */
const NOTICEABLE = 10;

/**
 * Whether so much is gone at once that a drive or share is more likely to have gone than the files: all of several, or most
 * of many.
 *
 * @param known how many files gave a speech
 * @param left how many files there are now, new ones too
 */
export const isDoubtful = (known: number, left: number): boolean =>
  (known >= 2 && left === 0) || (known >= NOTICEABLE && left < known / 2);
