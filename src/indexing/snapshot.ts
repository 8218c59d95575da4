import { createHash } from 'node:crypto';
import { mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { ZhibiError } from '../speech/index.ts';
import { Fingerprint, readerFingerprint } from './fingerprint.ts';

/** The one file of an index: a header line of JSON, then the parts it lists, end to end. */
const FILE = 'zhibi.index';
const MAGIC = 'zhibi-index';
const NEWLINE = 0x0a;
/** Far more than a header needs; a file without a line end before this is none of ours. In bytes. */
const LONGEST_HEADER = 64 * 1024;

/** Texts and citations (`speeches`) are kept beside the inverted index (`terms`), not inside it. */
const TEXT_PARTS = ['speeches', 'duplicates', 'profiles', 'phraseology', 'collocations'] as const;
/** What is numbers and not JSON; last, so that what is before it is never moved to align it. */
const BINARY_PARTS = ['terms', 'characters'] as const;
const PARTS = [...TEXT_PARTS, ...BINARY_PARTS] as const;
type Part = (typeof PARTS)[number];
export type Parts = Readonly<
  Record<(typeof TEXT_PARTS)[number], string> & Record<(typeof BINARY_PARTS)[number], Uint8Array>
>;

const Header = z.object({
  magic: z.literal(MAGIC),
  fingerprint: Fingerprint,
  parts: z.array(z.object({ name: z.enum(PARTS), bytes: z.int().nonnegative(), sha256: z.string() })),
});
type Header = z.infer<typeof Header>;

export interface Snapshot {
  fingerprint: Fingerprint;
  parts: Parts;
}

/**
 * Writes an index whole or not at all: a temporary file beside it, fsync, rename. Who reads meanwhile reads the old one.
 *
 * @throws ZhibiError `index-unwritable`
 */
export async function writeSnapshot(folder: string, snapshot: Snapshot): Promise<void> {
  const bodies = PARTS.map((name) => ({ name, body: toBytes(snapshot.parts[name]) }));
  const header: Header = {
    magic: MAGIC,
    fingerprint: snapshot.fingerprint,
    parts: bodies.map(({ name, body }) => ({ name, bytes: body.length, sha256: sha256(body) })),
  };
  const head = Buffer.from(`${JSON.stringify(header)}\n`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFileAtomic(join(folder, FILE), Buffer.concat([head, ...bodies.map(({ body }) => body)]));
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown';
    throw new ZhibiError('index-unwritable', { folder, reason }, { cause: error });
  }
}

const toBytes = (part: string | Uint8Array): Uint8Array => (typeof part === 'string' ? Buffer.from(part) : part);

/**
 * Reads an index that this very program could have written.
 *
 * @throws ZhibiError `index-missing`, `index-incompatible` (made by another version, analyser or dictionary),
 * `index-damaged` (cut short, or a byte that is not what was written). Never an index that answers wrongly.
 */
export async function readSnapshot(folder: string): Promise<Snapshot> {
  const bytes = await readIndexFile(folder);
  const { header, bodyStart } = readHeader(bytes, folder);
  await refuseForeign(header.fingerprint, folder);
  let at = bodyStart;
  const parts = new Map<Part, Buffer>();
  for (const { name, bytes: length, sha256: expected } of header.parts) {
    const body = bytes.subarray(at, at + length);
    if (body.length !== length || sha256(body) !== expected)
      throw new ZhibiError('index-damaged', { folder, part: name });
    parts.set(name, body);
    at += length;
  }
  return { fingerprint: header.fingerprint, parts: allParts(parts, folder) };
}

/** The fingerprint of the index in a folder, read without the index itself; `null` where there is none to be used. */
export async function fingerprintAt(folder: string): Promise<Fingerprint | null> {
  try {
    const { header } = readHeader(await readIndexFile(folder), folder);
    await refuseForeign(header.fingerprint, folder);
    return header.fingerprint;
  } catch (error) {
    if (error instanceof ZhibiError) return null;
    throw error;
  }
}

/** Another when another index stands in the folder; empty where there is none. */
export const indexStamp = (folder: string): Promise<string> =>
  stat(join(folder, FILE)).then(
    ({ ino, mtimeMs, size }) => [ino, size, mtimeMs].join(' '),
    () => '',
  );

async function readIndexFile(folder: string): Promise<Buffer> {
  return readFile(join(folder, FILE)).catch((error: unknown) => {
    throw new ZhibiError('index-missing', { folder }, { cause: error });
  });
}

function readHeader(bytes: Buffer, folder: string): { header: Header; bodyStart: number } {
  const end = bytes.subarray(0, LONGEST_HEADER).indexOf(NEWLINE);
  const header = Header.safeParse(parseJson(bytes.subarray(0, Math.max(0, end)).toString()));
  if (!header.success) throw new ZhibiError('index-damaged', { folder, part: 'header' });
  return { header: header.data, bodyStart: end + 1 };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

async function refuseForeign(fingerprint: Fingerprint, folder: string): Promise<void> {
  const own = await readerFingerprint();
  for (const part of ['format', 'analyser', 'dictionary'] as const) {
    if (fingerprint[part] !== own[part]) throw new ZhibiError('index-incompatible', { folder, part });
  }
}

function allParts(parts: ReadonlyMap<Part, Buffer>, folder: string): Parts {
  const part = (name: Part): Buffer => {
    const found = parts.get(name);
    if (found === undefined) throw new ZhibiError('index-damaged', { folder, part: name });
    return found;
  };
  const texts = TEXT_PARTS.map((name) => [name, part(name).toString()]);
  const numbers = BINARY_PARTS.map((name) => [name, part(name)]);
  return Object.fromEntries([...texts, ...numbers]) as Parts;
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
