import type { Vocabulary } from '../vocabulary.ts';
import type { Member } from './member.ts';
import type { Stretch } from './stretches.ts';

/** Members longer than this, in characters, are not heard as parallel. */
const LONGEST_CLAUSE = 30;
const LONGEST_SEGMENT = 60;
const FEWEST_CHARACTERS = 3;
/** Members of one length and shape that share no character must be longer than any two words. */
const FEWEST_OF_A_SHAPE = 5;
/** Figures in a row are a statistic. */
const FIGURES = /[\d%]|百分之|亿|万元/;

interface Lengths {
  shortest: number;
  longest: number;
}

/**
 * Whether neighbours that share something are heard as a parallel. Few rules, each for precision: three members that begin
 * with one word are seldom an accident, three nouns that end on one character nearly always are a list.
 */
export function isParallelClauses(stretch: Stretch, vocabulary: Vocabulary): boolean {
  const lengths = lengthsOf(stretch);
  if (lengths.shortest < FEWEST_CHARACTERS || lengths.longest > LONGEST_CLAUSE) return false;
  if (isStatistic(stretch) || !isVaried(stretch) || !isOfOneRank(stretch)) return false;
  if (isBuiltAlike(stretch, lengths) || isFramedAlike(stretch, lengths)) return true;
  return stretch.prefix === '' ? endsAlike(stretch, lengths, vocabulary) : beginsAlike(stretch, lengths, vocabulary);
}

/** Members of one length that have two characters in the same places are one mould, whatever they begin and end with. */
const FEWEST_IN_PLACE = 2;
/** Members that begin and end alike, by so many characters together, need not be of one length. */
const FEWEST_OF_A_FRAME = 3;

function isBuiltAlike({ members, suffix }: Stretch, { shortest, longest }: Lengths): boolean {
  const [first, ...others] = members.map(({ plain }) => plain);
  if (first === undefined || shortest !== longest || shortest > LONGEST_MOULD) return false;
  const inPlace = [...first].filter((character, i) => others.every((other) => other[i] === character)).length;
  // A list of nouns ends alike (政治建设、文化建设); a mould has something before its end too (劳有所得、病有所医).
  const isList = members.slice(1).some(isListed);
  return inPlace >= FEWEST_IN_PLACE && (!isList || inPlace > suffix.length);
}

/** What is longer has two characters in common by chance. */
const LONGEST_MOULD = 12;

const isFramedAlike = ({ prefix, suffix }: Stretch, { shortest, longest }: Lengths): boolean =>
  prefix !== '' && suffix !== '' && prefix.length + suffix.length >= FEWEST_OF_A_FRAME && longest <= 2 * shortest;

function beginsAlike(stretch: Stretch, { shortest, longest }: Lengths, vocabulary: Vocabulary): boolean {
  const isEven = longest - shortest <= 1;
  const isList = stretch.members.slice(1).some(isListed);
  if (stretch.prefix.length === 1) return isEven && (stretch.suffix !== '' || stretch.members.every(hasFirstOfOne));
  if (isList) return isEven;
  return isAboutOneThing(stretch, vocabulary) ? isEven : longest <= 2.5 * shortest;
}

/** Clauses about one thing begin with it (国有企业…，国有资产…；我们…，我们…); a parallel begins with what is done, or how. */
const isAboutOneThing = ({ members, suffix }: Stretch, vocabulary: Vocabulary): boolean =>
  suffix === '' &&
  /^[nrsz]/.test(vocabulary.tag(vocabulary.numberOf(members[0]?.words[0] ?? '') ?? -1)) &&
  !ALTERNATIVE.test(members[0]?.plain ?? '');

/** Pronouns that set one case beside another. */
const ALTERNATIVE = /^(有的|有些|有人|谁|哪|什么|怎|多少|这是|那是|各)/;

/** Whether all are clauses of one sentence, or all whole sentences: 保持…，保持…。保持… is neither. */
const isOfOneRank = ({ members }: Stretch): boolean =>
  new Set(members.slice(1).map(({ mark }) => /[。！？]/.test(mark))).size === 1;

function endsAlike(stretch: Stretch, { shortest, longest }: Lengths, vocabulary: Vocabulary): boolean {
  const isList = stretch.members.slice(1).some(isListed);
  if (!stretch.members.every((member) => isVerbal(member, vocabulary))) return false;
  if (stretch.suffix.length >= 2) return longest - shortest <= (isList ? 1 : 2);
  if (shortest !== longest) return false;
  return stretch.suffix !== '' || (shortest >= FEWEST_OF_A_SHAPE && isSameShape(stretch, vocabulary));
}

/**
 * The same of what stands between 。 and ；: it must begin alike, by more than a subject where sentences end (我们…。 我们…。),
 * and be of comparable length.
 */
export function isParallelSegments(stretch: Stretch, vocabulary: Vocabulary): boolean {
  const { members, prefix, suffix } = stretch;
  const { shortest, longest } = lengthsOf(stretch);
  if (prefix.length < 2 || shortest < 5 || longest > LONGEST_SEGMENT || longest > 2.5 * shortest) return false;
  if (isAboutOneThing(stretch, vocabulary)) return false;
  const isOneSentence = members.slice(1).every(({ mark }) => /^[；;]/.test(mark));
  return prefix.length + suffix.length >= (isOneSentence ? 2 : 4) && isVaried(stretch) && !isStatistic(stretch);
}

/** The same of points' leads: what is numbered is meant to be a set, so that sharing a word or a shape is enough. */
export function isParallelLeads(stretch: Stretch): boolean {
  const { shortest, longest } = lengthsOf(stretch);
  if (shortest < FEWEST_CHARACTERS || longest > LONGEST_CLAUSE || !isVaried(stretch)) return false;
  return longest - shortest <= (stretch.prefix.length + stretch.suffix.length >= 2 ? 4 : 1);
}

function lengthsOf({ members }: Stretch): Lengths {
  let [shortest, longest] = [Number.POSITIVE_INFINITY, 0];
  for (const { plain } of members) {
    shortest = Math.min(shortest, plain.length);
    longest = Math.max(longest, plain.length);
  }
  return { shortest, longest };
}

const isListed = ({ mark }: Member): boolean => /^[”’]?、[“‘]?$/.test(mark);

const isStatistic = ({ members }: Stretch): boolean => members.some(({ plain }) => FIGURES.test(plain));

/** Whether the members differ from one another, each by a character of its own at least. */
const isVaried = ({ members, prefix, suffix }: Stretch): boolean =>
  new Set(members.map(({ plain }) => plain)).size === members.length &&
  members.every(({ plain }) => plain.length > prefix.length + suffix.length);

/** One character that begins every member is shared only if it is a word: 有 in 有为, but not 人 in 人大. */
const hasFirstOfOne = ({ words }: Member): boolean => words[0]?.length === 1;

/** Whether it begins with what is done, or how: behind adverbs, prepositions and the like. */
function isVerbal({ words }: Member, vocabulary: Vocabulary): boolean {
  const first = words.map((word) => coarse(vocabulary, word)).find((tag) => tag !== 'f');
  return first === 'v' || first === 'a';
}

const isSameShape = ({ members }: Stretch, vocabulary: Vocabulary): boolean =>
  (members[0]?.words.length ?? 0) >= 2 && new Set(members.map((member) => shapeOf(member, vocabulary))).size === 1;

const shapeOf = ({ words }: Member, vocabulary: Vocabulary): string =>
  words.map((word) => coarse(vocabulary, word) + word.length).join('');

/** Coarse parts of speech: what can stand in one another's place in a parallel. */
const COARSE: readonly [RegExp, string][] = [
  [/^(vn|an)/, 'n'],
  [/^v/, 'v'],
  [/^[nijslt]/, 'n'],
  [/^a/, 'a'],
  [/^[pcdfu]/, 'f'],
];

function coarse(vocabulary: Vocabulary, word: string): string {
  const tag = vocabulary.tag(vocabulary.numberOf(word) ?? -1);
  return COARSE.find(([pattern]) => pattern.test(tag))?.[1] ?? 'x';
}
