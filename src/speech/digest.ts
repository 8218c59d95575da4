import type { Evidence } from './evidence.ts';
import type { RightsNotice } from './rights.ts';
import type { Section } from './section.ts';
import { type Speech, type Warning, wordsAt } from './speech.ts';

/** A document in short, as it is told of one that is not kept: small however long the document is, but for its words. */
export interface Digest
  extends Pick<
    Speech,
    'title' | 'genre' | 'genreEvidence' | 'level' | 'levelEvidence' | 'date' | 'occasion' | 'speaker'
  > {
  /** The first of its notices. */
  rights: RightsNotice[];
  /** The first of its headings, parents before children, with how deep they stand: 0 or 1. Points are none. */
  headings: { words: string; depth: number }[];
  /** How many headings of those two levels it has. */
  headingCount: number;
  /** The first of its warnings. */
  warnings: Warning[];
  warningCount: number;
  passageCount: number;
  /** Places that the author left to be filled in (X市). */
  blanks: number;
  /** The words of its passages, a line each. */
  words: string;
}

/** Longer texts are cut; nobody is shown as much of one. In UTF-16 units. */
const LONGEST = 1000;
/** Of each list the first so many. */
const MOST = 100;
/** Headings are told down to this level, counted from the top of the speech. */
const DEEPEST = 2;

/** @param blanks how many places the author left to be filled in */
export function digestOf(speech: Speech, blanks: number): Digest {
  const headings = headingsIn(speech.sections, 0);
  const { date, genre, level, passages, rights, warnings } = speech;
  return {
    ...{ date, genre, level, blanks },
    title: short(speech.title),
    genreEvidence: shortEvidence(speech.genreEvidence),
    levelEvidence: shortEvidence(speech.levelEvidence),
    occasion: speech.occasion === null ? null : short(speech.occasion),
    speaker: speech.speaker === null ? null : short(speech.speaker),
    rights: rights.slice(0, MOST).map((notice) => ({ ...notice, text: short(notice.text) })),
    headings: headings.slice(0, MOST).map(({ words, depth }) => ({ words: short(words), depth })),
    headingCount: headings.length,
    warnings: warnings.slice(0, MOST).map((warning) => ({
      ...warning,
      details: Object.fromEntries(Object.entries(warning.details).map(([name, value]) => [name, short(value)])),
    })),
    warningCount: warnings.length,
    passageCount: passages.length,
    words: passages.map((passage) => wordsAt(speech, passage)).join('\n'),
  };
}

/** Without half a character at its end. */
const short = (text: string): string =>
  text.length <= LONGEST ? text : text.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '');

const shortEvidence = (evidence: Evidence | null): Evidence | null =>
  evidence === null ? null : { ...evidence, words: short(evidence.words) };

function headingsIn(sections: readonly Section[], depth: number): Digest['headings'] {
  if (depth >= DEEPEST) return [];
  return sections
    .filter(({ kind }) => kind === 'heading')
    .flatMap(({ heading, marker, sections: below }) => [
      { words: marker + heading, depth },
      ...headingsIn(below, depth + 1),
    ]);
}
