import { describe, expect, it } from 'vitest';
import { type Passage, passagesOfSize, termsOf } from '../../bench/comparison/collection.ts';

const passage = (...sentences: string[]): Passage =>
  sentences.map((terms) => ({ terms, length: terms.replaceAll(' ', '').length }));

const COLLECTION = [
  passage('基层 治理', '网格 服务'),
  passage('营商 环境'),
  passage('乡村 振兴', '产业 兴旺', '生态 宜居'),
];

describe('passages of a size', () => {
  it('are those of the collection first', () => {
    expect(passagesOfSize(COLLECTION, 2, 1)).toEqual(COLLECTION.slice(0, 2));
    expect(passagesOfSize(COLLECTION, 50, 1).slice(0, 3)).toEqual(COLLECTION);
  });

  it('are the same for the same seed, and others for another', () => {
    expect(passagesOfSize(COLLECTION, 50, 1)).toEqual(passagesOfSize(COLLECTION, 50, 1));
    expect(passagesOfSize(COLLECTION, 50, 1)).not.toEqual(passagesOfSize(COLLECTION, 50, 2));
  });

  it('have sentences at the places that they have in the collection', () => {
    const mixed = passagesOfSize(COLLECTION, 50, 1);
    expect(mixed).toHaveLength(50);
    for (const sentences of mixed)
      for (const [place, sentence] of sentences.entries())
        expect(COLLECTION.map((original) => original[place])).toContain(sentence);
  });

  it('are told by their terms, without sentences that have none', () => {
    expect(termsOf(passage('基层 治理', '', '网格 服务'))).toBe('基层 治理 网格 服务');
  });
});
