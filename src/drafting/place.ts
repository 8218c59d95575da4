import type { SpeechIndex } from '../indexing/index.ts';
import {
  cite,
  contains,
  headingPath,
  mainSections,
  type Passage,
  type Section,
  type Span,
  type Speech,
  walkSections,
  wordsAt,
} from '../speech/index.ts';
import { gone, type NothingFound, type PlaceAnswer, type PlacedParagraph } from './answer.ts';
import { sectionId } from './filter.ts';
import type { PassageRequest } from './request.ts';

const DEFAULT_AROUND = 2;

/** A passage in its paragraph, with the paragraphs around it. */
export function place(index: SpeechIndex, request: PassageRequest): PlaceAnswer | NothingFound {
  const found = index.place(request.passage);
  if (found === undefined) return gone('passage');
  const { speech, passage } = found;
  const around = request.around ?? DEFAULT_AROUND;
  const paragraphs = paragraphsOf(speech);
  const at = paragraphs.findIndex(({ paragraph }) => paragraph === passage.paragraph);
  const own = paragraphs[at] ?? { ...passage, kind: 'text' };
  return {
    kind: 'place',
    passage: passage.id,
    title: speech.title,
    date: speech.date,
    genre: speech.genre,
    text: wordsAt(speech, passage),
    paragraph: {
      text: wordsAt(speech, own),
      mark: { start: passage.start - own.start, end: passage.end - own.start },
    },
    before: paragraphs.slice(Math.max(0, at - around), at).map((paragraph) => placed(speech, paragraph)),
    after: paragraphs.slice(at + 1, at + 1 + around).map((paragraph) => placed(speech, paragraph)),
    section: sectionAround(speech, passage),
    citation: cite(speech, passage),
  };
}

/** A paragraph as a span of its speech's text. */
interface Paragraph extends Span {
  paragraph: number;
  kind: PlacedParagraph['kind'];
  path: string[];
}

/** Marks that close a heading and are no part of its words. */
const CLOSING = /^[。；：！？，、.;:!?,]+/;

/**
 * The paragraphs of a speech in their order: those of its headings, and those that its passages divide. A run-in heading
 * is a part of its paragraph.
 */
function paragraphsOf(speech: Speech): Paragraph[] {
  const paragraphs = new Map<number, Paragraph>();
  for (const { section, ancestors } of walkSections(speech.sections)) {
    if (section.kind !== 'heading') continue;
    const { paragraph, start, headingEnd } = section;
    const closed = CLOSING.exec(speech.text.slice(headingEnd, section.end))?.[0].length ?? 0;
    paragraphs.set(paragraph, {
      paragraph,
      kind: 'heading',
      path: headingPath(ancestors),
      start,
      end: headingEnd + closed,
    });
  }
  for (const { paragraph, path, start, end } of speech.passages) {
    const before = paragraphs.get(paragraph);
    const span = { start: Math.min(before?.start ?? start, start), end: Math.max(before?.end ?? end, end) };
    paragraphs.set(paragraph, { paragraph, kind: 'text', path: before?.kind === 'text' ? before.path : path, ...span });
  }
  return [...paragraphs.values()].sort((a, b) => a.paragraph - b.paragraph);
}

const placed = (speech: Speech, paragraph: Paragraph): PlacedParagraph => ({
  paragraph: paragraph.paragraph,
  text: wordsAt(speech, paragraph),
  kind: paragraph.kind,
  citation: cite(speech, paragraph),
});

/** The innermost heading's section; of a speech without headings, the point. */
function sectionAround(speech: Speech, passage: Passage): PlaceAnswer['section'] {
  const first = { start: passage.start, end: passage.start + 1 };
  const points = new Set<Section>(mainSections(speech.sections));
  const held = [...walkSections(speech.sections)]
    .map(({ section }) => section)
    .filter((section) => contains(section, first) && (section.kind === 'heading' || points.has(section)));
  const innermost = held.at(-1);
  return innermost === undefined ? null : { id: sectionId(speech, innermost), heading: innermost.heading };
}
