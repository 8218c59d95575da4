import { expect } from 'vitest';
import { splitFrontMatter } from '../../src/corpus/front-matter.ts';
import { parseSpeech } from '../../src/corpus/index.ts';
import { findNotices } from '../../src/corpus/notices.ts';
import { readerFor } from '../../src/corpus/readers/index.ts';
import { readOutline, readTitleBlock } from '../../src/corpus/structure/index.ts';
import { cite, citeSpan, headingPath, type Span, Speech, walkSections, wordsAt } from '../../src/speech/index.ts';

/** Lines that are no part of what is said: notices, title block, salutations, ornaments. */
function aside(text: string, file: string): Span[] {
  const { bodyStart } = splitFrontMatter(text, file);
  const lines = readerFor(file)?.(text, bodyStart) ?? [];
  const notices = findNotices(lines);
  const spoken = lines.filter((line) => !notices.lines.has(line));
  const { length } = readTitleBlock(spoken);
  const { furniture } = readOutline(text, spoken.slice(length));
  return [...notices.lines, ...spoken.slice(0, length), ...furniture];
}

/** Every place of the text is at most one thing: passage, heading, title, notice, salutation. */
function expectApart(speech: Speech): void {
  const headings = [...walkSections(speech.sections)]
    .filter(({ section }) => section.kind === 'heading')
    .map(({ section }) => ({ start: section.start, end: section.headingEnd }));
  const spans = [...aside(speech.text, speech.file), ...headings, ...speech.passages];
  let last = 0;
  let left = '';
  for (const { start, end } of spans.sort((a, b) => a.start - b.start || a.end - b.end)) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThan(start);
    left += speech.text.slice(last, start);
    last = end;
  }
  expect(last).toBeLessThanOrEqual(speech.text.length);
  left += speech.text.slice(last);
  const { bodyStart } = splitFrontMatter(speech.text, speech.file);
  expect(left.slice(bodyStart), 'words that stand nowhere').not.toMatch(/[\p{L}\p{N}]/u);
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
    expect(speech.text.slice(section.start, section.headingStart).trimEnd()).toBe(section.marker);
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

/** What holds of every speech, whatever its text; what `parseSpeech` throws for a text that is none goes through. */
export function readSoundly(text: string, file: string): Speech {
  const speech = parseSpeech(text, file);
  expect(Speech.safeParse(speech).error).toBeUndefined();
  expect(speech.text).toBe(text);
  for (const span of speech.titleSpans) expect(wordsAt(speech, span)).not.toBe('');
  expectApart(speech);
  expectPassages(speech);
  expectSections(speech);
  return speech;
}
