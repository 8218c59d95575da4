import { randomBytes } from 'node:crypto';
import { type FileHandle, open, rename, rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { ManifestPart } from './manifest.ts';
import { SectionFile } from './section-file.ts';
import { type LaidOut, layOut, type Sections } from './sections.ts';
import { fileSource, type Source } from './source.ts';

/**
 * Writes a part, whole or not at all: under another name, synced, renamed. One that is already there is looked through and
 * not written again.
 *
 * @throws what the file system throws; RangeError on a machine whose numbers are big-endian
 */
export async function writePart(folder: string, name: string, sections: Sections): Promise<ManifestPart> {
  const laidOut = layOut(sections);
  const file = `${name}-${laidOut.sha256.slice(0, 16)}.zhibi`;
  const path = join(folder, file);
  if (!((await claim(path)) && isThere(path, laidOut))) await writeWhole(path, laidOut);
  return { name, file, bytes: laidOut.header.bytes, crc32: laidOut.header.crc32 };
}

/** Whether a file is what would be written, to its last byte. */
function isThere(path: string, { header }: LaidOut): boolean {
  let source: Source | undefined;
  try {
    source = fileSource(path);
    const file = new SectionFile(source, { folder: '', part: '' });
    file.verify();
    return file.checksum === header.crc32;
  } catch {
    return false;
  } finally {
    source?.close();
  }
}

/** Who clears up leaves alone what is younger than the index that it was a part of. @returns whether there is such a file */
async function claim(path: string): Promise<boolean> {
  const now = new Date();
  return utimes(path, now, now).then(
    () => true,
    () => false,
  );
}

async function writeWhole(path: string, laidOut: LaidOut): Promise<void> {
  const unfinished = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    const handle = await open(unfinished, 'wx');
    try {
      for (const piece of laidOut.pieces()) await writeAll(handle, piece);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** One call may write less than it was given. */
async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  let done = 0;
  while (done < bytes.length) done += (await handle.write(bytes, done)).bytesWritten;
}
