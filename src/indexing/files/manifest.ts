import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { ZhibiError } from '../../speech/index.ts';
import { Fingerprint, readerFingerprint } from '../fingerprint.ts';
import { MANIFEST, PART_FILE } from './names.ts';

const MAGIC = 'zhibi-index';
/** What the one file began with that an index was before it had parts. */
const BEFORE_PARTS = '{"magic":"zhibi-index"';
const CHECKSUM_DIGITS = 8;

const Part = z.object({
  /** What it holds. */
  name: z.string(),
  file: z.string().regex(PART_FILE),
  bytes: z.int().nonnegative(),
  /** CRC-32 of its header, which has those of its sections. */
  crc32: z.int().nonnegative(),
});
export type ManifestPart = z.infer<typeof Part>;

const Manifest = z.object({ fingerprint: Fingerprint, parts: z.array(Part) });
export type Manifest = z.infer<typeof Manifest>;

/** Whatever other manifests are, their format is told where ours is. */
const AnyManifest = z.object({ fingerprint: z.object({ format: z.int() }) });

/** The manifest as it is written: a line with the checksum of all that follows, then JSON. */
export function manifestText(manifest: Manifest): string {
  const json = `${JSON.stringify(manifest, null, 1)}\n`;
  return `${MAGIC} ${checksumOf(json)}\n${json}`;
}

const checksumOf = (text: string | Uint8Array): string => crc32(text).toString(16).padStart(CHECKSUM_DIGITS, '0');

/** Makes a folder's index the one that a manifest names, at once. @throws what `writeFileAtomic` throws */
export const writeManifest = (folder: string, manifest: Manifest): Promise<void> =>
  writeFileAtomic(join(folder, MANIFEST), manifestText(manifest));

/**
 * Reads the manifest of an index that this very program could have written.
 *
 * @throws ZhibiError `index-missing`, `index-damaged`, `index-incompatible` (made by another version, analyser or
 * dictionary)
 */
export async function readManifest(folder: string): Promise<Manifest> {
  const bytes = await readFile(join(folder, MANIFEST)).catch((error: unknown) => {
    throw new ZhibiError('index-missing', { folder }, { cause: error });
  });
  const manifest = parseManifest(bytes, folder);
  const own = await readerFingerprint();
  for (const part of ['format', 'analyser', 'dictionary'] as const) {
    if (manifest.fingerprint[part] !== own[part]) throw new ZhibiError('index-incompatible', { folder, part });
  }
  return manifest;
}

/** The fingerprint of the index in a folder, read without the index itself; `null` where there is none to be used. */
export async function fingerprintAt(folder: string): Promise<Fingerprint | null> {
  try {
    return (await readManifest(folder)).fingerprint;
  } catch (error) {
    if (error instanceof ZhibiError) return null;
    throw error;
  }
}

/** Another when another index stands in the folder; empty where there is none. */
export const indexStamp = (folder: string): Promise<string> =>
  stat(join(folder, MANIFEST)).then(
    ({ ino, mtimeMs, size }) => [ino, size, mtimeMs].join(' '),
    () => '',
  );

function parseManifest(bytes: Buffer, folder: string): Manifest {
  if (bytes.subarray(0, BEFORE_PARTS.length).equals(Buffer.from(BEFORE_PARTS)))
    throw new ZhibiError('index-incompatible', { folder, part: 'format' });
  const json = jsonBehindChecksum(bytes);
  const any = AnyManifest.safeParse(json);
  if (!any.success) throw new ZhibiError('index-damaged', { folder, part: 'manifest' });
  const manifest = Manifest.safeParse(json);
  // It is whole, and not as this program writes them: another did.
  if (!manifest.success) throw new ZhibiError('index-incompatible', { folder, part: 'format' });
  return manifest.data;
}

function jsonBehindChecksum(bytes: Buffer): unknown {
  const length = MAGIC.length + CHECKSUM_DIGITS + 2;
  const body = bytes.subarray(length);
  if (!bytes.subarray(0, length).equals(Buffer.from(`${MAGIC} ${checksumOf(body)}\n`))) return null;
  try {
    return JSON.parse(body.toString());
  } catch {
    return null;
  }
}
