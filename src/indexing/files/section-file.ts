import { crc32 } from 'node:zlib';
import { ZhibiError } from '../../speech/index.ts';
import {
  CHUNK,
  checksum,
  headerLength,
  IS_LITTLE_ENDIAN,
  type Numbers,
  numbersOf,
  type PlacedSection,
  PRELUDE,
  type ReadHeader,
  readHeader,
} from './sections.ts';
import type { Source } from './source.ts';

/** Where an error says that it is. */
export interface Whereabouts {
  folder: string;
  /** Name of the part of the index. */
  part: string;
}

type KindOf<Kind extends Numbers> = abstract new (...given: never[]) => Kind;

/**
 * A file of sections that is read section by section, each under its checksum. Whatever is not as it was written is an
 * `index-damaged` that names part and section.
 */
export class SectionFile {
  private readonly source: Source;
  private readonly where: Whereabouts;
  private readonly header: ReadHeader;
  private readonly sections: ReadonlyMap<string, PlacedSection>;

  /**
   * Reads the header, and sees that the file is as long as it says.
   *
   * @throws ZhibiError `index-damaged`; `index-incompatible` on a machine whose numbers are big-endian
   */
  constructor(source: Source, where: Whereabouts) {
    if (!IS_LITTLE_ENDIAN) throw new ZhibiError('index-incompatible', { folder: where.folder, part: 'byte-order' });
    this.source = source;
    this.where = where;
    const length = headerLength(source.read(0, PRELUDE));
    const isWithin = length !== null && PRELUDE + length <= source.bytes;
    const header = isWithin ? readHeader(source.read(0, PRELUDE + length)) : null;
    if (header === null) throw this.damage('header');
    if (header.bytes !== source.bytes) throw this.damage('end');
    this.header = header;
    this.sections = new Map(header.sections.map((section) => [section.name, section]));
  }

  /** What the sections are of, as it was given. */
  get content(): unknown {
    return this.header.content;
  }

  /** CRC-32 of the header, which has those of all sections. */
  get checksum(): number {
    return this.header.crc32;
  }

  /**
   * A section, read whole into memory of its own.
   *
   * @param kinds what it may be an array of
   * @param length how many numbers it has to have, where that is known
   * @throws ZhibiError `index-damaged`
   */
  read<Kind extends Numbers>(name: string, kinds: readonly KindOf<Kind>[], length?: number): Kind {
    const section = this.section(name);
    const { buffer } = this.bytesOf(section, section.at, section.bytes);
    if (checksum(new Uint8Array(buffer)) !== section.crc32) throw this.damage(name);
    const numbers = numbersOf(section, buffer);
    if ((length ?? numbers.length) !== numbers.length) throw this.damage(name);
    if (!isOneOf(numbers, kinds)) throw this.damage(name);
    return numbers;
  }

  /**
   * Some bytes of a section, under the checksum that they have by themselves.
   *
   * @throws ZhibiError `index-damaged`
   */
  readBytes(name: string, at: number, length: number, expected: number): Uint8Array<ArrayBuffer> {
    const section = this.section(name);
    const bytes = this.bytesOf(section, section.at + at, length);
    if (crc32(bytes) !== expected) throw this.damage(name);
    return bytes;
  }

  /** Reads everything, and keeps nothing of it. @throws ZhibiError `index-damaged` */
  verify(): void {
    for (const section of this.header.sections) {
      let sum = 0;
      for (let done = 0; done < section.bytes; done += CHUNK) {
        const length = Math.min(CHUNK, section.bytes - done);
        sum = crc32(this.bytesOf(section, section.at + done, length), sum);
      }
      if (sum !== section.crc32) throw this.damage(section.name);
    }
  }

  /** An error for a section whose content can't be what was written. */
  damage(section: string, cause?: unknown): ZhibiError<'index-damaged'> {
    const { folder, part } = this.where;
    return new ZhibiError('index-damaged', { folder, part: `${part}/${section}` }, { cause });
  }

  /** Lets go of the file. */
  close(): void {
    this.source.close();
  }

  private section(name: string): PlacedSection {
    const section = this.sections.get(name);
    if (section === undefined) throw this.damage(name);
    return section;
  }

  private bytesOf({ name }: PlacedSection, at: number, length: number): Uint8Array<ArrayBuffer> {
    const bytes = this.readOrThrow(name, at, length);
    if (bytes.length !== length) throw this.damage(name);
    return bytes;
  }

  /** A disk that does not give its bytes is no better than one that gives others. */
  private readOrThrow(name: string, at: number, length: number): Uint8Array<ArrayBuffer> {
    try {
      return this.source.read(at, length);
    } catch (error) {
      throw this.damage(name, error);
    }
  }
}

const isOneOf = <Kind extends Numbers>(numbers: Numbers, kinds: readonly KindOf<Kind>[]): numbers is Kind =>
  kinds.some((kind) => numbers instanceof kind);
