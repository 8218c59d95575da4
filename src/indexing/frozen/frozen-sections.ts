import { z } from 'zod';
import type { Numbers, SectionFile, Sections } from '../files/index.ts';
import { blocksOf } from './block-tops.ts';
import type { Frequencies, FrozenField, FrozenTerms } from './frozen-terms.ts';
import { StringTable } from './string-table.ts';

const Content = z.object({
  passages: z.int().nonnegative(),
  fields: z.array(z.object({ name: z.string(), averageLength: z.number() })),
});

/** A frozen index as the sections of a file. */
export function frozenSections({ passageCount, vocabulary, fields }: FrozenTerms): Sections {
  const content: z.infer<typeof Content> = {
    passages: passageCount,
    fields: fields.map(({ name, averageLength }) => ({ name, averageLength })),
  };
  const sections = new Map<string, Numbers>([
    ['vocabulary.starts', vocabulary.starts],
    ['vocabulary.units', vocabulary.units],
    ...fields.flatMap(ofField),
  ]);
  return { content, sections };
}

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
  [`${name}.levels`, blockTops.levels],
];

/**
 * Reads what {@link frozenSections} gave, all of it, straight into memory.
 *
 * @throws ZhibiError `index-damaged`
 */
export function readFrozen(file: SectionFile): FrozenTerms {
  const content = Content.safeParse(file.content);
  if (!content.success) throw file.damage('header');
  const { passages: passageCount, fields: heads } = content.data;
  const vocabulary = readVocabulary(file);
  const fields = heads.map(({ name, averageLength }): FrozenField => {
    const starts = file.read(`${name}.starts`, [Uint32Array], vocabulary.length + 1);
    const dense = file.read(`${name}.dense`, [Uint32Array]);
    return {
      name,
      averageLength,
      lengths: file.read(`${name}.lengths`, [Uint16Array], passageCount),
      starts,
      passages: file.read(`${name}.passages`, [Uint32Array], starts.at(-1)),
      frequencies: file.read<Frequencies>(`${name}.frequencies`, [Uint8Array, Uint16Array], starts.at(-1)),
      tops: file.read(`${name}.tops`, [Float32Array], vocabulary.length),
      blockTops: {
        terms: dense,
        levels: file.read(`${name}.levels`, [Uint8Array], dense.length * blocksOf(passageCount)),
      },
    };
  });
  return { passageCount, vocabulary, fields };
}

function readVocabulary(file: SectionFile): StringTable {
  const starts = file.read('vocabulary.starts', [Uint32Array]);
  if (starts.length === 0) throw file.damage('vocabulary.starts');
  return new StringTable(starts, file.read('vocabulary.units', [Uint16Array], starts.at(-1)));
}
