import type { KnownBlock } from '@slack/types';
import { differencesLine, type Texts } from '../../assistant/index.ts';
import type { Difference, NothingFound, PassagesAnswer, SourceMatch, SourcesAnswer } from '../../drafting/index.ts';
import { hasPages, passageButtons } from './answer-buttons.ts';
import { differing, layOut } from './differences.ts';
import type { Drawing } from './drawing.ts';
import { citationContext, citationLine, context, header, markedWords, richText, section, words } from './elements.ts';
import { clip, LIMITS } from './limits.ts';
import { withinRoom } from './room.ts';

/** A page of passages, numbered on from the page before. */
export function passagesBlocks(texts: Texts, answer: PassagesAnswer, drawing: Drawing): KnownBlock[] {
  const before = shownBefore(drawing);
  const { blocks, left } = withinRoom(answer.hits, (hit, i): KnownBlock[] => [
    richText(
      section([words(`${before + i + 1}  `, { bold: true }), ...markedWords(hit.snippet, hit.marks, LIMITS.item)]),
    ),
    citationContext(texts, hit.citation, hit.alsoIn.length > 0 ? texts.alsoIn(hit.alsoIn.length) : undefined),
    ...passageButtons(texts, hit, drawing),
  ]);
  // The button that turns the page says it too.
  const isTold = answer.more > 0 && hasPages(drawing);
  const more = isTold ? [] : moreLines(texts, answer, drawing, left).map(context);
  const corrected = answer.corrections.map(({ typed, read }) => texts.corrected(typed, read));
  return [
    header(passagesHeading(texts, answer)),
    ...missingLines(texts, answer).map(context),
    ...(corrected.length > 0 ? [context(corrected.join(' · '))] : []),
    ...blocks,
    ...more,
  ];
}

/** The same in words. */
export const passagesLines = (texts: Texts, answer: PassagesAnswer, drawing: Drawing): string[] => [
  passagesHeading(texts, answer),
  ...missingLines(texts, answer),
  ...answer.corrections.map(({ typed, read }) => texts.corrected(typed, read)),
  ...answer.hits.map(({ snippet, citation }, i) => {
    const number = shownBefore(drawing) + i + 1;
    return `${number}. ${clip(snippet, LIMITS.item)}\n${citationLine(texts, citation)}`;
  }),
  ...moreLines(texts, answer, drawing),
];

const missingLines = (texts: Texts, { missing = [] }: PassagesAnswer): string[] =>
  missing.length === 0 ? [] : [clip(texts.missing(missing), LIMITS.item)];

/** Passages like one that was named answer no words. */
const passagesHeading = ({ headings }: Texts, { query }: PassagesAnswer): string =>
  query === '' ? headings.similar : headings.passages(query);

/** What follows; of a page that is no longer there, that nothing does. */
function moreLines(texts: Texts, { hits, more }: PassagesAnswer, drawing: Drawing, left = 0): string[] {
  if (hits.length > 0) return more + left > 0 ? [texts.more(more + left)] : [];
  return more === 0 && shownBefore(drawing) > 0 ? [texts.followUpProblem({ problem: 'no-more' })] : [];
}

/** How many are on the pages before. */
const shownBefore = ({ request }: Drawing): number => (request?.kind === 'find' ? (request.skip ?? 0) : 0);

export function sourcesBlocks(texts: Texts, answer: SourcesAnswer): KnownBlock[] {
  const { blocks, left } = withinRoom(answer.matches, (match) => [
    ...matchBlocks(texts, answer.quote, match),
    citationContext(texts, match.citation),
  ]);
  return [
    header(texts.headings.sources),
    context(quotedLine(answer.quote)),
    ...blocks,
    ...(left > 0 ? [context(texts.more(left))] : []),
    ...unmatchedLines(texts, answer).map(context),
  ];
}

/** Which words of a quote nothing was found for. */
export const unmatchedLines = (texts: Texts, { unmatched = [] }: SourcesAnswer): string[] =>
  unmatched.length === 0 ? [] : [clip(texts.unmatched(unmatched), LIMITS.item)];

/** The words that were looked up. */
export const quotedLine = (quote: string): string => `「${clip(quote, LIMITS.quote)}」`;

/**
 * The source's words, with what the quote has otherwise struck through before them. Where that can't be placed, or not all
 * of it has room, a line says it.
 */
function matchBlocks(texts: Texts, quote: string, match: SourceMatch): KnownBlock[] {
  const { text, differences } = match;
  const label = words(`${texts.match(match)}  `, { bold: true });
  const pieces = text.length <= LIMITS.item ? layOut(match.part ?? quote, text, differences) : null;
  const hasRoom = differences.every((difference) => difference.quote.length <= LIMITS.struck);
  if (pieces !== null && hasRoom) return [richText(section([label, ...differing(pieces)]))];
  return [richText(section([label, words(clip(text, LIMITS.item))])), ...differenceContext(texts, differences)];
}

function differenceContext(texts: Texts, differences: readonly Difference[]): KnownBlock[] {
  const line = differencesLine(texts, differences);
  return line === null ? [] : [context(clip(line, LIMITS.item))];
}

export function nothingBlocks(texts: Texts, answer: NothingFound): KnownBlock[] {
  const [line = '', ...others] = nothingLines(texts, answer);
  return [richText(section([words(line)])), ...others.map(context)];
}

/** That nothing was found, what was looked for, and what to try. */
export function nothingLines(texts: Texts, answer: NothingFound): string[] {
  const { asked, everywhere, gone, lookedFor, nearest, query, tooCommon } = answer;
  if (gone === true) return [texts.gone];
  const lines = [texts.headings.nothing[asked](clip(query, LIMITS.header / 2))];
  if (asked === 'source') lines.push(quotedLine(query));
  else if (lookedFor.length > 0) lines.push(texts.lookedFor(lookedFor));
  if (tooCommon !== undefined) lines.push(texts.tooCommon(tooCommon));
  if (everywhere !== undefined) lines.push(texts.everywhere(everywhere));
  if (nearest.length > 0) lines.push(texts.nearest(nearest));
  return query === '' ? lines : [...lines, texts.nothingAdvice];
}
