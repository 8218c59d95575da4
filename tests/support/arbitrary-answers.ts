import fc from 'fast-check';
import type {
  Answer,
  PhraseItem,
  PlaceAnswer,
  SkeletonSection,
  SourceMatch,
  SpeechListing,
  TraceAnswer,
  TracedSentence,
} from '../../src/drafting/index.ts';
import { PHRASE_KINDS } from '../../src/drafting/index.ts';
import { type Citation, GENRES, RESTRICTIONS } from '../../src/speech/index.ts';

/** Words as hostile documents and long ones have them: pings, formatting, emoji, bidirectional marks, thousands of characters. */
const hostile = fc.constantFrom(
  '<!here>',
  '<!channel> &amp;',
  '<@U012AB3CD>',
  '*粗* _斜_ `码` ~删~',
  ':smile:',
  '\u202e反\u202c',
  '😀'.repeat(40),
  '\u0000',
  '\ud800 孤 \udc00',
  'العربية 2020 עברית',
  'א1'.repeat(40),
  '\u2067\u202e',
);
export const words = fc.oneof(
  hostile,
  fc.string({ minLength: 1, maxLength: 60, unit: 'binary' }).filter((text) => text.trim() !== ''),
  fc.integer({ min: 1, max: 3000 }).map((length) => '夯实基础，'.repeat(Math.ceil(length / 5)).slice(0, length)),
);

/** A few, or as many as no message has room for. */
const many = <Item>(item: fc.Arbitrary<Item>): fc.Arbitrary<Item[]> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.array(item, { minLength: 1, maxLength: 6 }) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(item, item)
        .map(([one, other]) => Array.from({ length: 200 }, (_, i) => (i % 2 === 0 ? one : other))),
    },
  );

const noneOrMany = <Item>(item: fc.Arbitrary<Item>): fc.Arbitrary<Item[]> =>
  fc.oneof({ weight: 1, arbitrary: fc.array(item, { maxLength: 0 }) }, { weight: 5, arbitrary: many(item) });

/** Ids as the index makes them: of content, so that no words are in them. */
const id = fc.stringMatching(/^[0-9a-f]{12}(-[0-9a-f]{8})?$/);

const citation: fc.Arbitrary<Citation> = fc.record({
  speech: id,
  title: words,
  date: fc.constantFrom(null, '2020', '2020-01-08'),
  path: fc.array(words, { maxLength: 6 }),
  paragraph: fc.nat({ max: 2000 }),
  start: fc.nat(),
  end: fc.nat(),
  file: words,
  rights: fc.array(fc.record({ text: words, restriction: fc.constantFrom(...RESTRICTIONS.slice(1)) }), {
    maxLength: 3,
  }),
});

const marks = fc.array(fc.nat({ max: 500 }), { maxLength: 12 }).map((places) => {
  const bounds = [...new Set(places)].sort((a, b) => a - b);
  return bounds.flatMap((start, i) =>
    i % 2 === 0 && bounds[i + 1] !== undefined ? [{ start, end: bounds[i + 1] ?? start }] : [],
  );
});

export const hit = fc.record({
  passage: id,
  text: words,
  snippet: words,
  marks,
  score: fc.double({ min: 0, max: 100, noNaN: true }),
  citation,
  alsoIn: fc.array(citation, { maxLength: 3 }),
});

const alternative = fc.record({
  id,
  heading: words,
  blanks: marks,
  citation,
});

const sectionAt = (depth: number): fc.Arbitrary<SkeletonSection> =>
  fc.record({
    id,
    blanks: marks,
    characters: fc.nat(),
    support: fc.record({
      sections: fc.array(alternative, { maxLength: 3 }),
      terms: fc.array(words, { maxLength: 6 }),
      coverage: fc.constant(0.5),
      answers: fc.constant(0.5),
      fit: fc.constant(0.5),
    }),
    kind: fc.constantFrom('heading', 'point'),
    level: fc.constant(depth),
    marker: fc.constantFrom('一、', '（二）', '三是', ''),
    heading: words,
    role: fc.constant(null),
    citation,
    alternatives: fc.array(alternative, { maxLength: 5 }),
    sections: depth < 3 ? fc.array(sectionAt(depth + 1), { maxLength: 3 }) : fc.constant([]),
  });

const delivered = fc.record({
  kind: fc.constant('delivered' as const),
  title: words,
  date: fc.constantFrom('2021-01-02', null),
  sections: many(sectionAt(1)),
  stretches: fc.array(fc.record({ role: fc.constant('opening' as const), characters: fc.nat(), citation }), {
    maxLength: 2,
  }),
});

export const composed = fc.record({
  kind: fc.constant('composed' as const),
  title: fc.constant(''),
  date: fc.constant(null),
  sections: fc.array(sectionAt(1), { minLength: 1, maxLength: 8 }),
});

const headingSet = fc.record({
  frame: fc.option(words),
  headings: fc.array(
    alternative.map((member) => ({ ...member, marker: '一要' })),
    { minLength: 3, maxLength: 12 },
  ),
});

export const phraseItem: fc.Arbitrary<PhraseItem> = fc.record({
  text: words,
  count: fc.integer({ min: 1, max: 9999 }),
  speeches: fc.integer({ min: 1, max: 999 }),
  citations: fc.tuple(citation, citation).map(([first, second]): [Citation, ...Citation[]] => [first, second]),
  examples: fc.array(fc.record({ left: words, match: words, right: words, citation }), { minLength: 1, maxLength: 3 }),
  isSetPhrase: fc.boolean(),
  changed: fc.array(fc.record({ from: words, to: words, evidence: fc.array(words, { maxLength: 3 }) }), {
    maxLength: 3,
  }),
});

const difference = fc.record({ quote: words, source: words });
const sourceMatch: fc.Arbitrary<SourceMatch> = fc.record({
  kind: fc.constantFrom('exact', 'near'),
  similarity: fc.double({ min: 0, max: 1, noNaN: true }),
  differences: fc.array(difference, { maxLength: 10 }),
  text: words,
  citation,
});

const nullable = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> => fc.option(value, { freq: 3 });
const genre = nullable(fc.constantFrom(...GENRES));
const date = fc.constantFrom(null, '1998', '2021-01-02');
const placed = fc.record({
  paragraph: fc.nat({ max: 900 }),
  text: words,
  kind: fc.constantFrom('heading' as const, 'text' as const),
  citation,
});

export const place: fc.Arbitrary<PlaceAnswer> = fc.record({
  kind: fc.constant('place' as const),
  passage: id,
  title: words,
  date,
  genre,
  text: words,
  paragraph: fc.tuple(words, words, words).map(([before, text, after]) => ({
    text: before + text + after,
    mark: { start: before.length, end: before.length + text.length },
  })),
  before: fc.array(placed, { maxLength: 8 }),
  after: fc.array(placed, { maxLength: 8 }),
  section: nullable(fc.record({ id, heading: words })),
  citation,
});

const tracedSentence: fc.Arbitrary<TracedSentence> = fc.oneof(
  fc.record({ quote: words, match: sourceMatch, more: fc.nat({ max: 5 }) }),
  fc.record({
    quote: words,
    match: fc.constant(null),
    everywhere: fc.integer({ min: 2, max: 90 }),
    more: fc.constant(0),
  }),
  fc.record({ quote: words, match: fc.constant(null), more: fc.constant(0) }),
);
export const trace: fc.Arbitrary<TraceAnswer> = fc.record({
  kind: fc.constant('trace' as const),
  sentences: noneOrMany(tracedSentence),
  left: fc.nat({ max: 50 }),
});

const listing: fc.Arbitrary<SpeechListing> = fc
  .record({ speech: id, title: words, date, genre, citation })
  .map((speech) => ({ ...speech, citation: { ...speech.citation, title: speech.title, path: [], paragraph: 0 } }));
export const listings = noneOrMany(listing);

export const answer: fc.Arbitrary<Answer> = fc.oneof(
  place,
  trace,
  fc.record({ kind: fc.constant('overview' as const), passages: fc.nat(), speeches: listings }),
  fc.record({
    kind: fc.constant('passages' as const),
    query: words,
    corrections: fc.array(fc.record({ typed: fc.constantFrom('党健', '<!channel>'), read: fc.constant('党建') }), {
      maxLength: 3,
    }),
    hits: many(hit),
    more: fc.nat(),
  }),
  fc.record({
    kind: fc.constant('skeletons' as const),
    query: words,
    nearBy: fc.constantFrom('topic' as const, 'genre' as const),
    skeletons: fc
      .tuple(fc.array(delivered, { minLength: 1, maxLength: 3 }), composed)
      .map(([all, one]) => [...all, one]),
    sets: fc.array(headingSet, { maxLength: 6 }),
  }),
  fc.record({
    kind: fc.constant('phrasing' as const),
    query: words,
    groups: fc.tuple(
      ...PHRASE_KINDS.map((kind) =>
        fc.array(phraseItem, { minLength: 1, maxLength: 12 }).map((items) => ({ kind, items, more: 3 })),
      ),
    ),
  }),
  fc.record({
    kind: fc.constant('sources' as const),
    quote: words,
    matches: many(sourceMatch),
    unmatched: many(words),
  }),
  fc.record({
    kind: fc.constant('nothing' as const),
    asked: fc.constantFrom('find', 'outline', 'phrase', 'source', 'passage', 'speech-skeleton'),
    query: words,
    lookedFor: fc.array(words, { minLength: 1, maxLength: 40 }),
    nearest: fc.array(words, { maxLength: 6 }),
  }),
);
