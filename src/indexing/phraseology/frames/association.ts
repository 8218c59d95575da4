import type { Vocabulary } from '../vocabulary.ts';
import type { CorpusWords } from '../words.ts';
import { evenness } from './evenness.ts';
import { type Anchors, type PairPlace, pairKey, pairPlaces, type Relation } from './pairs.ts';

/** What is counted of one pair of anchors. */
interface Counted {
  sample: PairPlace;
  /** Every place, in the order of the speeches. */
  places: PairPlace[];
  speeches: number;
}

/** A pair of anchors that holds together. */
export interface BoundPair {
  relation: Relation;
  /** Every place, in the order of the speeches. */
  places: PairPlace[];
  /** Normalised pointwise mutual information, 0..1. */
  association: number;
  /** Too weak to be a frame, strong enough for longer ones to grow from: 在…上, from which 在…上下功夫 grows. */
  isSeed: boolean;
}

/** Bounds below which a pair is chance: occurrences, bits of association, evenness of its fillers. */
const FEWEST = 3;
/** Verbs follow prepositions so often that three times is nothing. */
const FEWEST_GOVERNED = 4;
const LEAST_ASSOCIATION: Readonly<Record<Relation, number>> = {
  governs: 2.6,
  answers: 1.5,
  echoes: 2,
  'answers across': 1.5,
  'echoes across': 2,
  'governs across': 3,
};
/** Prepositions that close what another opens: 以…为, 从…到, 给…以. Others begin something of their own. */
const LEAST_ASSOCIATION_OF_CLOSING = 1.8;
const CLOSING_PREPOSITIONS: ReadonlySet<string> = new Set(['为', '到', '向', '以', '于']);
const LEAST_ASSOCIATION_OF_SEEDS = 1.2;
const LEAST_EVENNESS = 0.5;

/**
 * The pairs of anchors that stand together more often than by chance, in several speeches, around many different words.
 *
 * Association is normalised pointwise mutual information (Bouma 2009, "Normalized (pointwise) mutual information in
 * collocation extraction"), log2(o/e) / -log2(o/n): `o` occurrences, `e` those expected from how often each anchor stands on
 * its side of its relation, `n` pairs of the relation. A slot is open if its fillers are many and even: Shannon entropy of
 * the word beside the anchor, as a share of the most it can be.
 */
export function boundPairs(corpus: CorpusWords, anchors: Anchors, fewestSpeeches: number): BoundPair[] {
  const counted = countPairs(corpus, anchors);
  const margins = marginsOf(counted.values());
  const words = corpus.speeches.reduce((sum, speech) => sum + speech.words.length, 0);
  const bound: BoundPair[] = [];
  for (const pair of counted) {
    const { places, sample } = pair;
    if (places.length < FEWEST || pair.speeches < fewestSpeeches) continue;
    const { relation } = sample;
    const expected = expectedOf(pair, margins, corpus.vocabulary, words);
    const bits = Math.log2(places.length / expected);
    if (bits < LEAST_ASSOCIATION_OF_SEEDS || evennessOf(places) < LEAST_EVENNESS) continue;
    const association = Math.min(1, bits / -Math.log2(places.length / (2 * margins.total(relation))));
    const isSeed = bits < leastAssociation(pair, corpus.vocabulary) || beginsAnew(pair, corpus.vocabulary);
    bound.push({ relation, places, association, isSeed });
  }
  return bound;
}

function leastAssociation({ sample }: Counted, vocabulary: Vocabulary): number {
  const isClosed = CLOSING_PREPOSITIONS.has(vocabulary.word(sample.speech.words[sample.second] ?? -1));
  const isGoverned = sample.relation === 'governs';
  return isGoverned && isClosed ? LEAST_ASSOCIATION_OF_CLOSING : LEAST_ASSOCIATION[sample.relation];
}

function beginsAnew({ places, sample }: Counted, vocabulary: Vocabulary): boolean {
  if (!sample.relation.startsWith('governs')) return false;
  const second = sample.speech.words[sample.second] ?? -1;
  const isPreposition = vocabulary.tag(second) === 'p' && !CLOSING_PREPOSITIONS.has(vocabulary.word(second));
  return places.length < FEWEST_GOVERNED || (sample.relation === 'governs' && isPreposition);
}

function countPairs(corpus: CorpusWords, anchors: Anchors): Counted[] {
  const counted = new Map<number, Counted>();
  for (const speech of corpus.speeches) {
    for (const place of pairPlaces(speech, anchors)) {
      const key = pairKey(place, corpus.vocabulary.size);
      const known = counted.get(key);
      if (known === undefined) counted.set(key, { sample: place, places: [place], speeches: 1 });
      else {
        if (known.places.at(-1)?.speech !== speech) known.speeches++;
        known.places.push(place);
      }
    }
  }
  return [...counted.values()];
}

interface Margins {
  left(pair: Counted): number;
  right(pair: Counted): number;
  total(relation: Relation): number;
}

function marginsOf(all: Iterable<Counted>): Margins {
  const counts = new Map<string, number>();
  const add = (key: string, count: number): Map<string, number> => counts.set(key, (counts.get(key) ?? 0) + count);
  const keyOf = ({ sample }: Counted, side: 'first' | 'second'): string =>
    `${sample.relation} ${side} ${sample.speech.words[sample[side]]}`;
  for (const pair of all) {
    add(keyOf(pair, 'first'), pair.places.length);
    add(keyOf(pair, 'second'), pair.places.length);
    add(pair.sample.relation, pair.places.length);
  }
  return {
    left: (pair) => counts.get(keyOf(pair, 'first')) ?? 0,
    right: (pair) => counts.get(keyOf(pair, 'second')) ?? 0,
    total: (relation) => counts.get(relation) ?? 0,
  };
}

/**
 * Pairs of other words that a corpus would have if it were larger: in a few speeches that all say 既要…，又要… nothing
 * else answers, and the pair would seem to be what is expected of any.
 */
const OTHER_PAIRS = 60;

/** Places behind an anchor where chance would put the same word again: some half of a run, the heads of two runs. */
const CHANCES: Readonly<Record<string, number>> = { echoes: 6, 'echoes across': 4 };

function expectedOf(pair: Counted, margins: Margins, vocabulary: Vocabulary, words: number): number {
  const { relation, speech, first } = pair.sample;
  const chances = CHANCES[relation];
  if (chances === undefined)
    return (margins.left(pair) * margins.right(pair)) / (margins.total(relation) + OTHER_PAIRS);
  // A word that answers itself has no partner to be set against: chance is how often it stands at all.
  const occurrences = vocabulary.occurrences(speech.words[first] ?? 0);
  return (chances * occurrences * occurrences) / words;
}

/** Inside a run the word before the second anchor tells most; across runs, the one behind the first. */
const fillerAt = ({ relation, first, second }: PairPlace): number =>
  relation.endsWith('across') ? first + 1 : second - 1;

function evennessOf(places: readonly PairPlace[]): number {
  const fillers = new Map<number, number>();
  for (const place of places) {
    const filler = place.speech.words[fillerAt(place)] ?? -1;
    fillers.set(filler, (fillers.get(filler) ?? 0) + 1);
  }
  return evenness(fillers, places.length);
}
