import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/corpus/index.ts';
import { type Answer, drafterOver, type SkeletonSection } from '../../src/drafting/index.ts';
import { SpeechIndex } from '../../src/indexing/index.ts';
import { type Citation, type Speech, walkSections } from '../../src/speech/index.ts';
import { normaliseText, sentences, terms } from '../../src/text/index.ts';
import { STARTER } from '../support/corpus.ts';
import { isPresent, SHARED_REPORTS, SHARED_SPEECHES } from '../support/shared.ts';

/** Every pair of words shown and citation in an answer. */
function itemsOf(answer: Answer): { words: string; citation: Citation }[] {
  switch (answer.kind) {
    case 'passages':
      return answer.hits.map(({ text, citation }) => ({ words: text, citation }));
    case 'skeletons':
      return answer.skeletons.flatMap((skeleton) => skeleton.sections.flatMap(sectionItems));
    case 'phrasing':
      return answer.groups.flatMap((group) =>
        group.items.flatMap(({ examples, citations }) =>
          citations.map((citation, i) => ({ words: examples[i]?.match ?? '', citation })),
        ),
      );
    case 'sources':
      return answer.matches.map(({ text, citation }) => ({ words: text, citation }));
    case 'place':
      return [
        { words: answer.text, citation: answer.citation },
        ...[...answer.before, ...answer.after].map(({ text, citation }) => ({ words: text, citation })),
      ];
    case 'trace':
      return answer.sentences.flatMap(({ match }) =>
        match === null ? [] : [{ words: match.text, citation: match.citation }],
      );
    case 'overview':
      return [];
    case 'nothing':
      return [];
  }
}

const sectionItems = (section: SkeletonSection): { words: string; citation: Citation }[] => [
  { words: section.heading, citation: section.citation },
  ...section.alternatives.map(({ heading, citation }) => ({ words: heading, citation })),
  ...section.sections.flatMap(sectionItems),
];

/** White space aside; phrasings of several speeches may differ in the width of characters. */
const plain = (words: string): string => normaliseText(words).replace(/\s/g, '');

function questions(speeches: readonly Speech[]): fc.Arbitrary<string> {
  const passages = speeches.flatMap((speech) => speech.passages.map(({ start, end }) => speech.text.slice(start, end)));
  const askable = passages.filter((text) => terms(text).length >= 3);
  return fc.constantFrom(...askable).chain((text) =>
    fc.oneof(
      fc.subarray(terms(text), { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
      fc.constantFrom(...sentences(text).map(({ start, end }) => text.slice(start, end))),
    ),
  );
}

/** A passage and a section of one speech, by their ids. */
const places = (speeches: readonly Speech[]): fc.Arbitrary<{ passage: string; section: string }> =>
  fc.constantFrom(...speeches).chain((speech) =>
    fc.record({
      passage: fc.constantFrom(...speech.passages.map(({ id }) => id)),
      section: fc.constantFrom(
        'none',
        ...[...walkSections(speech.sections)].map(({ section }) => `${speech.id}.${section.start.toString(36)}`),
      ),
    }),
  );

const corpora = [STARTER, SHARED_SPEECHES, SHARED_REPORTS].filter((folder) => folder === STARTER || isPresent(folder));

describe.each(corpora)('over %s', (folder) => {
  it('every item of every answer is cited by the very words that stand there', async () => {
    const { speeches } = await readCorpus([folder]);
    const byId = new Map(speeches.map((speech) => [speech.id, speech]));
    const drafter = drafterOver(await SpeechIndex.build(speeches));
    const kinds = new Set<string>();
    await fc.assert(
      fc.asyncProperty(questions(speeches), places(speeches), async (query, { passage, section }) => {
        const asked = [
          { kind: 'find', query, filters: {}, limit: 20 },
          { kind: 'outline', query, filters: {} },
          { kind: 'phrase', query: query.slice(0, 12), filters: {} },
          { kind: 'source', quote: query },
          { kind: 'trace', text: query },
          { kind: 'passage', passage, around: 3 },
          { kind: 'speech-skeleton', passage, depth: 4, points: true },
          { kind: 'phrase', query: '', section, filters: {}, limit: 40 },
        ] as const;
        for (const request of asked) {
          const answer = await drafter(request).catch(() => null);
          if (answer === null) continue;
          kinds.add(answer.kind);
          for (const { words, citation } of itemsOf(answer)) {
            const original = byId.get(citation.speech)?.text ?? '';
            expect(plain(original.slice(citation.start, citation.end))).toBe(plain(words));
          }
        }
      }),
      { numRuns: 25, seed: 20_260_101 },
    );
    const answers = ['passages', 'skeletons', 'phrasing', 'sources', 'trace', 'place'];
    expect([...kinds]).toEqual(expect.arrayContaining(answers));
  }, 120_000);
});
