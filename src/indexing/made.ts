import { z } from 'zod';
import { Speech } from '../speech/index.ts';
import { CharacterIndex } from './character-index/index.ts';
import { Collocations, learnCollocations } from './collocations/index.ts';
import type { Fingerprint } from './fingerprint.ts';
import { FrozenIndex, type FrozenTerms, freeze, packFrozen, readFrozen } from './frozen/index.ts';
import { nearDuplicates } from './near-duplicates/index.ts';
import { learnPhraseology, type Phraseology, PhraseologySchema } from './phraseology/index.ts';
import { type SectionProfile, sectionProfiles } from './section-profiles.ts';
import type { Parts } from './snapshot.ts';
import { TermIndex } from './term-index.ts';

/** What is made of the speeches once, when they are indexed. */
export interface Made {
  frozen: FrozenTerms;
  /** Asks {@link frozen}. */
  terms: FrozenIndex;
  /** Groups of passages that are nearly the same, by their ids. */
  duplicates: readonly (readonly string[])[];
  /** By speech, what its main sections are about. */
  profiles: ReadonlyMap<string, readonly SectionProfile[]>;
  phraseology: Phraseology;
  collocations: Collocations;
  characters: CharacterIndex;
}

const Duplicates = z.array(z.array(z.string()));
/** By speech, each main section's terms and their weights. */
const Profiles = z.record(z.string(), z.array(z.record(z.string(), z.number())));

/** Loads jieba's dictionary, and keeps the processor for about 2 s a megabyte. */
export function makeOf(speeches: readonly Speech[], onSpeech?: (done: number) => void): Made {
  const frozen = freeze(TermIndex.build(speeches, onSpeech).toJSON());
  return {
    frozen,
    terms: FrozenIndex.of(frozen),
    duplicates: nearDuplicates(speeches),
    profiles: sectionProfiles(speeches),
    phraseology: learnPhraseology(speeches),
    collocations: learnCollocations(speeches),
    characters: CharacterIndex.build(speeches),
  };
}

export const toParts = (speeches: readonly Speech[], made: Made, fingerprint: Fingerprint): Parts => ({
  speeches: JSON.stringify(speeches),
  terms: packFrozen({ fingerprint, terms: made.frozen }),
  duplicates: JSON.stringify(made.duplicates),
  profiles: JSON.stringify(
    Object.fromEntries([...made.profiles].map(([id, all]) => [id, all.map((profile) => Object.fromEntries(profile))])),
  ),
  phraseology: JSON.stringify(made.phraseology),
  collocations: JSON.stringify(made.collocations),
  characters: made.characters.serialise(),
});

/** Throws whatever zod or a reader throws for what {@link toParts} did not write. */
export function fromParts(parts: Parts, folder: string): { speeches: Speech[]; made: Made } {
  const { terms: frozen } = readFrozen(parts.terms, folder);
  const profiles = Profiles.parse(JSON.parse(parts.profiles));
  return {
    speeches: z.array(Speech).parse(JSON.parse(parts.speeches)),
    made: {
      frozen,
      terms: FrozenIndex.of(frozen),
      duplicates: Duplicates.parse(JSON.parse(parts.duplicates)),
      profiles: new Map(
        Object.entries(profiles).map(([id, all]) => [id, all.map((profile) => new Map(Object.entries(profile)))]),
      ),
      phraseology: PhraseologySchema.parse(JSON.parse(parts.phraseology)),
      collocations: Collocations.parse(JSON.parse(parts.collocations)),
      characters: CharacterIndex.deserialise(parts.characters),
    },
  };
}
