import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { z } from 'zod';

/**
 * A file of sections: 16 bytes (magic; length and CRC-32 of the header, each 4 bytes), the header (JSON, blanks to the next
 * multiple of 8), then sections of numbers, each with zeros to the next multiple of 8. All numbers are little-endian, so
 * that an array is read as it lies. Every byte is under a checksum or is compared.
 */
const MAGIC = Buffer.from('zhibiprt');
export const PRELUDE = 16;
/** Each section begins at a multiple of this. In bytes. */
const ALIGNMENT = 8;
/** Bytes that are hashed or written at a time: neither takes all that a large section has in one call. */
export const CHUNK = 2 ** 24;

const WIDTHS = { u8: 1, u16: 2, u32: 4, i32: 4, f32: 4 } as const;
type Type = keyof typeof WIDTHS;

export type Numbers =
  | Uint8Array<ArrayBufferLike>
  | Uint16Array<ArrayBufferLike>
  | Uint32Array<ArrayBufferLike>
  | Int32Array<ArrayBufferLike>
  | Float32Array<ArrayBufferLike>;

/** Bytes that are made while they are written, so that they are never in memory together. */
export interface Pieces {
  /** The same bytes each time. */
  pieces(): Iterable<Uint8Array>;
}

/** What is written into a file: sections by their names, and what they are of, as JSON has it. */
export interface Sections {
  content?: unknown;
  sections: ReadonlyMap<string, Numbers | Pieces>;
}

const Section = z.object({
  name: z.string(),
  type: z.enum(['u8', 'u16', 'u32', 'i32', 'f32']),
  /** Numbers in it. */
  length: z.int().nonnegative(),
  /** Of its bytes, with the zeros after them. */
  crc32: z.int().nonnegative(),
});
const Header = z.object({ content: z.unknown().optional(), sections: z.array(Section) });

/** A section, and where in the file it begins. In bytes. */
export interface PlacedSection extends z.infer<typeof Section> {
  at: number;
  /** With the zeros after it. In bytes. */
  bytes: number;
}

/** What the header of a file says. */
export interface ReadHeader {
  content: unknown;
  sections: readonly PlacedSection[];
  /** Of the whole file. In bytes. */
  bytes: number;
  crc32: number;
}

/** Whether arrays of this machine lie in memory as they do in the file. Where they don't, there is no such file. */
export const IS_LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** A file before it is written. */
export interface LaidOut {
  /** Of its bytes. In hexadecimal digits. */
  sha256: string;
  header: ReadHeader;
  /** All of its bytes, in order. */
  pieces(): Iterable<Uint8Array>;
}

/** Goes through all bytes once, for their checksums. @throws RangeError on a machine whose numbers are big-endian */
export function layOut({ content, sections }: Sections): LaidOut {
  if (!IS_LITTLE_ENDIAN) throw new RangeError('an index is little-endian');
  const hash = createHash('sha256');
  const described = [...sections].map(([name, body]) => {
    let [bytes, sum] = [0, 0];
    for (const piece of piecesOf(body)) {
      bytes += piece.length;
      sum = crc32(piece, sum);
      hash.update(piece);
    }
    const zeros = new Uint8Array(aligned(bytes) - bytes);
    const type = typeOf(body);
    return { name, type, length: bytes / WIDTHS[type], crc32: crc32(zeros, sum) };
  });
  const head = headOf({ content, sections: described });
  const header = readHeader(head);
  if (header === null) throw new RangeError('a header that can not be read again');
  return { sha256: hash.update(head).digest('hex'), header, pieces: () => allPieces(head, sections.values()) };
}

function headOf(header: z.infer<typeof Header>): Buffer {
  const json = Buffer.from(JSON.stringify(header));
  const length = aligned(json.length);
  const head = Buffer.alloc(PRELUDE + length, ' ');
  MAGIC.copy(head);
  json.copy(head, PRELUDE);
  head.writeUInt32LE(length, MAGIC.length);
  head.writeUInt32LE(crc32(head.subarray(PRELUDE)), MAGIC.length + 4);
  return head;
}

function* allPieces(head: Uint8Array, bodies: Iterable<Numbers | Pieces>): Generator<Uint8Array> {
  yield head;
  for (const body of bodies) {
    let bytes = 0;
    for (const piece of piecesOf(body)) {
      bytes += piece.length;
      yield piece;
    }
    if (aligned(bytes) > bytes) yield new Uint8Array(aligned(bytes) - bytes);
  }
}

/** How long the header of a file is that begins with these {@link PRELUDE} bytes; `null` where they begin none. */
export function headerLength(prelude: Uint8Array): number | null {
  if (prelude.length < PRELUDE || MAGIC.compare(prelude.subarray(0, MAGIC.length)) !== 0) return null;
  return viewOf(prelude).getUint32(MAGIC.length, true);
}

/** Reads prelude and header; `null` where a byte is not as it was written. */
export function readHeader(head: Uint8Array): ReadHeader | null {
  const length = headerLength(head);
  if (length === null || head.length !== PRELUDE + length) return null;
  const json = head.subarray(PRELUDE);
  const sum = viewOf(head).getUint32(MAGIC.length + 4, true);
  if (crc32(json) !== sum) return null;
  const header = Header.safeParse(parseJson(Buffer.from(json).toString()));
  if (!header.success) return null;
  let at = head.length;
  const sections = header.data.sections.map((section) => {
    const bytes = aligned(section.length * WIDTHS[section.type]);
    at += bytes;
    return { ...section, at: at - bytes, bytes };
  });
  return { content: header.data.content, sections, bytes: at, crc32: sum };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** The CRC-32 of bytes, however many. */
export function checksum(bytes: Uint8Array): number {
  let sum = 0;
  for (const piece of slices(bytes)) sum = crc32(piece, sum);
  return sum;
}

/** The numbers of a section that lies in `buffer`, from its beginning. */
export function numbersOf({ type, length }: PlacedSection, buffer: ArrayBuffer): Numbers {
  switch (type) {
    case 'u8':
      return new Uint8Array(buffer, 0, length);
    case 'u16':
      return new Uint16Array(buffer, 0, length);
    case 'u32':
      return new Uint32Array(buffer, 0, length);
    case 'i32':
      return new Int32Array(buffer, 0, length);
    case 'f32':
      return new Float32Array(buffer, 0, length);
  }
}

function typeOf(body: Numbers | Pieces): Type {
  if (body instanceof Uint16Array) return 'u16';
  if (body instanceof Uint32Array) return 'u32';
  if (body instanceof Int32Array) return 'i32';
  return body instanceof Float32Array ? 'f32' : 'u8';
}

const piecesOf = (body: Numbers | Pieces): Iterable<Uint8Array> =>
  'pieces' in body ? body.pieces() : slices(new Uint8Array(body.buffer, body.byteOffset, body.byteLength));

function* slices(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
}

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength);

const aligned = (bytes: number): number => Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
