import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Audience, release, textsIn } from '../../src/assistant/index.ts';
import type { Answer, PhraseItem, SkeletonSection } from '../../src/drafting/index.ts';
import { PHRASE_KINDS } from '../../src/drafting/index.ts';
import { sentenceMessage, skeletonMessage, toMessage } from '../../src/slack/blocks/index.ts';
import type { Citation } from '../../src/speech/index.ts';
import { RESTRICTIONS, strictest } from '../../src/speech/index.ts';
import { blockKitProblems } from '../support/block-kit-validator.ts';

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
);
const words = fc.oneof(
  hostile,
  fc.string({ minLength: 1, maxLength: 60, unit: 'binary' }).filter((text) => text.trim() !== ''),
  fc.integer({ min: 1, max: 3000 }).map((length) => '夯实基础，'.repeat(Math.ceil(length / 5)).slice(0, length)),
);

const citation: fc.Arbitrary<Citation> = fc.record({
  speech: fc.string(),
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

const hit = fc.record({
  passage: fc.string(),
  text: words,
  snippet: words,
  marks,
  score: fc.double({ min: 0, max: 100, noNaN: true }),
  citation,
  alsoIn: fc.array(citation, { maxLength: 3 }),
});

const alternative = fc.record({
  id: fc.string({ minLength: 26, maxLength: 26, unit: 'grapheme-ascii' }).map((id) => id.replace(/[^\w.-]/g, '-')),
  heading: words,
  blanks: marks,
  citation,
});

const sectionAt = (depth: number): fc.Arbitrary<SkeletonSection> =>
  fc.record({
    id: alternative.map(({ id }) => id),
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
    sections: depth < 3 ? fc.array(sectionAt(depth + 1), { maxLength: 5 }) : fc.constant([]),
  });

const delivered = fc.record({
  kind: fc.constant('delivered' as const),
  title: words,
  date: fc.constantFrom('2021-01-02', null),
  sections: fc.array(sectionAt(1), { minLength: 1, maxLength: 20 }),
  stretches: fc.array(fc.record({ role: fc.constant('opening' as const), characters: fc.nat(), citation }), {
    maxLength: 2,
  }),
});

const composed = fc.record({
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

const phraseItem: fc.Arbitrary<PhraseItem> = fc.record({
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

const answer: fc.Arbitrary<Answer> = fc.oneof(
  fc.record({
    kind: fc.constant('passages' as const),
    query: words,
    corrections: fc.array(fc.record({ typed: fc.constantFrom('党健', '<!channel>'), read: fc.constant('党建') }), {
      maxLength: 3,
    }),
    hits: fc.array(hit, { minLength: 1, maxLength: 5 }),
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
    matches: fc.array(
      fc.record({
        kind: fc.constantFrom('exact', 'near'),
        similarity: fc.double({ min: 0, max: 1, noNaN: true }),
        differences: fc.array(fc.record({ quote: words, source: words }), { maxLength: 10 }),
        text: words,
        citation,
      }),
      {
        minLength: 1,
        maxLength: 5,
      },
    ),
  }),
  fc.record({
    kind: fc.constant('nothing' as const),
    asked: fc.constantFrom('find', 'outline', 'phrase', 'source'),
    query: words,
    lookedFor: fc.array(words, { minLength: 1, maxLength: 40 }),
    nearest: fc.array(words, { maxLength: 6 }),
  }),
);

const audience = fc.constantFrom<Audience>('insider', 'public');
const language = fc.constantFrom('zh', 'en');

describe('every message', () => {
  it('keeps within Slack’s limits and pings nobody, whatever the corpus and the question hold', () => {
    fc.assert(
      fc.property(answer, audience, language, fc.boolean(), (given, seenBy, spoken, forInsider) => {
        const reply = { kind: 'answer' as const, ...release(given, seenBy) };
        expect(blockKitProblems({ ...toMessage(textsIn(spoken), reply, forInsider) })).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('of a composed skeleton with its buttons, and what these bring', () => {
    fc.assert(
      fc.property(composed, audience, language, (skeleton, seenBy, spoken) => {
        const skeletons = {
          kind: 'skeletons' as const,
          query: '',
          nearBy: 'topic' as const,
          skeletons: [skeleton],
          sets: [],
        };
        const reply = { kind: 'answer' as const, ...release(skeletons, seenBy) };
        const texts = textsIn(spoken);
        expect(blockKitProblems({ ...toMessage(texts, reply, true, ['alternatives', 'share']) })).toEqual([]);
        for (const what of ['alternatives', 'share'] as const) {
          expect(blockKitProblems({ ...skeletonMessage(texts, reply, what, 'U012345') })).toEqual([]);
        }
      }),
    );
  });

  it('of phrasing with its buttons, for one kind and for all', () => {
    const group = fc.record({
      kind: fc.constantFrom(...PHRASE_KINDS),
      items: fc.array(phraseItem, { minLength: 1, maxLength: 30 }),
      more: fc.nat(),
    });
    const groups = fc.uniqueArray(group, {
      minLength: 1,
      maxLength: PHRASE_KINDS.length,
      selector: ({ kind }) => kind,
    });
    fc.assert(
      fc.property(groups, words, language, (all, query, spoken) => {
        const reply = {
          kind: 'answer' as const,
          withheld: 0,
          answer: { kind: 'phrasing' as const, query, groups: all },
        };
        const request = { kind: 'phrase' as const, query, filters: { year: 2020 } };
        const message = toMessage(textsIn(spoken), reply, true, ['share'], request);
        expect(blockKitProblems({ ...message })).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('of help and of our own sentences too', () => {
    fc.assert(
      fc.property(words, language, (word, spoken) => {
        const help = toMessage(textsIn(spoken), { kind: 'help', unknownWord: word }, true);
        expect(blockKitProblems({ ...help })).toEqual([]);
        expect(blockKitProblems({ ...sentenceMessage(word) })).toEqual([]);
      }),
    );
  });
});

describe('a passage', () => {
  it('is followed by a line with its citation and the strictest of its notices', () => {
    fc.assert(
      fc.property(fc.array(hit, { minLength: 1, maxLength: 5 }), (hits) => {
        const texts = textsIn('zh');
        const { blocks } = toMessage(
          texts,
          { kind: 'answer', withheld: 0, answer: { kind: 'passages', query: '题', corrections: [], hits, more: 0 } },
          true,
        );
        const shown = blocks.filter((block) => block.type === 'rich_text' || block.type === 'context');
        expect(shown.map((block) => block.type)).toEqual(hits.flatMap(() => ['rich_text', 'context']));
        hits.forEach((one, i) => {
          const line = JSON.stringify(shown[i * 2 + 1]);
          expect(line).toContain(texts.restrictions[strictest(one.citation.rights)]);
          expect(line).toContain(
            one.citation.paragraph === 0 ? texts.titleBlock : texts.paragraph(one.citation.paragraph),
          );
        });
      }),
    );
  });

  it('has its words in bold where they stand', () => {
    const one = { passage: 'p', text: '先摸底数，再定办法。', snippet: '先摸底数，再定办法。', score: 1, alsoIn: [] };
    const where: Citation = {
      speech: 's',
      title: '讲话',
      date: null,
      path: [],
      paragraph: 1,
      start: 0,
      end: 10,
      file: 'f',
      rights: [],
    };
    const hits = [{ ...one, marks: [{ start: 2, end: 4 }], citation: where }];
    const { blocks } = toMessage(
      textsIn('zh'),
      { kind: 'answer', withheld: 0, answer: { kind: 'passages', query: '底数', corrections: [], hits, more: 0 } },
      true,
    );
    expect(JSON.stringify(blocks[1])).toContain('{"type":"text","text":"底数","style":{"bold":true}}');
  });
});
