import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { holdersOf } from '../../src/drafting/source/holders.ts';
import { spokenText } from '../../src/drafting/source/plain-text.ts';
import type { SpeechIndex } from '../../src/indexing/index.ts';
import { indexOf, starterIndex } from '../support/corpus.ts';

const LEVEES = `在某市防汛工作會議上的講話
（二〇一九年四月）
同志们：
一、把堤看住
（一）巡堤查险不留空档。夜里两小时一趟，X县××人要在堤上，○○○元经费先拨。
第一，沙袋要备齐；第二，ＰＵＭＰ要试转。
第二部分 把水排走
城里的泵站要一座一座试，汛前试完。
`;
const WATER = `在供水工作会议上的讲话
同志们：
一、把水管好
水厂每天公布水质，居民随时可看，1.5万户要换表。
`;

/** Whatever stands in what the speeches say, and some that is altered. */
const piecesOf = (index: SpeechIndex): fc.Arbitrary<string> =>
  fc
    .constantFrom(...index.speeches)
    .map((speech) => spokenText(speech).text)
    .chain((text) =>
      fc
        .tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 40 }), fc.option(fc.nat(39)))
        .map(([from, length, broken]) => {
          const piece = text.slice(from, from + length);
          return broken === null ? piece : piece.slice(0, broken) + piece.slice(broken + 1);
        }),
    )
    .filter((piece) => piece !== '');

function expectNoneMissed(index: SpeechIndex): void {
  fc.assert(
    fc.property(piecesOf(index), (piece) => {
      const holds = index.speeches.filter((speech) => spokenText(speech).text.includes(piece));
      const found = holdersOf(index, piece);
      expect(found.map(({ speech }) => speech).filter((speech) => holds.includes(speech))).toEqual(holds);
      for (const { speech } of found.filter(({ isSure }) => isSure)) expect(holds).toContain(speech);
    }),
  );
}

describe('the speeches that may hold a quote', () => {
  let small: SpeechIndex;
  beforeAll(async () => {
    small = await indexOf({ 'a.txt': LEVEES, 'b.txt': WATER });
  });

  it('are all that do, in their order, over titles, numbers of headings, blanks and paragraphs', () => {
    expectNoneMissed(small);
  });

  it('are all that do in the starter corpus', async () => {
    expectNoneMissed(await starterIndex());
  });

  it('are hardly any others', async () => {
    expect(holdersOf(small, '水厂每天公布水质')).toEqual([{ speech: small.speeches[1], isSure: true }]);
    expect(holdersOf(small, '沙袋要天天备齐')).toEqual([]);
    expect(holdersOf(small, '从没有人说过的话')).toEqual([]);
  });
});
