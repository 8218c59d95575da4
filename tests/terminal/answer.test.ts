import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { type Language, placeLine, rightsLine, textsIn } from '../../src/assistant/index.ts';
import type {
  Answer,
  PassagesAnswer,
  PhraseItem,
  PhrasingAnswer,
  Skeleton,
  SkeletonSection,
  SkeletonsAnswer,
  SourcesAnswer,
} from '../../src/drafting/index.ts';
import type { Citation } from '../../src/speech/index.ts';
import { makePage, renderAnswer } from '../../src/terminal/index.ts';

const zh = textsIn('zh');
const page = makePage(zh, 80, false);

const OPEN: Citation = {
  speech: 's1',
  title: '在某市水利工作会上的讲话',
  date: '2021-12',
  path: ['回看全年'],
  paragraph: 4,
  start: 0,
  end: 8,
  file: '水利.txt',
  rights: [],
};
const REFERENCE: Citation = {
  ...OPEN,
  speech: 's2',
  title: '在某市春耕动员会上的讲话',
  date: null,
  path: [],
  paragraph: 2,
  rights: [{ text: '仅供学习，请勿照抄', restriction: 'reference-only' }],
};
const INTERNAL: Citation = {
  ...OPEN,
  speech: 's3',
  title: '在某县防汛会上的讲话',
  path: ['守住堤坝'],
  paragraph: 7,
  rights: [{ text: '请勿外传', restriction: 'internal' }],
};
const CITATIONS = [OPEN, REFERENCE, INTERNAL];

const passages: PassagesAnswer = {
  kind: 'passages',
  corrections: [],
  query: '修渠',
  hits: CITATIONS.map((citation, i) => ({
    passage: `p${i}`,
    text: '修渠先修心。治水先治人。',
    snippet: '修渠先修心。',
    marks: [{ start: 0, end: 2 }],
    score: 3 - i,
    citation,
    alsoIn: i === 0 ? [REFERENCE, INTERNAL] : [],
  })),
  more: 6,
};

const section = (heading: string, citation: Citation, sections: SkeletonSection[] = []): SkeletonSection => ({
  id: `${citation.speech}.a`,
  blanks: [],
  characters: 120,
  kind: sections.length > 0 ? 'heading' : 'point',
  level: 1,
  marker: sections.length > 0 ? '一、' : '一要',
  heading,
  role: null,
  citation,
  alternatives: [],
  sections,
});

const delivered = (citation: Citation): Skeleton => ({
  kind: 'delivered',
  title: citation.title,
  date: citation.date,
  sections: [section('把渠修通', citation, [section('算清账', { ...citation, paragraph: 9 })])],
});
const skeletons: SkeletonsAnswer = {
  kind: 'skeletons',
  query: '水利',
  nearBy: 'topic',
  skeletons: CITATIONS.map(delivered),
  sets: [],
};

const item = (text: string, ...citations: PhraseItem['citations']): PhraseItem => ({
  text,
  count: citations.length,
  speeches: citations.length,
  citations,
  examples: citations.map((citation) => ({ left: '先', match: text, right: '后', citation })),
});
const phrasing: PhrasingAnswer = {
  kind: 'phrasing',
  query: '修*',
  groups: [
    { kind: 'headings', items: [item('修渠引水', OPEN, REFERENCE), item('修堤防汛', INTERNAL)], more: 0 },
    { kind: 'clauses', items: [item('修渠先修心', REFERENCE)], more: 4 },
  ],
};

const sources: SourcesAnswer = {
  kind: 'sources',
  quote: '修渠先修心',
  matches: [
    { kind: 'exact', similarity: 1, text: '修渠，先修心', differences: [], citation: OPEN },
    { kind: 'near', similarity: 0.756, text: '修堤先修心', differences: [], citation: INTERNAL },
  ],
};

const nothing = (asked: 'find' | 'outline' | 'phrase' | 'source', query = '登月'): Answer => ({
  kind: 'nothing',
  asked,
  query,
  lookedFor: [query],
  nearest: [],
});

const linesOf = (answer: Answer, on = page): string[] => renderAnswer(on, answer).split('\n');

/** The lines of an answer as a person reads them: parted by blank lines into its items. */
const partsOf = (answer: Answer): string[] => renderAnswer(page, answer).split('\n\n');

describe('passages', () => {
  it('are each shown with their place, the snippet and the rights', () => {
    const [heading, ...hits] = partsOf(passages);
    expect(heading).toBe('段落：修渠');
    CITATIONS.forEach((citation, i) => {
      const [place, snippet, rights] = (hits[i] ?? '').split('\n').map((line) => line.trim());
      expect(place).toBe(`${i + 1}  ${placeLine(zh, citation)}`);
      expect(snippet).toBe('修渠先修心。');
      expect(rights).toBe(rightsLine(zh, citation));
    });
  });

  it('say in how many other places nearly the same words stand, where they do', () => {
    const [, first, second] = partsOf(passages);
    expect(first).toContain('另有 2 处文字相同或相近');
    expect(second).not.toContain('另有');
  });

  it('end with how many more there are, if any', () => {
    expect(linesOf(passages).at(-1)).toBe('还有 6 条');
    expect(renderAnswer(page, { ...passages, more: 0 })).not.toContain('还有');
  });

  it('keep their numbers in one column, whether of one figure or two', () => {
    const [hit] = passages.hits;
    if (hit === undefined) throw new Error('the fixture has no hit');
    const many = linesOf({ ...passages, hits: Array.from({ length: 12 }, () => hit), more: 0 });
    const numbered = many.filter((line) => line.includes('《'));
    expect(numbered).toHaveLength(12);
    expect(new Set(numbered.map((line) => line.indexOf('《'))).size).toBe(1);
  });
});

describe('skeletons', () => {
  it('are each shown with speech, date and rights before their headings', () => {
    const [heading, first, second, third] = partsOf(skeletons);
    expect(heading).toBe('提纲：水利');
    expect(first?.split('\n').slice(0, 2)).toEqual([`《${OPEN.title}》（2021-12）`, '未见使用限制']);
    expect(second?.split('\n').slice(0, 2)).toEqual([`《${REFERENCE.title}》`, rightsLine(zh, REFERENCE)]);
    expect(third).toContain(rightsLine(zh, INTERNAL));
  });

  it('show each heading with its marker and its paragraph, what stands under it further in', () => {
    const [, first] = partsOf(skeletons);
    expect(first?.split('\n').slice(2)).toEqual([
      '  一、把渠修通  第 4 段 · 120 字',
      '    一要算清账  第 9 段 · 120 字',
    ]);
  });
});

describe('phrasing', () => {
  it('is shown by kind, each item with a place and its rights', () => {
    const [heading, headings, clauses] = partsOf(phrasing);
    expect(heading).toBe('句式：修*');
    expect(headings?.split('\n')[0]).toBe('标题');
    expect(clauses?.split('\n').slice(0, 3)).toEqual(['所在短句', '  修渠先修心', '    先【修渠先修心】后']);
    expect(clauses?.split('\n').at(-1)).toBe('  还有 4 条');
    const shown = renderAnswer(makePage(zh, 100, false), phrasing);
    const items = phrasing.groups.flatMap((group) => group.items);
    for (const { citations } of items) {
      expect(shown).toContain(`${placeLine(zh, citations[0])} · ${rightsLine(zh, citations[0])}`);
    }
  });

  it('is counted where it stands more than once', () => {
    const lines = linesOf(phrasing);
    expect(lines).toContain('  修渠引水  2 次，2 篇');
    expect(lines).toContain('  修堤防汛');
  });
});

describe('sources', () => {
  it('are each shown with their place, how like they are, the words of the corpus and the rights', () => {
    expect(partsOf(sources).map((part) => part.split('\n').map((line) => line.trim()))).toEqual([
      ['出处'],
      [`1  ${placeLine(zh, OPEN)}`, '原文：修渠，先修心', '未见使用限制'],
      [`2  ${placeLine(zh, INTERNAL)}`, '相近 76%：修堤先修心', rightsLine(zh, INTERNAL)],
    ]);
  });
});

describe('nothing found', () => {
  it.each(['find', 'outline', 'phrase'] as const)('for %s says what was looked for, and what to do', (asked) => {
    const shown = renderAnswer(page, nothing(asked));
    expect(shown).toContain(zh.headings.nothing[asked]('登月'));
    expect(shown).toContain('查找的词：登月');
    expect(shown.replaceAll('\n', '')).toContain(zh.nothingAdvice);
  });

  it('for a quote does not repeat it', () => {
    expect(renderAnswer(page, nothing('source'))).not.toContain('登月');
  });

  it('repeats no more of a long question than a line or so', () => {
    const [first] = renderAnswer(makePage(zh, 100, false), nothing('outline', '月'.repeat(500))).split('查找的词');
    expect(first?.match(/月/g)?.length).toBeLessThan(100);
    expect(first).toContain('…');
  });

  it('cuts no character of a long question in two', () => {
    for (const query of ['𠮷'.repeat(80), `月${'𠮷'.repeat(80)}`]) {
      expect(renderAnswer(page, nothing('outline', query)).split('查找的词')[0]).not.toMatch(/\p{Cs}/u);
    }
  });
});

const answers: [string, Answer][] = [
  ['passages', passages],
  ['skeletons', skeletons],
  ['phrasing', phrasing],
  ['sources', sources],
  ['nothing', nothing('find')],
];

describe.each(answers)('an answer of kind %s', (_, answer) => {
  it('has no colours where none are wanted, and the same words where they are', () => {
    const plain = renderAnswer(page, answer);
    const coloured = renderAnswer(makePage(zh, 80, true), answer);
    expect(stripVTControlCharacters(plain)).toBe(plain);
    expect(coloured).not.toBe(plain);
    expect(stripVTControlCharacters(coloured)).toBe(plain);
  });

  it.each(['zh', 'en'] satisfies Language[])('fits a narrow screen in %s', (language) => {
    for (const line of linesOf(answer, makePage(textsIn(language), 60, false))) {
      expect(stringWidth(line.replace(/[，。、：；）》”’…]+$/, ''))).toBeLessThanOrEqual(60);
    }
  });
});

describe('colours', () => {
  it('set restrictions apart from each other', () => {
    const { colours } = makePage(zh, 100, true);
    const shown = renderAnswer(makePage(zh, 100, true), passages);
    expect(shown).toContain(colours.red(rightsLine(zh, INTERNAL)));
    expect(shown).toContain(colours.magenta(rightsLine(zh, REFERENCE)));
    expect(shown).toContain(colours.dim(rightsLine(zh, OPEN)));
  });
});

describe('long words', () => {
  const long = '修渠先修心'.repeat(5);

  it.each([
    ['a heading', { ...skeletons, skeletons: [{ ...delivered(OPEN), sections: [section(long, OPEN)] }] }],
    ['a phrasing', { ...phrasing, groups: [{ kind: 'leads', items: [item(long, OPEN, REFERENCE)] }] }],
  ] as [string, Answer][])('in %s fit the screen with what is said behind them', (_, answer) => {
    for (let columns = 54; columns <= 60; columns++) {
      for (const line of linesOf(answer, makePage(zh, columns, false))) {
        expect(stringWidth(line)).toBeLessThanOrEqual(columns);
      }
    }
  });

  it('of a document send no control sequence to the terminal', () => {
    const [hit] = passages.hits;
    if (hit === undefined) throw new Error('the fixture has no hit');
    const snippet = '修渠\u001b[2J先修心\u009b31m。';
    const shown = renderAnswer(page, { ...passages, hits: [{ ...hit, text: snippet, snippet }] });
    expect([...shown].filter((character) => character !== '\n' && /\p{Cc}/u.test(character))).toEqual([]);
  });
});
