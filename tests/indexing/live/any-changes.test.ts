import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answer, type DraftRequest, drafterOver } from '../../../src/drafting/index.ts';
import { SpeechIndex } from '../../../src/indexing/index.ts';
import { type Speech, visibleTo } from '../../../src/speech/index.ts';
import { speechFrom } from '../../support/corpus.ts';
import { audiences, everyRequest, guardedCorpora, mattersOf } from '../../support/guarded-corpora.ts';

const MATTERS = ['河湖', '供热', '渔港', '古树', '驿站'];
const DEEDS = ['要逐项排出工期', '由各乡镇自查自纠', '年底前全部销号', '做到账物相符', '经费随事项走'];

/** Speeches that share their words: every paragraph is one of 25, so that many say nearly the same. */
const speech = fc
  .record({ matter: fc.nat(MATTERS.length - 1), paragraphs: fc.array(fc.nat(24), { minLength: 1, maxLength: 6 }) })
  .map(({ matter, paragraphs }) => {
    const said = paragraphs.map(
      (i) => `${MATTERS[i % 5]}管护的任务${DEEDS[Math.floor(i / 5)]}，${MATTERS[(i + 2) % 5]}管护的办法照此办理。`,
    );
    const text = `在某市${MATTERS[matter]}管护会上的讲话\n同志们：\n一、把${MATTERS[matter]}管好\n${said.join('\n')}`;
    return speechFrom(text, `${MATTERS[matter]}-${paragraphs.join('-')}.txt`);
  });
const pool = fc.uniqueArray(speech, { minLength: 2, maxLength: 9, selector: ({ id }) => id });

/** What happens one after the other: speeches of the pool that come, if they are not there, or go, if they are. */
const changes = fc.array(fc.array(fc.nat(8), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });

const QUESTIONS: readonly DraftRequest[] = [
  { kind: 'find', query: '供热管护 工期', filters: {}, limit: 20 },
  { kind: 'find', query: '古树', filters: { source: '驿站' }, limit: 20 },
  { kind: 'phrase', query: '管护的*照此', filters: {}, limit: 20 },
  { kind: 'source', quote: '渔港管护的任务做到账物相符' },
  { kind: 'source', quote: '河湖管护的任务，由各乡镇自查' },
  { kind: 'trace', text: '渔港管护的任务年底前全部销号。\n驿站管护的办法照此办理。' },
  { kind: 'overview' },
];

/** Numbers as far as they don't tell in which order they were added up. */
const rounded = (_: string, value: unknown): unknown =>
  typeof value === 'number' ? Number(value.toPrecision(9)) : value;

async function answersOf(index: SpeechIndex): Promise<unknown[]> {
  const draft = drafterOver(index);
  const answers: unknown[] = [];
  for (const question of QUESTIONS) answers.push(JSON.parse(JSON.stringify(await draft(question), rounded)));
  return answers;
}

describe('whatever comes and goes', () => {
  it('an index that has changed answers as one that is made of what is left', async () => {
    await fc.assert(
      fc.asyncProperty(pool, fc.nat(8), changes, async (all, first, steps) => {
        const there = new Set<Speech>(all.slice(0, 1 + (first % all.length)));
        let index = await SpeechIndex.build([...there]);
        for (const step of steps) {
          const named = new Set(step.flatMap((i) => all[i] ?? []));
          const removed = [...named].filter((one) => there.has(one));
          const added = [...named].filter((one) => !there.has(one));
          for (const one of removed) there.delete(one);
          for (const one of added) there.add(one);
          index = await index.changed({ added, removed: removed.map(({ id }) => id) });
        }
        expect(new Set(index.speeches)).toEqual(there);
        expect(await answersOf(index)).toEqual(await answersOf(await SpeechIndex.build(index.speeches)));
      }),
      { numRuns: 15 },
    );
  }, 120_000);

  it('an audience gets the answers of an index that never had what it may not see', async () => {
    let hidden = 0;
    await fc.assert(
      fc.asyncProperty(guardedCorpora, audiences, changes, async (all, audience, steps) => {
        const isVisible = visibleTo(audience);
        hidden += all.filter((one) => !isVisible(one)).length;
        const there = new Set<Speech>(all.slice(0, Math.ceil(all.length / 2)));
        let index = await SpeechIndex.build([...there]);
        let without = await SpeechIndex.build([...there].filter(isVisible));
        for (const step of steps) {
          const named = new Set(step.flatMap((i) => all[i] ?? []));
          const removed = [...named].filter((one) => there.has(one));
          const added = [...named].filter((one) => !there.has(one));
          for (const one of removed) there.delete(one);
          for (const one of added) there.add(one);
          index = await index.changed({ added, removed: removed.map(({ id }) => id) });
          const left = removed.filter(isVisible).map(({ id }) => id);
          without = await without.changed({ added: added.filter(isVisible), removed: left });
        }
        const [one, other] = [drafterOver(index), drafterOver(without)];
        const requests = all
          .slice(0, 2)
          .flatMap((speech) => mattersOf(speech).slice(0, 1))
          .flatMap(everyRequest);
        for (const request of requests) {
          const told = (answer: Promise<Answer>): Promise<string> =>
            answer.then((given) => JSON.stringify(given)).catch(String);
          const asked = JSON.stringify(request);
          expect([asked, await told(one(request, audience))]).toEqual([asked, await told(other(request))]);
        }
      }),
      { numRuns: 12, seed: 20_261_201 },
    );
    expect(hidden).toBeGreaterThan(20);
  }, 240_000);
});
