import type { KnownBlock, RichTextElement } from '@slack/types';
import { fillIn, rightsLine, type Texts } from '../../assistant/index.ts';
import type { HeadingSet, Skeleton, SkeletonSection, SkeletonsAnswer } from '../../drafting/index.ts';
import { citationContext, citationLine, context, header, richText, section, words } from './elements.ts';
import { clip, clipCitation, LIMITS } from './limits.ts';
import { type Offered, skeletonButtons } from './skeleton-buttons.ts';

/** Delivered skeletons, the composed one as a tree, sets of headings; with buttons where the message may have them. */
export function skeletonsBlocks(texts: Texts, answer: SkeletonsAnswer, offered: Offered): KnownBlock[] {
  const byGenre = answer.nearBy === 'genre' ? [context(texts.skeleton.byGenre)] : [];
  const skeletons = answer.skeletons.flatMap((skeleton) =>
    skeleton.kind === 'delivered'
      ? deliveredBlocks(texts, skeleton)
      : [...composedBlocks(texts, skeleton), ...skeletonButtons(texts, skeleton, offered)],
  );
  const sets = answer.sets.slice(0, LIMITS.sets).flatMap((set) => setBlocks(texts, set));
  return [header(texts.headings.skeletons(answer.query)), ...byGenre, ...skeletons, ...sets];
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
export function composedBlocks(texts: Texts, skeleton: Skeleton): KnownBlock[] {
  const speeches = new Set(skeleton.sections.map(({ citation }) => citation.speech)).size;
  const title = words(texts.skeleton.composed(speeches === 1 ? null : speeches), { bold: true });
  const lines = skeleton.sections.flatMap((top) => linesOf(top, 0));
  const shown = lines.slice(0, LIMITS.composedLines);
  const elements = shown.flatMap((line) =>
    line.depth > 0 ? drawLine(texts, line) : drawMainLine(texts, line.section),
  );
  const left = leftOut(texts, lines, shown);
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

const leftOut = (texts: Texts, lines: readonly Line[], shown: readonly Line[]): string[] =>
  lines.length > shown.length ? [texts.shortened(lines.length - shown.length)] : [];

function drawLine(texts: Texts, { section: line, depth }: Line): RichTextElement[] {
  const heading = `\n${'　'.repeat(depth)}${clip(line.marker + line.heading, LIMITS.skeletonLine)}`;
  const place = `${texts.paragraph(line.citation.paragraph)} · ${texts.skeleton.characters(line.characters)}`;
  const isMain = line.kind === 'heading' && depth === 0;
  return [words(heading, isMain ? { bold: true } : undefined), words(`  （${place}）`)];
}

function drawMainLine(texts: Texts, line: SkeletonSection): RichTextElement[] {
  const supporting = line.support?.sections.length ?? 0;
  const supported = supporting > 1 ? ` · ${texts.skeleton.supported(supporting)}` : '';
  return [
    words(`\n${clip(line.marker + fillIn(line), LIMITS.skeletonLine)}`, { bold: true }),
    words(`\n　　${citationLine(texts, line.citation)}${supported}`),
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
  return having.map((main) => {
    const title = words(texts.skeleton.insteadOf(clip(fillIn(main), LIMITS.skeletonLine)), { bold: true });
    const lines = main.alternatives.flatMap((alternative) => [
      words(`\n${clip(fillIn(alternative), LIMITS.skeletonLine)}`),
      words(`\n　　${citationLine(texts, alternative.citation)}`),
    ]);
    return richText(section([title, ...lines.slice(0, 2 * LIMITS.alternatives)]));
  });
}
