import { crc32 } from 'node:zlib';
import { z } from 'zod';

/**
 * The file: 16 bytes (magic; length and CRC-32 of the header, each 4 bytes), the header (JSON, blanks to the next multiple
 * of 8), then sections of numbers, each with zeros to the next multiple of 8. All numbers are little-endian, so that the
 * arrays are views of the file as it lies in memory. Every byte is under a checksum or is compared.
 */
const MAGIC = Buffer.from('zhibifrz');
const PRELUDE = 16;
/** Each section begins at a multiple of this. In bytes. */
const ALIGNMENT = 8;
const WIDTHS = { u8: 1, u16: 2, u32: 4, f32: 4 } as const;

const Header = z.object({
  /** What the sections are of; for who packs them to say. */
  content: z.unknown(),
  sections: z.array(
    z.object({
      name: z.string(),
      type: z.enum(['u8', 'u16', 'u32', 'f32']),
      /** Numbers in it. */
      length: z.int().nonnegative(),
      /** Of its bytes, with the zeros after them. */
      crc32: z.int().nonnegative(),
    }),
  ),
});
type Header = z.infer<typeof Header>;

export type Numbers = Uint8Array | Uint16Array | Uint32Array | Float32Array;

/** What a file holds: arrays of numbers by their names, and what they are of, as JSON has it. */
export interface Sections {
  content: unknown;
  arrays: ReadonlyMap<string, Numbers>;
}

/** Why a file is none: the name of the part that is not as it was written. */
export interface Damage {
  damaged: string;
}

/** Whether arrays of this machine lie in memory as they do in the file. Where they don't, there is no such file. */
export const IS_LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** The bytes of a file. */
export function packSections({ content, arrays }: Sections): Uint8Array<ArrayBuffer> {
  const bodies = [...arrays].map(([name, array]) => ({ name, array, bytes: padded(bytesOf(array)) }));
  const header: Header = {
    content,
    sections: bodies.map(({ name, array, bytes }) => ({
      name,
      type: typeOf(array),
      length: array.length,
      crc32: crc32(bytes),
    })),
  };
  const json = Buffer.from(JSON.stringify(header));
  const head = Buffer.concat([json, Buffer.alloc(aligned(json.length) - json.length, ' ')]);
  const prelude = new DataView(new ArrayBuffer(PRELUDE));
  for (const [i, byte] of MAGIC.entries()) prelude.setUint8(i, byte);
  prelude.setUint32(MAGIC.length, head.length, true);
  prelude.setUint32(MAGIC.length + 4, crc32(head), true);
  return joined([new Uint8Array(prelude.buffer), head, ...bodies.map(({ bytes }) => bytes)]);
}

/** Reads what {@link packSections} wrote. The arrays are views of `bytes`, where these lie at a multiple of 8. */
export function unpackSections(bytes: Uint8Array): Sections | Damage {
  const header = readHeader(bytes);
  if (header === null) return { damaged: 'header' };
  const file = bytes.byteOffset % ALIGNMENT === 0 ? bytes : Uint8Array.from(bytes);
  const arrays = new Map<string, Numbers>();
  let at = header.end;
  for (const { name, type, length, crc32: expected } of header.header.sections) {
    const end = at + aligned(length * WIDTHS[type]);
    if (end > file.length || crc32(file.subarray(at, end)) !== expected) return { damaged: name };
    arrays.set(name, viewOf(file, at, length, type));
    at = end;
  }
  return at === file.length ? { content: header.header.content, arrays } : { damaged: 'end' };
}

function readHeader(bytes: Uint8Array): { header: Header; end: number } | null {
  if (bytes.length < PRELUDE || MAGIC.compare(bytes.subarray(0, MAGIC.length)) !== 0) return null;
  const prelude = new DataView(bytes.buffer, bytes.byteOffset, PRELUDE);
  const end = PRELUDE + prelude.getUint32(MAGIC.length, true);
  const head = bytes.subarray(PRELUDE, end);
  if (end > bytes.length || crc32(head) !== prelude.getUint32(MAGIC.length + 4, true)) return null;
  const header = Header.safeParse(parseJson(Buffer.from(head).toString()));
  return header.success ? { header: header.data, end } : null;
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Numbers): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

function typeOf(array: Numbers): Header['sections'][number]['type'] {
  if (array instanceof Uint8Array) return 'u8';
  if (array instanceof Float32Array) return 'f32';
  return array instanceof Uint16Array ? 'u16' : 'u32';
}

function viewOf({ buffer, byteOffset }: Uint8Array, at: number, length: number, type: keyof typeof WIDTHS): Numbers {
  if (type === 'u8') return new Uint8Array(buffer, byteOffset + at, length);
  if (type === 'f32') return new Float32Array(buffer, byteOffset + at, length);
  return type === 'u16'
    ? new Uint16Array(buffer, byteOffset + at, length)
    : new Uint32Array(buffer, byteOffset + at, length);
}

const aligned = (bytes: number): number => Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;

function padded(bytes: Uint8Array): Uint8Array {
  const length = aligned(bytes.length);
  if (length === bytes.length) return bytes;
  const copy = new Uint8Array(length);
  copy.set(bytes);
  return copy;
}

/** `Buffer.concat` may answer with a piece of a larger buffer, which begins anywhere. */
function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
