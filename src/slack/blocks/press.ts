import { PHRASE_KINDS, type PhraseKind } from '../../drafting/index.ts';

/**
 * What a button, an entry of a menu or a row of a list does. It keeps ids alone, never words of a document or of a
 * person, so that it works after a restart and can tell that what it names has gone.
 */
export type Press =
  | { verb: PassageVerb; passage: string }
  | { verb: 'phrasing'; section: string }
  | { verb: QuestionVerb; question: string }
  | { verb: 'page'; question: string; page: number }
  | { verb: 'kind'; question: string; kind: PhraseKind }
  | { verb: SkeletonVerb; sections: readonly GivenSection[] }
  | { verb: 'trace'; file: string }
  | { verb: 'example'; number: number };

type QuestionVerb = 'share-answer' | 'as-words';
type PassageVerb = 'unfold' | 'similar' | 'skeleton' | 'share';
type SkeletonVerb = 'alternatives' | 'share-skeleton';

export type Verb = Press['verb'];

/** A section of a composed skeleton, with the ids of what could stand in its place. */
export interface GivenSection {
  id: string;
  alternatives: readonly string[];
}

/** Characters of a button's value (docs.slack.dev/reference/block-kit/block-elements/button-element). */
export const LONGEST_VALUE = 2000;

/** Every action of ours has an id that begins so; what follows makes it the only one of its block. */
export const ACTION = 'draft_';

/** What a button keeps: the verb, a colon, ids. */
export const pack = (press: Press): string => `${press.verb}:${idsOf(press)}`;

function idsOf(press: Press): string {
  switch (press.verb) {
    case 'unfold':
    case 'similar':
    case 'skeleton':
    case 'share':
      return press.passage;
    case 'phrasing':
      return press.section;
    case 'share-answer':
    case 'as-words':
      return press.question;
    case 'page':
      return `${press.question}~${press.page}`;
    case 'kind':
      return `${press.question}~${press.kind}`;
    case 'alternatives':
    case 'share-skeleton':
      return press.sections.map(({ id, alternatives }) => [id, ...alternatives].join('~')).join(',');
    case 'trace':
      return press.file;
    case 'example':
      return `${press.number}`;
  }
}

/** Reads what a button kept; `null` of anything else. */
export function unpack(value: string): Press | null {
  const [, verb = '', kept = ''] = /^([a-z-]+):(.*)$/s.exec(value) ?? [];
  return value.length <= LONGEST_VALUE && isVerb(verb) ? READERS[verb](kept) : null;
}

type Reader = (kept: string) => Press | null;

const ID = /^[\w.-]{1,200}$/;
const NUMBER = /^\d{1,4}$/;

const aboutPassage =
  (verb: PassageVerb): Reader =>
  (passage) =>
    ID.test(passage) ? { verb, passage } : null;

const aboutQuestion =
  (verb: QuestionVerb): Reader =>
  (question) =>
    ID.test(question) ? { verb, question } : null;

const aboutSkeleton =
  (verb: SkeletonVerb): Reader =>
  (kept) => {
    const sections = kept.split(',').map((packed) => {
      const [id = '', ...alternatives] = packed.split('~');
      return { id, alternatives };
    });
    const isWhole = sections.every(({ id, alternatives }) => [id, ...alternatives].every((part) => ID.test(part)));
    return isWhole ? { verb, sections } : null;
  };

const READERS: Readonly<Record<Verb, Reader>> = {
  unfold: aboutPassage('unfold'),
  similar: aboutPassage('similar'),
  skeleton: aboutPassage('skeleton'),
  share: aboutPassage('share'),
  phrasing: (section) => (ID.test(section) ? { verb: 'phrasing', section } : null),
  'share-answer': aboutQuestion('share-answer'),
  'as-words': aboutQuestion('as-words'),
  trace: (file) => (ID.test(file) ? { verb: 'trace', file } : null),
  alternatives: aboutSkeleton('alternatives'),
  'share-skeleton': aboutSkeleton('share-skeleton'),
  page: (kept) => {
    const [question = '', page = ''] = kept.split('~');
    return ID.test(question) && NUMBER.test(page) ? { verb: 'page', question, page: Number(page) } : null;
  },
  kind: (kept) => {
    const [question = '', name] = kept.split('~');
    const kind = PHRASE_KINDS.find((known) => known === name);
    return ID.test(question) && kind !== undefined ? { verb: 'kind', question, kind } : null;
  },
  example: (kept) => (NUMBER.test(kept) ? { verb: 'example', number: Number(kept) } : null),
};

const isVerb = (word: string): word is Verb => Object.hasOwn(READERS, word);
