import { extname } from 'node:path';
import { type Line, splitLines } from './line.ts';
import { readMarkdown } from './markdown.ts';

export { type Line, lineNumbers } from './line.ts';

/** A format's reader: the decoded text from `from` on (behind any front matter) as lines. */
type Reader = (original: string, from: number) => Line[];

const READERS: Readonly<Record<string, Reader>> = { '.txt': splitLines, '.md': readMarkdown };

/** File name endings that can be read, with their dots. */
export const FORMATS: readonly string[] = Object.keys(READERS);

/** The reader for a file, by its name; `null` when its format can't be read. */
export const readerFor = (file: string): Reader | null => READERS[extname(file).toLowerCase()] ?? null;
