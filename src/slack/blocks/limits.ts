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
  /** Sets of headings, and headings of one; alternatives to one heading. */
  sets: 2,
  setLines: 8,
  alternatives: 3,
  /** Items of each kind of phrasing, and of one kind by itself; characters of an item, of its context, of all items. */
  phrasings: 3,
  phrasingsOfOneKind: 25,
  phrasing: 160,
  context: 40,
  phrasingCharacters: 9500,
  /** Characters of a sentence of our own below an answer. */
  note: 600,
  /** Characters of the message's top-level text, which screen readers and notifications use. Slack recommends 4,000. */
  fallback: 3000,
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
