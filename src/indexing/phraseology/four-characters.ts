import { type Span, wordsAt } from '../../speech/index.ts';
import { loadSegmenter } from '../../text/index.ts';
import { byUse, gather, type Item, type Place, spreadOf } from './item.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { ClauseWords, CorpusWords, SpeechWords } from './words.ts';

/**
 * A phrase of four characters (四字格) that stands as a clause of its own or between 、: 凝心聚力, 信念坚定, 夯实基础. Terms are
 * none (人民群众, 经济建设, 先进文化): what ends on a noun must begin with a verb.
 */
export type FourCharacterPhrase = Item<'four characters'>;

const LENGTH = 4;
/** A phrase that stands once is kept if one stands beside it: rhythm tells that it was meant as one. */
const FEWEST = 2;
const HAN = /^\p{Script=Han}{4}$/u;
const QUOTATION_MARKS = /^[“‘「]|[”’」]$/g;

/** Every phrase of four characters, those of most speeches first. */
export function learnFourCharacterPhrases(corpus: CorpusWords): FourCharacterPhrase[] {
  const places = new Map<string, Place[]>();
  const rhythmic = new Set<string>();
  for (const speech of corpus.speeches) {
    for (const { span, text, hasNeighbour } of unitsOf(speech, corpus.vocabulary)) {
      gather(places, text, { speech: speech.speech, ...span });
      if (hasNeighbour) rhythmic.add(text);
    }
  }
  const known = { vocabulary: corpus.vocabulary, nominal: nominalVerbs(corpus) };
  return [...places]
    .filter(([text, spans]) => (spans.length >= FEWEST || rhythmic.has(text)) && isPhrase(text, known))
    .map(([text, spans]) => ({ kind: 'four characters' as const, text, spans, speeches: spreadOf(spans) }))
    .sort(byUse);
}

/**
 * Clauses of four characters, quotation marks left out, and whether the clause beside them is one too. Beside 、 a lone one is
 * a piece of something longer (保护水库、河道长年清洁).
 */
function unitsOf(speech: SpeechWords, vocabulary: Vocabulary): { span: Span; text: string; hasNeighbour: boolean }[] {
  const beginsWithVerb = (clause: ClauseWords): boolean =>
    BEGINS_AS_VERB.test(vocabulary.tag(speech.words[clause.from] ?? -1));
  const units = speech.clauses.map((clause) => ({
    at: fourCharacters(speech, clause),
    mark: clause.mark,
    isVerbal: beginsWithVerb(clause),
  }));
  return units.flatMap(({ at, mark, isVerbal }, i) => {
    if (at === null) return [];
    const [last, next] = [units[i - 1], units[i + 1]];
    const before = mark !== '' && last?.at != null;
    const behind = next?.at != null && next.mark !== '';
    const isPiece = (mark.includes('、') && !before) || (next?.mark.includes('、') === true && !behind);
    // Of 确保能源、粮食安全 the verb governs what follows as well.
    const isHead = next?.mark.includes('、') === true && isVerbal && !next.isVerbal;
    return isPiece || isHead ? [] : [{ ...at, hasNeighbour: before || behind }];
  });
}

function fourCharacters({ source }: SpeechWords, clause: Span): { span: Span; text: string } | null {
  if (clause.end - clause.start > LENGTH + 2) return null;
  const words = wordsAt(source, clause);
  const text = words.replace(QUOTATION_MARKS, '');
  if (!HAN.test(text)) return null;
  const start = clause.start + words.indexOf(text);
  return { span: { start, end: start + LENGTH }, text };
}

const BEGINS_AS_VERB = /^(v$|vd|vq|vg|ad|d|i|l)/;
const NOUN = /^(n|vn|an|j|s|t|b|q|f|zg|k|ng)/;
const VERB = /^(v$|vd|vq|ad|i|l)/;
const NO_BEGINNING = /^(r|m|t|ns|nt|nr|p|c)/;
/** What a phrase of four characters is seldom made of: numbers, pronouns, particles, words about the speech itself. */
const OTHER = /^[一二三四五六七八九十两第从近]|[的了吗呢吧们我你他她它这那是]|^(?:应该|会议|大家|可以|必须)/;

/** Verb and object, subject and predicate, two verbs, two adjectives, fixed phrases; no terms, numbers, addresses. */
function isPhrase(text: string, { vocabulary, nominal }: { vocabulary: Vocabulary; nominal: Nominal }): boolean {
  if (OTHER.test(text)) return false;
  const segmenter = loadSegmenter();
  const tagOf = (word: string): string => {
    const number = vocabulary.numberOf(word);
    return number === undefined ? (segmenter.tags(word).at(-1) ?? 'x') : vocabulary.tag(number);
  };
  const [first, second] = [text.slice(0, 2), text.slice(2)];
  const isWhole = segmenter.isWord(text);
  if (!segmenter.isWord(first) || !segmenter.isWord(second)) return isWhole && /^[ilzvad]/.test(tagOf(text));
  const [left, right] = [tagOf(first), tagOf(second)];
  if (NO_BEGINNING.test(left)) return false;
  if (NOUN.test(right)) return VERB.test(left) && !isWhole;
  if (NOUN.test(left) && right.startsWith('v') && nominal(second)) return false;
  return /^[vailzd]/.test(right);
}

/** Whether a verb also serves as a noun here: it stands behind 的 (制度的创新) often enough. */
type Nominal = (word: string) => boolean;
const LEAST_NOMINAL = 0.04;

function nominalVerbs({ speeches, vocabulary }: CorpusWords): Nominal {
  const behindParticle = new Map<number, number>();
  const particle = vocabulary.numberOf('的');
  for (const { words } of speeches) {
    for (const [i, word] of words.entries()) {
      if (words[i - 1] === particle) behindParticle.set(word, (behindParticle.get(word) ?? 0) + 1);
    }
  }
  return (word) => {
    const number = vocabulary.numberOf(word) ?? -1;
    return (behindParticle.get(number) ?? 0) >= LEAST_NOMINAL * vocabulary.occurrences(number);
  };
}
