import stringWidth from 'string-width';
import type { Section, Speech } from '../speech/index.ts';
import { block, type Page } from './page.ts';

/** A speech as it was read, so that a person sees at a glance what was understood and what was doubted. */
export function renderInspection(page: Page, speech: Speech): string {
  const { terminal } = page.texts;
  const parts = [
    block(page, `《${speech.title}》`, '', page.colours.bold),
    renderMetadata(page, speech),
    heading(page, terminal.structure),
    ...speech.sections.flatMap((section) => renderSection(page, section, 1)),
    heading(page, terminal.passages(speech.passages.length)),
  ];
  if (speech.warnings.length > 0) parts.push(heading(page, terminal.warnings), ...renderWarnings(page, speech));
  return parts.join('\n');
}

const heading = (page: Page, text: string): string => `\n${page.colours.underline(text)}`;

function renderMetadata(page: Page, speech: Speech): string {
  const { terminal, genres, restrictions } = page.texts;
  const known = (value: string | null): string => value ?? terminal.unknown;
  const restricting = speech.rights.filter((notice) => notice.restriction !== 'none');
  const rights = restricting.map((notice) => `${restrictions[notice.restriction]}：${notice.text}`);
  const banners = speech.rights.filter((notice) => notice.restriction === 'none').map((notice) => notice.text);
  const rows: [string, string[]][] = [
    [terminal.occasion, [known(speech.occasion)]],
    [terminal.genre, [known(speech.genre === null ? null : genres[speech.genre])]],
    [terminal.date, [known(speech.date)]],
    [terminal.speaker, [known(speech.speaker)]],
    [terminal.rights, rights.length === 0 ? [restrictions.none] : rights],
    [terminal.banner, banners],
  ];
  return rows.flatMap(([label, values]) => values.map((value) => renderRow(page, label, value))).join('\n');
}

/** A label and what is known under it; further lines begin where the first one's words do. */
function renderRow(page: Page, label: string, value: string): string {
  const indent = ' '.repeat(stringWidth(label) + 4);
  return block(page, value, indent, undefined, `  ${page.colours.dim(label)}  `);
}

function renderSection(page: Page, section: Section, depth: number): string[] {
  const indent = '  '.repeat(depth);
  const paint = section.kind === 'heading' ? (text: string) => text : page.colours.dim;
  const line = block(page, `${section.marker}${section.heading}`, `${indent}  `, paint, indent);
  return [line, ...section.sections.flatMap((child) => renderSection(page, child, depth + 1))];
}

const renderWarnings = (page: Page, speech: Speech): string[] =>
  speech.warnings.map(({ code, line, details }) => {
    const message = `${page.texts.terminal.line(line)}：${page.texts.warnings[code](details)}`;
    return block(page, message, '  ', page.colours.yellow);
  });
