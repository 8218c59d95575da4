import type { CharacterIndex } from '../../../indexing/index.ts';
import type { Span } from '../../../speech/index.ts';
import { Group, Groups } from './groups.ts';
import { isLiteral } from './pattern.ts';
import { type Quest, search } from './search.ts';
import type { SpeechWalk } from './speech-walk.ts';

/** All matches of a pattern, counted and grouped. */
export interface Gathered {
  count: number;
  speeches: number;
  /** By the words of the match. */
  fillings: Groups;
  /** Of words alone: by the clause that they stand in. */
  clauses: Groups;
}

/** Words that stand more often than this are not told clause by clause. */
const MOST_CLAUSES = 2000;
/** A clause is told up to this far on each side of the words. In UTF-16 units. */
const LONGEST_SIDE = 40;

/** Looks for all matches. @param examples how many are kept of each group; at least one is */
export function gather(index: CharacterIndex, quest: Quest, walk: SpeechWalk, examples: number): Gathered {
  const isOneWord = quest.pattern.parts.length === 1 && isLiteral(quest.pattern);
  return isOneWord ? gatherWord(index, quest, walk, examples) : gatherMatches(index, quest, walk, examples);
}

function gatherMatches(index: CharacterIndex, quest: Quest, walk: SpeechWalk, examples: number): Gathered {
  const fillings = new Groups(examples);
  let count = 0;
  let speeches = 0;
  let last = -1;
  search(index, quest, (start, end, shown) => {
    const speech = walk.speechAt(start);
    count++;
    if (speech !== last) speeches++;
    last = speech;
    const [only] = shown;
    const key =
      shown.length === 1 && only !== undefined
        ? index.text.slice(only.start, only.end)
        : shown.map((part) => index.text.slice(part.start, part.end)).join('…');
    fillings.add(key, speech, { start, end, shown });
  });
  return { count, speeches, fillings, clauses: new Groups(examples) };
}

/** One word has one filling; what a writer wants of it is the clauses that it stands in. */
function gatherWord(index: CharacterIndex, { anchor, places }: Quest, walk: SpeechWalk, examples: number): Gathered {
  const [word = ''] = anchor.words;
  const fillings = new Groups(examples);
  const clauses = new Groups(examples);
  const isTold = places.length <= MOST_CLAUSES;
  let group: Group | null = null;
  let free = 0;
  for (const start of places) {
    if (start < free) continue;
    const speech = walk.speechAt(start);
    free = start + word.length;
    if (group === null) group = new Group(word, speech, wordMatch(start, free));
    else if (group.examples.length < examples) group.add(speech, wordMatch(start, free), examples);
    else group.countIn(speech);
    if (!isTold) continue;
    const clause = clauseAround(index, start, free);
    clauses.add(index.text.slice(clause.start, clause.end), speech, { start, end: free, shown: [clause] });
  }
  if (group !== null) fillings.put(group);
  return { count: group?.count ?? 0, speeches: group?.speeches ?? 0, fillings, clauses };
}

const wordMatch = (start: number, end: number) => ({ start, end, shown: [{ start, end }] });

function clauseAround(index: CharacterIndex, start: number, end: number): Span {
  let from = start;
  while (from > 0 && start - from < LONGEST_SIDE && index.isInClause(from - 1)) from--;
  let to = end;
  while (to - end < LONGEST_SIDE && index.isInClause(to)) to++;
  return { start: from, end: to };
}
