import type { KnownBlock, RichTextElement } from '@slack/types';
import { fillIn, rightsLine, type Texts } from '../../assistant/index.ts';
import type { HeadingSet, Skeleton, SkeletonSection, SkeletonsAnswer } from '../../drafting/index.ts';
import type { Citation } from '../../speech/index.ts';
import { skeletonButtons } from './answer-buttons.ts';
import type { Drawing } from './drawing.ts';
import { citationContext, citationLine, context, header, richText, section, words } from './elements.ts';
import { clip, clipCitation, LIMITS } from './limits.ts';
import { withinRoom } from './room.ts';

/** Delivered skeletons, the composed one as a tree, sets of headings; with buttons where the message may have them. */
export function skeletonsBlocks(texts: Texts, answer: SkeletonsAnswer, drawing: Drawing): KnownBlock[] {
  const byGenre = answer.nearBy === 'genre' ? [context(texts.skeleton.byGenre)] : [];
  const isOneSpeech = drawing.request?.kind === 'speech-skeleton';
  const drawn = (skeleton: Skeleton): KnownBlock[] => [
    ...(skeleton.kind === 'delivered' ? deliveredBlocks(texts, skeleton) : composedBlocks(texts, skeleton)),
    // Of several delivered ones each would need a row; the composed one leads on to their sections.
    ...(skeleton.kind === 'composed' || isOneSpeech ? skeletonButtons(texts, skeleton, drawing) : []),
  ];
  const items = [...answer.skeletons, ...answer.sets.slice(0, LIMITS.sets)];
  const { blocks, left } = withinRoom(items, (item) => ('kind' in item ? drawn(item) : setBlocks(texts, item)));
  const heading = answer.query === '' ? [] : [header(texts.headings.skeletons(answer.query))];
  const rest = left > 0 ? [context(texts.shortened(left))] : [];
  return [...heading, ...byGenre, ...blocks, ...rest];
}

function deliveredBlocks(texts: Texts, skeleton: Skeleton): KnownBlock[] {
  const citation = skeleton.sections[0]?.citation;
  if (citation === undefined) return [];
  const date = skeleton.date === null ? '' : `（${skeleton.date}）`;
  const title = words(`《${clip(skeleton.title, LIMITS.skeletonLine)}》${date}`, { bold: true });
  const lines = skeleton.sections.flatMap((top) => linesOf(top, 0));
  const shown = lines.slice(0, LIMITS.skeletonLines);
  return [
    richText(section([title, ...shown.flatMap((line) => drawLine(texts, line))])),
    context([rightsLine(texts, clipCitation(citation)), ...leftOut(texts, lines, shown)].join(' · ')),
  ];
}

/** The tree that a writer can start from: each main section with where it stands and what may be done with it. */
function composedBlocks(texts: Texts, skeleton: Skeleton): KnownBlock[] {
  const speeches = new Set(skeleton.sections.map(({ citation }) => citation.speech)).size;
  const title = words(texts.skeleton.composed(speeches === 1 ? null : speeches), { bold: true });
  const lines = skeleton.sections.flatMap((top) => linesOf(top, 0));
  const drawn = linesWithin(
    lines
      .slice(0, LIMITS.composedLines)
      .map((line) =>
        line.depth > 0 ? drawLine(texts, line) : drawMainLine(texts, line.section, mainAbove(skeleton, line.section)),
      ),
  );
  const elements = drawn.flat();
  const left = leftOut(texts, lines, drawn);
  return [richText(section([title, ...elements])), ...left.map(context)];
}

interface Line {
  section: SkeletonSection;
  depth: number;
}

const linesOf = (top: SkeletonSection, depth: number): Line[] => [
  { section: top, depth },
  ...top.sections.flatMap((child) => linesOf(child, depth + 1)),
];

/** The first lines that have room together. */
function linesWithin(lines: readonly RichTextElement[][]): RichTextElement[][] {
  let room: number = LIMITS.composedCharacters;
  const end = lines.findIndex((elements) => {
    room -= elements.reduce((sum, element) => sum + (element.type === 'text' ? element.text.length : 0), 0);
    return room < 0;
  });
  return lines.slice(0, end === -1 ? lines.length : end);
}

const leftOut = (texts: Texts, lines: readonly unknown[], shown: readonly unknown[]): string[] =>
  lines.length > shown.length ? [texts.shortened(lines.length - shown.length)] : [];

function drawLine(texts: Texts, { section: line, depth }: Line): RichTextElement[] {
  const heading = `\n${'　'.repeat(depth)}${clip(line.marker + line.heading, LIMITS.skeletonLine)}`;
  const place = `${texts.paragraph(line.citation.paragraph)} · ${texts.skeleton.characters(line.characters)}`;
  const isMain = line.kind === 'heading' && depth === 0;
  return [words(heading, isMain ? { bold: true } : undefined), words(`  （${place}）`)];
}

const mainAbove = ({ sections }: Skeleton, main: SkeletonSection): Citation | undefined =>
  sections[sections.indexOf(main) - 1]?.citation;

function drawMainLine(texts: Texts, line: SkeletonSection, above: Citation | undefined): RichTextElement[] {
  const supporting = line.support?.sections.length ?? 0;
  const supported = supporting > 1 ? ` · ${texts.skeleton.supported(supporting)}` : '';
  return [
    words(`\n${clip(line.marker + fillIn(line), LIMITS.skeletonLine)}`, { bold: true }),
    words(`\n　　${citationLine(texts, line.citation, above)}${supported}`),
  ];
}

function setBlocks(texts: Texts, { frame, headings }: HeadingSet): KnownBlock[] {
  const [first] = headings;
  if (first === undefined) return [];
  const title = `${texts.skeleton.sets}：${clip(frame ?? texts.skeleton.sameForm, LIMITS.skeletonLine)}`;
  const lines = headings
    .slice(0, LIMITS.setLines)
    .map((member) => words(`\n　${clip(member.marker + fillIn(member), LIMITS.skeletonLine)}`));
  return [richText(section([words(title, { bold: true }), ...lines])), citationContext(texts, first.citation)];
}

/** What could stand in place of each main section, each cited. */
export function alternativesBlocks(texts: Texts, { sections }: Skeleton): KnownBlock[] {
  const having = sections.filter(({ alternatives }) => alternatives.length > 0);
  if (having.length === 0) return [context(texts.skeleton.noAlternatives)];
  const { blocks, left } = withinRoom(having, (main) => {
    const title = words(texts.skeleton.insteadOf(clip(fillIn(main), LIMITS.skeletonLine)), { bold: true });
    const lines = main.alternatives.flatMap((alternative) => [
      words(`\n${clip(fillIn(alternative), LIMITS.skeletonLine)}`),
      words(`\n　　${citationLine(texts, alternative.citation)}`),
    ]);
    return [richText(section([title, ...lines.slice(0, 2 * LIMITS.alternatives)]))];
  });
  return [...blocks, ...(left > 0 ? [context(texts.shortened(left))] : [])];
}
