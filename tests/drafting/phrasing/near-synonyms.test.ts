import { describe, expect, it } from 'vitest';
import { nearSynonyms, similarity } from '../../../src/drafting/phrasing/near-synonyms.ts';
import { CollocationTable, learnCollocations } from '../../../src/indexing/index.ts';
import { PHRASING_SPEECHES, tableOf } from '../../support/collocations.ts';
import { speechFrom, starterIndex } from '../../support/corpus.ts';

const table = tableOf(PHRASING_SPEECHES);

describe('near-synonyms', () => {
  it('are verbs that share objects, and the objects are the evidence', () => {
    const [first] = nearSynonyms(table, '夯实');
    expect(first?.word).toBe('筑牢');
    expect(first?.shared.map(({ word }) => word).sort()).toEqual(['基础', '安全底线', '思想防线'].sort());
    expect(first?.shared[0]?.own).toMatchObject({ left: '夯实', relation: 'verb-object' });
    expect(first?.shared[0]?.other).toMatchObject({ left: '筑牢', relation: 'verb-object' });
  });

  it('are not told of words that share too little', () => {
    expect(nearSynonyms(table, '压实')).toEqual([]);
    expect(similarity(table, '压实', '夯实')).toBe(0);
    expect(nearSynonyms(table, '从没说过')).toEqual([]);
  });

  it('are never opposites, though these share every object', () => {
    expect(nearSynonyms(table, '增加').map(({ word }) => word)).not.toContain('减少');
    expect(similarity(table, '增加', '减少')).toBe(0);
  });

  it('are never the word itself, denied', () => {
    const text = '坚持原则，坚持方向，坚持标准。不坚持原则，不坚持方向，不坚持标准。';
    const denied = tableOf([speechFrom(`在会议上的讲话\n同志们：\n一、要求\n${text}`)]);
    expect(denied.pair('verb-object', 'left', '不坚持', '原则')?.count).toBe(1);
    expect(nearSynonyms(denied, '坚持')).toEqual([]);
  });

  it('count an object and its longer form once', () => {
    const found = nearSynonyms(table, '加强').find(({ word }) => word === '抓好');
    expect(found?.shared.map(({ word }) => word)).not.toContain('建设');
  });

  it('are as like in one direction as in the other, within 0 and 1', async () => {
    const { speeches } = await starterIndex();
    const starter = new CollocationTable(learnCollocations(speeches));
    const words = ['听', '写', '讲', '谈', '说', '办', '看', '查出', '查', '组织', '开展', '参加'];
    for (const a of words) {
      for (const b of words) {
        const alike = similarity(starter, a, b, 'verb');
        expect(alike).toBe(similarity(starter, b, a, 'verb'));
        expect(alike).toBeGreaterThanOrEqual(0);
        expect(alike).toBeLessThanOrEqual(1);
      }
    }
    expect(similarity(starter, '讲', '谈', 'verb')).toBeGreaterThan(0);
  });

  it('have the likeness that is told of the pair', () => {
    for (const word of ['夯实', '筑牢', '加强', '抓好']) {
      for (const near of nearSynonyms(table, word, 'verb')) {
        expect(near.similarity).toBe(similarity(table, word, near.word, 'verb'));
        expect(near.shared.length).toBeGreaterThanOrEqual(2);
      }
    }
  });
});
