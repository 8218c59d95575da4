import type { Collocation, CollocationPlace, CollocationTable, Relation, Side } from '../../indexing/index.ts';
import { cutWords } from '../../indexing/index.ts';
import { normaliseText } from '../../text/index.ts';
import { governingVerbs } from './governing-verbs.ts';
import type { Spoken } from './spoken-clauses.ts';

/** A word that stands with the topic. */
export interface TopicCollocation {
  /** The two words, the verb or modifier first. One of them is the topic's last or first word, or holds the topic. */
  left: string;
  right: string;
  /** The commonest way it stands there, from the one word to the other: 夯实组织基础. */
  text: string;
  /** How often, and in how many speeches. */
  count: number;
  speeches: number;
  /** logDice of the two words, 14 at most. */
  score: number;
  /** Where it stands, in the order of the speeches: of what is very frequent a part. */
  places: CollocationPlace[];
}

/** What stands with a topic, best first. */
export interface TopicCollocations {
  /** Verbs that govern it: 培养 人才. */
  verbs: TopicCollocation[];
  /** What it governs, where it is a verb itself: 夯实 基础. */
  objects: TopicCollocation[];
  /** Modifiers before it: 高层次 人才. */
  modifiers: TopicCollocation[];
  /** What it modifies: 人才 队伍. */
  heads: TopicCollocation[];
}

/** Items of each group. */
const MOST = 20;

/**
 * What the corpus puts with the words of a topic: one word (人才) or several (人才工作). `speeches` are those that the table
 * was learned from, in the same order.
 */
export function topicCollocations(
  table: CollocationTable,
  speeches: readonly Spoken[],
  topic: string,
): TopicCollocations {
  const wanted = normaliseText(topic).replace(/[^\p{L}\p{N}]/gu, '');
  const ask: Ask = { table, speeches, wanted };
  // A single character that is no word of its own (的) is about nothing, and stands everywhere.
  const isNothing = wanted.length < 2 && table.classOf(wanted) === undefined;
  if (isNothing) return { verbs: [], objects: [], modifiers: [], heads: [] };
  return {
    verbs: best(distinct([...about(ask, 'verb-object', 'right'), ...governing(ask)])),
    objects: isVerb(ask) ? best(folded(about(ask, 'verb-object', 'left'))) : [],
    modifiers: best(about(ask, 'modifier-head', 'right')),
    heads: best(about(ask, 'modifier-head', 'left')),
  };
}

interface Ask {
  table: CollocationTable;
  speeches: readonly Spoken[];
  wanted: string;
}

const isVerb = ({ table, wanted }: Ask): boolean => /^[vw]$/.test(table.classOf(wanted) ?? '');

/** Pairs with the topic on one side: the word itself, or of several words the one that stands at that side's edge. */
function about(ask: Ask, relation: Relation, side: Side): TopicCollocation[] {
  const { table, wanted } = ask;
  const exact = table.pairs(relation, side, wanted);
  if (exact.length > 0) return exact.map((pair) => toItem(ask, pair));
  const words = cutWords(wanted);
  // A verb's object ends with the topic's last word; what stands before a topic is before its first.
  const edge = relation === 'modifier-head' && side === 'right' ? words.at(0) : words.at(-1);
  if (edge === undefined || words.length < 2) return [];
  return table.pairs(relation, side, edge).flatMap((pair) => narrowed(ask, pair, edge));
}

/** Verbs whose object is about the topic: 加强 人才 队伍 建设. */
function governing({ table, speeches, wanted }: Ask): TopicCollocation[] {
  return governingVerbs(table, speeches, wanted).map(({ verb, object, places }) => ({
    left: verb,
    right: object,
    text: commonest(textsAt(speeches, places)),
    count: places.length,
    speeches: new Set(places.map(({ speech }) => speech)).size,
    score: table.pair('verb-object', 'left', verb, object)?.score ?? 0,
    places,
  }));
}

/** The pair where the topic itself stands there, not only one word of it; its places are the topic's too. */
function narrowed(ask: Ask, pair: Collocation, edge: string): TopicCollocation[] {
  const around = pair.relation === 'modifier-head' ? Math.max(0, ask.wanted.length - edge.length) : 0;
  const places = pair.places.flatMap((place) => {
    const from = Math.max(0, place.start - around);
    const text = (ask.speeches[place.speech]?.text ?? '').slice(from, place.end + around);
    const at = normaliseText(text).indexOf(ask.wanted);
    if (at === -1) return [];
    const { start, end } = place;
    // Where normalising moved what follows, the two words are shown alone.
    if (!text.startsWith(ask.wanted, at)) return [place];
    return [{ ...place, start: Math.min(start, from + at), end: Math.max(end, from + at + ask.wanted.length) }];
  });
  if (places.length === 0) return [];
  const speeches = new Set(places.map(({ speech }) => speech)).size;
  return [toItem(ask, { ...pair, places, count: places.length, speeches })];
}

function toItem(
  { speeches }: Ask,
  { left, right, count, speeches: spread, score, places }: Collocation,
): TopicCollocation {
  return { left, right, text: commonest(textsAt(speeches, places)), count, speeches: spread, score, places };
}

/** From this share of the whole on, a longer object is what is meant by the shorter. */
const MOSTLY = 0.6;

/** 推进 体制改革 beside 推进 改革: the longer object alone where it is nearly all of the shorter, else the shorter alone. */
function folded(items: readonly TopicCollocation[]): TopicCollocation[] {
  const isPart = (long: TopicCollocation, short: TopicCollocation): boolean =>
    long !== short && long.left === short.left && long.right.endsWith(short.right);
  return items.filter((item) => {
    const longer = items.some((other) => isPart(other, item) && other.count >= MOSTLY * item.count);
    const shorter = items.some((other) => isPart(item, other) && item.count < MOSTLY * other.count);
    return !longer && !shorter;
  });
}

const textsAt = (speeches: readonly Spoken[], places: readonly CollocationPlace[]): string[] =>
  places.map(({ speech, start, end }) => (speeches[speech]?.text ?? '').slice(start, end));

/** Of two that are shown alike the first. */
const distinct = (items: readonly TopicCollocation[]): TopicCollocation[] => [
  ...new Map([...items].reverse().map((item) => [item.text, item])).values(),
];

/** The most frequent, of several the shortest. */
function commonest(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const ranked = [...counts].sort(([a, x], [b, y]) => y - x || a.length - b.length);
  return ranked[0]?.[0] ?? '';
}

/** What is typical and what several speeches say: one more speech twice over is worth as much as being twice as typical. */
function best(items: readonly TopicCollocation[]): TopicCollocation[] {
  const value = ({ score, speeches, count }: TopicCollocation): number =>
    score + Math.log2(speeches) + Math.log2(count) / 2;
  return [...items].sort((a, b) => value(b) - value(a) || (a.text < b.text ? -1 : 1)).slice(0, MOST);
}
