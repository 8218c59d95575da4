import { posix } from 'node:path';
import { ZhibiError } from '../../../speech/index.ts';
import { Archive, bufferOver } from '../archive.ts';
import type { Bounds } from '../document.ts';
import { readElements, TooDeep } from '../xml.ts';

/** The parts of a Word document that speak: XML by role. */
export interface DocxParts {
  document: string;
  styles: string;
  numbering: string;
  headers: string[];
  footers: string[];
  /** Footnotes, endnotes, comments, and the words of diagrams. */
  notes: string[];
  /** Files inside of this one, which stay packed. */
  embedded: number;
}

const OLE_SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0];

/** What Word saves with a password is no zip but an OLE file, and so is a .doc that was merely renamed. */
function checkSignature(bytes: Uint8Array, file: string): void {
  if (!OLE_SIGNATURE.every((byte, i) => bytes[i] === byte)) return;
  const holds = (stream: string): boolean => bufferOver(bytes).includes(Buffer.from(stream, 'utf16le'));
  if (holds('WordDocument') && !holds('EncryptedPackage'))
    throw new ZhibiError('format-legacy', { file, format: '.doc' });
  throw new ZhibiError('document-encrypted', { file });
}

/**
 * Unpacks what is read of a .docx, and nothing else: pictures and embedded files, archives too, stay packed.
 *
 * @throws ZhibiError `document-encrypted`, `format-legacy` (a .doc by another name), `document-damaged`,
 * `document-too-large`; TooDeep
 */
export async function unpackDocx(bytes: Uint8Array, file: string, bounds: Bounds): Promise<DocxParts> {
  checkSignature(bytes, file);
  try {
    const archive = await Archive.open(bytes, file, bounds);
    return await readParts(archive, file);
  } catch (error) {
    if (error instanceof ZhibiError || error instanceof TooDeep) throw error;
    throw new ZhibiError('document-damaged', { file, reason: reasonOf(error) }, { cause: error });
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message.slice(0, 120) : 'zip');

/** Kinds of parts with words beside the text (ISO/IEC 29500-1, 11.3). */
const NOTES = ['footnotes', 'endnotes', 'comments', 'diagramData'];
/** Kinds of parts that are files of their own. */
const EMBEDDED = ['aFChunk', 'oleObject', 'package'];

async function readParts(archive: Archive, file: string): Promise<DocxParts> {
  const [main = 'word/document.xml'] = await related(archive, '_rels/.rels', '', 'officeDocument');
  const folder = posix.dirname(main);
  const relations = posix.join(folder, '_rels', `${posix.basename(main)}.rels`);
  const read = async (kind: string): Promise<string[]> => {
    const names = await related(archive, relations, folder, kind);
    const parts: string[] = [];
    for (const name of names) parts.push(await archive.read(name));
    return parts;
  };
  const document = await archive.read(main);
  if (document === '') throw new ZhibiError('document-damaged', { file, reason: main });
  const [styles = ''] = await read('styles');
  const [numbering = ''] = await read('numbering');
  const notes: string[][] = [];
  for (const kind of NOTES) notes.push(await read(kind));
  let embedded = 0;
  for (const kind of EMBEDDED) embedded += (await related(archive, relations, folder, kind)).length;
  const [headers, footers] = [await read('header'), await read('footer')];
  return { document, styles, numbering, headers, footers, notes: notes.flat(), embedded };
}

/** The parts that a relationship part names for a kind (ECMA-376, part 2, 9.3), each once. */
async function related(archive: Archive, relations: string, folder: string, kind: string): Promise<string[]> {
  const targets = new Set<string>();
  readElements(await archive.read(relations), {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return;
      const target = attributes['Target'] ?? '';
      if (!attributes['Type']?.endsWith(`/${kind}`)) return;
      targets.add(target.startsWith('/') ? target.slice(1) : posix.join(folder, target));
    },
  });
  return [...targets];
}
