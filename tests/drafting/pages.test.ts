import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drafterOver, type FindRequest, type PassagesAnswer } from '../../src/drafting/index.ts';
import { wordsAt } from '../../src/speech/index.ts';
import { terms } from '../../src/text/index.ts';
import { starterIndex } from '../support/corpus.ts';

async function pageOf(request: FindRequest): Promise<PassagesAnswer | null> {
  const answer = await drafterOver(await starterIndex())(request);
  return answer.kind === 'passages' ? answer : null;
}

describe('pages of hits', () => {
  it('are one list cut in pieces: no hit twice, none missing, and each says how many are left', async () => {
    const { speeches } = await starterIndex();
    const words = fc
      .constantFrom(...speeches)
      .chain((speech) => fc.constantFrom(...speech.passages.map((passage) => terms(wordsAt(speech, passage)))))
      .chain((said) => fc.subarray(said, { minLength: 1, maxLength: 3 }));
    let pages = 0;
    await fc.assert(
      fc.asyncProperty(words, fc.integer({ min: 3, max: 9 }), async (said, limit) => {
        const asked: FindRequest = { kind: 'find', query: said.join(' '), filters: {}, limit: 1_000 };
        const whole = await pageOf(asked).catch(() => null);
        if (whole === null) return;
        expect(whole.more).toBe(0);
        const paged: string[] = [];
        for (let skip = 0; skip < whole.hits.length; skip += limit) {
          const page = await pageOf({ ...asked, limit, skip });
          paged.push(...(page?.hits.map(({ passage }) => passage) ?? []));
          expect(page?.more).toBe(whole.hits.length - paged.length);
          pages++;
        }
        expect(paged).toEqual(whole.hits.map(({ passage }) => passage));
        expect(new Set(paged).size).toBe(paged.length);
      }),
      { numRuns: 15, seed: 20_260_402 },
    );
    expect(pages).toBeGreaterThan(15);
  }, 60_000);

  it('end: behind the last hit there is none, and none left', async () => {
    const page = await pageOf({ kind: 'find', query: '人才', filters: {}, limit: 5, skip: 1_000 });
    expect(page).toMatchObject({ hits: [], more: 0 });
  });
});
