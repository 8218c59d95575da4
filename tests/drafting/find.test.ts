import { describe, expect, it } from 'vitest';
import { type Answer, drafterOver, type PassagesAnswer } from '../../src/drafting/index.ts';
import { indexOf, starterIndex } from '../support/corpus.ts';

const SPEECHES = {
  'youth.txt': `---
genre: forum
date: 2023
---
在青年座谈会上的讲话
同志们：
一、多压担子
年轻干部要放到窗口去、放到现场去，多经几件难事。
二、多给台阶
年轻干部犯了错，讲清道理，给他台阶。`,
  'talent.txt': `---
genre: summary
date: 2024-05
---
在人才工作总结会上的讲话
同志们：
一、引才看需求
引才先看岗位缺什么，缺焊工就不去抢博士。
二、留才靠环境
留才靠的是看病近、上学近、办事近。干部人才都一样。
共同的结尾，大家回去抓紧办。`,
  'copy.txt': `在另一个会上的讲话
同志们：
共同的结尾，大家回去抓紧办。`,
};

async function find(query: string, filters = {}, limit = 10): Promise<Answer> {
  return drafterOver(await indexOf(SPEECHES))({ kind: 'find', query, filters, limit });
}
async function hits(query: string, filters = {}): Promise<PassagesAnswer['hits']> {
  const answer = await find(query, filters);
  if (answer.kind !== 'passages') throw new Error(`nothing for ${query}`);
  return answer.hits;
}

describe('find', () => {
  it('puts the passage that holds all words before those that hold one', async () => {
    const texts = (await hits('引才 岗位')).map((hit) => hit.text);
    expect(texts[0]).toContain('引才先看岗位'); // both words, and 引才 in the heading too
  });

  it('puts the passage that says a phrase word for word first', async () => {
    const index = await indexOf({
      'a.txt':
        '在会上的讲话\n同志们：\n干部要年轻一些，干部队伍要年轻，年轻就有干劲。\n年轻干部要多下现场看一看、问一问、住一住。',
    });
    const answer = await drafterOver(index)({ kind: 'find', query: '年轻干部', filters: {}, limit: 2 });
    // The first paragraph has each word more often, but never together.
    expect(answer.kind === 'passages' && answer.hits[0]?.text).toContain('年轻干部要多下现场');
  });

  it('marks the words in the snippet, each overlap once', async () => {
    const [hit] = await hits('引才 岗位');
    expect(hit?.marks.map(({ start, end }) => hit.snippet.slice(start, end))).toEqual(['引才', '岗位']);
    expect(hit?.text).toContain(hit?.snippet);
  });

  it('narrows by genre and by year', async () => {
    expect((await hits('干部', { genre: 'forum' })).every((hit) => hit.citation.title === '在青年座谈会上的讲话')).toBe(
      true,
    );
    expect((await hits('干部', { year: 2024 })).map((hit) => hit.citation.date)).toEqual(['2024-05']);
    expect((await find('干部', { year: 2019 })).kind).toBe('nothing');
  });

  it('shows the same words in two speeches as one hit', async () => {
    const found = await hits('共同 结尾');
    expect(found).toHaveLength(1);
    expect(found[0]?.alsoIn).toHaveLength(1);
  });

  it('counts what does not fit on the page', async () => {
    const all = await hits('年轻 干部');
    expect(await find('年轻 干部', {}, 1)).toMatchObject({ hits: [all[0]], more: all.length - 1 });
  });

  it.each(['火星殖民计划', '量子 计算 芯片', 'unobtainium'])('says that nothing answers %s', async (query) => {
    const answer = await find(query);
    expect(answer.kind).toBe('nothing');
    expect(answer.kind === 'nothing' && answer.lookedFor.length).toBeGreaterThan(0);
  });

  it('finds by one rare right word among wrong ones only when that word is most of the question', async () => {
    expect((await find('焊工')).kind).toBe('passages');
    expect((await find('焊工 火星 殖民 飞船')).kind).toBe('nothing');
  });

  it('understands traditional characters and full width', async () => {
    expect((await hits('焊工 崗位'))[0]?.text).toContain('缺焊工');
  });

  it.each(['，。！？', '的了吗', ''])('refuses a question without words: %j', async (query) => {
    await expect(find(query)).rejects.toMatchObject({ code: 'query-empty' });
  });

  it('refuses a question of 10,000 characters', async () => {
    await expect(find('治'.repeat(10_000))).rejects.toMatchObject({
      code: 'query-too-long',
      details: { length: 10_000, limit: 1000 },
    });
  });
});

describe('find on the starter corpus', () => {
  it.each([
    // Of the six, one is about talent, and 引才 stands in a heading and in three of its points.
    ['引才 留才', '人才'],
    // 网格员 is the rare word; only the speech on grassroots governance has it.
    ['网格员 入户', '基层治理'],
    // Typed as people speak: the question words are dropped, 隐患 and 排查 are left.
    ['怎么讲隐患排查', '安全生产'],
  ])('%s leads to the speech on %s', async (query, topic) => {
    const answer = await drafterOver(await starterIndex())({ kind: 'find', query, filters: {}, limit: 3 });
    expect(answer.kind === 'passages' && answer.hits[0]?.citation.title).toContain(topic);
  });
});
