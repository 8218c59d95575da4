import { z } from 'zod';
import { ZhibiError } from '../../speech/index.ts';
import { Fingerprint } from '../fingerprint.ts';
import type { FrozenField, FrozenTerms } from './frozen-terms.ts';
import { IS_LITTLE_ENDIAN, type Numbers, packSections, type Sections, unpackSections } from './sections.ts';
import { StringTable } from './string-table.ts';

/** Goes up when what the sections mean changes. */
const FORMAT_VERSION = 1;

const Content = z.object({
  format: z.int(),
  fingerprint: z.unknown(),
  fields: z.array(z.object({ name: z.string(), averageLength: z.number() })),
});

/** A frozen index, and what it was made with and from. */
export interface Frozen {
  fingerprint: Fingerprint;
  terms: FrozenTerms;
}

/** The bytes of a frozen index, whole in memory. @throws RangeError on a machine whose numbers are big-endian */
export function packFrozen({ fingerprint, terms }: Frozen): Uint8Array<ArrayBuffer> {
  if (!IS_LITTLE_ENDIAN) throw new RangeError('frozen indexes are little-endian');
  const content: z.infer<typeof Content> = {
    format: FORMAT_VERSION,
    fingerprint,
    fields: terms.fields.map(({ name, averageLength }) => ({ name, averageLength })),
  };
  const arrays = new Map<string, Numbers>([
    ...ofTable('passages', terms.passages),
    ...ofTable('vocabulary', terms.vocabulary),
    ...terms.fields.flatMap(ofField),
  ]);
  return packSections({ content, arrays });
}

const ofTable = (name: string, { starts, units }: StringTable): [string, Numbers][] => [
  [`${name}.starts`, starts],
  [`${name}.units`, units],
];

const ofField = ({ name, lengths, starts, passages, frequencies }: FrozenField): [string, Numbers][] => [
  [`${name}.lengths`, lengths],
  [`${name}.starts`, starts],
  [`${name}.passages`, passages],
  [`${name}.frequencies`, frequencies],
];

/**
 * Reads what {@link packFrozen} wrote. The arrays are views of `bytes`, which must stay as they are.
 *
 * @param folder where the bytes are from, for the error to name
 * @throws ZhibiError `index-damaged` (cut short, or a byte that is not what was written), `index-incompatible` (of another
 * format, or on a machine whose numbers are big-endian). Whose fingerprint may be read is for the caller to say.
 */
export function readFrozen(bytes: Uint8Array, folder: string): Frozen {
  if (!IS_LITTLE_ENDIAN) throw new ZhibiError('index-incompatible', { folder, part: 'byte-order' });
  const sections = unpackSections(bytes);
  if ('damaged' in sections) throw new ZhibiError('index-damaged', { folder, part: sections.damaged });
  const content = Content.safeParse(sections.content);
  if (!content.success) throw new ZhibiError('index-damaged', { folder, part: 'header' });
  if (content.data.format !== FORMAT_VERSION) throw new ZhibiError('index-incompatible', { folder, part: 'format' });
  const fingerprint = Fingerprint.safeParse(content.data.fingerprint);
  if (!fingerprint.success) throw new ZhibiError('index-incompatible', { folder, part: 'fingerprint' });
  const read = readerOf(sections, folder);
  const passages = read.table('passages');
  const vocabulary = read.table('vocabulary');
  const fields = content.data.fields.map((field) => read.field(field, passages.length, vocabulary.length));
  return { fingerprint: fingerprint.data, terms: { passages, vocabulary, fields } };
}

type FieldOf = (head: Pick<FrozenField, 'name' | 'averageLength'>, passages: number, terms: number) => FrozenField;

/** Finds sections by name, and sees that they are as long as each other say. */
function readerOf({ arrays }: Sections, folder: string): { table: (name: string) => StringTable; field: FieldOf } {
  const section = (name: string, length?: number): Numbers => {
    const found = arrays.get(name);
    if (found === undefined || (length ?? found.length) !== found.length)
      throw new ZhibiError('index-damaged', { folder, part: name });
    return found;
  };
  const uint32 = (name: string, length?: number): Uint32Array => {
    const found = section(name, length);
    if (!(found instanceof Uint32Array)) throw new ZhibiError('index-damaged', { folder, part: name });
    return found;
  };
  const table = (name: string): StringTable => {
    const starts = uint32(`${name}.starts`);
    const units = section(`${name}.units`, starts.at(-1));
    if (!(units instanceof Uint16Array) || starts.length === 0)
      throw new ZhibiError('index-damaged', { folder, part: name });
    return new StringTable(starts, units);
  };
  const field: FieldOf = ({ name, averageLength }, passages, terms) => {
    const starts = uint32(`${name}.starts`, terms + 1);
    return {
      name,
      averageLength,
      lengths: section(`${name}.lengths`, passages),
      starts,
      passages: uint32(`${name}.passages`, starts.at(-1)),
      frequencies: section(`${name}.frequencies`, starts.at(-1)),
    };
  };
  return { table, field };
}
