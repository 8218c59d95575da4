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

  it('shows the clauses of a long sentence that hold the evidence', async () => {
    const filler = (n: number): string => Array.from({ length: n }, (_, i) => `第${i}件事要办得明明白白`).join('，');
    const index = await indexOf({
      'a.txt': `在会上的讲话\n同志们：\n${filler(20)}，渠尾的水要放到田头，${filler(20)}。`,
    });
    const answer = await drafterOver(index)({ kind: 'find', query: '渠尾 田头', filters: {}, limit: 1 });
    const [hit] = answer.kind === 'passages' ? answer.hits : [];
    expect(hit?.snippet).toContain('渠尾的水要放到田头，');
    expect(hit?.snippet.length).toBeLessThanOrEqual(140);
    expect(hit?.text).toContain(hit?.snippet);
    expect(hit?.snippet).toMatch(/^第\d+件事|^渠尾/); // from the beginning of a clause
  });

  it('marks synonyms, too', async () => {
    const index = await indexOf({
      'a.txt': '在会上的讲话\n同志们：\n医生要先看人后看屏。\n修渠要赶在上冻之前。\n路灯要亮。\n饭菜要热。',
    });
    const answer = await drafterOver(index)({ kind: 'find', query: '大夫', filters: {}, limit: 1 });
    const [hit] = answer.kind === 'passages' ? answer.hits : [];
    expect(hit?.marks.map(({ start, end }) => hit.snippet.slice(start, end))).toContain('医生');
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

/** First words of each hit, best first. */
async function order(files: Record<string, string>, query: string): Promise<string[]> {
  const answer = await drafterOver(await indexOf(files))({ kind: 'find', query, filters: {}, limit: 20 });
  return answer.kind === 'passages' ? answer.hits.map((hit) => hit.text.slice(0, 4)) : [];
}
const speech = (title: string, ...paragraphs: string[]): string => `${title}\n同志们：\n${paragraphs.join('\n')}`;

describe('the order of passages', () => {
  it('is by rare words before common ones', async () => {
    const common = Array.from({ length: 6 }, (_, i) => `第${i}件事，群众的事要办好，办一件成一件。`);
    const found = await order(
      { 'a.txt': speech('在会上的讲话', '群众来了要让座，群众走了要送行。', '渠尾的水要放到田头。', ...common) },
      '群众 渠尾',
    );
    expect(found[0]).toBe('渠尾的水'); // 群众 stands everywhere, 渠尾 once
  });

  it('is by words side by side before the same words apart', async () => {
    const found = await order(
      {
        'a.txt': speech(
          '在会上的讲话',
          '水要引来，渠道要修好，灾后要修复，利民要先行。',
          '水利要修，修好水利就是修好粮仓。',
        ),
      },
      '修好水利',
    );
    expect(found[0]).toBe('水利要修'); // 修好水利 stands there as it was asked
  });

  it('counts what the rest of the speech says', async () => {
    const filler = ['渠修通了再修路。', '路灯要亮到村口。', '食堂的饭菜要热。', '档案要分类装盒。'];
    const found = await order(
      {
        'a.txt': speech('在甲会上的讲话', '账目按月上墙，谁都能看。', '村集体的收入要管好。', ...filler),
        'b.txt': speech('在乙会上的讲话', '流程按月上墙，谁都能看。', '办事的材料要减下来。', ...filler),
      },
      '村集体 上墙',
    );
    // Both have 上墙 alone; one of them stands in a speech that has 村集体 elsewhere.
    expect(found.filter((words) => words.endsWith('按月'))).toEqual(['账目按月', '流程按月']);
  });

  it('finds synonyms, behind the word itself', async () => {
    const found = await order(
      { 'a.txt': speech('在会上的讲话', '医生要先看人后看屏。', '大夫要先看人后看片。', '修渠要赶在上冻之前。') },
      '大夫',
    );
    expect(found).toEqual(['大夫要先', '医生要先']);
  });

  it('puts the year, genre and part that were asked for first', async () => {
    const of = (year: number, kind: string, title: string): string =>
      `---\ndate: ${year}\ngenre: ${kind}\n---\n${speech(title, `${title}，隐患要查到班组。`, '大家回去就办。')}`;
    const found = await order(
      {
        'a.txt': of(2020, 'summary', '甲总结'),
        'b.txt': of(2022, 'summary', '乙总结'),
        'c.txt': of(2022, 'mobilisation', '丙动员'),
      },
      '2022年动员会上怎么讲隐患',
    );
    expect(found.slice(0, 3)).toEqual(['丙动员，', '乙总结，', '甲总结，']); // both, the year alone, neither
  });

  it('finds Han numerals by Arabic ones, and the reverse', async () => {
    const files = {
      'a.txt': speech('在会上的讲话', '二〇一九年修的渠，今年通了水。', '增产5%以上，粮仓满了。', '其余的事照旧办。'),
    };
    expect((await order(files, '2019年 修渠'))[0]).toBe('二〇一九');
    expect((await order(files, '增产百分之五'))[0]).toBe('增产5%');
  });
});

describe('what is not there', () => {
  const files = {
    'water.txt': speech('在全县水利工作会议上的讲话', '要学习党的十九届五中全会精神，把水渠修到地头，把电站并进园区。'),
    'figures.txt': speech(
      '关于决算的报告',
      '收入一百二十三亿元，支出九十亿元，结余三十三亿元。竞争性分配的资金占一成。',
    ),
  };
  const ask = async (query: string) =>
    drafterOver(await indexOf(files))({ kind: 'find', query, filters: {}, limit: 5 });

  it.each(['元宇宙', '电竞选手', '竞渡 园艺'])(
    'a topic that shares characters alone finds nothing: %s',
    async (query) => {
      expect((await ask(query)).kind).toBe('nothing');
    },
  );

  it('is said before what is near', async () => {
    expect(await ask('把水渠修到地头，把电站并进园区 骆驼')).toMatchObject({ kind: 'passages', missing: ['骆驼'] });
    expect(await ask('把水渠修到地头')).not.toHaveProperty('missing');
  });

  it.each([
    ['学习党的二十届三中全会精神', ['二十届三中全会']],
    ['学习党的十九届五中全会精神', undefined],
  ])('a meeting of another number is another meeting: %s', async (query, missing) => {
    const answer = await ask(query);
    expect(answer.kind === 'passages' && answer.missing).toEqual(missing);
  });
});

describe('numbers that are spelled out', () => {
  const files = {
    'water.txt': speech('在全县水利工作会议上的讲话', '从二〇一五年起，水费留百分之六修渠。'),
    'gate.txt': speech('在闸门验收会上的讲话', '水闸六月验收，6月底前要放水，水费16%另算。'),
    'arabic.txt': speech('在水管站座谈会上的讲话', '管护费按6%提，2015年定下的规矩不改。'),
  };
  const hitsFor = async (query: string): Promise<PassagesAnswer['hits']> => {
    const answer = await drafterOver(await indexOf(files))({ kind: 'find', query, filters: {}, limit: 10 });
    return answer.kind === 'passages' ? answer.hits : [];
  };
  const filesFor = async (query: string): Promise<string[]> =>
    (await hitsFor(query)).map(({ citation }) => citation.file).toSorted();

  it.each([
    ['“水费留百分之六修渠”', ['water.txt']],
    ['“水费留6%修渠”', ['water.txt']],
    ['“按百分之六提”', ['arabic.txt']],
    ['“从2015年起”', ['water.txt']],
    ['“6%”', ['arabic.txt', 'water.txt']],
  ])('stand in quotation marks in either form: %s', async (query, wanted) => {
    expect(await filesFor(query)).toEqual(wanted);
  });

  it.each(['水费 -百分之六', '水费 -6%', '水费 -“百分之六”', '水费 -百分之六。'])(
    'are left out by %s',
    async (query) => {
      expect(await filesFor(query)).toEqual(['gate.txt']);
    },
  );

  it.each(['百分之六', '6%'])('find each other and not the bare digit or a longer number: %s', async (query) => {
    expect(await filesFor(query)).toEqual(['arabic.txt', 'water.txt']);
  });

  it('are marked as they stand in the passage', async () => {
    const marked = (await hitsFor('百分之六')).map(({ snippet, marks }) =>
      marks.map(({ start, end }) => snippet.slice(start, end)),
    );
    expect(marked.toSorted()).toEqual([['6%'], ['百分之六']]);
  });
});

describe('words that the analyser drops', () => {
  const files = {
    'without.txt': speech('在修渠动员会上的讲话', '过去没有渠，庄稼靠天收。'),
    'with.txt': speech('在放水仪式上的讲话', '如今渠修到了地头，阿不都•艾山第一个开闸。'),
  };
  const hitsFor = async (query: string): Promise<PassagesAnswer['hits']> => {
    const answer = await drafterOver(await indexOf(files))({ kind: 'find', query, filters: {}, limit: 10 });
    return answer.kind === 'passages' ? answer.hits : [];
  };

  it('are found and marked where they are quoted', async () => {
    const [hit, ...others] = await hitsFor('“没有”');
    expect(others).toEqual([]);
    expect(hit?.marks.map(({ start, end }) => hit.snippet.slice(start, end))).toEqual(['没有']);
  });

  it.each(['·', '・', '•', '‧', '･'])('a name is found whatever dot is typed in it: %s', async (dot) => {
    expect((await hitsFor(`“阿不都${dot}艾山”`)).map(({ citation }) => citation.file)).toEqual(['with.txt']);
  });
});

describe('what people type', () => {
  const files = {
    'city.txt': speech('在市直机关会上的讲话', '台账要建得清楚，一件一件销号。'),
    'town.txt': speech('在某镇会上的讲话', '台账要建得明白，一项一项交办。'),
  };
  const ask = async (query: string, filters = {}) =>
    drafterOver(await indexOf(files))({ kind: 'find', query, filters, limit: 20 });
  const filesFor = async (query: string, filters = {}): Promise<string[]> => {
    const answer = await ask(query, filters);
    return answer.kind === 'passages' ? answer.hits.map((hit) => hit.citation.file) : [];
  };

  it('in quotation marks has to stand as it was typed', async () => {
    expect(await filesFor('“建得明白” 台账')).toEqual(['town.txt']);
    expect(await filesFor('“台账明白”')).toEqual([]);
  });

  it('behind a minus sign must not stand', async () => {
    expect(await filesFor('台账 -销号')).toEqual(['town.txt']);
  });

  it('as a source narrows to speeches so named', async () => {
    expect(await filesFor('台账', { source: '某镇' })).toEqual(['town.txt']);
    expect(await filesFor('台账', { source: 'CITY' })).toEqual(['city.txt']);
  });

  it('with a character of the same sound is read as it was meant, and said so', async () => {
    const answer = await ask('台帐 销好');
    expect(answer).toMatchObject({
      kind: 'passages',
      corrections: expect.arrayContaining([{ typed: '销好', read: '销号' }]),
    });
  });

  it('in words that the corpus has not is answered with words that it has', async () => {
    const answer = await ask('航天员交班');
    expect(answer.kind === 'nothing' && answer.nearest).toContain('交办');
  });
});

describe('variety', () => {
  const about = (topic: string, count: number): string =>
    speech(
      `在${topic}会上的讲话`,
      ...Array.from({ length: count }, (_, i) => `隐患排查要到第${i}车间，${topic}管到底。`),
    );

  it('shows two hits of one speech on the first page, and none is lost', async () => {
    const index = await indexOf({ 'a.txt': about('煤矿', 6), 'b.txt': about('化工', 6), 'c.txt': about('电力', 6) });
    const answer = await drafterOver(index)({ kind: 'find', query: '隐患排查', filters: {}, limit: 50 });
    const found = answer.kind === 'passages' ? answer.hits.map((hit) => hit.citation.file) : [];
    const counts = ['a.txt', 'b.txt', 'c.txt'].map(
      (file) => found.slice(0, 5).filter((other) => other === file).length,
    );
    expect(Math.max(...counts)).toBe(2);
    expect(found).toHaveLength(18);
  });

  it('is left aside for who names a source', async () => {
    const index = await indexOf({ 'a.txt': about('煤矿', 6), 'b.txt': about('化工', 6) });
    const request = { kind: 'find', query: '隐患排查', filters: { source: '煤矿' }, limit: 5 } as const;
    const answer = await drafterOver(index)(request);
    expect(answer.kind === 'passages' && answer.hits).toHaveLength(5);
  });
});

describe('find by a passage', () => {
  it('gives what is like it, and not itself', async () => {
    const index = await indexOf({
      'a.txt': speech('在甲会上的讲话', '隐患排查要到车间班组，一处一处登记销号。', '食堂的饭菜要热。'),
      'b.txt': speech('在乙会上的讲话', '车间班组是隐患排查的头一关，登记了才好销号。', '路灯要亮。'),
    });
    const [like] = index.speeches[0]?.passages ?? [];
    const request = { kind: 'find', query: '', filters: {}, limit: 5, like: like?.id ?? '' } as const;
    const answer = await drafterOver(index)(request);
    expect(answer.kind === 'passages' && answer.hits[0]?.text).toContain('头一关');
    expect(answer.kind === 'passages' && answer.hits.map((hit) => hit.passage)).not.toContain(like?.id);
  });

  it('says that what an id named has gone', async () => {
    const index = await indexOf({ 'a.txt': speech('在甲会上的讲话', '隐患要查。') });
    const request = { kind: 'find', query: '', filters: {}, limit: 5, like: 'gone' } as const;
    expect(await drafterOver(index)(request)).toMatchObject({ kind: 'nothing', asked: 'find', gone: true });
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
