import fc from 'fast-check';
import type { RightsNotice, Section, Span } from '../../src/speech/index.ts';

/*
 * A grammar of speeches. A plan says what a speech is made of; `writeSpeech` writes it down and says, from the plan alone,
 * what reading it must give back.
 */

const PHRASES = [
  '把窗口搬到村口',
  '让数据替群众跑路',
  '把台账建得清楚',
  '隐患查到班组',
  '盯住汛期的堤坝',
  '老人吃得上热饭',
  '账目张榜示众',
  '夜里也有人值守',
  '孩子放学有人接',
  '旧渠修成新渠',
];
const TITLES: readonly (readonly string[])[] = [
  ['在某市工作会议上的讲话'],
  ['在全市乡村道路养护', '现场推进会上的讲话'],
  ['守堤坝、保粮仓、护家园', '为全市平安度汛', '提供坚强保障'],
  ['某市政府工作报告'],
];
const SUBTITLES = ['——在某市防汛动员会上的讲话', '——某市年轻干部专题党课'];
const DATES = ['（2024年5月6日）', '二〇二四年五月', '2024年'];
const SPEAKERS = ['某市市长 某某某', '×××', '（某市市委书记　某某某）'];
const SALUTATIONS = ['同志们：', '各位代表：', '各位领导、同志们！', '老师们，同学们：'];
const CLOSINGS = ['同志们，', '同志们！', '各位代表，'];
const NOTICES: readonly RightsNotice[] = [
  { text: '本文仅供学习参考，请勿照搬照抄！', restriction: 'reference-only' },
  { text: '内部资料，注意保密。', restriction: 'internal' },
  { text: '禁止外传', restriction: 'internal' },
];

const STYLES = ['cardinal', 'ordinal', 'sequence', 'member', 'dash'] as const;
type Style = (typeof STYLES)[number];

interface Item {
  words: string;
  /** Clauses behind the words that make the first sentence too long for a lead; none, or enough of them. */
  tail: string[];
  body: string[];
  variant: number;
  /** How many numbers are left out before this one. */
  gap: number;
  inner: List | null;
}
interface List {
  style: Style;
  items: Item[];
}
type Block =
  | { kind: 'paragraph'; sentences: string[] }
  | { kind: 'inline'; intro: string; list: List }
  | { kind: 'lines'; list: List };
interface Part {
  words: string;
  /** What follows on the heading's line; empty for a heading on a line of its own. */
  runIn: string[];
  isLabel: boolean;
  variant: number;
  gap: number;
  /** How many levels are left out between the part and what it stands under. */
  skip: number;
  blocks: Block[];
  parts: Part[];
}
export interface Plan {
  markdown: boolean;
  lineEnd: string;
  blankLines: boolean;
  indent: string;
  first: RightsNotice | null;
  title: readonly string[];
  subtitle: string | null;
  date: string | null;
  speaker: string | null;
  salutation: string | null;
  opening: Block[];
  parts: Part[];
  closing: string | null;
  last: RightsNotice | null;
}

const phrase = fc.constantFrom(...PHRASES);
const words = fc.array(phrase, { minLength: 1, maxLength: 2 }).map((clauses) => clauses.join('，'));
const sentence = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(phrase, { minLength: 1, maxLength: 3 }).map((clauses) => `${clauses.join('，')}。`),
  },
  { weight: 1, arbitrary: fc.tuple(phrase, phrase).map(([a, b]) => `有人说：“${a}。${b}！”大家点头。`) },
  { weight: 1, arbitrary: fc.tuple(phrase, phrase).map(([a, b]) => `${a}（${b}；以此类推）！`) },
  { weight: 1, arbitrary: phrase.map((clause) => `怎么才能${clause}？首先要做的就是这件事。`) },
);
const body = fc.array(sentence, { maxLength: 3 });
const longBody = fc.oneof({ weight: 5, arbitrary: body }, fc.array(sentence, { minLength: 20, maxLength: 40 }));
const gap = fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 2 }));
const variant = fc.nat({ max: 3 });

const itemOf = (inner: fc.Arbitrary<List | null>): fc.Arbitrary<Item> =>
  fc.record({
    words: phrase,
    tail: fc.oneof(
      { weight: 3, arbitrary: fc.constant<string[]>([]) },
      fc.array(phrase, { minLength: 6, maxLength: 8 }),
    ),
    body: longBody,
    variant,
    gap,
    inner,
  });
const listOf = (styles: readonly Style[], inner: fc.Arbitrary<List | null>): fc.Arbitrary<List> =>
  fc.record({ style: fc.constantFrom(...styles), items: fc.array(itemOf(inner), { minLength: 2, maxLength: 4 }) });
/** A list inside a point is of another style than the list that holds it. */
const innerList = fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, listOf(['member'], fc.constant(null)));
const block: fc.Arbitrary<Block> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('paragraph' as const),
      sentences: longBody.map((found) => (found.length === 0 ? ['把路修通。'] : found)),
    }),
  },
  fc.record({
    kind: fc.constant('inline' as const),
    intro: fc.constantFrom('', '要做好这几件事：', '要做好这几件事。'),
    list: listOf(['cardinal', 'ordinal', 'sequence'], innerList),
  }),
  fc.record({
    kind: fc.constant('lines' as const),
    list: listOf(['cardinal', 'ordinal', 'sequence', 'dash'], innerList),
  }),
);

/** Two lists under one heading may be one, or one may hold the other; which, their words tell, and these have none. */
const blocks = fc.array(block, { maxLength: 2 }).filter((made) => made.filter((one) => 'list' in one).length < 2);

const partOf = (depth: number): fc.Arbitrary<Part> =>
  fc.record({
    words,
    runIn: fc.oneof(fc.constant<string[]>([]), body),
    isLabel: fc.boolean(),
    variant,
    gap,
    skip: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.constant(1)),
    blocks,
    parts: depth === 4 ? fc.constant([]) : fc.array(partOf(depth + 1), { maxLength: 4 - depth }),
  });

export const plan: fc.Arbitrary<Plan> = fc.record({
  markdown: fc.boolean(),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  blankLines: fc.boolean(),
  indent: fc.constantFrom('', '　　', '  '),
  first: fc.option(fc.constantFrom(...NOTICES)),
  title: fc.constantFrom(...TITLES),
  subtitle: fc.option(fc.constantFrom(...SUBTITLES)),
  date: fc.option(fc.constantFrom(...DATES)),
  speaker: fc.option(fc.constantFrom(...SPEAKERS)),
  salutation: fc.option(fc.constantFrom(...SALUTATIONS)),
  opening: blocks.filter((made) => made.length > 0),
  parts: fc.array(partOf(1), { maxLength: 4 }),
  closing: fc.option(fc.constantFrom(...CLOSINGS)),
  last: fc.option(fc.constantFrom(...NOTICES)),
});

/** A paragraph, or what follows a heading on its line: what passages are made of. */
export interface WantedParagraph extends Span {
  path: string[];
  paragraph: number;
}

/** A plan written down, and what reading it must give back. */
export interface Written {
  text: string;
  file: string;
  title: string;
  rights: RightsNotice[];
  sections: Section[];
  paragraphs: WantedParagraph[];
  /** Lines at which numbers are left out. */
  skips: number[];
}

const HAN = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const han = (n: number): string => (n < 10 ? (HAN[n] ?? '') : `十${HAN[n - 10]}`);
const pick = (choices: readonly string[], at: number): string => choices[at % choices.length] ?? '';

function headingMarker(level: number, ordinal: number, choice: number): string {
  const circled = String.fromCodePoint(0x2460 + ordinal - 1);
  const markers = [
    [`${han(ordinal)}、`, `${han(ordinal)}．`, `${han(ordinal)}、\t`],
    [`（${han(ordinal)}）`, `(${han(ordinal)})`],
    [`${ordinal}.`, `${ordinal}．`, `${ordinal}、`, `${ordinal}. `],
    [`（${ordinal}）`, `(${ordinal})`, circled],
  ];
  return pick(markers[level - 1] ?? [], choice);
}

const SEQUENCE = ['首先，', '其次，', '再次，', '最后，'];

function pointMarker(style: Style, ordinal: number, choice: number): string {
  const markers: Record<Style, string[]> = {
    cardinal: [`${han(ordinal)}是`, `${han(ordinal)}要`],
    ordinal: [`第${han(ordinal)}，`, `第${han(ordinal)}、`],
    sequence: [SEQUENCE[ordinal - 1] ?? ''],
    member: [`其${han(ordinal)}，`, `其${han(ordinal)}是`],
    dash: ['——', '—— '],
  };
  return pick(markers[style], choice);
}

/** A sentence up to this long is a lead as a whole. */
const LONGEST_LEAD = 32;

class Writer {
  readonly sections: Section[] = [];
  readonly paragraphs: WantedParagraph[] = [];
  readonly skips: number[] = [];
  private text = '';
  private line = 1;
  private number = 0;
  private open: Section[] = [];
  private readonly plan: Plan;

  constructor(plan: Plan) {
    this.plan = plan;
  }

  write(): Written {
    const { plan } = this;
    this.put(plan.first?.text ?? null);
    for (const line of plan.title) this.put(plan.markdown ? `# ${line}` : line);
    for (const line of [plan.subtitle, plan.date, plan.speaker, plan.salutation]) this.put(line);
    for (const part of plan.opening) this.block(part);
    this.partsUnder(plan.parts, 0);
    this.open = [];
    if (plan.closing !== null) this.block({ kind: 'paragraph', sentences: [`${plan.closing}把这几件事办好！`] });
    this.put(plan.last?.text ?? null);
    return {
      text: this.text,
      file: plan.markdown ? 'speech.md' : 'speech.txt',
      title: plan.title.join(''),
      rights: distinct([plan.first, plan.last].filter((notice) => notice !== null)),
      sections: this.sections,
      paragraphs: this.paragraphs,
      skips: this.skips.sort((a, b) => a - b),
    };
  }

  private put(line: string | null): void {
    if (line === null) return;
    this.text += line;
    this.endLine();
  }

  private endLine(): void {
    const ends = this.plan.blankLines ? 2 : 1;
    this.text += this.plan.lineEnd.repeat(ends);
    this.line += ends;
  }

  private partsUnder(parts: readonly Part[], above: number): void {
    const level = Math.min(4, above + 1 + Math.max(0, ...parts.map((part) => part.skip)));
    let ordinal = 0;
    for (const part of parts) {
      ordinal = this.count(ordinal, part.gap);
      this.part(part, level, ordinal);
    }
  }

  /** The number after `ordinal`, or the one behind a gap, which is to be warned of. The first number is always 1. */
  private count(ordinal: number, left: number): number {
    if (ordinal === 0 || left === 0) return ordinal + 1;
    this.skips.push(this.line);
    return ordinal + 1 + left;
  }

  private part(part: Part, level: number, ordinal: number): void {
    this.open = this.open.filter((section) => section.level < level);
    const hasText = part.runIn.length > 0;
    const isLabel = part.isLabel && hasText;
    const words = isLabel ? (part.words.split('，')[0] ?? '') : part.words;
    const marker = headingMarker(level, ordinal, part.variant);
    this.text += this.plan.markdown && !hasText ? '## ' : this.plan.indent;
    this.number++;
    const section = this.section('heading', level, marker, words, hasText);
    (this.open.at(-1)?.sections ?? this.sections).push(section);
    this.open.push(section);
    if (hasText) {
      this.text += isLabel ? '：' : '。';
      const start = this.text.length;
      this.text += part.runIn.join('');
      this.paragraph(start);
    }
    this.extend();
    this.endLine();
    for (const held of part.blocks) this.block(held);
    if (level < 4) this.partsUnder(part.parts, level);
  }

  /** Writes marker and words of a section; where it ends is settled later. */
  private section(kind: Section['kind'], level: number, marker: string, words: string, runIn: boolean): Section {
    const start = this.text.length;
    const headingStart = start + marker.length;
    this.text += marker + words;
    const end = this.text.length;
    return {
      kind,
      level,
      marker: marker.trimEnd(),
      heading: words,
      headingStart,
      headingEnd: end,
      runIn,
      role: null,
      evidence: null,
      paragraph: this.number,
      start,
      end,
      sections: [],
    };
  }

  private extend(): void {
    for (const section of this.open) section.end = this.text.length;
  }

  private paragraph(start: number): void {
    const path = this.open.map((section) => section.heading);
    this.paragraphs.push({ start, end: this.text.length, path, paragraph: this.number });
  }

  private block(held: Block): void {
    if (held.kind === 'lines') {
      let ordinal = 0;
      for (const item of held.list.items) {
        ordinal = this.ordinalIn(held.list, ordinal, item);
        this.textLine(() => this.item(item, held.list.style, ordinal, this.points(), this.pointLevel()));
      }
      return;
    }
    this.textLine(() => {
      if (held.kind === 'paragraph') this.text += held.sentences.join('');
      else {
        this.text += held.intro;
        this.items(held.list, this.points(), this.pointLevel());
      }
    });
  }

  private textLine(write: () => void): void {
    this.text += this.plan.indent;
    this.number++;
    const start = this.text.length;
    write();
    this.paragraph(start);
    this.extend();
    this.endLine();
  }

  private points(): Section[] {
    return this.open.at(-1)?.sections ?? this.sections;
  }

  private pointLevel(): number {
    return (this.open.at(-1)?.level ?? 0) + 1;
  }

  private ordinalIn(list: List, before: number, item: Item): number {
    return list.style === 'cardinal' || list.style === 'ordinal' ? this.count(before, item.gap) : before + 1;
  }

  private items(list: List, into: Section[], level: number): void {
    let ordinal = 0;
    for (const item of list.items) {
      ordinal = this.ordinalIn(list, ordinal, item);
      this.item(item, list.style, ordinal, into, level);
    }
  }

  private item(item: Item, style: Style, ordinal: number, into: Section[], level: number): void {
    const first = [item.words, ...item.tail].join('，');
    const lead = first.length <= LONGEST_LEAD ? first : item.words;
    const section = this.section('point', level, pointMarker(style, ordinal, item.variant), lead, true);
    this.text += `${first.slice(lead.length)}。${item.body.join('')}`;
    if (item.inner !== null) this.items(item.inner, section.sections, level + 1);
    section.end = this.text.length;
    section.runIn = section.end - section.headingEnd > 1;
    into.push(section);
  }
}

/** Writes a plan down. */
export const writeSpeech = (made: Plan): Written => new Writer(made).write();

/** The same notice at both ends is one. */
const distinct = (notices: readonly RightsNotice[]): RightsNotice[] => [
  ...new Map(notices.map((notice) => [notice.text, notice])).values(),
];
