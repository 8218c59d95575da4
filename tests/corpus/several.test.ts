import { describe, expect, it } from 'vitest';
import { parseSpeech } from '../../src/corpus/index.ts';

const codes = (...lines: string[]): string[] =>
  parseSpeech(`${lines.join('\n')}\n`, 's.txt').warnings.map(({ code }) => code);

describe('a document that holds several speeches', () => {
  it('is doubted where it counts them', () => {
    expect(
      codes(
        '开学致辞两篇',
        '',
        '篇一',
        '',
        '同学们：',
        '',
        '门开了，进来吧。',
        '',
        '篇二',
        '',
        '老师们：',
        '',
        '灯亮了，开讲吧。',
      ),
    ).toContain('several-speeches');
  });

  it('is doubted where another title stands above another salutation', () => {
    expect(
      codes(
        '在茶园会上的讲话',
        '',
        '同志们：',
        '',
        '草要除净。',
        '',
        '在茶园会上的发言',
        '周阿土',
        '',
        '各位乡亲：',
        '',
        '路要修平。',
      ),
    ).toContain('several-speeches');
  });

  it('is told from a speech that addresses its audience again, and names other speeches', () => {
    expect(
      codes(
        '在茶园会上的讲话',
        '',
        '同志们：',
        '',
        '刚才听了三位同志的发言',
        '',
        '草要除净，路要修平，话要说到做到。',
        '',
        '同志们：',
        '',
        '茶要采好。',
      ),
    ).toEqual([]);
  });
});
