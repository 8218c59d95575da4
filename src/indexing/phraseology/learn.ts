import type { Speech } from '../../speech/index.ts';
import { type FourCharacterPhrase, learnFourCharacterPhrases } from './four-characters.ts';
import { type Frame, learnFrames } from './frames/index.ts';
import { learnNumberAbbreviations, type NumberAbbreviation } from './numbers/index.ts';
import { learnParallelSets, type ParallelSet } from './parallel/index.ts';
import { learnSetPhrases, type SetPhrase } from './set-phrases.ts';
import { learnSentenceBeginnings, learnStations, type SentenceBeginning, type StationSentence } from './stations.ts';
import { type CorpusWords, cutSpeeches } from './words.ts';

/** What was learned of a corpus. Places count speeches by their position in the list that was learned from. */
export interface Phraseology {
  frames: Frame[];
  parallelSets: ParallelSet[];
  numberAbbreviations: NumberAbbreviation[];
  fourCharacterPhrases: FourCharacterPhrase[];
  stations: StationSentence[];
  beginnings: SentenceBeginning[];
  setPhrases: SetPhrase[];
}

/** Learns how speeches say things. The same speeches in the same order give the same. Loads jieba's dictionary. */
export const learnPhraseology = (speeches: readonly Speech[]): Phraseology => learnFrom(cutSpeeches(speeches));

/** {@link learnPhraseology} of speeches that are cut already. */
export const learnFrom = (corpus: CorpusWords): Phraseology => ({
  frames: learnFrames(corpus),
  parallelSets: learnParallelSets(corpus),
  numberAbbreviations: learnNumberAbbreviations(corpus),
  fourCharacterPhrases: learnFourCharacterPhrases(corpus),
  stations: learnStations(corpus),
  beginnings: learnSentenceBeginnings(corpus),
  setPhrases: learnSetPhrases(corpus),
});
