import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { type Bounds, tooLarge } from './document.ts';

const MEGABYTE = 1024 * 1024;
/** A document with more files than this was not made by a word processor. */
const MOST_ENTRIES = 10_000;

/** The same bytes as a buffer. */
export const bufferOver = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** A zip archive in memory, whose entries are unpacked one by one and only up to a sum. */
export class Archive {
  private readonly zip: ZipFile;
  private readonly entries: ReadonlyMap<string, Entry>;
  private readonly file: string;
  /** All parts that are read, unpacked: those of a long speech have one. */
  private readonly megabytes: number;
  private left: number;

  private constructor(
    zip: ZipFile,
    entries: ReadonlyMap<string, Entry>,
    { file, megabytes }: { file: string; megabytes: number },
  ) {
    this.zip = zip;
    this.entries = entries;
    this.file = file;
    this.megabytes = megabytes;
    this.left = megabytes * MEGABYTE;
  }

  static async open(bytes: Uint8Array, file: string, { megabytes }: Bounds): Promise<Archive> {
    const zip = await yauzl.fromBufferPromise(bufferOver(bytes), { autoClose: false });
    const entries = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) {
      if (entries.size >= MOST_ENTRIES) break;
      if (!entries.has(entry.fileName)) entries.set(entry.fileName, entry);
    }
    return new Archive(zip, entries, { file, megabytes });
  }

  /** Whether there is an entry of that name. */
  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** The text of an entry; empty where there is none. What an entry unpacks to is counted, not what it claims. */
  async read(name: string): Promise<string> {
    const entry = this.entries.get(name);
    if (entry === undefined) return '';
    const chunks: Buffer[] = [];
    const stream = await this.zip.openReadStreamPromise(entry);
    for await (const chunk of stream) {
      chunks.push(chunk as Buffer);
      this.left -= (chunk as Buffer).length;
      if (this.left < 0) {
        stream.destroy();
        throw tooLarge(this.file, 'megabytes', this.megabytes);
      }
    }
    return decodeXml(Buffer.concat(chunks));
  }
}

/** XML parts are UTF-8, or UTF-16 with a byte order mark (ECMA-376, part 2, 8.1.4). */
function decodeXml(bytes: Buffer): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
