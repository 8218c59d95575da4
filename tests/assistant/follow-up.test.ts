import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFollowUp } from '../../src/assistant/index.ts';
import { readCorpus } from '../../src/corpus/index.ts';
import type { DraftRequest, Filters } from '../../src/drafting/index.ts';
import { STARTER } from '../support/corpus.ts';

const FILTERS: Filters = { year: 2020, until: 2021, genre: 'deployment', source: '某市' };
const FIND: DraftRequest = { kind: 'find', query: '基层治理', filters: FILTERS, limit: 5 };
const OUTLINE: DraftRequest = { kind: 'outline', query: '组织工作', filters: {} };
const PHRASE: DraftRequest = { kind: 'phrase', query: '基层治理', filters: {} };
const SOURCE: DraftRequest = { kind: 'source', quote: '一件事一个台账' };
const PASSAGES = ['p1', 'p2', 'p3', 'p4', 'p5'];

const follow = (request: DraftRequest, typed: string, passages: readonly string[] = PASSAGES, page = 1) =>
  readFollowUp(typed, { request, page, passages });
const asked = (request: DraftRequest, page = 1) => ({ request, page });

describe('more', () => {
  it.each([
    '更多',
    '更多的',
    '还有吗？',
    '还有没有',
    '还有更多吗',
    '下一页',
    '再来几条',
    '再来5条吧',
    '再给我几条',
    '请继续',
    '看更多',
    '麻烦再来几条，谢谢',
    'more',
    'More please',
    'next',
    'next page',
    'show more',
    'any more?',
    '换一批',
    '再多来点',
    '后面还有吗',
    '更多結果',
    'more of these',
    'next 5',
  ])('is said %s', (typed) => {
    expect(follow(FIND, typed)).toEqual(asked({ ...FIND, skip: 5 }, 2));
  });

  it('goes on from the page that was shown', () => {
    expect(follow({ ...FIND, skip: 5 }, '更多', [...PASSAGES, ...PASSAGES], 2)).toEqual(
      asked({ ...FIND, skip: 10 }, 3),
    );
  });

  it('goes back, to the first page without anything left out', () => {
    expect(follow({ ...FIND, skip: 5 }, '上一页', PASSAGES, 2)).toEqual(asked(FIND));
    expect(follow({ ...FIND, skip: 10 }, 'previous page', PASSAGES, 3)).toEqual(asked({ ...FIND, skip: 5 }, 2));
  });

  it('ends at both ends', () => {
    expect(follow(FIND, '上一页')).toEqual({ problem: 'no-more' });
    expect(follow(FIND, '更多', ['p1', 'p2'])).toEqual({ problem: 'no-more' });
  });

  it.each([OUTLINE, SOURCE, PHRASE])('is nothing that this answer has: $kind', (request) => {
    expect(follow(request, '更多')).toEqual({ problem: 'not-for-this' });
  });
});

describe('one of the passages', () => {
  it.each([
    '第2条的上下文',
    '第2条上下文',
    '展开第二条',
    '第二条展开',
    '看看第2条的原文',
    '把第2条展开',
    '请打开第二段',
    '第 2 条',
    '第二个的前后文',
    '２号',
    'context of 2',
    'show the context of number 2',
    'expand 2',
    'open the second one',
    'Show number 2 in context',
    '#2',
    '展开2',
    '第二条出自哪里？',
    '第2条在哪一段',
    '第二条前后说了什么',
    '第2條的上下文',
  ])('is seen in its place: %s', (typed) => {
    expect(follow(FIND, typed)).toEqual(asked({ kind: 'passage', passage: 'p2' }));
  });

  it.each([
    '和第3条类似的',
    '找和第三条类似的段落',
    '跟第3条差不多的',
    '与第三段相近的',
    '类似第3条的',
    '像第三条这样的',
    '第3条的同类段落',
    '来几条和第3条相似的',
    '和第三条类似的还有吗',
    '还有没有跟第三条一样的？',
    'similar to 3',
    'more like number 3',
    'passages like the third one',
  ])('has others like it: %s', (typed) => {
    expect(follow(FIND, typed)).toEqual(asked({ kind: 'find', query: '', filters: {}, limit: 5, like: 'p3' }));
  });

  it.each([
    '第1条所在讲话的提纲',
    '第一条那篇的提纲',
    '第1条那篇讲话的结构',
    '第1条的提纲',
    '第1条那篇讲话的提纲是什么？',
    '看第一条这篇讲话的框架',
    'outline of 1',
    'the skeleton of the speech of number 1',
    'outline of the first one',
  ])('is of a speech with a skeleton: %s', (typed) => {
    expect(follow(FIND, typed)).toEqual(asked({ kind: 'speech-skeleton', passage: 'p1' }));
  });

  it('may be the last one', () => {
    expect(follow(FIND, '最后一条的上下文')).toEqual(asked({ kind: 'passage', passage: 'p5' }));
    expect(follow(FIND, 'expand the last one')).toEqual(asked({ kind: 'passage', passage: 'p5' }));
  });

  it.each([
    ['第9条的上下文', 9],
    ['展开第十二条', 12],
    ['第二十一条', 21],
    ['第0条', 0],
    ['context of 77', 77],
  ])('that was not shown is named: %s', (typed, number) => {
    expect(follow(FIND, typed)).toEqual({ problem: 'no-such-item', number });
  });

  it('is nothing that an answer without passages has', () => {
    expect(follow(PHRASE, '展开第二条', [])).toEqual({ problem: 'not-for-this' });
  });
});

describe('another year', () => {
  it.each([
    ['换成2019年的', { year: 2019 }],
    ['只要2019', { year: 2019 }],
    ['只看2019年', { year: 2019 }],
    ['那2019年的呢', { year: 2019 }],
    ['2019年的', { year: 2019 }],
    ['２０１９年的', { year: 2019 }],
    ['2018到2020年的', { year: 2018, until: 2020 }],
    ['只要2018-2020年的', { year: 2018, until: 2020 }],
    ['改成2018年至2020年的讲话', { year: 2018, until: 2020 }],
    ['年份:2019', { year: 2019 }],
    ['only 2019', { year: 2019 }],
    ['from 2018 to 2020', { year: 2018, until: 2020 }],
    ['between 2018 and 2020', { year: 2018, until: 2020 }],
    ['2019 only', { year: 2019 }],
    ['要2019年的', { year: 2019 }],
    ['有没有2019年的？', { year: 2019 }],
    ['2018—2020年', { year: 2018, until: 2020 }],
    ['what about 2019?', { year: 2019 }],
    ['only from 2019', { year: 2019 }],
  ])('takes the place of the one before: %s', (typed, years) => {
    const { year: _, until: __, ...others } = FILTERS;
    expect(follow({ ...FIND, filters: FILTERS }, typed)).toEqual(asked({ ...FIND, filters: { ...others, ...years } }));
  });

  it.each([
    '去掉年份',
    '不限年份',
    '年份不限',
    '去掉年份限制',
    '所有年份',
    '把年份去掉',
    '不要年份了',
    '时间不限',
    'any year',
    'all years',
    'remove the year filter',
  ])('is lifted: %s', (typed) => {
    expect(follow(FIND, typed)).toEqual(asked({ ...FIND, filters: { genre: 'deployment', source: '某市' } }));
  });

  it('begins at the first page', () => {
    expect(follow({ ...FIND, filters: {}, skip: 10 }, '只要2019', PASSAGES, 3)).toEqual(
      asked({ ...FIND, filters: { year: 2019 } }),
    );
  });

  it('is nothing that a source has', () => {
    expect(follow(SOURCE, '换成2019年的')).toEqual({ problem: 'not-for-this' });
  });
});

describe('another genre or source', () => {
  it.each([
    ['换成总结类', { genre: 'summary' }],
    ['换成总结类的', { genre: 'summary' }],
    ['总结类的', { genre: 'summary' }],
    ['換成總結類的', { genre: 'summary' }],
    ['要部署类的', { genre: 'deployment' }],
    ['只看部署讲话', { genre: 'deployment' }],
    ['只要动员会讲话', { genre: 'mobilisation' }],
    ['只看党课', { genre: 'party-lecture' }],
    ['只要慰问信', { genre: 'letter' }],
    ['体裁:述职', { genre: 'duty-report' }],
    ['only summaries', { genre: 'summary' }],
    ['only work reports', { genre: 'work-report' }],
    ['genre:summary', { genre: 'summary' }],
    ['来源:某县', { source: '某县' }],
    ['只要来源是某县的', { source: '某县' }],
    ['来源换成某县', { source: '某县' }],
    ['from:某县', { source: '某县' }],
    ['除去:某县', { except: '某县' }],
    ['不要来源是某县的', { except: '某县' }],
  ])('%s', (typed, filters) => {
    expect(follow(OUTLINE, typed)).toEqual(asked({ ...OUTLINE, filters } as DraftRequest));
  });

  it.each([
    ['不限体裁', { year: 2020, until: 2021, source: '某市' }],
    ['来源不限', { year: 2020, until: 2021, genre: 'deployment' }],
    ['去掉所有限制', {}],
    ['clear filters', {}],
  ])('is lifted: %s', (typed, filters) => {
    expect(follow(FIND, typed)).toEqual(asked({ ...FIND, filters } as DraftRequest));
  });
});

describe('only some of it', () => {
  it.each(['只要标题', '只看标题', '标题就行', 'only headings', 'just the headings'])('headings: %s', (typed) => {
    const phrasing = { kind: 'phrase', query: '基层治理', kinds: ['headings', 'heading-sets'] } as const;
    expect(follow(FIND, typed)).toEqual(asked({ ...phrasing, filters: FILTERS }));
    expect(follow(PHRASE, typed)).toEqual(asked({ ...phrasing, filters: {} }));
    expect(follow(OUTLINE, typed)).toEqual(asked({ ...OUTLINE, depth: 1 } as DraftRequest));
  });

  it.each([
    ['只要排比', 'parallel'],
    ['只看排比句', 'parallel'],
    ['只要句式', 'frames'],
    ['有没有排比？', 'parallel'],
    ['只给我搭配', 'collocations'],
    ['只要四字词', 'four-characters'],
    ['只列搭配', 'collocations'],
    ['only parallel sets', 'parallel'],
    ['only frames', 'frames'],
  ] as const)('one kind of phrasing: %s', (typed, kind) => {
    expect(follow(PHRASE, typed)).toEqual(asked({ ...PHRASE, kinds: [kind] } as DraftRequest));
  });

  it('needs a question to be phrased', () => {
    const like: DraftRequest = { kind: 'find', query: '', filters: {}, limit: 5, like: 'p1' };
    expect(follow(like, '只要排比')).toEqual({ problem: 'not-for-this' });
    expect(follow(SOURCE, '只要标题')).toEqual({ problem: 'not-for-this' });
  });
});

describe('the shape of a skeleton', () => {
  it.each([
    ['四个部分', { sections: 4 }],
    ['分成五个部分', { sections: 5 }],
    ['改成三大板块', { sections: 3 }],
    ['4 sections', { sections: 4 }],
    ['in 3 parts', { sections: 3 }],
    ['带要点', { points: true }],
    ['列出要点', { points: true }],
    ['不要要点', { points: false }],
    ['with points', { points: true }],
    ['without points', { points: false }],
    ['三级标题', { depth: 3 }],
    ['四个部分 带要点', { sections: 4, points: true }],
  ])('%s', (typed, options) => {
    expect(follow(OUTLINE, typed)).toEqual(asked({ ...OUTLINE, ...options } as DraftRequest));
  });

  it('of one speech has levels and points, not parts', () => {
    const request: DraftRequest = { kind: 'speech-skeleton', passage: 'p1' };
    expect(follow(request, '带要点')).toEqual(asked({ ...request, points: true }));
    expect(follow(request, '四个部分')).toEqual({ problem: 'not-for-this' });
  });

  it('is a question of its own where there was no skeleton', () => {
    expect(follow(FIND, '四个部分')).toBeNull();
  });
});

describe('a question of its own', () => {
  it.each([
    '更多就业',
    '除了急件',
    '要总结',
    '要总结经验',
    '有排比气势的开头',
    '换届工作',
    '看2019年的变化',
    '去掉形式主义的年份',
    '时间不等人',
    '还有和群众一样的干部',
    '展开攻坚',
    '翻页式改革',
    '更多的就业岗位',
    '还有困难的群众',
    '再来一次思想解放',
    '继续深化改革',
    '下一步工作',
    '2019年工作总结',
    '2019年工作总结的提纲',
    '2020年防汛工作',
    '只要群众满意',
    '只看某市',
    '换成教育',
    '只要肯干',
    '第一个百年奋斗目标',
    '第一书记',
    '第二产业',
    '第三产业',
    '第一责任人的责任',
    '和第三产业类似的新业态',
    '标题党治理',
    '总结经验',
    '部署工作',
    '提纲 组织工作会议',
    '句式 夯实*基础',
    '四个意识',
    '三个方面抓落实',
    '去掉形式主义',
    '来源广泛的人才',
    '来源于群众',
    '一件事一个台账，办到哪一步，写到哪一步。',
    'more jobs',
    'next generation',
    'only people who work',
    'back to basics',
    '2',
    '好的',
    '谢谢',
    '',
  ])('%s', (typed) => {
    expect(follow(FIND, typed)).toBeNull();
    expect(follow(SOURCE, typed)).toBeNull();
  });

  it('is whatever a speech says between two marks, but for bare numbers and years', async () => {
    const { speeches } = await readCorpus([STARTER]);
    const clauses = new Set(speeches.flatMap(({ text }) => text.split(/[，。；、：:？！\s#*—]+/)));
    const taken = [...clauses].filter((clause) => follow(FIND, clause) !== null);
    expect(clauses.size).toBeGreaterThan(5000);
    expect(taken.filter((clause) => !/^第[一二三四五六七八九十]+条?$|^\d{4}年$/.test(clause))).toEqual([]);
  });

  it('is whatever runs on behind a follow-up', () => {
    const begin = fc.constantFrom('更多', '下一页', '第2条', '展开第二条', '换成2019年的', '只要标题', '去掉年份');
    const topic = fc.constantFrom('就业服务', '基层治理', '防汛抗旱', '人才工作', '安全生产');
    fc.assert(
      fc.property(begin, topic, (words, rest) => {
        expect(follow(FIND, words + rest)).toBeNull();
      }),
    );
  });

  it('never makes it stumble, whatever it is', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc
        .array(
          fc.constantFrom('第', '十', '二', '条', '的', '更多', '只要', '2019', '年', '-', ' ', '类', '来源', '：'),
          {
            maxLength: 30,
          },
        )
        .map((words) => words.join('')),
    );
    fc.assert(
      fc.property(anything, fc.constantFrom(FIND, OUTLINE, PHRASE, SOURCE), (typed, request) => {
        const followUp = follow(request, typed);
        if (followUp !== null && 'request' in followUp) expect(followUp.page).toBeGreaterThan(0);
      }),
    );
  });
});
