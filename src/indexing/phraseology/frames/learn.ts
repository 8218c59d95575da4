import { type Item, type Place, spreadOf } from '../item.ts';
import type { CorpusWords } from '../words.ts';
import { boundPairs } from './association.ts';
import { extensionsOf } from './extend.ts';
import { type Bounds, type FrameGroup, groupsOf, isEnough } from './group.ts';
import { joinedOccurrences } from './join.ts';
import { withoutFragments } from './nesting.ts';
import { type Occurrence, placeOf } from './occurrence.ts';
import { anchorsOf, type PairPlace } from './pairs.ts';
import { isOpenAtEnd, type Slot, slotsWithFillers } from './slots.ts';

export type { Slot } from './slots.ts';

/** A fixed frame with open slots. Its places run from the first fixed word to the end of the last slot. */
export interface Frame extends Item<'frame'> {
  slots: Slot[];
  /** How good a frame it is, comparable within one corpus: association × openness × spread × number. */
  strength: number;
}

/** Frames that are kept, the strongest. */
const MOST_FRAMES = 300;
/** A frame stands in so large a share of the speeches, and in three at least; in two where there are hardly more. */
const LEAST_SHARE_OF_SPEECHES = 0.04;
const FEWEST_SPEECHES = 3;
const FEWEST_OF_FEW = 2;
const FEW_SPEECHES = 6;
const FEWEST = 3;
/** How often frames grow by a word. */
const ROUNDS = 2;
/** Frames of three are rare enough to be no chance: they are given what a well bound pair has. */
const JOINED = { relation: 'governs', association: 0.6, isSeed: false } as const;

/** The frames of a corpus, strongest first. */
export function learnFrames(corpus: CorpusWords): Frame[] {
  const count = corpus.speeches.length;
  const fewest = count <= FEW_SPEECHES ? FEWEST_OF_FEW : FEWEST_SPEECHES;
  const fewestSpeeches = Math.max(fewest, Math.ceil(count * LEAST_SHARE_OF_SPEECHES));
  const bounds = { fewest: FEWEST, fewestSpeeches };
  const groups = withoutFragments(grown(pairGroups(corpus, bounds), corpus, bounds), corpus.vocabulary);
  return groups
    .map(({ group, strength }) => toFrame(group, strength))
    .sort((a, b) => b.strength - a.strength || (a.text < b.text ? -1 : 1))
    .slice(0, MOST_FRAMES);
}

function pairGroups(corpus: CorpusWords, bounds: Bounds): FrameGroup[] {
  const anchors = anchorsOf(corpus, bounds.fewestSpeeches);
  const groups = boundPairs(corpus, anchors, bounds.fewestSpeeches).flatMap((pair) =>
    groupsOf(nearest(pair.places).map(toOccurrence), corpus.vocabulary, pair),
  );
  const joined = groupsOf(joinedOccurrences(groups), corpus.vocabulary, JOINED);
  return [...groups, ...joined].filter((group) => isEnough(group, bounds));
}

/** Of places that share an anchor the shortest: 在…在…上 is 在…上 once. */
function nearest(places: readonly PairPlace[]): PairPlace[] {
  const bySecond = new Map<string, PairPlace>();
  for (const place of places) bySecond.set(`${place.speech.speech} ${place.second}`, place);
  const byFirst = new Map<string, PairPlace>();
  for (const place of bySecond.values()) {
    const key = `${place.speech.speech} ${place.first}`;
    const known = byFirst.get(key);
    if (known === undefined || place.second < known.second) byFirst.set(key, place);
  }
  return [...byFirst.values()];
}

const toOccurrence = ({ speech, first, second, firstEnd, end }: PairPlace): Occurrence => ({
  speech,
  anchors: [first, second],
  ends: [firstEnd, end],
});

function grown(groups: readonly FrameGroup[], { vocabulary }: CorpusWords, bounds: Bounds): FrameGroup[] {
  const all = new Map(groups.map((group) => [group.text, group]));
  let latest = groups;
  for (let round = 0; round < ROUNDS; round++) {
    latest = latest.flatMap((group) => extensionsOf(group, vocabulary, bounds)).filter(({ text }) => !all.has(text));
    for (const group of latest) all.set(group.text, group);
  }
  return [...all.values()];
}

function toFrame(group: FrameGroup, strength: number): Frame {
  const isOpen = isOpenAtEnd(group);
  const spans: Place[] = group.occurrences.map((occurrence) => placeOf(occurrence, isOpen));
  return {
    kind: 'frame',
    text: isOpen ? `${group.text}…` : group.text,
    spans,
    speeches: spreadOf(spans),
    slots: slotsWithFillers(group, isOpen),
    strength,
  };
}
