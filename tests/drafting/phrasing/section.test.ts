import { describe, expect, it } from 'vitest';
import { drafterOver, type PhraseRequest, type PhrasingAnswer } from '../../../src/drafting/index.ts';
import type { SpeechIndex } from '../../../src/indexing/index.ts';
import { type Section, type Speech, walkSections } from '../../../src/speech/index.ts';
import { indexOf, starterIndex } from '../../support/corpus.ts';

const SPEECHES = {
  'a.txt': `在某市防汛会议上的讲话
同志们：
一、把堤坝守牢
堤坝要有人巡，巡堤要有人管。一是巡在水前。巡堤的队伍今天编好。二是守在险段。险段的砂石今天备好。三是换在点上。换岗的时间今天排好。
二、把账目算清
堤坝的账要一笔一笔记，记账的本子要一月一晒。`,
  'b.txt': `在某县水利会议上的讲话
同志们：
一、工作回顾
去年巡堤的队伍编了十支，险段的砂石备了三千方，堤坝守住了，队伍巡出来了。
二、把学校办好
学校的屋顶要修，学校的操场要平。`,
  'c.txt': `在某镇教师会议上的讲话
老师们：
一、把课讲好
课前要备，课后要问。
二、把孩子看好
孩子放学要有人接。`,
};

const sectionsOf = (index: SpeechIndex): { speech: Speech; section: Section; id: string }[] =>
  index.speeches.flatMap((speech) =>
    [...walkSections(speech.sections)].map(({ section }) => ({
      speech,
      section,
      id: `${speech.id}.${section.start.toString(36)}`,
    })),
  );

const idOf = (index: SpeechIndex, heading: string): string =>
  sectionsOf(index).find(({ section }) => section.heading === heading)?.id ?? 'none';

async function phrasingOf(index: SpeechIndex, section: string, asked: Partial<PhraseRequest> = {}) {
  const answer = await drafterOver(index)({ kind: 'phrase', query: '', filters: {}, section, ...asked });
  if (answer.kind !== 'phrasing') throw new Error('no phrasing');
  return answer;
}

const itemsOf = ({ groups }: PhrasingAnswer, wanted: string): string[] =>
  groups.filter(({ kind }) => kind === wanted).flatMap(({ items }) => items.map(({ text }) => text));

describe('phrasing of a section', () => {
  it('is its own and that of the sections that say the same, and no other’s', async () => {
    const index = await indexOf(SPEECHES);
    const answer = await phrasingOf(index, idOf(index, '把堤坝守牢'));
    expect(itemsOf(answer, 'headings')).toEqual(expect.arrayContaining(['把堤坝守牢', '工作回顾']));
    expect(itemsOf(answer, 'leads')).toEqual(['巡在水前', '守在险段', '换在点上']);
    const cited = answer.groups.flatMap(({ items }) => items.flatMap(({ citations }) => citations));
    const paths = cited.map(({ path }) => path.join());
    for (const other of ['账目', '学校', '课', '孩子']) expect(paths.join()).not.toContain(other);
    expect(cited.some(({ file }) => file === 'b.txt')).toBe(true);
  });

  it('names the section, by its heading and where it stands', async () => {
    const index = await indexOf(SPEECHES);
    const { query, section } = await phrasingOf(index, idOf(index, '把账目算清'), { query: '不读' });
    expect(query).toBe('');
    expect(section).toMatchObject({ heading: '把账目算清', citation: { file: 'a.txt' } });
    expect(SPEECHES['a.txt'].slice(section?.citation.start, section?.citation.end)).toBe('把账目算清');
  });

  it('goes by what the section says where its heading says nothing', async () => {
    const index = await indexOf(SPEECHES);
    const answer = await phrasingOf(index, idOf(index, '工作回顾'));
    expect(itemsOf(answer, 'headings')).toContain('把堤坝守牢');
  });

  it('keeps to the kinds, the number and the speeches that are asked for', async () => {
    const index = await indexOf(SPEECHES);
    const section = idOf(index, '把堤坝守牢');
    const some = await phrasingOf(index, section, { kinds: ['leads'], limit: 2 });
    expect(some.groups).toMatchObject([{ kind: 'leads', items: [{}, {}], more: 1 }]);
    const own = await phrasingOf(index, section, { filters: { except: '水利' } });
    expect(JSON.stringify(own)).not.toContain('b.txt');
  });

  it('has gone with its section', async () => {
    const index = await indexOf(SPEECHES);
    const answer = await drafterOver(index)({ kind: 'phrase', query: '', filters: {}, section: 'gone.1' });
    expect(answer).toMatchObject({ kind: 'nothing', asked: 'phrase', gone: true });
  });

  it('holds more than the heading itself for nearly every section of the starter corpus', async () => {
    const index = await starterIndex();
    const drafter = drafterOver(index);
    const headings = sectionsOf(index).filter(({ section }) => section.kind === 'heading');
    let rich = 0;
    for (const { id, section } of headings) {
      const answer = await drafter({ kind: 'phrase', query: '', filters: {}, section: id });
      const others = answer.kind === 'phrasing' ? answer.groups.flatMap(({ items }) => items) : [];
      if (others.filter(({ text }) => text !== section.heading).length >= 5) rich++;
    }
    expect(rich / headings.length).toBeGreaterThan(0.85);
  }, 60_000);
});
