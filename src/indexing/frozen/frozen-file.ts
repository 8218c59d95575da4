import { z } from 'zod';
import { ZhibiError } from '../../speech/index.ts';
import { Fingerprint } from '../fingerprint.ts';
import { blocksOf } from './block-tops.ts';
import type { Frequencies, FrozenField, FrozenTerms } from './frozen-terms.ts';
import { IS_LITTLE_ENDIAN, type Numbers, packSections, type Sections, unpackSections } from './sections.ts';
import { StringTable } from './string-table.ts';

/** Goes up when what the sections mean changes. */
const FORMAT_VERSION = 3;

const Content = z.object({
  format: z.int(),
  fingerprint: z.unknown(),
  passages: z.int().nonnegative(),
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
    passages: terms.passageCount,
    fields: terms.fields.map(({ name, averageLength }) => ({ name, averageLength })),
  };
  const arrays = new Map<string, Numbers>([
    ...ofTable('vocabulary', terms.vocabulary),
    ...terms.fields.flatMap(ofField),
  ]);
  return packSections({ content, arrays });
}

const ofTable = (name: string, { starts, units }: StringTable): [string, Numbers][] => [
  [`${name}.starts`, starts],
  [`${name}.units`, units],
];

const ofField = ({
  name,
  lengths,
  starts,
  passages,
  frequencies,
  tops,
  blockTops,
}: FrozenField): [string, Numbers][] => [
  [`${name}.lengths`, lengths],
  [`${name}.starts`, starts],
  [`${name}.passages`, passages],
  [`${name}.frequencies`, frequencies],
  [`${name}.tops`, tops],
  [`${name}.dense`, blockTops.terms],
  [`${name}.block-tops`, blockTops.tops],
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
  const { passages: passageCount, fields: heads } = content.data;
  const vocabulary = read.table('vocabulary');
  const fields = heads.map((field) => read.field(field, passageCount, vocabulary.length));
  return { fingerprint: fingerprint.data, terms: { passageCount, vocabulary, fields } };
}

type FieldOf = (head: Pick<FrozenField, 'name' | 'averageLength'>, passages: number, terms: number) => FrozenField;

/** Finds sections by name, and sees that they are of the kind and as long as each other say. */
function readerOf({ arrays }: Sections, folder: string): { table: (name: string) => StringTable; field: FieldOf } {
  const section = <Kind extends Numbers>(name: string, kinds: readonly NumbersOf<Kind>[], length?: number): Kind => {
    const found = arrays.get(name);
    const isOf = (kind: NumbersOf<Kind>): boolean => found instanceof kind;
    if (found === undefined || (length ?? found.length) !== found.length || !kinds.some(isOf))
      throw new ZhibiError('index-damaged', { folder, part: name });
    return found as Kind;
  };
  const table = (name: string): StringTable => {
    const starts = section(`${name}.starts`, [Uint32Array]);
    if (starts.length === 0) throw new ZhibiError('index-damaged', { folder, part: name });
    return new StringTable(starts, section(`${name}.units`, [Uint16Array], starts.at(-1)));
  };
  const field: FieldOf = ({ name, averageLength }, passages, terms) => {
    const starts = section(`${name}.starts`, [Uint32Array], terms + 1);
    const dense = section(`${name}.dense`, [Uint32Array]);
    return {
      name,
      averageLength,
      lengths: section(`${name}.lengths`, [Uint16Array], passages),
      starts,
      passages: section(`${name}.passages`, [Uint32Array], starts.at(-1)),
      frequencies: section<Frequencies>(`${name}.frequencies`, [Uint8Array, Uint16Array], starts.at(-1)),
      tops: section(`${name}.tops`, [Float32Array], terms),
      blockTops: {
        terms: dense,
        tops: section(`${name}.block-tops`, [Uint8Array], dense.length * blocksOf(passages)),
      },
    };
  };
  return { table, field };
}

/** A kind of typed array. */
type NumbersOf<Kind extends Numbers> = new (...given: never[]) => Kind;
