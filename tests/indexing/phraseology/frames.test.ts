import { describe, expect, it } from 'vitest';
import { learned } from '../../support/phraseology.ts';

/** Four speeches that share frames and no fillers. */
const SPEECHES = [
  [
    '我们以渠系为骨架，把管水作为头等大事。既要修好大渠，又要疏通小沟。',
    '巡堤以老河工为师。要在摸底上下功夫。会后各自散去。',
  ],
  [
    '农技站以良种为抓手，把选种作为第一道关。既要看产量，又要看口味。',
    '田里以节水为先。要在育苗上下功夫。大家记下了日子。',
  ],
  [
    '学校以课堂为阵地，把备课作为基本功夫。既要教会知识，又要养成习惯。',
    '操场以安全为界。要在作业设计上下功夫。铃声响了三遍。',
  ],
  [
    '医院以病人为镜子，把查房作为每天的功课。既要治好病，又要讲明白。',
    '病房以安静为好。要在问诊上下功夫。走廊里灯还亮着。',
  ],
];

describe('frames', () => {
  const { phraseology, wordsOf, speeches } = learned(...SPEECHES);
  const frame = (text: string) => phraseology.frames.find((found) => found.text === text);

  it.each([
    ['a preposition that another closes', '以…为…', 8],
    ['a preposition that a verb closes', '把…作为…', 4],
    ['words that answer one another over a comma', '既要…，又要…', 4],
  ])('are %s', (_, text, count) => {
    expect(frame(text)).toMatchObject({ kind: 'frame', speeches: 4 });
    expect(frame(text)?.spans).toHaveLength(count);
  });

  it('grow by a word that stands beside them everywhere, and lose the fragment', () => {
    const texts = phraseology.frames.map(({ text }) => text);
    expect(texts.some((text) => /^(?:要)?在…上下功夫$/.test(text))).toBe(true);
    expect(texts).not.toContain('在…上');
  });

  it('run from their first word to the end of the last slot', () => {
    const found = frame('既要…，又要…');
    expect(found && wordsOf(found)).toEqual([
      '既要修好大渠，又要疏通小沟',
      '既要看产量，又要看口味',
      '既要教会知识，又要养成习惯',
      '既要治好病，又要讲明白',
    ]);
  });

  it('list what fills each slot', () => {
    const [first, second] = frame('把…作为…')?.slots ?? [];
    expect(first?.fillers.map(({ text }) => text).toSorted()).toEqual(['备课', '查房', '管水', '选种'].toSorted());
    expect(second?.fillers).toContainEqual({ text: '头等大事', count: 1 });
  });

  it('say in each place what their text says, in its order', () => {
    for (const found of phraseology.frames) {
      const pattern = found.text.split('…').map((piece) => piece.replaceAll(/[，\s]/g, ''));
      for (const words of wordsOf(found)) {
        let from = 0;
        for (const piece of pattern) {
          const at = words.indexOf(piece, from);
          expect(at, `${piece} in ${words}`).toBeGreaterThanOrEqual(0);
          from = at + piece.length;
        }
      }
    }
    expect(speeches).toHaveLength(4);
  });

  it('are none where one filler stands everywhere: that is a set phrase', () => {
    const same = learned(...[1, 2, 3, 4, 5].map((i) => [`大家以人民群众为中心。第${i}件事办好了。`]));
    expect(same.phraseology.frames.map(({ text }) => text)).not.toContain('以…为中心');
  });

  it('are none where one speech alone has them', () => {
    const lines = [
      '我们以渠系为骨架。',
      '你们以良种为抓手。',
      '他们以课堂为阵地。',
      '医院以病人为镜子。',
      '工厂以订单为准绳。',
    ];
    expect(learned(lines).phraseology.frames).toEqual([]);
  });
});
