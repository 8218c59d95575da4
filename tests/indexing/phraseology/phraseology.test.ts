import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { learnPhraseology, PhraseologySchema } from '../../../src/indexing/phraseology/index.ts';
import { speechFrom, starterIndex } from '../../support/corpus.ts';
import { allItems } from '../../support/phraseology.ts';

const PIECES = [
  '以渠为本',
  '把水',
  '作为',
  '既要',
  '又要',
  '，',
  '。',
  '；',
  '、',
  '：',
  '“',
  '”',
  '四个',
  '意识',
  '一是',
  '\n',
  '　',
  'ﬀ',
  '①',
  '从',
  '向',
  '转变',
  '修渠',
  '渠',
  '水',
  '……',
  '——',
  '（',
  '）',
  '有',
  '的',
  '乾',
  '𠮷',
  '９',
];
const text = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 120 })
  .map((pieces) => `题目\n同志们：\n说一句话。${pieces.join('')}`);

describe('phraseology', () => {
  it('has places that slice to what they claim, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), (texts) => {
        const speeches = texts.map((one, i) => speechFrom(one, `${i}.txt`));
        for (const item of allItems(learnPhraseology(speeches))) {
          expect(item.spans.length).toBeGreaterThan(0);
          expect(item.speeches).toBe(new Set(item.spans.map(({ speech }) => speech)).size);
          for (const { speech, start, end } of item.spans) {
            const words = speeches[speech]?.text.slice(start, end) ?? '';
            expect(words.length).toBe(end - start);
            expect(words).not.toBe('');
            if (item.kind === 'four characters') expect(words).toBe(item.text);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is the same for the same speeches, and survives being written as JSON', async () => {
    const { speeches } = await starterIndex();
    const once = learnPhraseology(speeches);
    expect(learnPhraseology(speeches)).toEqual(once);
    expect(PhraseologySchema.parse(JSON.parse(JSON.stringify(once)))).toEqual(once);
  });

  it('finds in the starter corpus what its speeches are made of, with members that stand in their places', async () => {
    const { speeches } = await starterIndex();
    const { frames, parallelSets, numberAbbreviations } = learnPhraseology(speeches);
    expect(frames.length).toBeGreaterThan(20);
    expect(parallelSets.length).toBeGreaterThan(40);
    expect(numberAbbreviations.length).toBeGreaterThan(8);
    for (const { members, spans } of parallelSets) {
      const [place] = spans;
      expect(members[0]?.start).toBe(place?.start);
      expect(members.at(-1)?.end).toBe(place?.end);
    }
  });

  it('learns nothing of no speeches', () => {
    expect(allItems(learnPhraseology([]))).toEqual([]);
  });

  it('ends on a hostile text, with places that are in it', () => {
    const hostile = '以为把作为既要又要四个“'.repeat(8_000);
    const speech = speechFrom(`题目\n同志们：\n${hostile}`);
    const ends = allItems(learnPhraseology([speech])).flatMap(({ spans }) => spans.map(({ end }) => end));
    expect(Math.max(0, ...ends)).toBeLessThanOrEqual(speech.text.length);
  });
});
