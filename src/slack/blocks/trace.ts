import type { KnownBlock, RichTextBlock, RichTextElement, TableBlock } from '@slack/types';
import { differencesLine, type Texts } from '../../assistant/index.ts';
import type { Difference, TraceAnswer, TracedSentence } from '../../drafting/index.ts';
import { strictest } from '../../speech/index.ts';
import { citationLine, context, header, richText, section, words } from './elements.ts';
import { clip, LIMITS } from './limits.ts';

/*
 * Slack takes a `table` in messages alone, one a message; windows and the Home tab refuse it (docs.slack.dev/surfaces). The
 * documentation names no exception for ephemeral messages or response_url. When tables were new some workspaces refused
 * them, or cells of raw_text (github.com/soxtoby/SlackNet/issues/246): cells are rich_text here, which can strike and embolden,
 * and `withoutTables` is for who is answered `invalid_blocks`.
 */

/** Each sentence with where it stands: rows as far as the message has room, then how many there are more. */
export function traceBlocks(texts: Texts, answer: TraceAnswer): KnownBlock[] {
  const { trace } = texts.views;
  const { sentences, left } = answer;
  if (sentences.length === 0) return [header(trace.title(0)), context(trace.empty)];
  const rows = rowsWithin(texts, sentences);
  const unlisted = sentences.length - rows.length;
  return [
    header(trace.title(sentences.length)),
    context(trace.found(countFound(answer), sentences.length)),
    table(withoutEmptyColumn([headRow(texts), ...rows])),
    ...(unlisted > 0 ? [context(trace.notListed(unlisted))] : []),
    ...(left > 0 ? [context(trace.notLookedUp(left))] : []),
  ];
}

const countFound = ({ sentences }: TraceAnswer): number => sentences.filter(({ match }) => match !== null).length;

type Row = RichTextBlock[];

/** Where every sentence stands word for word, nothing differs, and the last column says so of each: it is left out. */
const withoutEmptyColumn = (rows: Row[]): Row[] =>
  rows.slice(1).every((row) => lengthOf(row.slice(-1)) <= 1) ? rows.map((row) => row.slice(0, -1)) : rows;

const table = (rows: Row[]): TableBlock => ({
  type: 'table',
  rows,
  column_settings: [true, false, true, true, true].slice(0, rows[0]?.length).map((is_wrapped) => ({ is_wrapped })),
});

function headRow({ views }: Texts): Row {
  const { sentence, match, place, rights, differences } = views.trace.columns;
  return [sentence, match, place, rights, differences].map((name) => cell(words(name, { bold: true })));
}

const cell = (...elements: RichTextElement[]): RichTextBlock => richText(section(elements));
/** What stands where there is nothing to say: a cell must not be empty. */
export const NO_VALUE = '—';
const emptyCell = (): RichTextBlock => cell(words(NO_VALUE));

/** The first rows whose words have room together. */
function rowsWithin(texts: Texts, sentences: readonly TracedSentence[]): Row[] {
  const rows: Row[] = [];
  let room: number = LIMITS.cells;
  for (const traced of sentences.slice(0, LIMITS.rows)) {
    const row = drawRow(texts, traced);
    room -= lengthOf(row);
    if (room < 0) break;
    rows.push(row);
  }
  return rows;
}

const lengthOf = (row: Row): number =>
  row
    .flatMap(({ elements }) => elements)
    .flatMap((part) => (part.type === 'rich_text_section' ? part.elements : []))
    .reduce((sum, element) => sum + (element.type === 'text' ? element.text.length : 0), 0);

function drawRow(texts: Texts, { quote, match, everywhere, more }: TracedSentence): Row {
  const sentence = cell(words(clip(quote, LIMITS.cell)));
  const result = cell(words(resultOf(texts, match, everywhere)));
  if (match === null) return [sentence, result, emptyCell(), emptyCell(), emptyCell()];
  const others = more > 0 ? `（${texts.views.trace.otherPlaces(more)}）` : '';
  const { title, date, path, paragraph, rights } = match.citation;
  const heading = path.at(-1);
  const place = [
    `《${clip(title, LIMITS.cell)}》${date === null ? '' : `（${date}）`}`,
    ...(heading === undefined ? [] : [clip(heading, LIMITS.cell / 2)]),
    paragraph === 0 ? texts.titleBlock : texts.paragraph(paragraph),
  ].join(' › ');
  const [notice] = rights;
  const restriction = texts.restrictions[strictest(rights)];
  return [
    sentence,
    result,
    cell(words(place + others)),
    cell(words(notice === undefined ? restriction : `${restriction}（${clip(notice.text, LIMITS.cell / 2)}）`)),
    differenceCell(match.differences),
  ];
}

function resultOf(texts: Texts, match: TracedSentence['match'], everywhere: number | undefined): string {
  if (match !== null) return texts.match(match);
  return everywhere === undefined ? texts.views.trace.notFound : texts.views.trace.setPhrase(everywhere);
}

/** What the sentence has struck through, then what the source has in bold. */
function differenceCell(differences: readonly Difference[]): RichTextBlock {
  const share = Math.max(4, Math.floor((LIMITS.cell * 1.5) / Math.max(1, differences.length)));
  const shown = differences
    .slice(0, MOST_SHOWN)
    .flatMap(({ quote, source }, i): RichTextElement[] => [
      ...(i === 0 ? [] : [words('；')]),
      ...(quote === '' ? [] : [words(clip(quote, share), { strike: true })]),
      ...(quote === '' || source === '' ? [] : [words('→')]),
      ...(source === '' ? [] : [words(clip(source, share), { bold: true })]),
    ]);
  const cut = differences.length > MOST_SHOWN ? [words('…')] : [];
  return shown.length === 0 ? emptyCell() : richText(section([...shown, ...cut]));
}

const MOST_SHOWN = 6;

/** The same in words, for who hears it: every sentence with its result, its place, its rights and what differs. */
export function traceLines(texts: Texts, answer: TraceAnswer): string[] {
  const { trace } = texts.views;
  const { sentences, left } = answer;
  if (sentences.length === 0) return [trace.title(0), trace.empty];
  return [
    trace.title(sentences.length),
    trace.found(countFound(answer), sentences.length),
    ...sentences.map((traced, i) => sentenceLines(texts, traced, i + 1).join('\n')),
    ...(left > 0 ? [trace.notLookedUp(left)] : []),
  ];
}

function sentenceLines(texts: Texts, { quote, match, everywhere, more }: TracedSentence, number: number): string[] {
  const line = `${number}. ${resultOf(texts, match, everywhere)}：${clip(quote, LIMITS.cell)}`;
  if (match === null) return [line];
  const differences = differencesLine(texts, match.differences);
  return [
    line,
    citationLine(texts, match.citation),
    ...(more > 0 ? [texts.views.trace.otherPlaces(more)] : []),
    ...(differences === null ? [] : [clip(differences, 2 * LIMITS.cell)]),
  ];
}
