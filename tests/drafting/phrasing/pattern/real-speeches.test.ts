import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../../../src/corpus/index.ts';
import { concordance } from '../../../../src/drafting/phrasing/pattern/index.ts';
import { CharacterIndex } from '../../../../src/indexing/index.ts';
import { citeSpan, type Speech, walkSections } from '../../../../src/speech/index.ts';
import { normaliseText } from '../../../../src/text/index.ts';
import { STARTER } from '../../../support/corpus.ts';
import { isPresent, SHARED_REPORTS } from '../../../support/shared.ts';

/** What a speech says, piece by piece, without the index. */
function spoken(speech: Speech): string[] {
  const headings = [...walkSections(speech.sections)].filter(({ section }) => section.kind === 'heading');
  const spans = [
    ...speech.titleSpans,
    ...headings.map(({ section }) => ({ start: section.headingStart, end: section.headingEnd })),
    ...speech.passages,
  ];
  return spans.map(({ start, end }) => normaliseText(speech.text.slice(start, end)));
}

/** Matches of two words with a run between, by an expression of its own: letters and digits are in one clause. */
const recount = (texts: readonly string[], pattern: RegExp): number =>
  texts.reduce((sum, text) => sum + [...text.matchAll(pattern)].length, 0);

const corpora = [STARTER, SHARED_REPORTS].filter((folder) => folder === STARTER || isPresent(folder));

describe.each(corpora)('over %s', (folder) => {
  it('words and gaps are counted as in the plain text, and cited by the words that stand there', async () => {
    const { speeches } = await readCorpus([folder]);
    const characters = CharacterIndex.build(speeches);
    const byId = new Map(speeches.map((speech) => [speech.id, speech]));
    const texts = speeches.flatMap(spoken);
    const runs = texts.flatMap((text) => text.match(/\p{Script=Han}{5,}/gu) ?? []);
    const drawn = fc
      .constantFrom(...runs)
      .chain((run) => fc.nat({ max: run.length - 5 }).map((at) => run.slice(at, at + 5)));
    fc.assert(
      fc.property(drawn, (run) => {
        const [first, last] = [run.slice(0, 2), run.slice(3)];
        const letters = '[\\p{L}\\p{N}]';
        for (const [pattern, expression] of [
          [run.slice(0, 3), new RegExp(run.slice(0, 3), 'gu')],
          [`${first}?${last}`, new RegExp(`${first}${letters}${last}`, 'gu')],
        ] as const) {
          const answer = concordance({ speeches, characters }, pattern, { context: 12, limit: 20, examples: 3 });
          if (answer.kind !== 'concordance') throw new Error('refused');
          expect(answer.count).toBe(recount(texts, expression));
          expect(answer.count).toBeGreaterThan(0);
          for (const { match, citation } of answer.fillings.flatMap(({ examples }) => examples)) {
            const speech = byId.get(citation.speech);
            expect(speech?.text.slice(citation.start, citation.end)).toBe(match);
            expect(speech && citeSpan(speech, citation)).toEqual(citation);
            expect(normaliseText(match)).toMatch(expression);
          }
        }
      }),
      { numRuns: 60, seed: 20_260_402 },
    );
  });
});
