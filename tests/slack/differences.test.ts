import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drafterOver } from '../../src/drafting/index.ts';
import { differing, layOut } from '../../src/slack/blocks/differences.ts';
import { indexOf } from '../support/corpus.ts';

const SPEECH = `在某市河道治理会上的讲话
同志们：
一、先看水
河长每周走一遍河，看水清不清、岸净不净、渠通不通，当天问题当天记账。
`;

/** What a quote and its nearest source look like laid into each other. */
async function laidOut(quote: string): Promise<string> {
  const answer = await drafterOver(await indexOf({ 'a.txt': SPEECH }))({ kind: 'source', quote });
  if (answer.kind !== 'sources' || answer.matches[0] === undefined) throw new Error('no source');
  const { text, differences } = answer.matches[0];
  const pieces = layOut(quote, text, differences);
  return (pieces ?? []).map((it) => (it.quote === null ? it.source : `[-${it.quote}+${it.source}]`)).join('');
}

describe('a quote laid into its source', () => {
  it.each([
    [
      'a word changed',
      '河长每月走一遍河，看水清不清、岸净不净、渠通不通，当天问题当天记账',
      '河长每[-月+周]走一遍河，看水清不清、岸净不净、渠通不通，当天问题当天记账',
    ],
    [
      'a word added, another left out',
      '河长每周都走一遍河，看水清不清、岸净不净、渠通不通，问题当天记账',
      '河长每周[-都+]走一遍河，看水清不清、岸净不净、渠通不通，[-+当天]问题当天记账',
    ],
    [
      'punctuation and width aside',
      '河长每周走一遍河看水清不清岸净不净，路通不通，当天问题当天记账',
      '河长每周走一遍河，看水清不清、岸净不净、[-路+渠]通不通，当天问题当天记账',
    ],
  ])('shows %s where it stands', async (_, quote, expected) => {
    expect(await laidOut(quote)).toBe(expected);
  });

  it('is drawn with the quote’s words struck through before the source’s in bold', () => {
    const pieces = [
      { source: '每', quote: null },
      { source: '周', quote: '月' },
    ];
    expect(differing(pieces)).toEqual([
      { type: 'text', text: '每' },
      { type: 'text', text: '月', style: { strike: true } },
      { type: 'text', text: '周', style: { bold: true } },
    ]);
  });

  it('is not laid where its letters are not the source’s', () => {
    expect(layOut('羣眾來訪', '群众来访', [{ quote: '访', source: '信' }])).toBeNull();
    expect(layOut('一样', '一样', [])).toBeNull();
  });

  it('keeps the source whole and has each difference once, whatever is changed', () => {
    const letters = fc.array(fc.constantFrom(...'河长周走遍看水清岸净渠通，。、'), { minLength: 6, maxLength: 60 });
    const changed = fc.tuple(letters, fc.nat({ max: 200 }), fc.constantFrom('甲', '乙丙', ''));
    fc.assert(
      fc.property(changed, ([characters, place, quote]) => {
        const source = characters.join('');
        const at = place % characters.length;
        const taken = characters[at] ?? '';
        if (!/\p{L}/u.test(taken) || taken === quote) return;
        const asked = source.slice(0, at) + quote + source.slice(at + 1);
        const pieces = layOut(asked, source, [{ quote, source: taken }]);
        expect(pieces?.map((piece) => piece.source).join('')).toBe(source);
        expect(pieces?.filter((piece) => piece.quote !== null)).toEqual([{ source: taken, quote }]);
      }),
    );
  });

  it('gives up on words that repeat themselves for ever', () => {
    const differences = Array.from({ length: 8 }, () => ({ quote: '人', source: '一' }));
    expect(layOut('一'.repeat(4000), '一'.repeat(600), differences)).toBeNull();
  });
});
