import { describe, expect, it } from 'vitest';
import { drafterOver, type OutlineRequest, type SkeletonsAnswer } from '../../../src/drafting/index.ts';
import { indexOf, starterIndex } from '../../support/corpus.ts';

const FLOOD = `---
genre: deployment
date: 2024
---
在防汛工作会议上的讲话
同志们：
今年雨来得早，大家要早动手。
一、看清形势
今年雨来得早，河道水位比往年高，防汛的弦要绷得更紧一些，不能有半点松懈。
二、压实任务
（一）盯住堤坝
一是巡堤。两小时一趟。二是备料。料不过夜。
（二）盯住人员
转移不落一户。
同志们，水来了，人要先到。`;

const SPEECHES = {
  'flood.txt': FLOOD,
  'school.txt': `---
genre: forum
date: 2023
---
在教师座谈会上的讲话
老师们：
一、把课备好
备课要下功夫，防汛知识也要进课堂，每学期讲一次，让孩子知道水来了往哪里跑。`,
  'drought.txt': `---
genre: deployment
date: 2022
---
在抗旱防汛工作会议上的讲话
同志们：
一、看清旱情
河道水位比往年低，既要防汛也要抗旱，形势不容乐观，弦要绷得紧一些。
二、管好用水
水库的水先保人喝，再保田里的苗，每天通报一次水位。
三、守好2021年修的堤
堤坝要有人巡，巡堤要有记录，夜里也不能断人，备料要足。`,
  'letter.txt': `贺信
同志们：
防汛工作辛苦了，没有标题的信也很真。`,
};

async function outline(query: string, options: Partial<OutlineRequest> = {}) {
  return drafterOver(await indexOf(SPEECHES))({ kind: 'outline', query, filters: {}, ...options });
}

async function skeletons(query: string, options: Partial<OutlineRequest> = {}): Promise<SkeletonsAnswer> {
  const answer = await outline(query, options);
  if (answer.kind !== 'skeletons') throw new Error('nothing found');
  return answer;
}

const titles = (answer: SkeletonsAnswer): string[] =>
  answer.skeletons.filter(({ kind }) => kind === 'delivered').map(({ title }) => title);
const composedOf = (answer: SkeletonsAnswer) => answer.skeletons.find(({ kind }) => kind === 'composed');

describe('a delivered skeleton', () => {
  it('is the nearest speech as it was built, each heading with its own citation', async () => {
    const [first] = (await skeletons('防汛工作会议')).skeletons;
    expect(first).toMatchObject({ kind: 'delivered', title: '在防汛工作会议上的讲话', date: '2024' });
    expect(first?.sections).toMatchObject([
      { marker: '一、', heading: '看清形势', level: 1, role: 'situation', sections: [] },
      {
        marker: '二、',
        heading: '压实任务',
        sections: [
          { marker: '（一）', heading: '盯住堤坝', level: 2, sections: [] },
          { marker: '（二）', heading: '盯住人员' },
        ],
      },
    ]);
    expect(first?.sections[1]?.sections[0]?.citation).toMatchObject({ path: ['压实任务'], paragraph: 5 });
  });

  it('tells how long each section is, white space aside, and how the speech begins and ends', async () => {
    const [first] = (await skeletons('防汛工作会议')).skeletons;
    const [, duties] = first?.sections ?? [];
    const words = FLOOD.slice(FLOOD.indexOf('二、'), FLOOD.indexOf('同志们，水来了')).replace(/\s/g, '');
    expect(duties?.characters).toBe(words.length);
    expect(first?.stretches).toMatchObject([
      { role: 'opening', characters: '今年雨来得早，大家要早动手。'.length },
      { role: 'call', characters: '同志们，水来了，人要先到。'.length },
    ]);
  });

  it('shows the headings to the depth asked for, and points where they are asked for', async () => {
    const [flat] = (await skeletons('防汛工作会议', { depth: 1 })).skeletons;
    expect(flat?.sections.map(({ sections }) => sections)).toEqual([[], []]);
    const [deep] = (await skeletons('防汛工作会议', { points: true })).skeletons;
    expect(deep?.sections[1]?.sections[0]?.sections).toMatchObject([
      { marker: '一是', heading: '巡堤' },
      { marker: '二是', heading: '备料' },
    ]);
  });

  it('is of a speech with sections, of the genre and years asked for, and not of one that is left out', async () => {
    expect(titles(await skeletons('防汛'))).not.toContain('贺信');
    expect(titles(await skeletons('防汛', { filters: { genre: 'forum' } }))).toEqual(['在教师座谈会上的讲话']);
    expect(titles(await skeletons('防汛', { filters: { year: 2022, until: 2023 } }))).toHaveLength(2);
    expect(titles(await skeletons('防汛', { filters: { except: 'flood' } }))).not.toContain('在防汛工作会议上的讲话');
    expect(titles(await skeletons('防汛', { filters: { source: '抗旱' } }))).toEqual(['在抗旱防汛工作会议上的讲话']);
  });
});

describe('where no speech is near', () => {
  it('says so, with what was looked for', async () => {
    expect(await outline('火星 殖民')).toMatchObject({
      kind: 'nothing',
      asked: 'outline',
      lookedFor: ['火星', '殖民'],
    });
    expect((await outline('防汛', { filters: { year: 2019 } })).kind).toBe('nothing');
  });

  it('but a genre was named that some speech has, gives those, and says that the genre is all they share', async () => {
    const answer = await skeletons('火星殖民', { filters: { genre: 'deployment' } });
    expect([answer.nearBy, titles(answer).length]).toEqual(['genre', 2]);
    expect(answer.sets).toEqual([]);
    expect((await skeletons('防汛')).nearBy).toBe('topic');
  });

  it('does not take two meetings for near because both are meetings', async () => {
    const answer = await drafterOver(await starterIndex())({ kind: 'outline', query: '组织工作会议', filters: {} });
    expect(answer.kind === 'skeletons' && titles(answer)[0]).toBe('在全市组织工作会议上的讲话');
    expect(answer.kind === 'skeletons' && titles(answer).join()).not.toContain('防汛');
  });
});

describe('a corpus that is all on one matter', () => {
  const held = (occasion: string, words: string): string =>
    `在某县防汛${occasion}上的讲话\n同志们：\n防汛的话今天再说一遍。\n一、把堤守住\n${words}`;

  it('has speeches on it, whatever occasion is asked for', async () => {
    const draft = drafterOver(
      await indexOf({
        'a.txt': held('动员会', '防汛要守住堤，夜里的人不能断。'),
        'b.txt': held('座谈会', '防汛要听老人的话，他们见过大水。'),
        'c.txt': held('现场会', '防汛要看得见人，喇叭要响到最后一户。'),
      }),
    );
    const answer = await draft({ kind: 'outline', query: '防汛工作会议', filters: {} });
    expect(answer).toMatchObject({ kind: 'skeletons', nearBy: 'topic' });
  });
});

describe('a composed skeleton', () => {
  it('has as many main sections as asked for, numbered anew, each a real heading with its citation', async () => {
    const index = await indexOf(SPEECHES);
    for (const sections of [2, 3, 4]) {
      const answer = await drafterOver(index)({ kind: 'outline', query: '防汛 水位', filters: {}, sections });
      const composed = answer.kind === 'skeletons' ? composedOf(answer) : undefined;
      expect(composed?.sections.map(({ marker }) => marker)).toEqual(
        ['一、', '二、', '三、', '四、'].slice(0, sections),
      );
      for (const { heading, citation } of composed?.sections ?? []) {
        const speech = index.speeches.find(({ id }) => id === citation.speech);
        expect(speech?.text.slice(citation.start, citation.end)).toBe(heading);
      }
    }
  });

  it('does not say a heading twice, and offers no alternative that it has already', async () => {
    const answer = await drafterOver(await starterIndex())({
      kind: 'outline',
      query: '干部 责任',
      filters: {},
      sections: 8,
    });
    const composed = answer.kind === 'skeletons' ? composedOf(answer) : undefined;
    const headings = composed?.sections.map(({ heading }) => heading) ?? [];
    expect(headings).toHaveLength(8);
    expect(new Set(headings).size).toBe(8);
    for (const { alternatives } of composed?.sections ?? []) {
      expect(alternatives.length).toBeLessThanOrEqual(5);
      expect(alternatives.filter(({ heading }) => headings.includes(heading))).toEqual([]);
    }
  });

  it('marks what is to be filled in', async () => {
    const composed = composedOf(await skeletons('堤坝 巡堤', { sections: 5 }));
    const section = composed?.sections.find(({ heading }) => heading === '守好2021年修的堤');
    expect(section?.blanks).toEqual([{ start: 2, end: 6 }]);
  });

  it('tells why each section is there: the speeches that have the like, the words, the score', async () => {
    const composed = composedOf(await skeletons('防汛 水位'));
    for (const { id, support } of composed?.sections ?? []) {
      expect(support?.sections[0]?.id).toBe(id);
      expect(support?.terms.length).toBeGreaterThan(0);
      for (const score of [support?.coverage, support?.answers, support?.fit]) {
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
      }
    }
  });

  it('is not made of a single speech, whose own skeleton says it all', async () => {
    const only = drafterOver(await indexOf({ 'flood.txt': FLOOD }));
    const answer = await only({ kind: 'outline', query: '防汛', filters: {} });
    expect(answer.kind === 'skeletons' && answer.skeletons.map(({ kind }) => kind)).toEqual(['delivered']);
  });

  it('is the same each time, also from an index that was made anew', async () => {
    const ask = async () => drafterOver(await indexOf(SPEECHES))({ kind: 'outline', query: '防汛', filters: {} });
    expect(await ask()).toEqual(await ask());
  });

  it('comes back from the ids of its sections, with what has gone left out', async () => {
    const drafter = drafterOver(await indexOf(SPEECHES));
    const answer = await skeletons('防汛 水位');
    const kept = (composedOf(answer)?.sections ?? []).map(({ id, alternatives }) => ({
      id,
      alternatives: alternatives.map((other) => other.id),
    }));
    const again = await drafter({ kind: 'skeleton', sections: kept });
    const headings = composedOf(answer)?.sections.map(({ heading }) => heading);
    expect(again.kind === 'skeletons' && again.skeletons[0]?.sections.map(({ heading }) => heading)).toEqual(headings);
    const gone = await drafter({ kind: 'skeleton', sections: [{ id: 'gone.1', alternatives: [] }] });
    expect(gone.kind).toBe('nothing');
  });
});

describe('passages within a section', () => {
  it('are those under it alone, whatever else the question would find', async () => {
    const drafter = drafterOver(await indexOf(SPEECHES));
    const answer = await skeletons('防汛工作会议');
    const within = [answer.skeletons[0]?.sections[1]?.id ?? ''];
    const found = await drafter({ kind: 'find', query: '防汛 巡堤', filters: { within }, limit: 10 });
    const paths = found.kind === 'passages' ? found.hits.map(({ citation }) => citation.path[0]) : [];
    expect(paths.length).toBeGreaterThan(0);
    expect(new Set(paths)).toEqual(new Set(['压实任务']));
  });
});
