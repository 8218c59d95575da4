import type { Speech } from '../speech/index.ts';
import { CharacterIndex } from './character-index/index.ts';
import { Collocations, CollocationTable } from './collocations/index.ts';
import { Families } from './families.ts';
import { jsonSections, type OpenIndex, readJsonSection, type SectionFile, type Sections } from './files/index.ts';
import { type FrozenTerms, frozenSections, readFrozen } from './frozen/index.ts';
import { type Artefacts, type Lessons, whenAsked } from './known.ts';
import { BANDS, type BandTable } from './near-duplicates/index.ts';
import { PassageNumbers } from './passage-numbers.ts';
import { PhraseologySchema } from './phraseology/index.ts';
import { SectionTerms } from './section-terms.ts';
import { readSpeeches, speechSections } from './speeches/index.ts';

/** What is made of speeches when they are indexed, and can be written. */
export interface Made {
  readonly frozen: FrozenTerms;
  readonly numbers: PassageNumbers;
  readonly artefacts: Artefacts;
}

/** What was learned of the speeches that are not internal: parts that only an index has that has others. */
const OPEN = { phraseology: 'openphraseology', collocations: 'opencollocations' };

/** The parts of an index, by their names. Each is made when it is asked for. */
export function toParts(speeches: readonly Speech[], { frozen, artefacts }: Made): Map<string, () => Sections> {
  const { open } = artefacts;
  return new Map([
    ['terms', () => frozenSections(frozen)],
    ['speeches', () => speechSections(speeches)],
    ['characters', () => artefacts.characters.toSections()],
    ['families', () => artefacts.families.toSections()],
    ['bands', () => ({ sections: new Map([['hashes', artefacts.bands.hashes]]) })],
    ['sections', () => artefacts.sections.toSections()],
    ...lessonParts({ phraseology: 'phraseology', collocations: 'collocations' }, artefacts),
    ...(open === null ? [] : lessonParts(OPEN, open)),
  ]);
}

const lessonParts = (names: typeof OPEN, { phraseology, collocations }: Lessons): [string, () => Sections][] => [
  [names.phraseology, () => jsonSections(phraseology)],
  [names.collocations, () => jsonSections(collocations.learned)],
];

/**
 * What {@link toParts} made: terms and the speeches' cards are read now, everything else when it is first asked for.
 *
 * @throws ZhibiError `index-damaged`, here and from what is read later
 */
export function fromParts(index: OpenIndex): { speeches: Speech[]; made: Made } {
  const frozen = readAndClose(index.part('terms'), readFrozen);
  const { speeches, passageCounts } = readSpeeches(index.part('speeches'));
  const numbers = PassageNumbers.of(passageCounts);
  if (numbers.total !== frozen.passageCount) throw index.part('speeches').damage('passages');
  const later =
    <Content>(name: string, read: (file: SectionFile) => Content) =>
    (): Content =>
      readAndClose(index.part(name), read);
  const lessons = (names: typeof OPEN) => ({
    phraseology: later(names.phraseology, (file) => readJsonSection(file, PhraseologySchema)),
    collocations: later(names.collocations, (file) => new CollocationTable(readJsonSection(file, Collocations))),
  });
  const artefacts = whenAsked<Artefacts>({
    characters: later('characters', (file) => CharacterIndex.fromSections(file)),
    families: later('families', (file) => Families.fromSections(file)),
    bands: later('bands', (file) => readBands(file, numbers.total)),
    sections: later('sections', (file) => SectionTerms.fromSections(file)),
    ...lessons({ phraseology: 'phraseology', collocations: 'collocations' }),
    open: () => (index.has(OPEN.phraseology) ? whenAsked<Lessons>(lessons(OPEN)) : null),
  });
  return { speeches, made: { frozen, numbers, artefacts } };
}

const readBands = (file: SectionFile, count: number): BandTable => ({
  count,
  hashes: file.read('hashes', [Uint32Array], BANDS * count),
});

/** A part that is read whole is not read again. */
function readAndClose<Content>(file: SectionFile, read: (file: SectionFile) => Content): Content {
  const content = read(file);
  file.close();
  return content;
}
