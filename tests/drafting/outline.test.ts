import { describe, expect, it } from 'vitest';
import { drafterOver } from '../../src/drafting/index.ts';
import { indexOf, starterIndex } from '../support/corpus.ts';

const SPEECHES = {
  'flood.txt': `---
genre: deployment
date: 2024
---
在防汛工作会议上的讲话
同志们：
一、看清形势
今年雨来得早。
二、压实任务
（一）盯住堤坝
一是巡堤。两小时一趟。二是备料。料不过夜。
（二）盯住人员
转移不落一户。`,
  'school.txt': `---
genre: forum
date: 2023
---
在教师座谈会上的讲话
老师们：
一、把课备好
备课要下功夫，防汛知识也要进课堂。`,
  'letter.txt': `贺信
同志们：
防汛工作辛苦了，没有标题的信也很真。`,
};

async function outline(query: string, filters = {}) {
  return drafterOver(await indexOf(SPEECHES))({ kind: 'outline', query, filters });
}

describe('outline', () => {
  it('gives the skeleton of the nearest speech as it was delivered, each heading with its own citation', async () => {
    const answer = await outline('防汛工作会议');
    if (answer.kind !== 'skeletons') throw new Error('nothing');
    const [first] = answer.skeletons;
    expect(first).toMatchObject({ kind: 'delivered', title: '在防汛工作会议上的讲话' });
    expect(first?.sections).toMatchObject([
      { marker: '一、', heading: '看清形势', level: 1, sections: [] },
      {
        marker: '二、',
        heading: '压实任务',
        sections: [
          {
            marker: '（一）',
            heading: '盯住堤坝',
            level: 2,
            sections: [{ marker: '一是', heading: '巡堤' }, { marker: '二是' }],
          },
          { marker: '（二）', heading: '盯住人员' },
        ],
      },
    ]);
    expect(first?.sections[1]?.sections[0]?.citation).toMatchObject({ path: ['压实任务'], paragraph: 4 });
  });

  it('leaves out speeches without a skeleton', async () => {
    const answer = await outline('防汛 辛苦');
    const titles = answer.kind === 'skeletons' ? answer.skeletons.map((skeleton) => skeleton.title) : [];
    expect(titles).not.toContain('贺信');
  });

  it('narrows by genre and year', async () => {
    const answer = await outline('防汛', { genre: 'forum' });
    expect(answer.kind === 'skeletons' && answer.skeletons.map((skeleton) => skeleton.title)).toEqual([
      '在教师座谈会上的讲话',
    ]);
    expect((await outline('防汛', { year: 2019 })).kind).toBe('nothing');
  });

  it('says when no speech is near', async () => {
    expect(await outline('火星 殖民')).toMatchObject({
      kind: 'nothing',
      asked: 'outline',
      lookedFor: ['火星', '殖民'],
      nearest: [],
    });
  });

  it('is the same each time', async () => {
    const drafter = drafterOver(await starterIndex());
    const ask = () => drafter({ kind: 'outline', query: '工作会议', filters: {} });
    expect(await ask()).toEqual(await ask());
  });
});
