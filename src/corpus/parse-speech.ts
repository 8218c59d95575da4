import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import { type Part, type Passage, type Span, type Speech, type Warning, ZhibiError } from '../speech/index.ts';
import { accountFor } from './account.ts';
import { markSiteFurniture } from './furniture.ts';
import { readMetadata } from './metadata/index.ts';
import { findNotices, overrideRights } from './notices/index.ts';
import { type Document, type Line, lineNumbers, readText } from './readers/index.ts';
import { withRoles } from './roles.ts';
import {
  joinTitle,
  numberingWarnings,
  type Outline,
  type PassageSpan,
  readOutline,
  readTitleBlock,
  severalWarnings,
  type TitleBlock,
  toPassages,
} from './structure/index.ts';

/** What a document was read as: the speech, and what each of its characters was taken for. */
export interface Reading {
  speech: Speech;
  parts: Part[];
  /** The lines of the document, furniture marked. */
  lines: Line[];
}

/**
 * Reads decoded text as a speech: Markdown when the file's name says so, else plain text.
 *
 * @param file path below the corpus folder
 * @throws ZhibiError `front-matter-invalid`, `no-text`
 */
export function parseSpeech(text: string, file: string): Speech {
  const format = extname(file).toLowerCase() === '.md' ? '.md' : '.txt';
  return parseDocument(readText(text, file, format), file).speech;
}

/**
 * Reads a document as a speech. Pure: the same document and name give the same speech.
 *
 * @param file path below the corpus folder
 * @throws ZhibiError `no-text` (notices and titles, but nothing said)
 */
export function parseDocument(document: Document, file: string): Reading {
  const { text, frontMatter, bodyStart } = document;
  const lines = markSiteFurniture(document.lines);
  const notices = findNotices(lines);
  const spoken = lines.filter((line) => line.furniture === null && !notices.lines.has(line));
  const block = readTitleBlock(spoken);
  const behind = new Set([block.endNote, ...block.signature]);
  const isTitle = (line: Line, i: number): boolean => i < block.length || behind.has(line);
  const titleBlock = spoken.filter(isTitle);
  const outline = readOutline(
    text,
    spoken.filter((line, i) => !isTitle(line, i)),
  );
  const passages = toPassages(text, outline.paragraphs);
  if (passages.length === 0) throw new ZhibiError('no-text', { file });

  const id = shortHash(text.slice(bodyStart));
  const foundTitle = joinTitle(block.title);
  const title = frontMatter.title ?? (foundTitle === '' ? basename(file, extname(file)) : foundTitle);
  const untitled = frontMatter.title === undefined && foundTitle === '';
  const speech: Speech = {
    id,
    file,
    text,
    title,
    ...readMetadata({ frontMatter, block, title, outline, text, file, beside: lines }),
    origin: frontMatter.origin ?? null,
    rights: overrideRights(notices.rights, frontMatter.rights),
    ...withRoles(text, outline),
    passages: withIds(id, text, passages),
    titleSpans: titleLines(block).map(toSpan),
    warnings: warningsOf(untitled, document, outline, spoken),
  };
  const parts = accountFor({ document: { ...document, lines }, notices: notices.lines, titleBlock, outline, passages });
  return { speech, parts, lines };
}

const toSpan = ({ start, end }: Span): Span => ({ start, end });

const titleLines = (block: TitleBlock): Span[] => [
  ...block.title,
  ...(block.subtitle === null ? [] : [block.subtitle]),
];

/** An id says what its passage says: should the text or its division change, the old id leads nowhere, not elsewhere. */
function withIds(speech: string, text: string, passages: readonly PassageSpan[]): Passage[] {
  const seen = new Map<string, number>();
  return passages.map((passage) => {
    const words = `${passage.paragraph} ${text.slice(passage.start, passage.end)}`;
    const before = seen.get(words) ?? 0;
    seen.set(words, before + 1);
    return { id: `${speech}-${shortHash(`${before} ${words}`).slice(0, 8)}`, ...passage };
  });
}

/** 48 bits in 12 characters: among ten thousand speeches the chance that two share an id is below one in a million. */
const shortHash = (words: string): string => createHash('sha256').update(words).digest('hex').slice(0, 12);

function warningsOf(untitled: boolean, document: Document, outline: Outline, spoken: readonly Line[]): Warning[] {
  const numbering = numberingWarnings(outline.sections, lineNumbers(document.text));
  const warnings = [...document.warnings, ...numbering, ...severalWarnings(spoken)].sort((a, b) => a.line - b.line);
  return untitled ? [{ code: 'title-missing', line: 1, details: {} }, ...warnings] : warnings;
}
