import fc from 'fast-check';
import type { DraftRequest } from '../../src/drafting/index.ts';
import { type Audience, type Speech, walkSections, wordsAt } from '../../src/speech/index.ts';
import { speechFrom } from './corpus.ts';

const MATTERS = ['河湖', '供热', '渔港', '古树', '驿站', '夜校', '粮库'];
const DEEDS = [
  '要逐项排出工期，一周一调度',
  '由各乡镇自查自纠，查出一处改一处',
  '年底前全部销号，不留尾巴',
  '做到账物相符、账账相符',
  '经费随事项走，人员随经费走',
  '夯实基础，压实责任，落实举措',
  '一要看账本，二要看现场，三要看回访',
];
const TALES = [
  '老支书常说“人心齐，泰山移”，这话搁在今天也管用',
  '坚持问题导向、目标导向、结果导向，把短板一块一块补起来',
  '把困难估计得更充分一些，把措施制定得更周密一些，把工作做得更扎实一些',
  '思想上要松绑，作风上要加压，方法上要创新',
];
const KINDS = ['动员会', '总结会', '推进会', '座谈会'];
const NOTICES = ['', '', '', '仅供学习参考，请勿照搬照抄\n', '仅供内部学习，严禁外传\n', '仅供内部学习，严禁外传\n'];
/** Folders of the speeches, one below another, one of them spelt otherwise on the disk than in {@link AUDIENCES}. */
const DRAWERS = ['', '', '甲/', '甲/往年/', 'Cafe\u0301/'];

/** Paragraphs share whole clauses, so that many say nearly the same, and chains of them come about. */
const paragraph = fc
  .record({
    matter: fc.constantFrom(...MATTERS),
    deeds: fc.uniqueArray(fc.constantFrom(...DEEDS), { minLength: 1, maxLength: 3 }),
    tale: fc.option(fc.constantFrom(...TALES), { freq: 3 }),
  })
  .map(({ matter, deeds, tale }) => `${matter}管护的任务${deeds.join('；')}。${tale === null ? '' : `${tale}。`}`);

const section = fc.record({
  matter: fc.constantFrom(...MATTERS),
  paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 3 }),
});

/** Speeches with mixed rights, in several folders, on few matters. */
const speech: fc.Arbitrary<Speech> = fc
  .record({
    notice: fc.constantFrom(...NOTICES),
    drawer: fc.constantFrom(...DRAWERS),
    matter: fc.constantFrom(...MATTERS),
    kind: fc.constantFrom(...KINDS),
    year: fc.integer({ min: 2017, max: 2021 }),
    sections: fc.array(section, { minLength: 1, maxLength: 4 }),
    closing: paragraph,
  })
  .map(({ notice, drawer, matter, kind, year, sections, closing }) => {
    const body = sections.map(
      ({ matter: on, paragraphs }, i) => `${'一二三四'[i]}、把${on}管好\n${paragraphs.join('\n')}`,
    );
    const title = `在某市${matter}管护${kind}上的讲话`;
    const text = `${notice}${title}\n（${year}年5月6日）\n同志们：\n${body.join('\n')}\n同志们，${closing}`;
    return speechFrom(text, `${drawer}${matter}-${kind}-${year}.txt`);
  });

export const guardedCorpora = fc.uniqueArray(speech, { minLength: 4, maxLength: 14, selector: ({ id }) => id });

export const audiences: fc.Arbitrary<Audience> = fc.record({
  internal: fc.boolean(),
  hidden: fc.subarray(['甲/', '甲/往年/', 'caf\u00e9/', '没有/']),
});

/** What a speech can be asked about by. */
export interface Matter {
  passage: string;
  sentence: string;
  heading: string;
  section: string;
  title: string;
}

export function mattersOf(speech: Speech): Matter[] {
  const [first] = [...walkSections(speech.sections)];
  if (first === undefined) return [];
  return speech.passages.map((passage) => ({
    passage: passage.id,
    sentence: wordsAt(speech, passage),
    heading: first.section.heading,
    section: `${speech.id}.${first.section.start.toString(36)}`,
    title: speech.title,
  }));
}

/** Requests of every kind about a matter. */
export function everyRequest({ passage, sentence, heading, section, title }: Matter): DraftRequest[] {
  const words = sentence.slice(0, 24);
  return [
    { kind: 'find', query: words, filters: {}, limit: 5 },
    { kind: 'find', query: `${heading} 2019年`, filters: {}, limit: 50 },
    { kind: 'find', query: heading, filters: {}, limit: 3, skip: 3 },
    { kind: 'find', query: words, filters: { year: 2018, until: 2020 }, limit: 50 },
    { kind: 'find', query: words, filters: { source: title.slice(3, 7), except: '座谈' }, limit: 50 },
    { kind: 'find', query: '管护 任务', filters: { genre: 'summary' }, limit: 50 },
    { kind: 'find', query: `“${sentence.slice(0, 9)}”`, filters: {}, limit: 50 },
    { kind: 'find', query: `${words.slice(0, 8)} -座谈`, filters: {}, limit: 50 },
    { kind: 'find', query: '驿占管护 工期', filters: {}, limit: 5 },
    { kind: 'find', query: '登月火箭', filters: {}, limit: 5 },
    { kind: 'find', query: '', like: passage, filters: {}, limit: 50 },
    { kind: 'find', query: words, filters: { within: [section] }, limit: 50 },
    { kind: 'passage', passage },
    { kind: 'outline', query: title.slice(3), filters: {} },
    { kind: 'outline', query: heading, filters: { year: 2019 }, depth: 3, points: true, sections: 3 },
    { kind: 'skeleton', sections: [{ id: section, alternatives: [section] }] },
    { kind: 'speech-skeleton', passage },
    { kind: 'phrase', query: heading.slice(1), filters: {}, limit: 200 },
    { kind: 'phrase', query: '管护', filters: {}, limit: 200 },
    { kind: 'phrase', query: '把*管好', filters: {}, limit: 200 },
    { kind: 'phrase', query: '??管护的', filters: {}, limit: 200 },
    { kind: 'phrase', query: `${sentence.slice(0, 2)}*${sentence.slice(3, 5)}`, filters: { year: 2019 }, limit: 200 },
    { kind: 'phrase', query: sentence.slice(0, 14), filters: {}, limit: 200 },
    { kind: 'phrase', query: '', section, filters: {}, limit: 200 },
    { kind: 'source', quote: sentence },
    { kind: 'source', quote: sentence.slice(2, 20).replace('的', '之') },
    { kind: 'source', quote: sentence.slice(0, 6) },
    { kind: 'trace', text: `${sentence}\n${heading}\n${title}` },
    { kind: 'overview' },
  ];
}
