import type { KnownBlock } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { readCommand, textsIn } from '../../src/assistant/index.ts';
import { viewProblems } from '../../src/demo/block-kit-validator.ts';
import {
  drafterOver,
  type PlaceAnswer,
  type SourceMatch,
  type SpeechListing,
  type TraceAnswer,
} from '../../src/drafting/index.ts';
import {
  answerModal,
  askForm,
  homeView,
  inspectionMessage,
  placeView,
  readAskForm,
  toMessage,
} from '../../src/slack/blocks/index.ts';
import type { Verb } from '../../src/slack/blocks/press.ts';
import { type Citation, digestOf } from '../../src/speech/index.ts';
import { inspectionFrom, starterIndex } from '../support/corpus.ts';
import { BARE } from '../support/drawing.ts';

const zh = textsIn('zh');
const en = textsIn('en');

const CITATION: Citation = {
  speech: 's1',
  title: '在某市河道治理会上的讲话',
  date: '2022-05-06',
  path: ['先看水', '每周走一遍'],
  paragraph: 4,
  start: 30,
  end: 40,
  file: '河道.txt',
  rights: [],
};

/** What is read, in order, each piece of text on its own. */
function readIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'text' && typeof inner === 'string' ? [inner] : readIn(inner),
  );
}

const PLACE: PlaceAnswer = {
  kind: 'place',
  passage: 'p-1',
  title: CITATION.title,
  date: CITATION.date,
  genre: 'deployment',
  text: '当天问题当天记账。',
  paragraph: { text: '每周走一遍河。当天问题当天记账。月底对账。', mark: { start: 7, end: 16 } },
  before: [{ paragraph: 3, text: '（一）每周走一遍', kind: 'heading', citation: CITATION }],
  after: [{ paragraph: 5, text: '账要摆在桌面上。', kind: 'text', citation: CITATION }],
  section: { id: 'sec-1', heading: '每周走一遍' },
  citation: {
    ...CITATION,
    rights: [
      { text: '仅供学习参考，请勿照搬', restriction: 'reference-only' },
      { text: '内部资料，请勿外传', restriction: 'internal' },
    ],
  },
};

const place = (offers: Verb[] = [], texts = zh) => placeView(texts, PLACE, { metadata: 'm', offers: new Set(offers) });

describe('a passage in its place', () => {
  const read = readIn(place());

  it('stands between what comes before and after it, with marks at both ends that are words', () => {
    const order = [
      `《${CITATION.title}》`,
      '2022-05-06 · 部署 › 先看水 › 每周走一遍',
      '（一）每周走一遍',
      '每周走一遍河。',
      '【所引段落 起】\n',
      '当天问题当天记账。',
      '\n【所引段落 止】',
      '月底对账。',
      '账要摆在桌面上。',
    ];
    expect(read.filter((text) => order.includes(text))).toEqual(order);
  });

  it('has every notice in its own words', () => {
    expect(read).toContain('\n仅供参考：仅供学习参考，请勿照搬');
    expect(read).toContain('\n内部，不得外传：内部资料，请勿外传');
  });

  it('can be copied with its citation and what may be done with it', () => {
    const input = place().blocks.find((block) => block.type === 'input');
    expect(JSON.stringify(input)).toContain(
      JSON.stringify(
        `当天问题当天记账。\n——《${CITATION.title}》（2022-05-06） › 先看水 › 每周走一遍 › 第 4 段\n内部，不得外传（仅供学习参考，请勿照搬 内部资料，请勿外传）`,
      ).slice(1, -1),
    );
  });

  it('has the buttons that are offered, which keep ids', () => {
    const values = (offers: Verb[]) => JSON.stringify(place(offers).blocks).match(/"value":"[^"]*"/g) ?? [];
    expect(values([])).toEqual([]);
    expect(values(['similar', 'skeleton', 'phrasing'])).toEqual([
      '"value":"similar:p-1"',
      '"value":"skeleton:p-1"',
      '"value":"phrasing:sec-1"',
    ]);
  });

  it('is cut far from the passage where its paragraph is long', () => {
    const text = `${'甲'.repeat(5000)}当天记账。${'乙'.repeat(5000)}`;
    const long = { ...PLACE, paragraph: { text, mark: { start: 5000, end: 5005 } } };
    const shown = readIn(placeView(zh, long, { metadata: 'm', offers: new Set() }));
    expect(shown.find((piece) => piece.endsWith('甲'))).toMatch(/^…甲+$/);
    expect(shown).toContain('当天记账。');
    expect(shown.find((piece) => piece.startsWith('乙'))).toMatch(/^乙+…$/);
  });
});

describe('any window', () => {
  it('refuses to keep more than Slack does', () => {
    expect(() => answerModal(zh, { text: '', blocks: [] }, { title: '答', metadata: 'x'.repeat(3001) })).toThrow(
      RangeError,
    );
  });
});

const NEAR: SourceMatch = {
  kind: 'near',
  similarity: 0.9,
  text: '河长每周走一遍河',
  differences: [{ quote: '月', source: '周' }],
  citation: CITATION,
};

describe('a source', () => {
  const message = toMessage(
    zh,
    {
      kind: 'answer',
      answer: { kind: 'sources', quote: '河长每月走一遍河', matches: [NEAR] },
    },
    BARE,
  );

  it('shows inside its words what the quote has otherwise', () => {
    expect(JSON.stringify(message.blocks)).toContain(
      '{"type":"text","text":"月","style":{"strike":true}},{"type":"text","text":"周","style":{"bold":true}}',
    );
  });

  it('says it in the text that is read aloud', () => {
    expect(message.text).toContain('与原文不同：“月”原作“周”');
  });
});

const TRACE: TraceAnswer = {
  kind: 'trace',
  sentences: [
    { quote: '河长每月走一遍河', match: NEAR, more: 2 },
    { quote: '为人民服务', match: null, everywhere: 12, more: 0 },
    { quote: '从没有人说过的话', match: null, more: 0 },
  ],
  left: 4,
};

describe('a traced text', () => {
  const message = toMessage(zh, { kind: 'answer', answer: TRACE }, BARE);
  const table = message.blocks.find((block) => block.type === 'table');

  it('has a row for each sentence: what was found, where it stands, its rights, what differs', () => {
    const rows = table?.type === 'table' ? table.rows.map((row) => row.map((cell) => readIn(cell).join(''))) : [];
    expect(rows).toEqual([
      ['句子', '结果', '讲话与段落', '使用限制', '不同之处'],
      [
        '河长每月走一遍河',
        '相近 90%',
        `《${CITATION.title}》（2022-05-06） › 每周走一遍 › 第 4 段（另有 2 处）`,
        '未见使用限制',
        '月→周',
      ],
      ['为人民服务', '通行说法，12 篇用到', '—', '—', '—'],
      ['从没有人说过的话', '未找到', '—', '—', '—'],
    ]);
  });

  it('says how many sentences have a source, and how many were not looked up', () => {
    const read = readIn(message.blocks);
    expect(read).toContain('3 句中有 1 句查到出处。');
    expect(read).toContain(zh.views.trace.notLookedUp(4));
  });

  it('is told in words too, with every sentence', () => {
    expect(message.text).toContain('1. 相近 90%：河长每月走一遍河\n《在某市河道治理会上的讲话》');
    expect(message.text).toContain('2. 通行说法，12 篇用到：为人民服务');
    expect(message.text).toContain('3. 未找到：从没有人说过的话');
  });

  it('is a list in a window, where Slack has no tables', () => {
    const view = answerModal(zh, message, { title: '逐句查出处', metadata: '' });
    expect(viewProblems(view)).toEqual([]);
    expect(readIn(view).join('')).toContain('结果：相近 90%\n讲话与段落：《');
    expect(readIn(view)).not.toContain('—');
  });
});

const listing = (title: string, date: string | null, genre: SpeechListing['genre']): SpeechListing => ({
  speech: title,
  title,
  date,
  genre,
  citation: { ...CITATION, title, date, path: [], paragraph: 0 },
});

describe('the Home tab', () => {
  const now = new Date('2026-03-01T08:00:00Z');
  const speeches = [
    ...Array.from({ length: 30 }, (_, i) => listing(`讲话${i}`, String(1997 + i), 'deployment')),
    listing('无日期', null, null),
  ];
  const shown = (fresh: SpeechListing[] = [], texts = zh) =>
    readIn(homeView(texts, { speeches, passages: 310, fresh, now }));

  it('says how much the corpus holds, by genre and by year, thirty years in one screen', () => {
    const read = shown();
    expect(read).toContain('语料里有 31 篇讲话、310 个段落，答案都从这里引出，一字不改。');
    expect(read).toContain('部署　30 篇');
    expect(read).toContain('体裁不详　1 篇');
    expect(read).toContain('2026 年　1 篇');
    expect(read).toContain('1997–2017 年　21 篇');
    expect(read).toContain('日期不详　1 篇');
  });

  it('names what is new with date, genre and rights, and how many more', () => {
    const fresh = Array.from({ length: 12 }, (_, i) => listing(`新讲话${i}`, '2026-02-27', 'summary'));
    const read = shown(fresh).join('|');
    expect(read).toContain('《新讲话0》| · 2026-02-27 · 总结 · 未见使用限制');
    expect(read).not.toContain('新讲话10');
    expect(read).toContain('另有 2 篇新收入的讲话。');
    expect(shown()).toContain('一周来没有新收入的讲话。');
  });

  it('says so where there is nothing', () => {
    const read = readIn(homeView(en, { speeches: [], passages: 0, fresh: [], now }));
    expect(read).toContain(en.views.home.empty);
  });
});

describe('the examples of the Home tab', () => {
  it.each([...zh.views.home.examples, ...en.views.home.examples])(
    '$typed is answered by the starter corpus',
    async ({ typed }) => {
      const command = readCommand(typed);
      if (command.kind === 'help') throw new Error('not a question');
      const answer = await drafterOver(await starterIndex())(command.request);
      expect(answer.kind).not.toBe('nothing');
    },
  );

  it('are run by buttons that keep their number', () => {
    const view = homeView(zh, { speeches: [], passages: 0, fresh: [], now: new Date(0) });
    const actions = view.blocks.find((block): block is KnownBlock & { type: 'actions' } => block.type === 'actions');
    expect(actions?.elements.map((element) => ('value' in element ? element.value : ''))).toEqual(
      zh.views.home.examples.map((_, i) => `example:${i}`),
    );
  });
});

/** A submitted form, as Slack sends it. */
const submitted = (
  kind: string | null,
  topic: string | null,
  genre: string | null = null,
  years: string | null = null,
) => ({
  kind: { kind: { type: 'radio_buttons', selected_option: kind === null ? null : { text: {}, value: kind } } },
  topic: { topic: { type: 'plain_text_input', value: topic } },
  genre: { genre: { type: 'static_select', selected_option: genre === null ? null : { text: {}, value: genre } } },
  years: { years: { type: 'plain_text_input', value: years } },
});

describe('the form', () => {
  it.each([
    [submitted('passages', ' 引才 留才 '), { kind: 'find', query: '引才 留才', filters: {}, limit: 5 }],
    [
      submitted('skeleton', '安全生产 四个部分', 'mobilisation', '2018-2022'),
      { kind: 'outline', query: '安全生产', filters: { genre: 'mobilisation', year: 2018, until: 2022 }, sections: 4 },
    ],
    [
      submitted('phrasing', '夯实*基础 来源:某市', null, '２０２４年'),
      { kind: 'phrase', query: '夯实*基础', filters: { source: '某市', year: 2024 } },
    ],
    [
      submitted('passages', '引才 年份:2018-2019', null, '2024'),
      { kind: 'find', query: '引才', filters: { year: 2024 }, limit: 5 },
    ],
    [submitted('source', '一件事一个台账。', 'summary', 'neither'), { kind: 'source', quote: '一件事一个台账。' }],
  ])('is read as what was asked: %#', (state, request) => {
    expect(readAskForm(zh, state)).toEqual({ ok: true, request });
  });

  it('says under each input what is wrong with it, in the person’s language', () => {
    expect(readAskForm(zh, submitted('passages', '？！', null, '去年'))).toEqual({
      ok: false,
      errors: { topic: '请写上要查的词或句子。', years: '年份请写成 2024 或 2018-2022。' },
    });
    expect(readAskForm(en, submitted(null, '引才'))).toEqual({
      ok: false,
      errors: { kind: 'Choose what you are looking for.' },
    });
  });

  it.each([
    null,
    'x',
    {},
    submitted('everything', '引才'),
    submitted('passages', '引才', 'poem'),
    { kind: { kind: [] } },
  ])('that is none is refused: %j', (state) => {
    expect(readAskForm(zh, state)).toMatchObject({ ok: false });
  });

  it('opens with what is given', () => {
    const view = askForm(zh, {
      metadata: '',
      given: { kind: 'phrasing', topic: '夯实*基础', genre: 'forum', years: '2024' },
    });
    const json = JSON.stringify(view);
    expect(json).toContain(
      '"initial_option":{"text":{"type":"plain_text","text":"句式","emoji":false},"value":"phrasing"',
    );
    expect(json).toContain('"initial_value":"夯实*基础"');
    expect(json).toContain('"initial_value":"2024"');
    expect(viewProblems(view)).toEqual([]);
  });
});

describe('a file as it was read', () => {
  const { speech } = inspectionFrom(
    [
      '在某市水利工作总结会上的讲话',
      '（2021年12月3日）',
      '同志们：',
      '今年的水利工作，难处多，办法也多。',
      '一、回看全年，成绩来之不易',
      '（一）渠道修通了。全市清淤三百公里。',
      '三、放眼明年，任务摆在面前',
      '明年要先修水库，再修泵站。',
      '内部资料，请勿外传',
    ].join('\n'),
    '水利.txt',
  );
  const message = inspectionMessage(zh, digestOf(speech, 2), 'q1');
  const read = readIn(message.blocks).join('|');

  it('says what it is and what that was read from, with its notices', () => {
    expect(read).toContain('体裁  |总结（据标题“总结”）');
    expect(read).toContain('层级  |市级（据标题“某市”）');
    expect(read).toContain('使用限制  |内部，不得外传：内部资料，请勿外传');
  });

  it('shows headings of two levels, how many passages, and doubts', () => {
    expect(read).toContain('|\n一、回看全年，成绩来之不易|\n　（一）渠道修通了|\n三、放眼明年，任务摆在面前|');
    expect(read).toContain(`段落 ${speech.passages.length} 个　留白 2 处`);
    expect(read).toContain('序号跳号：一、 之后是 三、。');
  });

  it('can be traced, by the id of its file', () => {
    expect(JSON.stringify(message.blocks)).toContain('"value":"trace:q1"');
  });

  it('is told in words too', () => {
    expect(message.text).toContain('体裁：总结（据标题“总结”）');
    expect(message.text).toContain('（一）渠道修通了');
  });
});
