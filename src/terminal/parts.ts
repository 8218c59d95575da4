import { placeLine, rightsLine } from '../assistant/index.ts';
import { type Citation, strictest } from '../speech/index.ts';
import { block, type Page } from './page.ts';

export const heading = (page: Page, text: string): string => page.colours.bold(text);

export const place = (page: Page, citation: Citation, indent: string, first?: string): string =>
  block(page, placeLine(page.texts, citation), indent, page.colours.cyan, first);

/** Restrictions stand out; where there is none, the line says so quietly. */
export function rights(page: Page, citation: Citation, indent: string): string {
  const { red, magenta, dim } = page.colours;
  const paint = { none: dim, 'reference-only': magenta, internal: red }[strictest(citation.rights)];
  return block(page, rightsLine(page.texts, citation), indent, paint);
}
