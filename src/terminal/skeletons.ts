import { citationLine, fillIn, placeLine } from '../assistant/index.ts';
import type {
  Alternative,
  HeadingSet,
  Skeleton,
  SkeletonSection,
  SkeletonStretch,
  SkeletonsAnswer,
} from '../drafting/index.ts';
import { type Citation, strictest } from '../speech/index.ts';
import { block, type Page, withRemark } from './page.ts';
import { heading, rights } from './parts.ts';

/** How skeletons are shown: with why each part of a composed one is there, or without. */
export interface HowSkeletons {
  explain?: boolean;
}

const INDENT = '    ';

export function renderSkeletons(page: Page, answer: SkeletonsAnswer, how: HowSkeletons): string {
  const { skeleton: texts } = page.texts;
  const byGenre = answer.nearBy === 'genre' ? [block(page, texts.byGenre, '', page.colours.yellow)] : [];
  const skeletons = answer.skeletons.map((skeleton) =>
    skeleton.kind === 'delivered' ? renderDelivered(page, skeleton) : renderComposed(page, skeleton, how),
  );
  const sets = answer.sets.length === 0 ? [] : [renderSets(page, answer.sets)];
  return [heading(page, page.texts.headings.skeletons(answer.query)), ...byGenre, ...skeletons, ...sets].join('\n\n');
}

function renderDelivered(page: Page, skeleton: Skeleton): string {
  const citation = skeleton.sections[0]?.citation;
  const date = skeleton.date === null ? '' : `（${skeleton.date}）`;
  const title = block(page, `《${skeleton.title}》${date}`, '', page.colours.cyan);
  const notice = citation === undefined ? [] : [rights(page, citation, '')];
  const [opening, closing] = (['opening', 'call'] as const).map((role) =>
    skeleton.stretches?.find((stretch) => stretch.role === role),
  );
  return [
    title,
    ...notice,
    ...renderStretch(page, opening),
    ...skeleton.sections.flatMap((section) => renderSection(page, section, 1)),
    ...renderStretch(page, closing),
  ].join('\n');
}

function renderStretch(page: Page, stretch: SkeletonStretch | undefined): string[] {
  if (stretch === undefined) return [];
  const words = page.colours.dim(`  ${page.texts.roles[stretch.role]}`);
  return [withRemark(page, words, measure(page, stretch), INDENT, page.colours.dim)];
}

function renderSection(page: Page, section: SkeletonSection, depth: number): string[] {
  const indent = '  '.repeat(depth);
  const paint = section.kind === 'heading' ? (text: string) => text : page.colours.dim;
  const words = block(page, `${section.marker}${section.heading}`, `${indent}  `, paint, indent);
  const line = withRemark(page, words, measure(page, section), `${indent}  `, page.colours.dim);
  return [line, ...section.sections.flatMap((child) => renderSection(page, child, depth + 1))];
}

const measure = ({ texts }: Page, { citation, characters }: SkeletonStretch | SkeletonSection): string =>
  `${texts.paragraph(citation.paragraph)} · ${texts.skeleton.characters(characters)}`;

function renderComposed(page: Page, skeleton: Skeleton, how: HowSkeletons): string {
  const { skeleton: texts } = page.texts;
  const speeches = new Set(skeleton.sections.map(({ citation }) => citation.speech)).size;
  const title = page.colours.underline(texts.composed(speeches === 1 ? null : speeches));
  const leadsOn = how.explain === true ? [block(page, texts.leadsOn, '', page.colours.dim)] : [];
  return [title, ...skeleton.sections.flatMap((section) => renderMainSection(page, section, how)), ...leadsOn].join(
    '\n',
  );
}

function renderMainSection(page: Page, section: SkeletonSection, how: HowSkeletons): string[] {
  const { skeleton: texts } = page.texts;
  const supporting = section.support?.sections.length ?? 0;
  const remark = [
    texts.characters(section.characters),
    ...(supporting > 1 ? [texts.supported(supporting)] : []),
    ...(how.explain === true ? [section.id] : []),
  ].join(' · ');
  const words = block(page, `${section.marker}${fillIn(section)}`, INDENT, page.colours.bold, '  ');
  return [
    withRemark(page, words, remark, INDENT, page.colours.dim),
    cited(page, section.citation, INDENT),
    ...section.sections.flatMap((child) => renderSection(page, child, 3)),
    ...section.alternatives.map((alternative) => renderAlternative(page, alternative)),
    ...(how.explain === true ? explain(page, section) : []),
  ];
}

/** Place and rights in one line: red or magenta where something restricts. */
function cited(page: Page, citation: Citation, indent: string): string {
  const { red, magenta, cyan } = page.colours;
  const paint = { none: cyan, 'reference-only': magenta, internal: red }[strictest(citation.rights)];
  return block(page, citationLine(page.texts, citation), indent, paint);
}

function renderAlternative(page: Page, alternative: Alternative): string {
  const first = `${INDENT}${page.colours.dim(page.texts.skeleton.alternative)} `;
  const indent = `${INDENT}     `;
  return [block(page, fillIn(alternative), indent, undefined, first), cited(page, alternative.citation, indent)].join(
    '\n',
  );
}

function explain(page: Page, { support }: SkeletonSection): string[] {
  if (support === undefined) return [];
  const { skeleton: texts } = page.texts;
  const lines = [texts.explained(support), ...(support.terms.length === 0 ? [] : [texts.terms(support.terms)])];
  const others = support.sections
    .slice(1)
    .map(({ heading: words, citation }) => `${words}　${placeLine(page.texts, citation)}`);
  return [...lines, ...others].map((line) => block(page, line, `${INDENT}  `, page.colours.yellow));
}

function renderSets(page: Page, sets: readonly HeadingSet[]): string {
  const rendered = sets.map((set) => renderSet(page, set));
  return [page.colours.underline(page.texts.skeleton.sets), ...rendered].join('\n');
}

function renderSet(page: Page, { frame, headings }: HeadingSet): string {
  const citation = headings[0]?.citation;
  const lines = headings.map((member) => {
    const words = block(page, `${member.marker}${fillIn(member)}`, INDENT);
    return withRemark(page, words, page.texts.paragraph(member.citation.paragraph), INDENT, page.colours.dim);
  });
  return [
    block(page, frame ?? page.texts.skeleton.sameForm, '  ', page.colours.green),
    ...lines,
    ...(citation === undefined ? [] : [cited(page, citation, INDENT)]),
  ].join('\n');
}
