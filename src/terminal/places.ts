import type { OverviewAnswer, PlaceAnswer, TraceAnswer, TracedSentence } from '../drafting/index.ts';
import { block, markedBlock, type Page } from './page.ts';
import { heading, place, rights } from './parts.ts';

const INDENT = '    ';

/** A passage in its place: the paragraphs around it, and its own with the passage marked. */
export function renderPlace(page: Page, answer: PlaceAnswer): string {
  const { before, paragraph, after, citation } = answer;
  return [
    heading(page, answer.title),
    ...before.map(({ text }) => block(page, text, INDENT, page.colours.dim)),
    markedBlock(page, paragraph.text, [paragraph.mark], INDENT),
    ...after.map(({ text }) => block(page, text, INDENT, page.colours.dim)),
    [place(page, citation, INDENT, INDENT), rights(page, citation, INDENT)].join('\n'),
  ].join('\n\n');
}

/** The sentences of a text, each with where it stands. */
export function renderTrace(page: Page, { sentences, left }: TraceAnswer): string {
  const more = left > 0 ? [page.colours.dim(page.texts.more(left))] : [];
  const lines = sentences.map((sentence) => renderSentence(page, sentence));
  return [heading(page, page.texts.headings.sources), ...lines, ...more].join('\n\n');
}

function renderSentence(page: Page, { quote, match, everywhere }: TracedSentence): string {
  const { texts, colours } = page;
  if (match === null) {
    const why = everywhere === undefined ? texts.headings.nothing.source('') : texts.everywhere(everywhere);
    return [block(page, quote, ''), block(page, why, INDENT, colours.dim)].join('\n');
  }
  return [
    block(page, quote, ''),
    block(page, `${texts.match(match)}：${match.text}`, INDENT),
    place(page, match.citation, INDENT, INDENT),
    rights(page, match.citation, INDENT),
  ].join('\n');
}

/** The speeches of a corpus, one a line. */
export const renderOverview = (page: Page, { speeches, passages }: OverviewAnswer): string =>
  [
    heading(page, page.texts.holds(speeches.length, passages)),
    ...speeches.map(({ title, date }) => block(page, [title, ...(date === null ? [] : [date])].join('  '), INDENT)),
  ].join('\n');
