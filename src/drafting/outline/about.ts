import type { PassageHit } from '../../indexing/index.ts';
import { type Speech, walkSections } from '../../speech/index.ts';
import { normaliseDocumentText } from '../../text/index.ts';
import type { Word } from '../question/index.ts';
import { shareIn, type Topic } from './topic.ts';

/** A speech that says a word in this share of its passages is about it, whatever its headings say. 0..1. */
const THROUGHOUT = 0.25;

/**
 * How far a speech is about a topic, 0..1: each word counts by its weight, whole where title or a heading names it, else
 * by the share of the passages that say it. A word in passing makes no speech one on the matter.
 */
export function aboutness(speech: Speech, hits: readonly PassageHit[], { words }: Topic): number {
  const named = namesOf(speech);
  const said = new Map<string, number>();
  for (const { matched } of hits) for (const term of matched) said.set(term, (said.get(term) ?? 0) + 1);
  const enough = Math.max(1, speech.passages.length * THROUGHOUT);
  const strength = (term: string): number => (named.includes(term) ? 1 : Math.min(1, (said.get(term) ?? 0) / enough));
  const all = words.reduce((sum, { weight }) => sum + weight, 0);
  const held = words.reduce((sum, word) => sum + word.weight * strengthOf(word, strength), 0);
  return all === 0 ? 0 : held / all;
}

/** A speech is about a topic from here on. 0..1. */
export const LEAST_ABOUT = 0.5;

/** A title names a topic if it has so much of it. 0..1. */
const IN_TITLE = 0.6;
/** A speech of fewer characters has one subject; a longer one speaks of many, and a heading on one of them is a part of it. */
const ONE_SUBJECT = 8_000;

/** Whether a speech that is about a topic is about nothing else: short, or named after it. */
export const isDevotedTo = (speech: Speech, topic: Pick<Topic, 'words'>): boolean =>
  speech.text.length <= ONE_SUBJECT || shareIn(topic, normaliseDocumentText(speech.title)) >= IN_TITLE;

/** A word of which only parts are there counts by the share of its characters that they make up. */
function strengthOf({ term, parts }: Word, strength: (term: string) => number): number {
  const inParts = parts.reduce((sum, part) => sum + (strength(part) * part.length) / term.length, 0);
  return Math.max(strength(term), Math.min(1, inParts));
}

const known = new WeakMap<Speech, string>();

/** Title and headings in the form that is compared. Made once a speech. */
function namesOf(speech: Speech): string {
  const made = known.get(speech) ?? normaliseDocumentText([speech.title, ...headingsOf(speech)].join('\n'));
  known.set(speech, made);
  return made;
}

const headingsOf = ({ sections }: Speech): string[] =>
  [...walkSections(sections)].filter(({ section }) => section.kind === 'heading').map(({ section }) => section.heading);
