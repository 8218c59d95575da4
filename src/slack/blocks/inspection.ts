import type { KnownBlock, RichTextElement } from '@slack/types';
import type { Texts } from '../../assistant/index.ts';
import { type Evidence, type Section, type Speech, strictest } from '../../speech/index.ts';
import { button, buttons } from './button.ts';
import type { Message } from './drawing.ts';
import { context, header, richText, section, words } from './elements.ts';
import { fallbackText } from './fallback.ts';
import { clip, LIMITS } from './limits.ts';

/** A file as it was read. */
export interface Inspected {
  speech: Speech;
  /** Places that the author left to be filled in (X市). */
  blanks: number;
}

/** Headings are shown down to this level, counted from the top of the speech. */
const DEEPEST = 2;

/**
 * What a file was read as: metadata with what it was read from, every notice, headings, doubts.
 *
 * @param file id of the file in Slack, whose sentences can be traced one by one
 */
export function inspectionMessage(texts: Texts, { speech, blanks }: Inspected, file: string): Message {
  const title = `《${clip(speech.title, LIMITS.header - 2)}》`;
  const metadata = metadataOf(texts, speech);
  const headings = headingsOf(speech);
  const shown = headings.slice(0, LIMITS.headings);
  const more = headings.length - shown.length;
  const counts = [
    texts.reading.passages(speech.passages.length),
    ...(blanks > 0 ? [texts.reading.blanks(blanks)] : []),
  ];
  const doubts = doubtsOf(texts, speech);
  const structure = shown.map(({ words: heading, depth }) => `${'　'.repeat(depth)}${heading}`);
  const rest = more > 0 ? [texts.views.file.moreHeadings(more)] : [];
  const blocks: KnownBlock[] = [
    header(title),
    richText(section(metadata.flatMap(([name, value], i) => drawRow(name, value, i > 0)))),
    richText(
      section([
        words(texts.reading.structure, { bold: true }),
        ...(structure.length === 0 ? [texts.views.file.noHeadings] : structure).map((line) => words(`\n${line}`)),
      ]),
    ),
    context([...rest, counts.join('　')].join(' ')),
    richText(section([words(texts.reading.warnings, { bold: true }), ...doubts.map((line) => words(`\n${line}`))])),
    ...buttons([button(texts.views.file.trace, { verb: 'trace', file })]),
  ];
  const lines = metadata.map(([name, value]) => `${name}：${value}`);
  const told = [title, ...lines, texts.reading.structure, ...structure, ...rest, counts.join('　')];
  return { text: fallbackText([...told, texts.reading.warnings, ...doubts]), blocks };
}

const drawRow = (name: string, value: string, isLater: boolean): RichTextElement[] => [
  words(`${isLater ? '\n' : ''}${name}  `, { bold: true }),
  words(value),
];

/** Labels with what is known under each, and what it was read from. */
function metadataOf(texts: Texts, speech: Speech): [name: string, value: string][] {
  const { reading, genres, levels, restrictions } = texts;
  const known = (value: string | null, evidence: Evidence | null = null): string =>
    value === null ? reading.unknown : `${clip(value, LIMITS.title)}${because(texts, evidence)}`;
  const restricting = speech.rights.filter(({ restriction }) => restriction !== 'none');
  const most = Math.max(60, Math.floor(LIMITS.allNotices / Math.max(1, restricting.length)));
  const notices = restricting.map(({ restriction, text }): [string, string] => [
    reading.rights,
    clip(`${restrictions[restriction]}：${text}`, most),
  ]);
  return [
    [reading.genre, known(speech.genre === null ? null : genres[speech.genre], speech.genreEvidence)],
    [reading.level, known(speech.level === null ? null : levels[speech.level], speech.levelEvidence)],
    [reading.date, known(speech.date)],
    [reading.occasion, known(speech.occasion)],
    [reading.speaker, known(speech.speaker)],
    ...(notices.length > 0 ? notices : [[reading.rights, restrictions[strictest([])]] as [string, string]]),
  ];
}

/** What was decided on the document's words is told with them; what it states itself needs no reason. */
function because({ reading }: Texts, evidence: Evidence | null): string {
  if (evidence === null || evidence.from === 'front-matter') return '';
  return `（${reading.evidence[evidence.from](clip(evidence.words, LIMITS.pathHeading))}）`;
}

interface Heading {
  words: string;
  depth: number;
}

/** Headings, parents before children; points are left to the passages. */
function headingsOf({ sections }: Speech): Heading[] {
  const from = (all: readonly Section[], depth: number): Heading[] =>
    depth >= DEEPEST
      ? []
      : all
          .filter(({ kind }) => kind === 'heading')
          .flatMap(({ marker, heading, sections: below }) => [
            { words: clip(marker + heading, LIMITS.skeletonLine), depth },
            ...from(below, depth + 1),
          ]);
  return from(sections, 0);
}

function doubtsOf(texts: Texts, { warnings }: Speech): string[] {
  if (warnings.length === 0) return [texts.views.file.noDoubts];
  const lines = warnings
    .slice(0, LIMITS.doubts)
    .map(({ code, line, details }) =>
      clip(`${texts.reading.line(line)}：${texts.warnings[code](details)}`, 2 * LIMITS.title),
    );
  const more = warnings.length - lines.length;
  return [...lines, ...(more > 0 ? [texts.views.file.moreDoubts(more)] : [])];
}
