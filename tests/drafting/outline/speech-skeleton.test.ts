import { describe, expect, it } from 'vitest';
import { drafterOver, type SpeechSkeletonRequest } from '../../../src/drafting/index.ts';
import { indexOf } from '../../support/corpus.ts';

const FILES = {
  'a.txt': `在某镇修路动员会上的讲话
同志们：
路修不修，今天就定。
一、先把钱说清
（一）村里出一份
一是出工。二是出料。
（二）镇里出一份
钱到账就开工。
二、再把人排好
谁家出人，今晚报名。`,
  'b.txt': '在某村路口的讲话\n乡亲们：\n路通了，大家走一走。',
};

async function skeletonOf(file: string, shape: Pick<SpeechSkeletonRequest, 'depth' | 'points'> = {}) {
  const index = await indexOf(FILES);
  const passage = index.speeches.find((speech) => speech.file === file)?.passages[0]?.id ?? 'gone';
  return drafterOver(index)({ kind: 'speech-skeleton', passage, ...shape });
}

describe('the skeleton of the speech that a passage is of', () => {
  it('is the speech’s own, as deep as is asked', async () => {
    expect(await skeletonOf('a.txt')).toMatchObject({
      kind: 'skeletons',
      skeletons: [
        {
          kind: 'delivered',
          title: '在某镇修路动员会上的讲话',
          sections: [
            { heading: '先把钱说清', sections: [{ heading: '村里出一份', sections: [] }, { heading: '镇里出一份' }] },
            { heading: '再把人排好' },
          ],
        },
      ],
    });
    expect(await skeletonOf('a.txt', { depth: 1 })).toMatchObject({
      skeletons: [{ sections: [{ sections: [] }, {}] }],
    });
    expect(await skeletonOf('a.txt', { points: true })).toMatchObject({
      skeletons: [{ sections: [{ sections: [{ sections: [{ heading: '出工' }, { heading: '出料' }] }, {}] }, {}] }],
    });
  });

  it('is nothing of a speech without headings and points', async () => {
    const answer = await skeletonOf('b.txt');
    expect(answer).toMatchObject({ kind: 'nothing', asked: 'speech-skeleton' });
    expect(answer).not.toHaveProperty('gone');
  });

  it('has gone with its passage', async () => {
    expect(await skeletonOf('none')).toMatchObject({ kind: 'nothing', asked: 'speech-skeleton', gone: true });
  });
});
