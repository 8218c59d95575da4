import { describe, expect, it } from 'vitest';
import { ROLES } from '../../src/speech/index.ts';
import { speechOf } from './reading.ts';

/** The roles of top headings, each above a paragraph. */
const rolesOf = (...headings: string[]): (string | null)[] =>
  speechOf(
    ...headings.flatMap((heading, i) => [`${'一二三四五六'[i]}、${heading}`, '账要天天记，窗口要天天开。']),
  ).sections.map((section) => section.role);

describe('the role of a top section', () => {
  it.each([
    ['过去一年工作回顾', 'review'],
    ['2023年主要工作成绩', 'review'],
    ['存在的主要问题', 'problems'],
    ['认清形势，增强做好工作的紧迫感', 'situation'],
    ['充分认识修渠的重要意义', 'situation'],
    ['总体要求和主要目标', 'requirement'],
    ['明年的重点任务', 'tasks'],
    ['把窗口搬到村口', 'tasks'],
    ['着力夯实台账基础', 'tasks'],
    ['几点希望', 'call'],
  ])('%s is told by its heading', (heading, role) => {
    expect(rolesOf(heading, '把账记清')[0]).toBe(role);
    expect(ROLES).toContain(role);
  });

  it('says which words told it', () => {
    const [section] = speechOf('一、过去一年工作回顾', '渠修通了。').sections;
    expect(section?.evidence?.from).toBe('heading');
    expect(section?.heading).toContain(section?.evidence?.words);
  });

  it('is a safeguard at the end of a speech, a task at its beginning', () => {
    expect(rolesOf('加强组织领导，压实各级责任', '把账记清', '把渠修通')).toEqual(['tasks', 'tasks', 'tasks']);
    expect(rolesOf('把账记清', '把渠修通', '加强组织领导，压实各级责任')).toEqual(['tasks', 'tasks', 'safeguards']);
  });

  it('is none where the heading tells nothing', () => {
    const { sections } = speechOf('一、三条渠的故事', '渠在门前，水在山上。', '二、老人与井', '井在村口。');
    expect(sections.map((section) => section.role)).toEqual([null, null]);
  });

  it('is told by how its text speaks, where its heading tells nothing', () => {
    const [tasks, , guard] = speechOf(
      '一、三条渠的故事',
      '渠要清淤，每月一次。月底前必须见底。',
      '二、老人与井',
      '井在村口。',
      '三、井绳',
      '书记带头，责任到人。谁误了事，按纪律追究，全县通报。',
    ).sections;
    expect(tasks).toMatchObject({ role: 'tasks', evidence: { from: 'text', words: '要' } });
    expect(guard).toMatchObject({ role: 'safeguards', evidence: { from: 'text', words: '带头' } });
  });

  it('is that of both its neighbours, where nothing else tells', () => {
    const [, between] = speechOf(
      '一、把账记清',
      '天天记。',
      '二、老人与井',
      '井在村口。',
      '三、把渠修通',
      '一段一人。',
    ).sections;
    expect(between).toMatchObject({ role: 'tasks', evidence: { from: 'place', words: '' } });
  });

  it('is none below the top', () => {
    const [top] = speechOf('一、把账记清', '（一）工作回顾', '账清了。').sections;
    expect(top?.sections.map((section) => section.role)).toEqual([null]);
  });
});

describe('what stands under no heading', () => {
  it('is the opening before the first, the call behind the last', () => {
    const { stretches } = speechOf(
      '今天讲两件事。',
      '都不难。',
      '一、把账记清',
      '天天记。',
      '同志们，渠就在门前，让我们动手！',
    );
    expect(stretches.map(({ role, from, to }) => [role, from, to])).toEqual([
      ['opening', 1, 2],
      ['call', 5, 5],
    ]);
  });

  it('closes behind the last of several addresses', () => {
    const { stretches } = speechOf(
      '一、把账记清',
      '天天记。',
      '各位代表！',
      '还有两句话要说。',
      '各位代表！',
      '动手吧！',
    );
    expect(stretches.map(({ role, from, to }) => [role, from, to])).toEqual([['call', 4, 4]]);
  });

  it('may be closed without an address', () => {
    const { sections, stretches } = speechOf(
      '一、把账记清',
      '天天记。',
      '让我们动手修渠，把水引到田头！',
      '谢谢大家！',
    );
    expect(sections[0]?.sections).toEqual([]);
    expect(stretches.map(({ role, from, to }) => [role, from, to])).toEqual([['call', 3, 4]]);
  });

  it('is nothing in a speech without headings', () => {
    expect(speechOf('只讲一件事。', '把渠修通。').stretches).toEqual([]);
  });
});
