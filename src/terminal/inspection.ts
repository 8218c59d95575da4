import stringWidth from 'string-width';
import type { Evidence, Part, Section, Speech, Stretch } from '../speech/index.ts';
import { block, type Page } from './page.ts';

/** What is shown of a file: the speech that was read, what each of its characters was taken for, its blanks. */
export interface Inspection {
  speech: Speech;
  parts: readonly Part[];
  /** Places that the author left to be filled in (X市). */
  blanks: number;
}

/** A speech as it was read, so that a person sees at a glance what was understood and what was doubted. */
export function renderInspection(page: Page, { speech, parts, blanks }: Inspection): string {
  const { reading } = page.texts;
  const [opening, closing] = ['opening', 'call'].map((role) => speech.stretches.find((found) => found.role === role));
  const counts = [reading.passages(speech.passages.length), ...(blanks > 0 ? [reading.blanks(blanks)] : [])];
  const lines = [
    block(page, `《${speech.title}》`, '', page.colours.bold),
    renderMetadata(page, speech),
    heading(page, reading.structure),
    ...renderStretch(page, opening),
    ...speech.sections.flatMap((section) => renderSection(page, section, 1)),
    ...renderStretch(page, closing),
    heading(page, counts.join('　')),
    ...renderDropped(page, parts),
    ...(speech.warnings.length > 0 ? [heading(page, reading.warnings), ...renderWarnings(page, speech)] : []),
  ];
  return lines.join('\n');
}

const heading = (page: Page, text: string): string => `\n${page.colours.underline(text)}`;

function renderMetadata(page: Page, speech: Speech): string {
  const { reading, genres, levels, restrictions } = page.texts;
  const known = (value: string | null, evidence: Evidence | null = null): string =>
    value === null ? reading.unknown : `${value}${because(page, evidence)}`;
  const restricting = speech.rights.filter((notice) => notice.restriction !== 'none');
  const rights = restricting.map((notice) => `${restrictions[notice.restriction]}：${notice.text}`);
  const banners = speech.rights.filter((notice) => notice.restriction === 'none').map((notice) => notice.text);
  const rows: [string, string[]][] = [
    [reading.occasion, [known(speech.occasion)]],
    [reading.genre, [known(speech.genre === null ? null : genres[speech.genre], speech.genreEvidence)]],
    [reading.level, [known(speech.level === null ? null : levels[speech.level], speech.levelEvidence)]],
    [reading.date, [known(speech.date)]],
    [reading.speaker, [known(speech.speaker)]],
    [reading.rights, rights.length === 0 ? [restrictions.none] : rights],
    [reading.banner, banners],
  ];
  return rows.flatMap(([label, values]) => values.map((value) => renderRow(page, label, value))).join('\n');
}

/** What was decided on the document's words is told with them; what it states itself needs no reason. */
function because(page: Page, evidence: Evidence | null): string {
  if (evidence === null || evidence.from === 'front-matter') return '';
  return `（${page.texts.reading.evidence[evidence.from](evidence.words)}）`;
}

/** A label and what is known under it; further lines begin where the first one's words do. */
function renderRow(page: Page, label: string, value: string): string {
  const indent = ' '.repeat(stringWidth(label) + 4);
  return block(page, value, indent, undefined, `  ${page.colours.dim(label)}  `);
}

function renderStretch(page: Page, stretch: Stretch | undefined): string[] {
  if (stretch === undefined) return [];
  const words = page.texts.reading.stretch(page.texts.roles[stretch.role], stretch.from, stretch.to);
  return [block(page, words, '  ', page.colours.dim, '  ')];
}

function renderSection(page: Page, section: Section, depth: number): string[] {
  const indent = '  '.repeat(depth);
  const paint = section.kind === 'heading' ? (text: string) => text : page.colours.dim;
  const role = section.role === null ? '' : `　〔${page.texts.roles[section.role]}〕`;
  const line = block(page, `${section.marker}${section.heading}${role}`, `${indent}  `, paint, indent);
  return [line, ...section.sections.flatMap((child) => renderSection(page, child, depth + 1))];
}

/** Lines that are not the speech's, counted by what they are. */
function renderDropped(page: Page, parts: readonly Part[]): string[] {
  const { dropped, dropReasons, lines } = page.texts.terminal;
  const counts = new Map<string, number>();
  for (const { reason } of parts) {
    if (reason === null || !(reason in dropReasons)) continue;
    const name = dropReasons[reason as keyof typeof dropReasons];
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const told = [...counts].map(([name, count]) => `${name} ${lines(count)}`);
  return told.length === 0 ? [] : [block(page, `${dropped}：${told.join('，')}`, '  ', page.colours.dim, '  ')];
}

const renderWarnings = (page: Page, speech: Speech): string[] =>
  speech.warnings.map(({ code, line, details }) => {
    const message = `${page.texts.reading.line(line)}：${page.texts.warnings[code](details)}`;
    return block(page, message, '  ', page.colours.yellow);
  });
