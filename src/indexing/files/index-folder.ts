import { mkdir, open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ZhibiError } from '../../speech/index.ts';
import type { Fingerprint } from '../fingerprint.ts';
import { clearUp, type Replaced } from './leftovers.ts';
import { type Manifest, type ManifestPart, readManifest, writeManifest } from './manifest.ts';
import { MANIFEST } from './names.ts';
import { writePart } from './part-file.ts';
import { SectionFile } from './section-file.ts';
import type { Sections } from './sections.ts';
import { fileSource } from './source.ts';

/** An index whose parts are open. */
export interface OpenIndex {
  folder: string;
  fingerprint: Fingerprint;
  has(name: string): boolean;
  /** @throws ZhibiError `index-damaged` where there is no such part */
  part(name: string): SectionFile;
}

/**
 * Writes an index whole or not at all: its parts, then the manifest that names them, in one rename. Who reads meanwhile
 * reads the old one, and goes on reading it.
 *
 * @param parts by name; each is made when its turn has come
 * @throws ZhibiError `index-unwritable`
 */
export async function writeIndexFolder(
  folder: string,
  fingerprint: Fingerprint,
  parts: ReadonlyMap<string, () => Sections>,
): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    const written: ManifestPart[] = [];
    for (const [name, sections] of parts) written.push(await writePart(folder, name, sections()));
    await syncFolder(folder);
    const replaced = await standing(folder);
    const manifest: Manifest = { fingerprint, parts: written };
    await writeManifest(folder, manifest);
    await syncFolder(folder);
    await clearUp(folder, manifest, replaced);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new ZhibiError('index-unwritable', { folder, reason: String(error.code) }, { cause: error });
  }
}

/** The index that stands in a folder, if there is one that this program wrote. */
async function standing(folder: string): Promise<Replaced | null> {
  try {
    const manifest = await readManifest(folder);
    return { manifest, writtenAt: (await stat(join(folder, MANIFEST))).mtimeMs };
  } catch {
    return null;
  }
}

/** Names are on disk once their folder is. Where a folder can't be synced (Windows), it needn't be. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder).catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/** How often a reader looks again for an index that is replaced while it is opened. */
const ATTEMPTS = 5;

/**
 * Opens an index that this very program could have written: reads the manifest and the header of each part.
 *
 * @throws ZhibiError `index-missing`, `index-incompatible`, `index-damaged`. Never an index that answers wrongly.
 */
export async function openIndexFolder(folder: string): Promise<OpenIndex> {
  const { fingerprint, parts } = await openFiles(folder);
  return { folder, fingerprint, has: (name) => parts.has(name), part: (name) => partOf(parts, folder, name) };
}

/**
 * Reads every byte of an index, and keeps none.
 *
 * @throws ZhibiError as {@link openIndexFolder}
 */
export async function checkIndexFolder(folder: string): Promise<void> {
  const { parts } = await openFiles(folder);
  try {
    for (const part of parts.values()) part.verify();
  } finally {
    for (const part of parts.values()) part.close();
  }
}

interface OpenFiles {
  fingerprint: Fingerprint;
  parts: Map<string, SectionFile>;
}

async function openFiles(folder: string): Promise<OpenFiles> {
  for (let attempt = 1; ; attempt++) {
    const { fingerprint, parts } = await readManifest(folder);
    try {
      return { fingerprint, parts: openParts(folder, parts) };
    } catch (error) {
      // A part that has gone was removed behind a newer manifest, which stands by then.
      if (attempt === ATTEMPTS || !(error instanceof ZhibiError) || error.code !== 'index-damaged') throw error;
    }
  }
}

function openParts(folder: string, parts: readonly ManifestPart[]): Map<string, SectionFile> {
  const open = new Map<string, SectionFile>();
  try {
    for (const part of parts) open.set(part.name, openPart(folder, part));
    return open;
  } catch (error) {
    for (const file of open.values()) file.close();
    throw error;
  }
}

function openPart(folder: string, { name, file, bytes, crc32 }: ManifestPart): SectionFile {
  const source = openSource(folder, name, join(folder, file));
  try {
    if (source.bytes !== bytes) throw new ZhibiError('index-damaged', { folder, part: name });
    const part = new SectionFile(source, { folder, part: name });
    if (part.checksum !== crc32) throw part.damage('header');
    return part;
  } catch (error) {
    source.close();
    throw error;
  }
}

function openSource(folder: string, part: string, path: string): ReturnType<typeof fileSource> {
  try {
    return fileSource(path);
  } catch (error) {
    throw new ZhibiError('index-damaged', { folder, part }, { cause: error });
  }
}

function partOf(parts: ReadonlyMap<string, SectionFile>, folder: string, name: string): SectionFile {
  const part = parts.get(name);
  if (part === undefined) throw new ZhibiError('index-damaged', { folder, part: name });
  return part;
}
