import type { CharacterIndex } from '../../../indexing/index.ts';
import { type Span, type Speech, wordsAt } from '../../../speech/index.ts';
import { gather } from './gather.ts';
import type { Group } from './groups.ts';
import { type Kwic, kwicOf } from './kwic.ts';
import { takenBy } from './matcher.ts';
import type { Part } from './pattern.ts';
import { questFor, type TooCommon, tooCommon } from './quest.ts';
import { readPattern, type SynonymsOf } from './read-pattern.ts';
import { SpeechWalk } from './speech-walk.ts';

/** What is asked: speeches and their characters. A `SpeechIndex` is one. */
export interface Characters {
  speeches: readonly Speech[];
  characters: CharacterIndex;
}

export interface ConcordanceOptions {
  /** Which speeches are looked at; all where it is not given. */
  filter?: (speech: Speech) => boolean;
  /** Characters shown on each side of a match. */
  context: number;
  /** How many fillings are told. */
  limit: number;
  /** How many examples of each. */
  examples: number;
  synonymsOf?: SynonymsOf;
}

/** Matches that say the same words. */
export interface Filling {
  /** What wildcards and alternatives took, in the order of the pattern, as the first example has it. */
  taken: string[];
  /** The whole words of the first example; those of several parts with … between. */
  words: string;
  count: number;
  /** In how many speeches. */
  speeches: number;
  /** The first in the order of the corpus. */
  examples: [Kwic, ...Kwic[]];
}

export interface Concordance {
  kind: 'concordance';
  pattern: string;
  /** Matches in all; of a pattern of several parts, sentences. */
  count: number;
  speeches: number;
  /** How many fillings there are, those that are not told included. */
  distinct: number;
  /** In most speeches first, then most often, shortest, first in the corpus. Words alone have one: themselves. */
  fillings: Filling[];
  /** For one run of words that is not too frequent: the clauses that it stands in, told like fillings; else empty. */
  clauses: Filling[];
}

/**
 * How the corpus fills a pattern: see {@link Pattern} for what may be typed and what matches.
 *
 * @throws ZhibiError `query-empty`, `query-too-long`, `pattern-invalid`
 */
export function concordance(asked: Characters, typed: string, options: ConcordanceOptions): Concordance | TooCommon {
  const pattern = readPattern(typed, options.synonymsOf);
  const walk = new SpeechWalk(asked, options.filter);
  const quest = questFor(asked.characters, pattern, walk);
  if (quest.kind === 'too-common') return quest;
  const { count, speeches, fillings, clauses } = gather(asked.characters, quest, walk, options.examples);
  if (quest.effort.isSpent) return tooCommon(asked.characters, pattern, quest.anchor, quest.places.length);
  const told = (groups: readonly Group[], parts: readonly Part[]): Filling[] =>
    groups.map((group) => fillingOf(asked, parts, group, options.context));
  return {
    kind: 'concordance',
    pattern: typed,
    count,
    speeches,
    distinct: fillings.size,
    fillings: told(fillings.top(options.limit), pattern.parts),
    clauses: told(clauses.top(options.limit), []),
  };
}

function fillingOf(asked: Characters, parts: readonly Part[], group: Group, context: number): Filling {
  const { speeches, characters: index } = asked;
  const speechOf = (place: number): Speech => {
    const speech = speeches[index.speechAt(place)];
    if (speech === undefined) throw new RangeError('the characters are of other speeches');
    return speech;
  };
  const words = ({ start, end }: Span): string =>
    end > start ? wordsAt(speechOf(start), index.originalSpan(start, end)) : '';
  const [first, ...others] = group.examples;
  return {
    taken: parts.flatMap((part, i) => takenBy(index, part, first.shown[i]?.start ?? first.start)).map(words),
    words: first.shown.map(words).join('…'),
    count: group.count,
    speeches: group.speeches,
    examples: [
      kwicOf(index, speechOf(first.start), first, context),
      ...others.map((match) => kwicOf(index, speechOf(match.start), match, context)),
    ],
  };
}
