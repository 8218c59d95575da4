import { splitFrontMatter } from '../front-matter.ts';
import type { Document } from './document.ts';
import { splitLines } from './line.ts';
import { readMarkdown } from './markdown.ts';

/** A format that is text already: the decoded text from `from` on as lines. */
const LINES = { '.txt': splitLines, '.md': readMarkdown } as const;

export type TextFormat = keyof typeof LINES;

/**
 * Reads text as it stands, front matter and all.
 *
 * @throws ZhibiError `front-matter-invalid`
 */
export function readText(text: string, file: string, format: TextFormat): Document {
  const { frontMatter, bodyStart } = splitFrontMatter(text, file);
  return { text, bodyStart, frontMatter, lines: LINES[format](text, bodyStart) };
}
