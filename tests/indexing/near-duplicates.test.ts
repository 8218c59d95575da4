import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearDuplicates } from '../../src/indexing/near-duplicates.ts';
import { speechFrom } from '../support/corpus.ts';

const TEXT =
  '群众来访先请坐，再倒水，后说事，一件事一个台账，办到哪一步写到哪一步，群众随时能查，办完了再回访一次，问一声满意不满意。';
const speech = (file: string, ...paragraphs: string[]) =>
  speechFrom(`在${file}会上的讲话\n同志们：\n${paragraphs.join('\n')}`, file);
const filesOf = (speeches: ReturnType<typeof speech>[]): string[][] =>
  nearDuplicates(speeches).map((group) =>
    group.map((id) => speeches.find(({ passages }) => passages.some((passage) => passage.id === id))?.file ?? ''),
  );

describe('near duplicates', () => {
  it.each([
    ['the same words', TEXT],
    ['other punctuation and width', TEXT.replaceAll('，', '；')],
    ['a word changed in a long passage', TEXT.replace('满意不满意', '满意还是不满意')],
    ['traditional characters', TEXT.replace('群众来访先请坐', '群衆來訪先請坐')],
  ])('are passages with %s', (_, other) => {
    expect(
      filesOf([speech('a.txt', TEXT), speech('b.txt', other), speech('c.txt', '另说一件别的事，修渠引水。')]),
    ).toEqual([['a.txt', 'b.txt']]);
  });

  it.each([
    [
      'half of it is other words',
      `${TEXT.slice(0, 28)}后面说的是修渠引水、植树造林、清淤固堤这几件大事，一样也不能少。`,
    ],
    ['it is a part of the other', TEXT.slice(0, 30)],
    ['both are a few common words', '同志们好。'],
  ])('are no passages of which %s', (_, other) => {
    expect(filesOf([speech('a.txt', TEXT), speech('b.txt', other)])).toEqual([]);
  });

  it('group short passages only where they are the same', () => {
    expect(filesOf([speech('a.txt', '抓紧办。'), speech('b.txt', '抓紧办！'), speech('c.txt', '抓紧些办。')])).toEqual([
      ['a.txt', 'b.txt'],
    ]);
  });

  it('are the same each time, each passage in one group at the most', () => {
    const words = fc.string({ unit: fc.constantFrom(...'建台账摸底数修水渠'), minLength: 5, maxLength: 30 });
    fc.assert(
      fc.property(fc.array(words, { minLength: 2, maxLength: 8 }), (texts) => {
        const speeches = texts.map((text, i) => speech(`${i}.txt`, `${text}。`, `${text}，再说一遍。`));
        const groups = nearDuplicates(speeches);
        expect(nearDuplicates(speeches)).toEqual(groups);
        expect(new Set(groups.flat()).size).toBe(groups.flat().length);
      }),
      { numRuns: 50 },
    );
  });
});
