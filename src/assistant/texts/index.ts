/** texts/: the one catalogue of what people read, in Chinese and English; and errors and citations put into words. */
import type { Difference } from '../../drafting/index.ts';
import { type Citation, strictest, type ZhibiError } from '../../speech/index.ts';
import { en } from './en.ts';
import type { Language, Texts } from './texts.ts';
import { zh } from './zh.ts';

export {
  CHECKS,
  type Check,
  type FindingCode,
  type FindingDetails,
  type FindingWords,
  type MessageShortcut,
  type SlackFeature,
  type SlackSetting,
  type SuggestedQuestion,
} from './setup.ts';
export type { Language, SlackFault, Texts } from './texts.ts';

const CATALOGUE: Record<Language, Texts> = { zh, en };

export const textsIn = (language: Language): Texts => CATALOGUE[language];

/** A fault in words that say what to do. */
export function errorText(texts: Texts, error: ZhibiError): string {
  // The code picks the function that takes this very code's details; the compiler can't follow that through a union.
  const toText = texts.errors[error.code] as (details: typeof error.details) => string;
  return toText(error.details);
}

/**
 * Where words stand, in one line: 《讲话》（2020） › 章节 › 第 3 段. Without what may be done with them.
 *
 * @param above what the line above cites: of the same speech the title is not said again (同篇)
 */
export function placeLine(texts: Texts, citation: Citation, above?: Citation): string {
  const date = citation.date === null ? '' : `（${citation.date}）`;
  const paragraph = citation.paragraph === 0 ? texts.titleBlock : texts.paragraph(citation.paragraph);
  const speech = above?.speech === citation.speech ? texts.sameSpeech : `《${citation.title}》${date}`;
  return [speech, ...citation.path, paragraph].join(' › ');
}

/** Where words stand and what may be done with them, in one line; see {@link placeLine}. */
export const citationLine = (texts: Texts, citation: Citation, above?: Citation): string =>
  `${placeLine(texts, citation, above)} · ${rightsLine(texts, citation)}`;

/** More differences than this are no help. */
const MOST_DIFFERENCES = 8;

/** What a quote has otherwise than its source; `null` where that is nothing, or too much to be told. */
export const differencesLine = (texts: Texts, differences: readonly Difference[]): string | null =>
  differences.length === 0 || differences.length > MOST_DIFFERENCES ? null : texts.differences(differences);

/** What may be done with words: the restriction and the document's own notice. */
export function rightsLine(texts: Texts, citation: Citation): string {
  if (citation.rights.length === 0) return texts.restrictions.none;
  const notices = citation.rights.map((notice) => notice.text).join(' ');
  return `${texts.restrictions[strictest(citation.rights)]}（${notices}）`;
}
