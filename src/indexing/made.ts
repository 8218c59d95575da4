import { z } from 'zod';
import type { Speech } from '../speech/index.ts';
import { CharacterIndex } from './character-index/index.ts';
import { Collocations, CollocationTable } from './collocations/index.ts';
import { Families } from './families.ts';
import { jsonSections, type OpenIndex, readJsonSection, type SectionFile, type Sections } from './files/index.ts';
import { FrozenIndex, type FrozenTerms, frozenSections, readFrozen } from './frozen/index.ts';
import { type Known, type Learned, learnedWhenAsked } from './known.ts';
import { PassageNumbers } from './passage-numbers.ts';
import { PhraseologySchema } from './phraseology/index.ts';
import { readSpeeches, speechSections } from './speeches/index.ts';

/** What is made of speeches when they are indexed, and can be written. */
export interface Made extends Known {
  readonly frozen: FrozenTerms;
}

/** A section's terms and their weights: looked at as a whole, which takes a third of what a schema a number takes. */
const Weights = z.custom<Record<string, number>>(
  (weights) => typeof weights === 'object' && weights !== null && Object.values(weights).every(Number.isFinite),
);
/** By speech, those of each main section. */
const Profiles = z.record(z.string(), z.array(Weights));

const profilesToJson = (profiles: Learned['profiles']): z.infer<typeof Profiles> =>
  Object.fromEntries([...profiles].map(([id, all]) => [id, all.map((profile) => Object.fromEntries(profile))]));

const profilesFromJson = (profiles: z.infer<typeof Profiles>): Learned['profiles'] =>
  new Map(Object.entries(profiles).map(([id, all]) => [id, all.map((profile) => new Map(Object.entries(profile)))]));

/** The parts of an index, by their names. Each is made when it is asked for. */
export const toParts = (speeches: readonly Speech[], { frozen, learned }: Made): Map<string, () => Sections> =>
  new Map([
    ['terms', () => frozenSections(frozen)],
    ['speeches', () => speechSections(speeches)],
    ['characters', () => learned.characters.toSections()],
    ['families', () => learned.families.toSections()],
    ['profiles', () => jsonSections(profilesToJson(learned.profiles))],
    ['phraseology', () => jsonSections(learned.phraseology)],
    ['collocations', () => jsonSections(learned.collocations.learned)],
  ]);

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
  const learned = learnedWhenAsked({
    characters: later('characters', (file) => CharacterIndex.fromSections(file)),
    families: later('families', (file) => Families.fromSections(file)),
    profiles: later('profiles', (file) => profilesFromJson(readJsonSection(file, Profiles))),
    phraseology: later('phraseology', (file) => readJsonSection(file, PhraseologySchema)),
    collocations: later('collocations', (file) => new CollocationTable(readJsonSection(file, Collocations))),
  });
  return { speeches, made: { frozen, terms: FrozenIndex.of(frozen), numbers, learned } };
}

/** A part that is read whole is not read again. */
function readAndClose<Content>(file: SectionFile, read: (file: SectionFile) => Content): Content {
  const content = read(file);
  file.close();
  return content;
}
