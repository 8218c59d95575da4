import type { SpeechIndex } from '../../indexing/index.ts';
import { synonyms, terms } from '../../text/index.ts';
import type { Question, Word } from '../question/index.ts';
import type { Weights } from '../weights.ts';
import type { Candidate } from './rank.ts';
import { wording } from './wording.ts';

/** A question of so few words, nearly all of them telling, is a topic: an answer has to say its words. */
const WORDS_OF_TOPIC = 4;
const MOST_WRAPPING_OF_TOPIC = 0.15;
/** From these shares of the reachable score on, passages answer in other words than those that were typed. */
const SURE_OF_TOPIC = 0.9;
const SURE = 0.7;
/** Passages that are looked at for the words of the question. */
const LOOKED_AT = 5;

/**
 * Whether the best candidate really answers. Its score is set against the most that the question's terms could bring,
 * and against what can be hoped for: people who wrap a matter in everyday words (怎么才能让…) rarely hit upon the words
 * of a speech, so the more of a question is function words, the less is asked of the rest.
 *
 * In a large corpus single characters alone reach such a score (元宇宙 in tables with many 元), so whole words are asked for
 * too, unless the score is beyond doubt: of a topic no large part may occur nowhere, and of any question one passage has to
 * say some. All weights were fitted on judged questions over corpora of two sizes: docs/retrieval.md.
 */
export function isAnswered(
  index: SpeechIndex,
  question: Question,
  candidates: readonly Candidate[],
  weights: Weights,
): boolean {
  const [best] = candidates;
  if (best === undefined) return false;
  // Nothing was typed that an answer could fall short of.
  if (question.ceiling === 0) return true;
  const share = best.score / question.ceiling;
  if (share < weights.least - weights.wrapping * question.wrapping) return false;
  if (isTopic(question) && share < SURE_OF_TOPIC && absence(index, question, candidates) >= weights.absent)
    return false;
  return share >= SURE || coverage(question, candidates) >= weights.covered;
}

const isTopic = ({ words, wrapping, wishes }: Question): boolean =>
  words.length <= WORDS_OF_TOPIC && wrapping < MOST_WRAPPING_OF_TOPIC && Object.keys(wishes).length === 0;

/**
 * The share of a question's words, by how much they tell, that occur nowhere, nor any that mean the same, 0..1. A word whose
 * characters one of the best passages has close together (修的渠 for 修渠) was cut otherwise, and does occur.
 */
function absence(index: SpeechIndex, { words }: Question, candidates: readonly Candidate[]): number {
  const texts = candidates.slice(0, LOOKED_AT).map(({ place }) => wording(place));
  const occurs = (word: string): boolean => index.documentFrequency(word) > 0;
  const isAbsent = ({ term, parts }: Word): boolean => {
    if ([term, ...parts, ...synonyms(term)].some(occurs)) return false;
    const together = new RegExp([...term].map(escaped).join('.{0,2}'), 'u');
    return !texts.some((text) => together.test(text));
  };
  return sumOfWeights(words.filter(isAbsent)) / Math.max(Number.MIN_VALUE, sumOfWeights(words));
}

const escaped = (character: string): string => character.replace(/[^\p{L}\p{N}]/u, '\\$&');

const sumOfWeights = (words: readonly Word[]): number => words.reduce((sum, { weight }) => sum + weight, 0);

/** The most of a question's words that one of the best passages says, by how much they tell, 0..1. */
function coverage({ words }: Question, candidates: readonly Candidate[]): number {
  const total = sumOfWeights(words);
  if (total === 0) return 1;
  return candidates.slice(0, LOOKED_AT).reduce((most, { place }) => {
    const text = wording(place);
    const said = words.reduce((sum, word) => sum + word.weight * shareSaid(word, text), 0);
    return Math.max(most, said / total);
  }, 0);
}

/** A synonym is nearly the word; a word inside it is half of it. */
const SYNONYM = 0.8;
const PART = 0.5;

function shareSaid({ term, parts }: Word, text: string): number {
  if (text.includes(term)) return 1;
  const says = (words: readonly string[]): boolean => words.length > 0 && words.every((word) => text.includes(word));
  if (synonyms(term).some((synonym) => text.includes(synonym) || says(terms(synonym)))) return SYNONYM;
  return parts.some((part) => part.length > 1 && text.includes(part)) ? PART : 0;
}
