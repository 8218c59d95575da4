import { type Item, spreadOf } from './item.ts';
import type { Phraseology } from './learn.ts';

/**
 * What was learned, without the places in some speeches; what stands nowhere else is gone. What was judged over all
 * speeches stays as it was: which words are a frame, how strong it is and what fills its slots, and what is a set phrase.
 *
 * @param numberOf the new number of a speech; -1 of one that is left out
 */
export function phraseologyWithout(learned: Phraseology, numberOf: (speech: number) => number): Phraseology {
  const renumbered = <P extends Item['spans'][number]>(places: readonly P[]): P[] =>
    places.flatMap((place) => {
      const speech = numberOf(place.speech);
      return speech === -1 ? [] : [{ ...place, speech }];
    });
  const left = <Found extends Item>(items: readonly Found[]): Found[] =>
    items.flatMap((item) => {
      const spans = renumbered(item.spans);
      return spans.length === 0 ? [] : [{ ...item, spans, speeches: spreadOf(spans) }];
    });
  // Members are known of a set's first place alone, and of leads they are what is about a topic.
  const stillHasMembers = ({ form, spans }: Phraseology['parallelSets'][number]): boolean =>
    form !== 'leads' || numberOf(spans[0]?.speech ?? -1) !== -1;
  return {
    frames: left(learned.frames),
    parallelSets: left(learned.parallelSets.filter(stillHasMembers)),
    numberAbbreviations: left(learned.numberAbbreviations).map((item) => ({
      ...item,
      members: renumbered(item.members),
    })),
    fourCharacterPhrases: left(learned.fourCharacterPhrases),
    stations: left(learned.stations),
    beginnings: left(learned.beginnings),
    setPhrases: left(learned.setPhrases),
  };
}
