import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Language, release, type Texts, textsIn } from '../../src/assistant/index.ts';
import { blockKitProblems, viewProblems } from '../../src/demo/block-kit-validator.ts';
import type { Answer, PassagesAnswer } from '../../src/drafting/index.ts';
import { citationLine } from '../../src/slack/blocks/elements.ts';
import {
  answerModal,
  askForm,
  goneView,
  homeView,
  inspectionMessage,
  type Message,
  placeView,
  toMessage,
  withoutTables,
} from '../../src/slack/blocks/index.ts';
import { inOrder, printable } from '../../src/slack/blocks/reading-order.ts';
import { type Audience, type Citation, digestOf, EVERYTHING } from '../../src/speech/index.ts';
import { answer, hit, listings, place, trace, words } from '../support/arbitrary-answers.ts';
import { speechFrom } from '../support/corpus.ts';
import { BARE, EVERY_VERB, WITH_BUTTONS } from '../support/drawing.ts';

const language = fc.constantFrom<Language>('zh', 'en');
const audience = fc.record<Audience>({ internal: fc.boolean(), hidden: fc.constantFrom([], ['内部/']) });
const METADATA = 'C012AB-1700000000.000100';

const draw = (texts: Texts, given: Answer, seenBy = EVERYTHING, drawing = BARE): Message =>
  toMessage(texts, { kind: 'answer', answer: release(given, seenBy) }, drawing);

/** Every string below a value, with the key it stands under. */
function* strings(value: unknown, key = ''): Generator<{ key: string; text: string }> {
  if (typeof value === 'string') yield { key, text: value };
  else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      yield* strings(inner, Array.isArray(value) ? key : name);
    }
  }
}

const SHOWN = new Set(['text', 'fallback', 'initial_value']);
/** What is read of blocks, in order. */
const shownIn = (value: unknown): string =>
  [...strings(value)]
    .filter(({ key }) => SHOWN.has(key))
    .map(({ text }) => text)
    .join('');

/** What Slack keeps for us and sends back. */
const keptIn = (value: unknown): string[] =>
  [...strings(value)]
    .filter(({ key }) => ['value', 'action_id', 'block_id', 'private_metadata', 'callback_id'].includes(key))
    .map(({ text }) => text);

const expectIdsAlone = (value: unknown): void =>
  expect(keptIn(value).filter((kept) => !/^[\w.~,:-]*$/.test(kept))).toEqual([]);

/** What turns the order of reading: each text that holds it closes what it opens. */
function turnsSomethingRound(text: string): boolean {
  let open = 0;
  for (const unit of text) {
    if (unit === '\u2066' || unit === '\u2068') open++;
    if (unit === '\u2069') open--;
    if (open < 0) return true;
  }
  return open !== 0 || /[\u202A-\u202E\u2067\p{Surrogate}]/u.test(text);
}

const expectInOrder = (value: unknown): void =>
  expect([...strings(value)].filter(({ key, text }) => SHOWN.has(key) && turnsSomethingRound(text))).toEqual([]);

describe('every answer', () => {
  it('as a message and as a window keeps within Slack’s limits, pings nobody, keeps ids alone and turns nothing round', () => {
    fc.assert(
      fc.property(answer, audience, language, (given, seenBy, spoken) => {
        const texts = textsIn(spoken);
        const message = draw(texts, given, seenBy, WITH_BUTTONS);
        expect(blockKitProblems({ ...message })).toEqual([]);
        expect(blockKitProblems({ ...message, blocks: withoutTables(message.blocks) })).toEqual([]);
        const view = answerModal(texts, message, {
          title: '一个很长很长很长很长很长很长很长很长的标题',
          metadata: METADATA,
        });
        expect(viewProblems(view)).toEqual([]);
        for (const drawn of [message, view]) {
          expectIdsAlone(drawn);
          expectInOrder(drawn);
        }
      }),
      { numRuns: 250 },
    );
  });

  it('with many passages shows each with its citation below it, in blocks and in text, and says how many more there are', () => {
    fc.assert(
      fc.property(
        fc.array(hit, { minLength: 1, maxLength: 30 }),
        fc.nat({ max: 9 }),
        language,
        (hits, more, spoken) => {
          const texts = textsIn(spoken);
          const given: PassagesAnswer = { kind: 'passages', query: '题', corrections: [], hits, more };
          const { blocks, text } = draw(texts, given);
          const shown = blocks.filter(({ type }) => type === 'rich_text').length;
          expect(blocks.slice(1, 1 + 2 * shown).map(({ type }) => type)).toEqual(
            Array.from({ length: shown }, () => ['rich_text', 'context']).flat(),
          );
          hits.slice(0, shown).forEach((one, i) => {
            expect(printable(shownIn(blocks[2 + 2 * i]))).toContain(printable(citationLine(texts, one.citation)));
          });
          if (hits.length - shown + more > 0)
            expect(shownIn(blocks.at(-1))).toBe(texts.more(hits.length - shown + more));
          const told = text.match(/^\u2066?\d+\. /gm)?.length ?? 0;
          expect(told).toBeGreaterThan(0);
          expect(text.split('\n').filter((line) => line.includes(' · ')).length).toBeGreaterThanOrEqual(told);
        },
      ),
      { numRuns: 60 },
    );
  });
});

const isCited = (texts: Texts, drawn: string, { paragraph }: Citation): boolean =>
  drawn.includes(paragraph === 0 ? texts.titleBlock : texts.paragraph(paragraph));

describe('a passage in its place', () => {
  it('is within the limits with all its buttons, its citation and every restriction', () => {
    fc.assert(
      fc.property(place, language, (given, spoken) => {
        const texts = textsIn(spoken);
        const view = placeView(texts, given, { metadata: METADATA, offers: EVERY_VERB });
        expect(viewProblems(view)).toEqual([]);
        expectIdsAlone(view);
        expectInOrder(view);
        const drawn = shownIn(view);
        expect(isCited(texts, drawn, given.citation)).toBe(true);
        for (const { restriction } of given.citation.rights) expect(drawn).toContain(texts.restrictions[restriction]);
        const copied = [...strings(view)].find(({ key }) => key === 'initial_value')?.text ?? '';
        expect(isCited(texts, copied, given.citation)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('that is gone says so', () => {
    for (const spoken of ['zh', 'en'] as const) {
      expect(viewProblems(goneView(textsIn(spoken), { metadata: METADATA }))).toEqual([]);
    }
  });
});

describe('traced sentences', () => {
  it('each have a row with place and rights, or are counted', () => {
    fc.assert(
      fc.property(trace, language, (given, spoken) => {
        const texts = textsIn(spoken);
        const { blocks } = draw(texts, given);
        const table = blocks.find((block) => block.type === 'table');
        const rows = table?.type === 'table' ? table.rows.slice(1) : [];
        const differs = given.sentences.some(({ match }) => match !== null && match.differences.length > 0);
        expect(rows.every((row) => row.length === 5 || (row.length === 4 && !differs))).toBe(true);
        const unlisted = given.sentences.length - rows.length;
        if (unlisted > 0 && rows.length > 0) expect(shownIn(blocks)).toContain(texts.views.trace.notListed(unlisted));
        rows.forEach((row, i) => {
          const match = given.sentences[i]?.match;
          if (match === null || match === undefined) return;
          expect(isCited(texts, shownIn(row[2]), match.citation)).toBe(true);
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe('the Home tab', () => {
  it('is within the limits whatever the corpus holds', () => {
    const home = fc.record({ speeches: listings, passages: fc.nat(), fresh: listings });
    fc.assert(
      fc.property(home, language, (given, spoken) => {
        const view = homeView(textsIn(spoken), { ...given, now: new Date('2026-03-01T08:00:00Z') });
        expect(viewProblems(view)).toEqual([]);
        expectIdsAlone(view);
        expectInOrder(view);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a form', () => {
  it('is within the limits, whatever it is filled with', () => {
    fc.assert(
      fc.property(words, language, (topic, spoken) => {
        const view = askForm(textsIn(spoken), {
          metadata: METADATA,
          given: { kind: 'phrasing', topic, genre: 'forum' },
        });
        expect(viewProblems(view)).toEqual([]);
        expectIdsAlone(view);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a file as it was read', () => {
  it('is within the limits, whatever it holds', () => {
    const line = fc.oneof(
      words,
      fc.constantFrom('一、把底数摸清', '（一）清点系统', '三、放眼明年', '内部资料，请勿外传', '同志们：'),
    );
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 40 }), language, (lines, spoken) => {
        const speech = readable(lines.join('\n'));
        const message = inspectionMessage(textsIn(spoken), digestOf(speech, 3), 'q-1f');
        expect(blockKitProblems({ ...message })).toEqual([]);
        expectIdsAlone(message.blocks);
        expectInOrder(message.blocks);
      }),
      { numRuns: 40 },
    );
  });
});

const readable = (text: string) => speechFrom(`在某市水利会上的讲话\n同志们：\n今年的水利工作难处不少。\n${text}`);

describe('a document’s words', () => {
  it('are shown as they are where nothing in them turns the order of reading', () => {
    for (const text of ['夯实基础，GDP 5G。', '第一行\n第二行\t制表', '😀 emoji']) expect(inOrder(text)).toBe(text);
  });

  it('lose controls of direction, and isolate what is written from right to left', () => {
    expect(inOrder('\u202e反\u202c')).toBe('反');
    expect(inOrder('《אבג דה》第 3 段')).toBe('《\u2068אבג דה\u2069》第 3 段');
    expect(inOrder('\u202e')).toBe('\uFFFD');
    expect(printable('a\ud800b\u0007')).toBe('a\uFFFDb\uFFFD');
  });

  it('are isolated once, however often they are drawn', () => {
    fc.assert(
      fc.property(words, (text) => {
        expect(inOrder(inOrder(text))).toBe(inOrder(text));
      }),
    );
  });
});
