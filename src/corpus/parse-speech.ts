import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import { type Passage, type Span, type Speech, type Warning, ZhibiError } from '../speech/index.ts';
import { splitFrontMatter } from './front-matter.ts';
import { dateIn, genreIn, occasionIn, occasionOnLine, yearInHeadings } from './metadata.ts';
import { findNotices, overrideRights } from './notices.ts';
import { FORMATS, type Line, lineNumbers, readerFor } from './readers/index.ts';
import {
  numberingWarnings,
  type Outline,
  type PassageSpan,
  readOutline,
  readTitleBlock,
  type TitleBlock,
  toPassages,
} from './structure/index.ts';

/**
 * Reads the decoded text of one file as a speech. Pure: the same text and name give the same speech.
 *
 * @param file path below the corpus folder; its ending chooses the format
 * @throws ZhibiError `format-unsupported`, `front-matter-invalid`, `no-text` (notices and titles, but nothing said)
 */
export function parseSpeech(text: string, file: string): Speech {
  const reader = readerFor(file);
  if (reader === null) throw new ZhibiError('format-unsupported', { file, formats: FORMATS.join(' ') });
  const { frontMatter, bodyStart } = splitFrontMatter(text, file);
  const lines = reader(text, bodyStart);
  const notices = findNotices(lines);
  const spoken = lines.filter((line) => !notices.lines.has(line));
  const block = readTitleBlock(spoken);
  const outline = readOutline(text, spoken.slice(block.length));
  const passages = toPassages(text, outline.paragraphs);
  if (passages.length === 0) throw new ZhibiError('no-text', { file });

  const id = shortHash(text.slice(bodyStart));
  const foundTitle = titleOf(block);
  const title = frontMatter.title ?? (foundTitle === '' ? basename(file, extname(file)) : foundTitle);
  const untitled = frontMatter.title === undefined && foundTitle === '';
  const headline = `${title} ${block.subtitle?.text ?? ''}`;
  return {
    id,
    file,
    text,
    title,
    occasion: frontMatter.occasion ?? occasionIn(headline) ?? occasionOf(block),
    genre: frontMatter.genre ?? genreIn(headline),
    date: frontMatter.date ?? dateOf(block, title, outline),
    speaker: frontMatter.speaker ?? block.speaker,
    origin: frontMatter.origin ?? null,
    rights: overrideRights(notices.rights, frontMatter.rights),
    sections: outline.sections,
    passages: withIds(id, text, passages),
    titleSpans: [...block.title, ...(block.subtitle === null ? [] : [block.subtitle])].map(toSpan),
    warnings: warningsOf(untitled, text, outline),
  };
}

const toSpan = ({ start, end }: Line): Span => ({ start, end });

const titleOf = (block: TitleBlock): string => block.title.map((line) => line.text).join(' ');

const occasionOf = ({ occasion, subtitle }: TitleBlock): string | null =>
  (occasion && occasionOnLine(occasion.text)) ?? (subtitle && occasionOnLine(subtitle.text));

const dateOf = (block: TitleBlock, title: string, outline: Outline): string | null =>
  (block.date && dateIn(block.date.text)) ??
  (block.occasion && dateIn(block.occasion.text)) ??
  (block.subtitle && dateIn(block.subtitle.text)) ??
  dateIn(title) ??
  yearInHeadings(outline.sections);

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

function warningsOf(untitled: boolean, text: string, outline: Outline): Warning[] {
  const warnings = numberingWarnings(outline.sections, lineNumbers(text)).sort((a, b) => a.line - b.line);
  return untitled ? [{ code: 'title-missing', line: 1, details: {} }, ...warnings] : warnings;
}
