import type { KnownBlock, RichTextElement } from '@slack/types';
import type { Texts } from '../../assistant/index.ts';
import { type Digest, type Evidence, strictest } from '../../speech/index.ts';
import { button, buttons } from './button.ts';
import type { Message } from './drawing.ts';
import { context, header, richText, section, words } from './elements.ts';
import { fallbackText } from './fallback.ts';
import { clip, LIMITS } from './limits.ts';

/**
 * What a file was read as: metadata with what it was read from, every notice, headings, doubts.
 *
 * @param file id of the file in Slack, whose sentences can be traced one by one
 */
export function inspectionMessage(texts: Texts, digest: Digest, file: string): Message {
  const { blanks, headingCount, headings, passageCount } = digest;
  const title = `《${clip(digest.title, LIMITS.header - 2)}》`;
  const metadata = metadataOf(texts, digest);
  const shown = headings.slice(0, LIMITS.headings);
  const more = headingCount - shown.length;
  const counts = [texts.reading.passages(passageCount), ...(blanks > 0 ? [texts.reading.blanks(blanks)] : [])];
  const doubts = doubtsOf(texts, digest);
  const structure = shown.map(({ words: heading, depth }) => '　'.repeat(depth) + clip(heading, LIMITS.skeletonLine));
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
function metadataOf(texts: Texts, digest: Digest): [name: string, value: string][] {
  const { reading, genres, levels, restrictions } = texts;
  const known = (value: string | null, evidence: Evidence | null = null): string =>
    value === null ? reading.unknown : `${clip(value, LIMITS.title)}${because(texts, evidence)}`;
  const restricting = digest.rights.filter(({ restriction }) => restriction !== 'none');
  const most = Math.max(60, Math.floor(LIMITS.allNotices / Math.max(1, restricting.length)));
  const notices = restricting.map(({ restriction, text }): [string, string] => [
    reading.rights,
    clip(`${restrictions[restriction]}：${text}`, most),
  ]);
  return [
    [reading.genre, known(digest.genre === null ? null : genres[digest.genre], digest.genreEvidence)],
    [reading.level, known(digest.level === null ? null : levels[digest.level], digest.levelEvidence)],
    [reading.date, known(digest.date)],
    [reading.occasion, known(digest.occasion)],
    [reading.speaker, known(digest.speaker)],
    ...(notices.length > 0 ? notices : [[reading.rights, restrictions[strictest([])]] as [string, string]]),
  ];
}

/** What was decided on the document's words is told with them; what it states itself needs no reason. */
function because({ reading }: Texts, evidence: Evidence | null): string {
  if (evidence === null || evidence.from === 'front-matter') return '';
  return `（${reading.evidence[evidence.from](clip(evidence.words, LIMITS.pathHeading))}）`;
}

function doubtsOf(texts: Texts, { warningCount, warnings }: Digest): string[] {
  if (warnings.length === 0) return [texts.views.file.noDoubts];
  const lines = warnings
    .slice(0, LIMITS.doubts)
    .map(({ code, line, details }) =>
      clip(`${texts.reading.line(line)}：${texts.warnings[code](details)}`, 2 * LIMITS.title),
    );
  const more = warningCount - lines.length;
  return [...lines, ...(more > 0 ? [texts.views.file.moreDoubts(more)] : [])];
}
