import { seededRandom } from '../statistics.ts';
import { type Passage, termsOf } from './collection.ts';

export const KINDS = ['1 word', '2 words', '4 words', 'common words', 'sentence'] as const;
export type Kind = (typeof KINDS)[number];

/** Questions of each kind, by their terms. */
export type Questions = Readonly<Record<Kind, readonly (readonly string[])[]>>;

/** A sentence that is asked has between so many UTF-16 units. */
const SENTENCE = [15, 60] as const;
/** Common words are two of so many that stand in the most passages. */
const COMMON = 30;

type Random = () => number;
/** Null where a passage has no such question. */
type Draw = (passage: Passage, random: Random) => readonly string[] | null;

/** A word has two characters or more. */
const isWord = (term: string): boolean => term.length > 1;

const distinctTerms = (joined: string): string[] => [...new Set(joined.split(' '))];

function take(from: readonly string[], count: number, random: Random): string[] {
  const left = [...from];
  return Array.from({ length: count }, () => left.splice(Math.floor(random() * left.length), 1)).flat();
}

/** Different words of one passage. */
const words =
  (count: number): Draw =>
  (passage, random) => {
    const all = distinctTerms(termsOf(passage)).filter(isWord);
    return all.length < count ? null : take(all, count, random);
  };

/** The terms of a sentence of a passage. */
const sentence: Draw = (passage, random) => {
  const [least, most] = SENTENCE;
  const all = passage.filter(({ length, terms }) => length >= least && length <= most && terms !== '');
  const one = all[Math.floor(random() * all.length)];
  return one === undefined ? null : distinctTerms(one.terms);
};

function commonest(passages: readonly Passage[]): string[] {
  const holders = new Map<string, number>();
  for (const passage of passages)
    for (const term of distinctTerms(termsOf(passage)).filter(isWord)) holders.set(term, (holders.get(term) ?? 0) + 1);
  return [...holders]
    .sort(([, a], [, b]) => b - a)
    .slice(0, COMMON)
    .map(([term]) => term);
}

/** Draws so many questions of each kind from passages. The same seed draws the same. */
export function drawQuestions(passages: readonly Passage[], count: number, seed: number): Questions {
  const common = commonest(passages);
  const all = (draw: Draw): (readonly string[])[] => {
    const random = seededRandom(seed);
    const drawn: (readonly string[])[] = [];
    while (drawn.length < count) {
      const question = draw(passages[Math.floor(random() * passages.length)] ?? [], random);
      if (question !== null) drawn.push(question);
    }
    return drawn;
  };
  return {
    '1 word': all(words(1)),
    '2 words': all(words(2)),
    '4 words': all(words(4)),
    'common words': all((_, random) => take(common, 2, random)),
    sentence: all(sentence),
  };
}
