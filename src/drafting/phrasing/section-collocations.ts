import type { PhraseGroup } from '../answer.ts';
import type { Asked, Place } from './asked.ts';
import { parseClause } from './clause-parse.ts';
import { groupOf, itemAt } from './item.ts';
import type { InSpeech } from './section-part.ts';
import { clausesIn, type SpokenClause } from './spoken-clauses.ts';
import type { Topic } from './topic/index.ts';

/** Clauses that are read, evenly from all: some 10 µs each. */
const MOST_CLAUSES = 1_500;
/** What stands once and names nothing of the topic is chance. */
const LEAST = 2;

interface Pair {
  verb: string;
  object: string;
  places: Place[];
}

/**
 * Verbs with what they govern in some sections: read from their clauses, as what is kept of collocations has a few places
 * of each pair alone.
 */
export function sectionCollocationsGroup(asked: Asked, sections: readonly InSpeech[], topic: Topic): PhraseGroup {
  const { collocations } = asked.index;
  const isNamed = ({ verb, object }: Pair): boolean =>
    topic.words.some(({ text }) => verb.includes(text) || object.includes(text));
  const scored = pairsIn(asked, sections)
    .filter((pair) => pair.places.length >= LEAST || isNamed(pair))
    .map((pair) => ({
      ...pair,
      speeches: new Set(pair.places.map(({ speech }) => speech)).size,
      score: collocations.pair('verb-object', 'left', pair.verb, pair.object)?.score ?? 0,
    }));
  scored.sort((a, b) => b.speeches - a.speeches || b.places.length - a.places.length || b.score - a.score);
  return groupOf(
    asked,
    'collocations',
    scored.map(({ verb, object, places, score }) =>
      itemAt(asked, places, { text: `${verb} ${object}`, score: Math.round(score * 100) / 100 }),
    ),
  );
}

function pairsIn({ index }: Asked, sections: readonly InSpeech[]): Pair[] {
  const numbers = new Map(index.speeches.map((speech, i) => [speech, i]));
  const clauses = sections.flatMap(({ speech, section }) =>
    [...clausesIn(speech, section)].map((clause) => ({ speech: numbers.get(speech) ?? -1, clause })),
  );
  const found = new Map<string, Pair>();
  for (const { speech, clause } of evenly(clauses)) {
    for (const { verb, object, start, end } of parseClause(index.collocations, clause.text).governed) {
      const pair = found.get(`${verb} ${object}`) ?? { verb, object, places: [] };
      pair.places.push({ speech, ...clause.original(start, end) });
      found.set(`${verb} ${object}`, pair);
    }
  }
  return [...found.values()];
}

function evenly<C extends { clause: SpokenClause }>(clauses: readonly C[]): C[] {
  const step = Math.max(1, clauses.length / MOST_CLAUSES);
  return clauses.filter((_, i) => Math.floor(i / step) > Math.floor((i - 1) / step));
}
