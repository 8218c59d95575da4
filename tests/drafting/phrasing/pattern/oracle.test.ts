import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Concordance, concordance } from '../../../../src/drafting/phrasing/pattern/index.ts';
import { CharacterIndex } from '../../../../src/indexing/index.ts';
import type { Speech } from '../../../../src/speech/index.ts';
import { normaliseDocumentText } from '../../../../src/text/index.ts';
import { plainSpeech } from '../../../support/plain-speech.ts';
import { reopened } from '../../../support/section-files.ts';
import { type Drawn, type NaiveMatch, naiveMatches, typed } from './naive-matcher.ts';

const LETTERS = ['夯', '实', '基', '𠀀', 'a'];
const PIECES = [
  ...LETTERS,
  ...LETTERS,
  ...LETTERS,
  '實',
  'Ａ',
  '⑴',
  '，',
  '、',
  '。',
  '“',
  '”',
  '（',
  '）',
  '…',
  ' ',
  '\n',
  '+',
  '\ud840',
];

const paragraph = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 30 })
  .map((pieces) => pieces.join(''));
const corpus = fc
  .array(fc.array(paragraph, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 })
  .map((all) => all.map((paragraphs, i) => plainSpeech(`s${i}`, '夯实', paragraphs)));

const word = fc.array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: 2 }).map((letters) => letters.join(''));
const literal = fc.oneof(
  { weight: 4, arbitrary: word },
  { weight: 1, arbitrary: fc.tuple(word, fc.constantFrom(',', '。', '、', '”'), word).map((all) => all.join('')) },
);
const wild: fc.Arbitrary<Drawn> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ run: true } as const) },
  { weight: 2, arbitrary: fc.record({ one: fc.integer({ min: 1, max: 2 }) }) },
);
const solid: fc.Arbitrary<Drawn> = fc.oneof(
  { weight: 4, arbitrary: literal },
  { weight: 2, arbitrary: fc.record({ any: fc.array(word, { minLength: 1, maxLength: 3 }) }) },
  { weight: 2, arbitrary: fc.record({ all: fc.array(word, { minLength: 1, maxLength: 3 }) }) },
);
/** No two wild pieces side by side: `**` is read as one. */
const part: fc.Arbitrary<Drawn[]> = fc
  .tuple(
    fc.option(wild, { nil: null }),
    fc.array(fc.tuple(solid, fc.option(wild, { nil: null })), { maxLength: 3 }),
    solid,
    fc.option(wild, { nil: null }),
  )
  .map(([first, middle, last, end]) => [first, ...middle.flat(), last, end].filter((piece) => piece !== null));
const runsOf = (piece: Drawn): number => {
  if (typeof piece === 'string') return 0;
  return 'all' in piece ? piece.all.length - 1 : Number('run' in piece);
};
/** More runs than eight are refused. */
const parts = fc
  .oneof(
    { weight: 3, arbitrary: fc.tuple(part) },
    { weight: 1, arbitrary: fc.array(part, { minLength: 2, maxLength: 3 }) },
  )
  .filter((all) => all.flat().reduce((sum, piece) => sum + runsOf(piece), 0) <= 8);

const ALL = { context: 4, limit: 10_000, examples: 10_000 };

function ask(speeches: readonly Speech[], pattern: string, filter?: (speech: Speech) => boolean): Concordance {
  const characters = CharacterIndex.build(speeches);
  const answer = concordance({ speeches, characters }, pattern, filter === undefined ? ALL : { ...ALL, filter });
  if (answer.kind !== 'concordance') throw new Error(`${pattern} is refused`);
  return answer;
}

const speechesOf = (matches: readonly NaiveMatch[]): number => new Set(matches.map(({ speech }) => speech)).size;

function groupsOf(matches: readonly NaiveMatch[]): NaiveMatch[][] {
  const byKey = new Map<string, NaiveMatch[]>();
  for (const match of matches) byKey.set(match.key, [...(byKey.get(match.key) ?? []), match]);
  return [...byKey.values()];
}

const inOrder = (matches: readonly NaiveMatch[]): NaiveMatch[] =>
  matches.toSorted((a, b) => a.speech.localeCompare(b.speech) || a.start - b.start);

describe('a pattern over any speeches', () => {
  it('finds what a matcher finds that tries every way at every place', () => {
    fc.assert(
      fc.property(corpus, parts, (speeches, drawn) => {
        const expected = naiveMatches(speeches, drawn);
        const answer = ask(speeches, drawn.map(typed).join(' '));
        const found = answer.fillings.flatMap(({ examples }) =>
          examples.map(({ citation }) => ({ ...citation, key: '', taken: [] })),
        );
        expect(inOrder(found).map(({ speech, start, end }) => [speech, start, end])).toEqual(
          inOrder(expected).map(({ speech, start, end }) => [speech, start, end]),
        );
      }),
      { numRuns: 600 },
    );
  });

  it('counts as a recount does, and tells the most common first', () => {
    fc.assert(
      fc.property(corpus, parts, (speeches, drawn) => {
        const expected = naiveMatches(speeches, drawn);
        const answer = ask(speeches, drawn.map(typed).join(' '));
        expect(answer.count).toBe(expected.length);
        expect(answer.speeches).toBe(speechesOf(expected));
        const recount = groupsOf(expected).map((group) => [speechesOf(group), group.length, group[0]?.key.length]);
        recount.sort(([a = 0, b = 0, c = 0], [d = 0, e = 0, f = 0]) => d - a || e - b || c - f);
        expect(answer.distinct).toBe(recount.length);
        expect(answer.fillings.map(({ count, speeches: spread }) => [spread, count])).toEqual(
          recount.map(([spread, count]) => [spread, count]),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('tells what wildcards and alternatives took', () => {
    fc.assert(
      fc.property(corpus, parts, (speeches, drawn) => {
        // What takes a part of ⑴ shows it whole; a blank between two characters is layout, and shown as it stands.
        fc.pre(!speeches.some(({ text }) => /[⑴…]/.test(text)));
        const firsts = new Map(
          groupsOf(naiveMatches(speeches, drawn)).map(([first]) => [
            `${first?.speech} ${first?.start} ${first?.end}`,
            first?.taken,
          ]),
        );
        for (const { taken, examples } of ask(speeches, drawn.map(typed).join(' ')).fillings) {
          const { speech, start, end } = examples[0].citation;
          expect(taken.map(normaliseDocumentText)).toEqual(firsts.get(`${speech} ${start} ${end}`));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('cites the very words, with what stands beside them', () => {
    fc.assert(
      fc.property(corpus, parts, fc.nat({ max: 6 }), (speeches, drawn, context) => {
        const byId = new Map(speeches.map((speech) => [speech.id, speech.text]));
        const characters = CharacterIndex.build(speeches);
        const answer = concordance({ speeches, characters }, drawn.map(typed).join(' '), { ...ALL, context });
        if (answer.kind !== 'concordance') return;
        for (const { left, match, right, citation } of answer.fillings.flatMap(({ examples }) => examples)) {
          const text = byId.get(citation.speech) ?? '';
          expect(text.slice(citation.start, citation.end)).toBe(match);
          expect(text.slice(0, citation.start).endsWith(left)).toBe(true);
          expect(text.slice(citation.end).startsWith(right)).toBe(true);
          expect([...left].length).toBeLessThanOrEqual(context);
          expect([...right].length).toBeLessThanOrEqual(context);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('looks at the speeches that are kept, and at no other', () => {
    fc.assert(
      fc.property(corpus, parts, fc.subarray(['s0', 's1', 's2', 's3']), (speeches, drawn, kept) => {
        const pattern = drawn.map(typed).join(' ');
        const filtered = ask(speeches, pattern, ({ id }) => kept.includes(id));
        const alone = ask(
          speeches.filter(({ id }) => kept.includes(id)),
          pattern,
        );
        expect(filtered).toEqual(alone);
      }),
      { numRuns: 200 },
    );
  });

  it('answers the same from an index that was read back', () => {
    fc.assert(
      fc.property(corpus, parts, (speeches, drawn) => {
        const characters = CharacterIndex.fromSections(reopened(CharacterIndex.build(speeches).toSections()));
        const pattern = drawn.map(typed).join(' ');
        expect(concordance({ speeches, characters }, pattern, ALL)).toEqual(ask(speeches, pattern));
      }),
      { numRuns: 100 },
    );
  });
});
