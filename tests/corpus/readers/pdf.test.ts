import { describe, expect, it, vi } from 'vitest';
import { parseDocument } from '../../../src/corpus/parse-speech.ts';
import { readPdf } from '../../../src/corpus/readers/pdf/index.ts';
import type { Speech } from '../../../src/speech/index.ts';
import {
  CATALOGUE,
  centred,
  drawn,
  LEFT,
  type Placed,
  pdfOf,
  pdfOfContents,
  rawPdf,
  row,
  stream,
  typeset,
} from '../../support/pdf.ts';
import { passagesOf, treeOf } from '../reading.ts';

const FILE = '讲话.pdf';
const LONG =
  '某市要把台账建得清楚，把隐患查到班组，让数据替群众跑路，夜里也有人值守，做到件件有回音，事事有着落，年底再来算一次总账。';
const OTHER =
  '各单位要把任务分到人头上。逐月过一遍，卡在谁手里就找谁，不看资历，也不听说情，一件一件地办，办完了再往下走一步，走稳了再说。';
const PHRASES =
  '把台账建得清楚 隐患查到班组 让数据跑路 夜里有人值守 件件有回音 卡在谁手里就找谁 逐月过一遍 不看资历 也不听说情'.split(
    ' ',
  );
/** Paragraphs enough for five pages, no two lines of which are the same. */
const MANY = Array.from({ length: 40 }, (_, i) => {
  const phrases = Array.from({ length: 9 }, (_, j) => PHRASES[(i * i + j * j * (i + 2)) % PHRASES.length]);
  return `某市${phrases.slice(0, 3).join('，')}。${phrases.slice(3).join('，')}。`;
});
/** Its last line is full to the margin but for one character. */
const FULL = '这一段正好写到行末'.padEnd(26 + 27, '把台账建得清楚').concat('。');

/** The text of a PDF, without what stands at the edges of its pages. */
async function linesOf(bytes: Uint8Array): Promise<string[]> {
  const { lines } = await readPdf(bytes, FILE);
  return lines.filter((line) => line.furniture === null).map((line) => line.text);
}

const speechOf = async (bytes: Uint8Array): Promise<Speech> => parseDocument(await readPdf(bytes, FILE), FILE).speech;

/** Pages of text, each with these words at its head and its foot; # is the page's number. */
const framed = (head: string, foot: string): Uint8Array => {
  const pages = typeset(MANY);
  const numbered = (words: string, i: number): string => words.replace('#', String(i + 1));
  return pdfOf(
    ...pages.map((lines, i) => [
      ...(head === '' ? [] : [centred(800, numbered(head, i), 10)]),
      ...lines,
      ...(foot === '' ? [] : [centred(40, numbered(foot, i), 10)]),
    ]),
  );
};

describe('lines of a PDF become paragraphs', () => {
  it('that are told by the indent of their first lines', async () => {
    expect(await linesOf(pdfOf(...typeset([FULL, LONG, OTHER])))).toEqual([FULL, LONG, OTHER]);
  });

  it('that are told by a short last line where nothing is set in', async () => {
    expect(await linesOf(pdfOf(...typeset([LONG, OTHER, LONG], 0)))).toEqual([LONG, OTHER, LONG]);
  });

  it('that are told by the gap between them where their last lines are full', async () => {
    const [page = []] = typeset([FULL.slice(2)], 0);
    const below = page.map((line) => ({ ...line, y: line.y - 120 }));
    expect(await linesOf(pdfOf([...page, ...below]))).toEqual([FULL.slice(2), FULL.slice(2)]);
  });

  it('that go on over the end of a page', async () => {
    const words = MANY.join('');
    const pages = typeset([LONG, words, OTHER]);
    expect(pages).toHaveLength(5);
    expect(await linesOf(pdfOf(...pages))).toEqual([LONG, words, OTHER]);
  });

  it('of one line each, as headings are', async () => {
    const lines = ['一、把台账建起来', '（一）摸清家底', LONG, '二、把责任压下去', OTHER];
    expect(await linesOf(pdfOf(...typeset(lines)))).toEqual(lines);
  });

  it('of two lines, as long headings are', async () => {
    const heading = '一、以更大的力气把台账建得清清楚楚，把隐患查到每一个班组每一个岗位';
    const speech = await speechOf(pdfOf(...typeset(['同志们：', heading, LONG, OTHER])));
    expect(treeOf(speech)).toEqual([`h1 一、|${heading.slice(2)}`]);
  });

  it('but for a title, whose centred lines stay', async () => {
    const [page = []] = typeset(['同志们：', LONG]).map((lines) => lines.map((line) => ({ ...line, y: line.y - 120 })));
    const title = [centred(740, '在某市全面推进重点工作', 22), centred(705, '动员会议上的讲话', 22)];
    const bytes = pdfOf([...title, ...page]);
    expect(await linesOf(bytes)).toEqual(['在某市全面推进重点工作', '动员会议上的讲话', '同志们：', LONG]);
    expect((await speechOf(bytes)).title).toBe('在某市全面推进重点工作动员会议上的讲话');
  });

  it('whose Latin words keep the space that a line’s end was', async () => {
    const lines = [
      row(0, '请把表格交到某市的窗口去，不要拖到明天，填好以后'.padEnd(26, '再交'), 2),
      row(1, 'and so on'),
    ];
    const latin = [
      row(0, '某市把台账建得清楚，把隐患查到班组，做到有名有姓 data'.padEnd(20), 2),
      row(1, 'platform 上。'),
    ];
    expect((await linesOf(pdfOf(lines)))[0]).toMatch(/[再交]and so on$/);
    expect(await linesOf(pdfOf(latin))).toEqual(['某市把台账建得清楚，把隐患查到班组，做到有名有姓data platform上。']);
  });
});

describe('the words of a line of a PDF', () => {
  const lineOf = async (...runs: Placed[]): Promise<string | undefined> => (await linesOf(pdfOf(runs)))[0];
  const at = (characters: number, text: string, more: Partial<Placed> = {}): Placed => ({
    text,
    x: LEFT + characters * 16,
    y: 700,
    ...more,
  });

  it.each([
    ['run into each other where they touch', [at(0, '把台账'), at(3, '建起来')], '把台账建起来'],
    ['stand in the order of their places', [at(3, '建起来'), at(0, '把台账')], '把台账建起来'],
    ['keep a wide gap as a space', [at(0, '某某某'), at(5, '某某局')], '某某某 某某局'],
    ['lose the thin gap beside a number', [at(0, '完成'), at(2.25, '12'), at(3.5, '件')], '完成12件'],
    ['lose a thin space beside a number', [at(0, '完成 12 件，GDP 增长 5% 左右')], '完成12件，GDP增长5%左右'],
    ['keep the gap between Latin words', [at(0, 'data'), at(2.3, 'platform')], 'data platform'],
    ['keep letters that a font’s change parted', [at(0, 'da'), at(1, 'ta')], 'data'],
    ['hold what stands a little higher', [at(0, '面积十平方米'), at(6, '2', { y: 705, size: 8 })], '面积十平方米2'],
  ])('%s', async (_, runs, words) => {
    expect(await lineOf(...runs)).toBe(words);
  });

  it('are read on a page that is shown turned', async () => {
    const onSide = typeset([LONG])
      .flat()
      .map(({ text, x, y }) => drawn({ text, x: 900 - y, y: x, turn: 90 }));
    expect(await linesOf(pdfOfContents([onSide.join('\n')], '/Rotate 90'))).toEqual([LONG]);
  });

  it('are not those of a watermark, whose notice counts nevertheless', async () => {
    const mark = { text: '内部资料 禁止外传', x: 150, y: 300, size: 48, turn: 45 };
    const bytes = pdfOf(...typeset([LONG, OTHER]).map((lines) => [...lines, mark]));
    expect(await linesOf(bytes)).toEqual([LONG, OTHER]);
    expect((await speechOf(bytes)).rights).toEqual([{ text: mark.text, restriction: 'internal' }]);
  });
});

describe('what stands on every page of a PDF', () => {
  it.each(['- # -', '— # —', '第 # 页', '第 # 页 共 5 页', '#/5', '#'])('is no text when it is: %s', async (foot) => {
    expect(await linesOf(framed('', foot))).toEqual(MANY);
    expect(await linesOf(framed(foot, ''))).toEqual(MANY);
  });

  it('is no text when it is a running head, with another number on each page', async () => {
    expect(await linesOf(framed('某市工作简报 第#期', '某市某局办公室印发'))).toEqual(MANY);
  });

  it('is a right when it is a notice, said once', async () => {
    const speech = await speechOf(framed('内部资料 禁止外传', '仅供学习参考 - # -'));
    const [head, ...feet] = speech.rights;
    expect(head).toEqual({ text: '内部资料 禁止外传', restriction: 'internal' });
    expect(new Set(feet.map((notice) => notice.restriction))).toEqual(new Set(['reference-only']));
    expect(passagesOf(speech).join('')).not.toMatch(/内部资料|仅供/);
  });

  it('may be another on the left than on the right', async () => {
    const pages = typeset(MANY);
    const bytes = pdfOf(
      ...pages.map((lines, i) => [...lines, centred(800, i % 2 === 0 ? '某市工作简报' : '某局编印', 10)]),
    );
    expect(await linesOf(bytes)).toEqual(MANY);
  });

  it('is more than a line that two of many pages begin with', async () => {
    const pages = typeset(MANY).map((lines, i) => (i < 1 ? [centred(790, '把台账建起来', 22), ...lines] : lines));
    expect((await linesOf(pdfOf(...pages)))[0]).toBe('把台账建起来');
  });
});

const IMAGE_PAGE = [
  CATALOGUE,
  '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /I 4 0 R >> >> /Contents 5 0 R >>',
  stream('\x00', '/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray'),
  stream('595 0 0 842 0 0 cm /I Do'),
];
/** The standard handler of 40 bits, with keys that no password opens. */
const LOCKED = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O <${'5a'.repeat(32)}> /U <${'a5'.repeat(32)}> >> /ID [<${'0b'.repeat(16)}> <${'0b'.repeat(16)}>]`;

/** A page tree whose pages hold nothing but their own names. */
const manyPages = (count: number): Uint8Array =>
  rawPdf([
    CATALOGUE,
    `<< /Type /Pages /Count ${count} /Kids [${Array.from({ length: count }, (_, i) => `${i + 3} 0 R`).join(' ')}] >>`,
    ...Array.from({ length: count }, () => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>'),
  ]);

describe('a PDF that can’t be read', () => {
  const whole = pdfOf(...typeset([LONG, OTHER]));
  const text = (words: string): Uint8Array => new TextEncoder().encode(words);

  it.each([
    ['is a scan', 'pdf-scanned', rawPdf(IMAGE_PAGE)],
    ['has many scanned pages', 'pdf-scanned', pdfOfContents(Array.from({ length: 60 }, () => 'q Q'))],
    ['has nothing but its pages’ numbers', 'pdf-scanned', pdfOf([centred(40, '- 1 -')], [centred(40, '- 2 -')])],
    ['has a password', 'document-encrypted', rawPdf(IMAGE_PAGE, LOCKED)],
    ['is empty', 'document-damaged', new Uint8Array()],
    ['is none', 'document-damaged', text('把台账建得清楚。')],
    ['breaks off behind its header', 'document-damaged', whole.subarray(0, 12)],
    ['has no pages', 'document-damaged', rawPdf([CATALOGUE])],
    [
      'has pages that hold themselves',
      'document-damaged',
      rawPdf([CATALOGUE, '<< /Type /Pages /Count 3 /Kids [2 0 R] >>']),
    ],
  ])('says why: it %s', async (_, code, bytes) => {
    await expect(readPdf(bytes, FILE)).rejects.toMatchObject({ code, details: { file: FILE } });
  });

  it('is told to be too long by its pages', async () => {
    const fault = { code: 'document-too-large', details: { file: FILE, what: 'pages', limit: 1_000 } };
    await expect(readPdf(manyPages(10_000), FILE)).rejects.toMatchObject(fault);
  });

  it('is told to be too long by its text', async () => {
    const fault = { code: 'document-too-large', details: { file: FILE, what: 'characters', limit: 2_000_000 } };
    const page = drawn({ text: '把台账建得清楚'.repeat(50_000), x: LEFT, y: 700, size: 0.001 });
    await expect(readPdf(pdfOfContents(Array.from({ length: 7 }, () => page)), FILE)).rejects.toMatchObject(fault);
  });
});

describe('a PDF that a browser printed', () => {
  it.each([
    ['⼀、建⽴台账', '一、建立台账'],
    ['⻔前三包，⼈⼈有责', '门前三包，人人有责'],
    ['把⾏道树种好', '把行道树种好'],
  ])('has characters where it names radicals: %s', async (drawnWords, words) => {
    expect((await linesOf(pdfOf([row(0, drawnWords)])))[0]).toBe(words);
  });
});

describe('a PDF with faults', () => {
  it.each([0.5, 0.9])('that breaks off is read as far as it goes, or refused: %d of it', async (share) => {
    const whole = pdfOf(...typeset([LONG, OTHER]));
    const read = linesOf(whole.subarray(0, Math.floor(whole.length * share)));
    const outcome = await read.catch((fault: { code: string }) => fault.code);
    expect([[LONG, OTHER], 'document-damaged', 'pdf-scanned']).toContainEqual(outcome);
  });

  it('may have a long text on one line', async () => {
    const words = '把台账建得清楚'.repeat(20_000);
    const many = Array.from({ length: 10_000 }, (_, i) => drawn({ text: '把台账', x: i / 100, y: 600 })).join('\n');
    expect((await linesOf(pdfOf([{ text: words, x: LEFT, y: 700, size: 0.0004 }])))[0]).toHaveLength(words.length);
    expect((await linesOf(pdfOfContents([many])))[0]).toHaveLength(30_000);
  });

  it('is read without a word on the console', async () => {
    const spies = (['log', 'warn', 'error', 'info'] as const).map((name) => vi.spyOn(console, name));
    const faulty = pdfOfContents(['BT /G 16 Tf (x) Tj ET', 'q q q Q 1 2 rg (', '<< /A', drawn(row(0, LONG))]);
    await linesOf(faulty).catch(() => {});
    await linesOf(Buffer.from(faulty).subarray(0, 900)).catch(() => {});
    expect(spies.flatMap((spy) => spy.mock.calls)).toEqual([]);
    vi.restoreAllMocks();
  });
});
