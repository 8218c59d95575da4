import { describe, expect, it } from 'vitest';
import { drafterOver, type PassageRequest, type PlaceAnswer, type PlacedParagraph } from '../../src/drafting/index.ts';
import type { SpeechIndex } from '../../src/indexing/index.ts';
import { wordsAt } from '../../src/speech/index.ts';
import { indexOf, starterIndex } from '../support/corpus.ts';

const SPEECH = `在某市防汛会议上的讲话
同志们：
汛期说到就到，今天把话说在前头。
一、把人转出来
名单要落到户，一户一户敲门。
（一）转移在雨前。雨下来再转，路就断了。
二、把堤看住
${'堤上的人两个钟头一换，换班的时候当面交清，哪一段渗水、哪一段翻沙，一处一处写在本子上。'.repeat(4)}一是看水位。${'水位一个钟头报一次，报给谁、谁来记，今天就要定下来，'.repeat(4)}不许漏报。二是看天色。${'天色变了就把人叫回来，宁可空跑十趟，不可漏跑一趟，'.repeat(4)}不许逞强。
散会以后，大家直接到堤上去。`;

const passageSaying = (index: SpeechIndex, words: string): string =>
  index.speeches
    .flatMap((speech) => speech.passages.map((passage) => ({ id: passage.id, text: wordsAt(speech, passage) })))
    .find(({ text }) => text.includes(words))?.id ?? 'none';

async function placeOf(words: string, asked: Partial<PassageRequest> = {}): Promise<PlaceAnswer> {
  const index = await indexOf({ 'a.txt': SPEECH });
  const answer = await drafterOver(index)({ kind: 'passage', passage: passageSaying(index, words), ...asked });
  if (answer.kind !== 'place') throw new Error('no place');
  return answer;
}

describe('a passage in its place', () => {
  it('comes with the two paragraphs before and the two behind it, headings counted', async () => {
    const { before, after } = await placeOf('一户一户敲门');
    const shown = ({ paragraph, kind, text }: PlacedParagraph) => [paragraph, kind, text];
    expect(before.map(shown)).toEqual([
      [1, 'text', '汛期说到就到，今天把话说在前头。'],
      [2, 'heading', '一、把人转出来'],
    ]);
    expect(after.map(({ paragraph, kind }) => [paragraph, kind])).toEqual([
      [4, 'text'],
      [5, 'heading'],
    ]);
  });

  it('comes with as many as are asked for, as far as there are any', async () => {
    const none = await placeOf('一户一户敲门', { around: 0 });
    expect([none.before, none.after]).toEqual([[], []]);
    const all = await placeOf('一户一户敲门', { around: 99 });
    expect([...all.before, ...all.after].map(({ paragraph }) => paragraph)).toEqual([1, 2, 4, 5, 6, 7]);
  });

  it('has a run-in heading in its paragraph', async () => {
    const { paragraph, text, section } = await placeOf('雨下来再转');
    expect(paragraph.text).toBe('（一）转移在雨前。雨下来再转，路就断了。');
    expect(paragraph.text.slice(paragraph.mark.start, paragraph.mark.end)).toBe(text);
    expect(section?.heading).toBe('转移在雨前');
  });

  it('is marked in a paragraph that was divided, which is whole', async () => {
    const { paragraph, text, citation } = await placeOf('二是看天色');
    expect(paragraph.text).toMatch(/^堤上的人.*不许逞强。$/);
    expect(paragraph.mark.start).toBeGreaterThan(0);
    expect(paragraph.text.slice(paragraph.mark.start, paragraph.mark.end)).toBe(text);
    expect(citation.paragraph).toBe(6);
  });

  it('names its speech and the innermost section with a heading that it stands under', async () => {
    expect(await placeOf('一户一户敲门')).toMatchObject({
      title: '在某市防汛会议上的讲话',
      section: { heading: '把人转出来' },
      citation: { path: ['把人转出来'] },
    });
    expect((await placeOf('汛期说到就到')).section).toBeNull();
  });

  it('has gone once its speech has changed', async () => {
    const index = await indexOf({ 'a.txt': SPEECH });
    const answer = await drafterOver(index)({ kind: 'passage', passage: 'gone' });
    expect(answer).toMatchObject({ kind: 'nothing', asked: 'passage', gone: true });
  });
});

describe('on the starter corpus', () => {
  it('every passage stands in its paragraph, and every paragraph around it is cited by its very words', async () => {
    const index = await starterIndex();
    const drafter = drafterOver(index);
    for (const speech of index.speeches) {
      for (const passage of speech.passages) {
        const answer = await drafter({ kind: 'passage', passage: passage.id });
        if (answer.kind !== 'place') throw new Error('no place');
        const { paragraph, before, after, text } = answer;
        expect(paragraph.text.slice(paragraph.mark.start, paragraph.mark.end)).toBe(text);
        for (const { citation, text: words } of [...before, ...after]) expect(wordsAt(speech, citation)).toBe(words);
        const numbers = [...before, answer.citation, ...after].map(({ paragraph: number }) => number);
        expect(numbers).toEqual(numbers.map((_, i) => (numbers[0] ?? 0) + i));
      }
    }
  }, 60_000);
});
