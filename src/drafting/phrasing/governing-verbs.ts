import type { CollocationPlace, CollocationTable } from '../../indexing/index.ts';
import { parseClause } from './clause-parse.ts';
import { clausesWith, type Spoken } from './spoken-clauses.ts';

/** A verb and the head of its object, where the topic stands between the two or begins the object. */
export interface Governing {
  verb: string;
  object: string;
  places: CollocationPlace[];
}

/** Clauses that are read, evenly from all: some 10 µs each. */
const MOST_CLAUSES = 600;

/**
 * Verbs whose object is about a topic without being it: 加强 人才 队伍 建设 for 人才. Read from the clauses that have the topic, as
 * what is kept of collocations does not say what stood between their words.
 */
export function governingVerbs(table: CollocationTable, speeches: readonly Spoken[], wanted: string): Governing[] {
  const clauses = speeches.flatMap((speech, position) =>
    [...clausesWith(speech, [wanted])].map((clause) => ({ position, clause })),
  );
  const step = Math.max(1, clauses.length / MOST_CLAUSES);
  const found = new Map<string, Governing>();
  for (let i = 0; Math.floor(i) < clauses.length; i += step) {
    const { position, clause } = clauses[Math.floor(i)] ?? {};
    if (position === undefined || clause === undefined) continue;
    for (const { verb, object, start, end } of parseClause(table, clause.text).governed) {
      if (object === wanted || !clause.text.slice(start, end).slice(verb.length).includes(wanted)) continue;
      const place = { speech: position, ...clause.original(start, end) };
      const same = found.get(`${verb} ${object}`);
      if (same === undefined) found.set(`${verb} ${object}`, { verb, object, places: [place] });
      else same.places.push(place);
    }
  }
  return [...found.values()];
}
