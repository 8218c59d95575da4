import { differencesLine } from '../assistant/index.ts';
import type { Answer, Difference, Hit, NothingFound, PassagesAnswer, SourcesAnswer } from '../drafting/index.ts';
import { block, markedBlock, type Page } from './page.ts';
import { heading, place, rights } from './parts.ts';
import { renderPhrasing } from './phrasing.ts';
import { renderOverview, renderPlace, renderTrace } from './places.ts';
import { type HowSkeletons, renderSkeletons } from './skeletons.ts';
import { padStart } from './wrap.ts';

const INDENT = '    ';

/** How an answer is shown. */
interface How extends HowSkeletons {
  /** Passages whole, with the ids that `zhibi show` takes. */
  full?: boolean;
}

/** An answer for reading in a terminal. */
export function renderAnswer(page: Page, answer: Answer, how: How = {}): string {
  switch (answer.kind) {
    case 'passages':
      return renderPassages(page, answer, how.full === true);
    case 'skeletons':
      return renderSkeletons(page, answer, how);
    case 'phrasing':
      return renderPhrasing(page, answer);
    case 'sources':
      return renderSources(page, answer);
    case 'place':
      return renderPlace(page, answer);
    case 'trace':
      return renderTrace(page, answer);
    case 'overview':
      return renderOverview(page, answer);
    case 'nothing':
      return renderNothing(page, answer);
  }
}

function renderPassages(page: Page, answer: PassagesAnswer, isFull: boolean): string {
  const hits = answer.hits.map((hit, i) => renderHit(page, hit, i + 1, isFull));
  const more = answer.more > 0 ? [page.colours.dim(page.texts.more(answer.more))] : [];
  const title = answer.query === '' ? page.texts.headings.similar : page.texts.headings.passages(answer.query);
  const corrected = answer.corrections.map(({ typed, read }) => page.colours.dim(page.texts.corrected(typed, read)));
  const { missing = [] } = answer;
  const absent = missing.length === 0 ? [] : [block(page, page.texts.missing(missing), '')];
  return [[heading(page, title), ...absent, ...corrected].join('\n'), ...hits, ...more].join('\n\n');
}

function renderHit(page: Page, hit: Hit, number: number, isFull: boolean): string {
  const also = hit.alsoIn.length > 0 ? [INDENT + page.colours.dim(page.texts.alsoIn(hit.alsoIn.length))] : [];
  return [
    place(page, hit.citation, INDENT, padStart(`${number}  `, INDENT.length)),
    isFull ? block(page, hit.text, INDENT) : markedBlock(page, hit.snippet, hit.marks, INDENT),
    rights(page, hit.citation, INDENT),
    ...(isFull ? [INDENT + page.colours.dim(hit.passage)] : []),
    ...also,
  ].join('\n');
}

function renderSources(page: Page, answer: SourcesAnswer): string {
  const matches = answer.matches.map((match, i) =>
    [
      place(page, match.citation, INDENT, padStart(`${i + 1}  `, INDENT.length)),
      block(page, `${page.texts.match(match)}：${match.text}`, INDENT),
      ...differenceLines(page, match.differences),
      rights(page, match.citation, INDENT),
    ].join('\n'),
  );
  const { unmatched = [] } = answer;
  const rest = unmatched.length === 0 ? [] : [block(page, page.texts.unmatched(unmatched), '', page.colours.dim)];
  return [heading(page, page.texts.headings.sources), ...matches, ...rest].join('\n\n');
}

function differenceLines(page: Page, differences: readonly Difference[]): string[] {
  const line = differencesLine(page.texts, differences);
  return line === null ? [] : [block(page, line, INDENT, page.colours.dim)];
}

/** A question repeated in a heading is cut to this. In characters. */
const LONGEST_ECHO = 60;

function renderNothing(page: Page, answer: NothingFound): string {
  if (answer.gone === true) return block(page, page.texts.gone, '', page.colours.bold);
  const characters = [...answer.query];
  const echo = characters.length > LONGEST_ECHO ? `${characters.slice(0, LONGEST_ECHO).join('')}…` : answer.query;
  const lines = [block(page, page.texts.headings.nothing[answer.asked](echo), '', page.colours.bold)];
  if (answer.lookedFor.length > 0 && answer.asked !== 'source')
    lines.push(block(page, page.texts.lookedFor(answer.lookedFor), '', page.colours.dim));
  if (answer.tooCommon !== undefined) lines.push(block(page, page.texts.tooCommon(answer.tooCommon), ''));
  if (answer.everywhere !== undefined) lines.push(block(page, page.texts.everywhere(answer.everywhere), ''));
  if (answer.nearest.length > 0) lines.push(block(page, page.texts.nearest(answer.nearest), ''));
  return [...lines, block(page, page.texts.nothingAdvice, '')].join('\n');
}
