import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { release, textsIn } from '../../src/assistant/index.ts';
import { blockKitProblems } from '../../src/demo/block-kit-validator.ts';
import { PHRASE_KINDS } from '../../src/drafting/index.ts';
import { alternativesMessage, sentenceMessage, sharedMessage, toMessage } from '../../src/slack/blocks/index.ts';
import { type Audience, type Citation, strictest } from '../../src/speech/index.ts';
import { composed, hit, phraseItem, words } from '../support/arbitrary-answers.ts';
import { BARE, WITH_BUTTONS } from '../support/drawing.ts';

const audience = fc.record<Audience>({ internal: fc.boolean(), hidden: fc.constantFrom([], ['内部/']) });
const language = fc.constantFrom('zh', 'en');

describe('every message', () => {
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
        const reply = { kind: 'answer' as const, answer: release(skeletons, seenBy) };
        const texts = textsIn(spoken);
        for (const draw of [toMessage, alternativesMessage, sharedMessage]) {
          expect(blockKitProblems({ ...draw(texts, reply, WITH_BUTTONS) })).toEqual([]);
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
          answer: { kind: 'phrasing' as const, query, groups: all },
        };
        const request = { kind: 'phrase' as const, query, filters: { year: 2020 } };
        const message = toMessage(textsIn(spoken), reply, { ...WITH_BUTTONS, request });
        expect(blockKitProblems({ ...message })).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('of help and of our own sentences too', () => {
    fc.assert(
      fc.property(words, language, (word, spoken) => {
        const help = toMessage(textsIn(spoken), { kind: 'help', unknownWord: word }, BARE);
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
          { kind: 'answer', answer: { kind: 'passages', query: '题', corrections: [], hits, more: 0 } },
          BARE,
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
      { kind: 'answer', answer: { kind: 'passages', query: '底数', corrections: [], hits, more: 0 } },
      BARE,
    );
    expect(JSON.stringify(blocks[1])).toContain('{"type":"text","text":"底数","style":{"bold":true}}');
  });
});
