import { expect } from 'vitest';
import { parseDocument } from '../../src/corpus/parse-speech.ts';
import { readText } from '../../src/corpus/readers/index.ts';
import { cite, citeSpan, headingPath, Part, Speech, walkSections, wordsAt } from '../../src/speech/index.ts';
import { trimSpan, withoutInvisibles } from '../../src/text/index.ts';

/** Every character of the text is exactly one thing; what is dropped without a word holds none. */
export function expectAccountedFor(speech: Speech, parts: readonly Part[]): void {
  let last = 0;
  for (const part of parts) {
    expect(Part.safeParse(part).error).toBeUndefined();
    expect(part.start).toBe(last);
    expect(part.end).toBeGreaterThan(part.start);
    expect(part.kind === 'dropped').toBe(part.reason !== null);
    const isUnread = part.reason === 'white-space' || part.reason === 'markup' || part.reason === 'ornament';
    if (isUnread)
      expect(withoutInvisibles(wordsAt(speech, part)), 'words that stand nowhere').not.toMatch(/[\p{L}\p{N}]/u);
    last = part.end;
  }
  expect(last).toBe(speech.text.length);
  const passages = parts.filter((part) => part.kind === 'passage').map(({ start, end }) => ({ start, end }));
  expect(passages).toEqual(speech.passages.map(({ start, end }) => ({ start, end })));
}

/** Passages stand in order, whole and trimmed, below the headings whose sections hold them. */
function expectPassages(speech: Speech): void {
  const headings = [...walkSections(speech.sections)].map(({ section }) => section);
  let last = 0;
  for (const passage of speech.passages) {
    expect(passage.start).toBeGreaterThanOrEqual(last);
    last = passage.end;
    const words = wordsAt(speech, passage);
    expect(words).not.toBe('');
    expect(words).toBe(words.trim());
    const around = headings.filter((section) => section.start <= passage.start && passage.end <= section.end);
    expect(passage.path).toEqual(headingPath(around));
    const citation = cite(speech, passage);
    expect(speech.text.slice(citation.start, citation.end)).toBe(words);
  }
  const ids = speech.passages.map((passage) => passage.id);
  expect(new Set(ids).size).toBe(ids.length);
}

/** Sections hold their children in order, begin with their marker, and their words stand where they say. */
function expectSections(speech: Speech): void {
  const ends = new Map<unknown, number>();
  for (const { section, ancestors } of walkSections(speech.sections)) {
    const parent = ancestors.at(-1);
    expect(section.start).toBeGreaterThanOrEqual(ends.get(parent) ?? parent?.headingEnd ?? 0);
    expect(section.end).toBeLessThanOrEqual(parent?.end ?? speech.text.length);
    ends.set(parent, section.end);
    expect(section.level).toBeGreaterThan(parent?.level ?? 0);
    expect(wordsAt(speech, { start: section.headingStart, end: section.headingEnd })).toBe(section.heading);
    const before = { start: section.start, end: section.headingStart };
    expect(wordsAt(speech, trimSpan(speech.text, before))).toBe(section.marker);
    expect(section.headingEnd).toBeLessThanOrEqual(section.end);
  }
}

/** What is shown of a heading is cited by the place where it stands. */
export function expectHeadingsCited(speech: Speech): void {
  for (const { section, ancestors } of walkSections(speech.sections)) {
    if (section.kind !== 'heading') continue;
    const citation = citeSpan(speech, { start: section.headingStart, end: section.headingEnd });
    expect(speech.text.slice(citation.start, citation.end)).toBe(section.heading);
    expect(citation).toMatchObject({ path: headingPath(ancestors), paragraph: section.paragraph });
  }
}

const lettersOf = (text: string): string => text.replace(/\s/g, '');

/** What holds of every speech, whatever its text; what `parseSpeech` throws for a text that is none goes through. */
export function readSoundly(text: string, file: string): Speech {
  const format = file.endsWith('.md') ? '.md' : '.txt';
  const { speech, parts } = parseDocument(readText(text, file, format), file);
  expect(Speech.safeParse(speech).error).toBeUndefined();
  // Line breaks are put right, and marks of Markdown left out; of plain text every letter stays.
  if (format === '.txt') expect(lettersOf(speech.text)).toBe(lettersOf(text));
  for (const span of speech.titleSpans) expect(wordsAt(speech, span)).not.toBe('');
  expectAccountedFor(speech, parts);
  expectPassages(speech);
  expectSections(speech);
  return speech;
}
