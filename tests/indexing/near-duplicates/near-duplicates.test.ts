import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areAlike, asSet, bandTable, groupsAlike, shinglesOf } from '../../../src/indexing/near-duplicates/index.ts';
import { wordsAt } from '../../../src/speech/index.ts';
import { speechFrom } from '../../support/corpus.ts';

const TEXT =
  '群众来访先请坐，再倒水，后说事，一件事一个台账，办到哪一步写到哪一步，群众随时能查，办完了再回访一次，问一声满意不满意。';
const speech = (file: string, ...paragraphs: string[]) =>
  speechFrom(`在${file}会上的讲话\n同志们：\n${paragraphs.join('\n')}`, file);
/** The groups of the passages of speeches, by their numbers. */
function nearDuplicates(speeches: ReturnType<typeof speech>[]): number[][] {
  const texts = speeches.flatMap((one) => one.passages.map((passage) => wordsAt(one, passage)));
  const textAt = (i: number): string => texts[i] ?? '';
  return groupsAlike(bandTable(texts.length, textAt), textAt);
}
const filesOf = (speeches: ReturnType<typeof speech>[]): string[][] =>
  nearDuplicates(speeches).map((group) =>
    group.map((number) => speeches.flatMap((one) => one.passages.map(() => one.file))[number] ?? ''),
  );

/** The groups that comparing every two texts comes to, each as its numbers. */
function byPairs(table: ReturnType<typeof bandTable>, textAt: (i: number) => string): string[] {
  const numbers = Array.from({ length: table.count }, (_, i) => i);
  const sets = numbers.map((i) => asSet(shinglesOf(textAt(i))));
  const isPair = (i: number, j: number): boolean =>
    table.hashes.some((hash, at) => at % table.count === i && hash === table.hashes[at - i + j]) &&
    areAlike(sets[i] ?? new Uint32Array(), sets[j] ?? new Uint32Array());
  const groupFrom = (members: ReadonlySet<number>): ReadonlySet<number> => {
    const reached = new Set(numbers.filter((i) => members.has(i) || [...members].some((j) => isPair(i, j))));
    return reached.size === members.size ? members : groupFrom(reached);
  };
  const groups = numbers.map((i) => groupFrom(new Set([i]))).filter(({ size }) => size > 1);
  return groups.map((group) => String([...group].sort((a, b) => a - b)));
}

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

  it('are in no order: the same groups come of texts that are dealt out otherwise', () => {
    const clause = fc.constantFrom('先修水渠', '再清河道', '把堤坝筑牢', '把台账建好', '群众来评', '干部来办');
    const text = fc.array(clause, { minLength: 4, maxLength: 9 }).map((clauses) => clauses.join('，'));
    const groupsIn = (texts: readonly string[]): Set<string> => {
      const textAt = (i: number): string => texts[i] ?? '';
      const groups = groupsAlike(bandTable(texts.length, textAt), textAt);
      return new Set(groups.map((group) => group.map(textAt).sort().join('；')));
    };
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 14 }), fc.integer(), (texts, seed) => {
        const dealt = texts.map((one, i) => ({ one, at: (i * 7919 + seed) % 101 })).sort((a, b) => a.at - b.at);
        expect(groupsIn(dealt.map(({ one }) => one))).toEqual(groupsIn(texts));
      }),
    );
  });

  it('are what comparing every two texts that share a band comes to, also where most say the same', () => {
    const clause = fc.constantFrom('先修水渠', '再清河道', '把堤坝筑牢', '把台账建好', '群众来评');
    const text = fc.array(clause, { minLength: 1, maxLength: 9 }).map((clauses) => clauses.join('，'));
    const repeated = fc.array(fc.tuple(text, fc.integer({ min: 1, max: 6 })), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(repeated, (counted) => {
        const texts = counted.flatMap(([one, times]) => Array.from({ length: times }, () => one));
        const textAt = (i: number): string => texts[i] ?? '';
        const table = bandTable(texts.length, textAt);
        expect(new Set(groupsAlike(table, textAt).map(String))).toEqual(new Set(byPairs(table, textAt)));
      }),
    );
  });

  it('hold together all that say the same, and each group is held together by pairs that are alike', () => {
    const clause = fc.constantFrom(
      '先修水渠',
      '再清河道',
      '把堤坝筑牢',
      '把台账建好',
      '群众来评',
      '干部来办',
      '月月有回音',
    );
    const text = fc.array(clause, { minLength: 1, maxLength: 12 }).map((clauses) => `${clauses.join('，')}。`);
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 14 }), (texts) => {
        const groups = filesOf(texts.map((one, i) => speech(`${i}.txt`, one)));
        const textOf = (file: string): string => texts[Number.parseInt(file, 10)] ?? '';
        const groupOf = (file: string): number => groups.findIndex((group) => group.includes(file));
        for (const [i, one] of texts.entries()) {
          const first = texts.indexOf(one);
          if (first === i) continue;
          expect(groupOf(`${i}.txt`)).not.toBe(-1);
          expect(groupOf(`${i}.txt`)).toBe(groupOf(`${first}.txt`));
        }
        for (const group of groups) expect(joined(group.map(textOf))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

/** Whether there is a way from the first text to every other over texts that are alike. */
function joined(texts: readonly string[]): boolean {
  const sets = texts.map((text) => asSet(shinglesOf(text)));
  const [first = new Uint32Array(), ...others] = sets;
  const reached = [first];
  let waiting = others;
  for (const one of reached) {
    reached.push(...waiting.filter((other) => areAlike(one, other)));
    waiting = waiting.filter((other) => !areAlike(one, other));
  }
  return waiting.length === 0;
}
