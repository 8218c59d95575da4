import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answer, type Drafter, type DraftRequest, drafterOver } from '../../src/drafting/index.ts';
import { SpeechIndex } from '../../src/indexing/index.ts';
import { type Audience, EVERYTHING, type Speech, visibleTo } from '../../src/speech/index.ts';
import { audiences, everyRequest, guardedCorpora, mattersOf } from '../support/guarded-corpora.ts';

/** An answer as it is written; of a question that is refused, why. */
const answered = (drafter: Drafter, request: DraftRequest, audience?: Audience): Promise<string> =>
  drafter(request, audience).then(
    (answer: Answer) => JSON.stringify(answer),
    (error: unknown) => String(error),
  );

/** Requests about speeches, whoever may see them. */
const requestsAbout = (speeches: readonly Speech[]): DraftRequest[] =>
  speeches.flatMap((speech) => mattersOf(speech).slice(0, 1)).flatMap(everyRequest);

const RUNS = { numRuns: 12, seed: 20_261_201 };

describe('what an audience may not see', () => {
  it('is as good as not there, whatever is asked', async () => {
    let hidden = 0;
    await fc.assert(
      fc.asyncProperty(guardedCorpora, audiences, async (speeches, audience) => {
        const visible = speeches.filter(visibleTo(audience));
        hidden += speeches.length - visible.length;
        const all = drafterOver(await SpeechIndex.build(speeches));
        const without = drafterOver(await SpeechIndex.build(visible));
        for (const request of requestsAbout(speeches.slice(0, 4))) {
          const asked = JSON.stringify(request);
          expect([asked, await answered(all, request, audience)]).toEqual([asked, await answered(without, request)]);
        }
      }),
      RUNS,
    );
    expect(hidden).toBeGreaterThan(20);
  }, 240_000);

  it('changes nothing for who may see everything', async () => {
    const [speeches = []] = fc.sample(guardedCorpora, { numRuns: 1, seed: 7 });
    const index = await SpeechIndex.build(speeches);
    expect(index.seenBy(EVERYTHING)).toBe(index);
    expect(index.seenBy({ internal: true, hidden: ['没有/'] })).toBe(index);
  });

  it('is gone where a button names it', async () => {
    const [speeches = []] = fc.sample(guardedCorpora, { numRuns: 1, seed: 11 });
    const audience = { internal: false, hidden: ['甲/'] };
    const isVisible = visibleTo(audience);
    const drafter = drafterOver(await SpeechIndex.build(speeches));
    for (const speech of speeches) {
      const [matter] = mattersOf(speech);
      if (matter === undefined) continue;
      const { passage, section } = matter;
      const requests: DraftRequest[] = [
        { kind: 'passage', passage },
        { kind: 'find', query: '', like: passage, limit: 5, filters: {} },
        { kind: 'find', query: '管护', limit: 5, filters: { within: [section] } },
        { kind: 'speech-skeleton', passage },
        { kind: 'skeleton', sections: [{ id: section, alternatives: [] }] },
        { kind: 'phrase', query: '', section, filters: {} },
      ];
      for (const request of requests) {
        const answer = await drafter(request, audience);
        if (isVisible(speech)) expect(answer).not.toMatchObject({ gone: true });
        else expect(answer).toMatchObject({ kind: 'nothing', gone: true });
      }
    }
  });
});
