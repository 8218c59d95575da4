import { describe, expect, it } from 'vitest';
import { topicCollocations } from '../../../src/drafting/phrasing/collocations.ts';
import { normaliseText } from '../../../src/text/index.ts';
import { PHRASING_SPEECHES, tableOf } from '../../support/collocations.ts';
import { speechFrom } from '../../support/corpus.ts';

const table = tableOf(PHRASING_SPEECHES);
const about = (topic: string) => topicCollocations(table, PHRASING_SPEECHES, topic);

describe('what stands with a topic', () => {
  it('tells the verbs that govern it, and those that govern what it modifies', () => {
    expect(about('责任').verbs.map(({ left }) => left)).toEqual(expect.arrayContaining(['压实', '夯实', '落到']));
    expect(
      about('人才')
        .verbs.map(({ text }) => text)
        .sort(),
    ).toEqual(['加强人才工作', '做好人才工作', '抓好人才工作'].sort());
  });

  it('tells the modifiers before it and what it modifies itself', () => {
    expect(about('责任').modifiers.map(({ left }) => left)).toEqual(expect.arrayContaining(['管护', '主体']));
    expect(about('人才').heads).toEqual([
      expect.objectContaining({ right: '工作', text: '人才工作', count: 3, speeches: 3 }),
    ]);
  });

  it('takes a topic of several words', () => {
    expect(
      about('人才工作')
        .verbs.map(({ left }) => left)
        .sort(),
    ).toEqual(['做好', '加强', '抓好'].sort());
    expect(about('管护责任').verbs.map(({ left }) => left)).toContain('压实');
  });

  it('shows modifiers of a topic of several words with the whole of it', () => {
    const speeches = [speechFrom('在会议上的讲话\n同志们：\n一、要求\n要抓教师队伍建设，要抓干部队伍建设。')];
    const { modifiers } = topicCollocations(tableOf(speeches), speeches, '队伍建设');
    expect(modifiers.map(({ text }) => text).sort()).toEqual(['干部队伍建设', '教师队伍建设'].sort());
  });

  it('tells what a verb governs, the longer object in place of the shorter where both are one', () => {
    const objects = about('筑牢').objects.map(({ right }) => right);
    expect(objects).toContain('思想防线');
    expect(objects).not.toContain('防线');
  });

  it('puts first what is typical and what several speeches say', () => {
    expect(about('责任').modifiers[0]).toMatchObject({ left: '管护', speeches: 2 });
  });

  it('shows places that hold both words', () => {
    for (const group of Object.values(about('责任'))) {
      for (const { left, right, places } of group) {
        for (const { speech, start, end } of places) {
          const text = normaliseText(PHRASING_SPEECHES[speech]?.text.slice(start, end) ?? '');
          expect(text).toContain(left);
          expect(text).toContain(right);
        }
      }
    }
  });

  it('tells nothing of what the corpus does not say', () => {
    const nothing = { verbs: [], objects: [], modifiers: [], heads: [] };
    expect(about('航天')).toEqual(nothing);
    expect(about('，。')).toEqual(nothing);
    expect(about('')).toEqual(nothing);
    expect(about('的')).toEqual(nothing);
    expect(about('加强'.repeat(5000))).toEqual(nothing);
  });
});
