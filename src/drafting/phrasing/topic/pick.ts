import type { CharacterIndex } from '../../../indexing/index.ts';
import {
  type FourCharacterPhrase,
  type Frame,
  type Item,
  isSetPhrase,
  type NumberAbbreviation,
  type ParallelSet,
  type Phraseology,
  type Place,
  standsEverywhere,
} from '../../../indexing/phraseology/index.ts';
import type { Span, Speech } from '../../../speech/index.ts';
import { wholeClauses, wholeSentences } from './surroundings.ts';
import { hitsOf, shareIn, type Topic, type TopicHits } from './topic.ts';

/** Something of the corpus that suits a topic. */
export interface Picked<Found extends Item = Item> {
  item: Found;
  /** Its places that are about the topic, the best first, one of each speech before a second of any; shown whole. */
  examples: Place[];
  /** How many places are about the topic, and in how many speeches. */
  count: number;
  speeches: number;
  /** It stands in nearly every speech: nothing that a drafter needs to be told. */
  isSetPhrase: boolean;
}

/** The speeches of a corpus with where a topic stands in each. */
export interface TopicSpeeches {
  topic: Topic;
  speeches: readonly Speech[];
  hits: TopicHits[];
  /** Whether a place is in what is spoken about the topic, whatever its words; none, if not given. */
  isNear?(place: Place): boolean;
  /** The only part of the corpus that is looked at; all of it, if not given. */
  within?: {
    /** The speeches of it, as positions, the best first. */
    speeches: readonly number[];
    has(place: Place): boolean;
  };
}

/** Finds where a topic stands, for everything that is picked for it. */
export const findTopic = (
  topic: Topic,
  { speeches, characters }: { speeches: readonly Speech[]; characters: CharacterIndex },
  isNear: (place: Place) => boolean = () => false,
): TopicSpeeches => ({ topic, speeches, hits: hitsOf(topic, characters, speeches.length), isNear });

/** A place is about a topic if so much of the topic stands in its sentence: both of two words, two of three. */
const ABOUT = 0.6;
/** Where nothing is: one word of two. */
const LOOSELY_ABOUT = 0.4;
/** What is spoken about the topic without naming it. */
const NEAR = 0.25;
/** What a word of the topic counts that stands in the sentence, but not in the clauses shown. */
const BESIDE = 0.3;
/** Places of one item that are looked at, and examples of it that are shown. */
const MOST_PLACES = 2_000;
const MOST_EXAMPLES = 5;
const MOST_PICKED = 40;

interface Fit {
  /** The item's place as it is shown. */
  shown: Place;
  fit: number;
}

/** Frames with an occurrence about the topic, each shown from the first clause to the last that it spans. */
export const pickFrames = (found: TopicSpeeches, { frames, setPhrases }: Phraseology): Picked<Frame>[] =>
  pick(found, frames, { setPhrases, show: wholeClauses, worth: (frame) => frame.strength });

/** Parallel sets about the topic: those with more members first. Of a set of leads, the leads alone must be about it. */
export function pickParallelSets(found: TopicSpeeches, phraseology: Phraseology): Picked<ParallelSet>[] {
  const { parallelSets, setPhrases } = phraseology;
  const inside = (set: ParallelSet): readonly Span[] | null => (set.form === 'leads' ? set.members : null);
  return pick(found, parallelSets, { setPhrases, inside, show: itself, worth: (set) => set.members.length });
}

/** Number abbreviations that stand in sentences about the topic; those whose members are known first. */
export function pickNumberAbbreviations(found: TopicSpeeches, phraseology: Phraseology): Picked<NumberAbbreviation>[] {
  const { numberAbbreviations, setPhrases } = phraseology;
  const worth = ({ members }: NumberAbbreviation): number => (members.length > 0 ? 2 : 1);
  return pick(found, numberAbbreviations, { setPhrases, show: wholeClauses, worth });
}

/** Four-character phrases in sentences about the topic. */
export const pickFourCharacterPhrases = (
  found: TopicSpeeches,
  { fourCharacterPhrases, setPhrases }: Phraseology,
): Picked<FourCharacterPhrase>[] => pick(found, fourCharacterPhrases, { setPhrases, show: itself, worth: () => 1 });

const itself = (_: string, span: Span): Span => span;

interface How<Found extends Item> {
  setPhrases: Phraseology['setPhrases'];
  /** What is shown of a place. */
  show(text: string, span: Span): Span;
  /** The spans that the topic must stand in, where an item's places hold more than the item (the bodies between leads). */
  inside?(item: Found): readonly Span[] | null;
  /** What an item is worth apart from the topic. */
  worth(item: Found): number;
}

function pick<Found extends Item>(found: TopicSpeeches, items: readonly Found[], how: How<Found>): Picked<Found>[] {
  const picked = pickAbout(found, items, how, ABOUT);
  return picked.length > 0 ? picked : pickAbout(found, items, how, LOOSELY_ABOUT);
}

/**
 * The items that suit a topic. What several speeches use comes first, then what fits the topic better, then what is worth
 * more by itself; set phrases come last.
 */
function pickAbout<Found extends Item>(
  found: TopicSpeeches,
  items: readonly Found[],
  how: How<Found>,
  bound: number,
): Picked<Found>[] {
  // A frame is good for being common; words are worn out by it.
  const isSet = (item: Found): boolean =>
    isSetPhrase(item.text, how.setPhrases) || (item.kind !== 'frame' && standsEverywhere(item, found.speeches.length));
  const ranked = items.flatMap((item) => {
    const fits = fitting(found, item, how, bound);
    if (fits.length === 0) return [];
    const best = bestOfEach(fits);
    const use = best.reduce((sum, { fit }) => sum + fit, 0);
    const score = Math.log2(1 + use) * Math.log2(1 + how.worth(item));
    return [{ picked: toPicked(item, fits, best, isSet(item)), score }];
  });
  ranked.sort((a, b) => Number(a.picked.isSetPhrase) - Number(b.picked.isSetPhrase) || b.score - a.score);
  return ranked.slice(0, MOST_PICKED).map(({ picked }) => picked);
}

/** The places of an item that are about the topic, with how well each fits, the best first. */
function fitting<Found extends Item>(found: TopicSpeeches, item: Found, how: How<Found>, bound: number): Fit[] {
  return item.spans
    .slice(0, MOST_PLACES)
    .map((place) => fitOf(found, item, how, bound, place))
    .filter((fit) => fit !== null)
    .sort((a, b) => b.fit - a.fit);
}

function fitOf<Found extends Item>(
  found: TopicSpeeches,
  item: Found,
  how: How<Found>,
  bound: number,
  place: Place,
): Fit | null {
  if (!(found.within?.has(place) ?? true)) return null;
  const [speech, at] = [found.speeches[place.speech], found.hits[place.speech]];
  const isNear = found.isNear?.(place) ?? false;
  if (speech === undefined || at === undefined || (at.starts.length === 0 && !isNear)) return null;
  const shown = how.show(speech.text, place);
  const spans = how.inside?.(item) ?? null;
  const around = spans === null ? shareIn(found.topic, at, wholeSentences(speech.text, place)) : 0;
  const within = (spans ?? [shown]).reduce((most, span) => Math.max(most, shareIn(found.topic, at, span)), 0);
  if (Math.max(around, within) < bound && !isNear) return null;
  const fit = BESIDE * around + (1 - BESIDE) * within;
  return { shown: { speech: place.speech, ...shown }, fit: isNear ? Math.max(fit, NEAR) : fit };
}

function toPicked<Found extends Item>(
  item: Found,
  fits: readonly Fit[],
  best: readonly Fit[],
  isSet: boolean,
): Picked<Found> {
  const examples = [...best, ...fits.filter((fit) => !best.includes(fit))].slice(0, MOST_EXAMPLES);
  return {
    item,
    examples: examples.map(({ shown }) => shown),
    count: fits.length,
    speeches: best.length,
    isSetPhrase: isSet,
  };
}

/** The best place of each speech. */
function bestOfEach(fits: readonly Fit[]): Fit[] {
  const seen = new Set<number>();
  return fits.filter(({ shown }) => !seen.has(shown.speech) && seen.add(shown.speech));
}
