import { SectionFile } from '../../src/indexing/files/section-file.ts';
import { layOut, type Sections } from '../../src/indexing/files/sections.ts';
import { bytesSource } from '../../src/indexing/files/source.ts';
import { ZhibiError } from '../../src/speech/index.ts';

/** The bytes of a file of sections. */
export const bytesOf = (sections: Sections): Buffer => Buffer.concat([...layOut(sections).pieces()]);

/** A file of these bytes, as the part `part` of the index in `index`. @param read how they are read */
export const openBytes = (bytes: Uint8Array, read?: (at: number, length: number) => Uint8Array): SectionFile => {
  const source = bytesSource(bytes);
  const readSo = read === undefined ? source.read : (at: number, length: number) => Uint8Array.from(read(at, length));
  return new SectionFile({ ...source, read: readSo }, { folder: 'index', part: 'part' });
};

/** What was laid into a file, opened again. */
export const reopened = (sections: Sections): SectionFile => openBytes(bytesOf(sections));

/** The code of the ZhibiError that something ends in, and the part it names; `null` where it ends in none. */
export function faultOf(read: () => unknown): [string, unknown] | null {
  try {
    read();
    return null;
  } catch (error) {
    if (!(error instanceof ZhibiError)) throw error;
    return [error.code, 'part' in error.details ? error.details.part : undefined];
  }
}
