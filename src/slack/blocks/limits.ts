import { type Citation, RESTRICTIONS } from '../../speech/index.ts';

/**
 * What Slack allows in a message (docs.slack.dev/reference/block-kit/blocks), and what we keep to inside that. Beside
 * the documented limits Slack refuses a message whose blocks hold more than about 13,200 characters in all, counting
 * some for each block; with these figures the largest answer stays below.
 */
export const LIMITS = {
  /** Characters of a header's text. */
  header: 150,
  /** Characters of one item's own words. A passage is a paragraph; a longer one is cut where it is shown, not where it is kept. */
  item: 600,
  /** Characters of a quote's difference that are shown inside its source. */
  struck: 60,
  /** Characters of a title, of each heading on a path, of a notice: so that no long one pushes the others out. */
  title: 60,
  pathHeading: 40,
  notice: 80,
  /** Headings on a path, the innermost ones; notices of a document, the first ones. */
  pathLength: 4,
  notices: 2,
  /** Lines of a delivered and of a composed skeleton, and characters of a line. */
  skeletonLines: 20,
  composedLines: 36,
  skeletonLine: 60,
  /** Characters of a composed skeleton. */
  composedCharacters: 6000,
  /** Sets of headings, and headings of one; alternatives to one heading. */
  sets: 2,
  setLines: 8,
  alternatives: 3,
  /** Items of each kind of phrasing, of each of many, and of one kind by itself; characters of an item, of its context, of all items. */
  phrasings: 3,
  phrasingsOfMany: 2,
  fewKinds: 6,
  phrasingsOfOneKind: 25,
  phrasing: 160,
  context: 40,
  phrasingCharacters: 9500,
  /** Buttons in a row, rows of a list. */
  buttons: 25,
  options: 100,
  /** Characters of a quote that was looked up. */
  quote: 200,
  /** Characters of a sentence of our own below an answer. */
  note: 600,
  /** A place: characters of the passage, of the rest of its paragraph on each side, of each paragraph beside it, of all notices. */
  placed: 2800,
  rest: 800,
  beside: 500,
  besides: 4,
  allNotices: 1500,
  /** A table of traced sentences: rows, characters of a cell's words and of all cells. */
  rows: 60,
  cell: 60,
  cells: 9000,
  /** Lines of the Home tab's lists, and years that stand by themselves. */
  fresh: 10,
  years: 9,
  /** Headings and doubts of a file. */
  headings: 40,
  doubts: 10,
  /** Characters of a button's label, of what can be copied. */
  label: 75,
  copy: 3000,
  /** Characters of the message's top-level text, which screen readers and notifications use. Slack recommends 4,000. */
  fallback: 3000,
  /** Characters of a paragraph beside the one that is told. */
  fallbackParagraph: 100,
} as const;

/** Text cut to a length, with an ellipsis where something was cut. Never splits a surrogate pair. */
export function clip(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1);
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/** A citation short enough to be shown: every part of it is kept, the long ones cut. */
export const clipCitation = (citation: Citation): Citation => ({
  ...citation,
  title: clip(citation.title, LIMITS.title),
  path: citation.path.slice(-LIMITS.pathLength).map((heading) => clip(heading, LIMITS.pathHeading)),
  rights: citation.rights
    .toSorted((a, b) => RESTRICTIONS.indexOf(b.restriction) - RESTRICTIONS.indexOf(a.restriction))
    .slice(0, LIMITS.notices)
    .map((notice) => ({ ...notice, text: clip(notice.text, LIMITS.notice) })),
});
