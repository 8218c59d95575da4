import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/corpus/parse-speech.ts';
import { readHtml } from '../../../src/corpus/readers/html.ts';
import { readDocument } from '../../../src/corpus/readers/index.ts';
import type { Speech } from '../../../src/speech/index.ts';
import { faultOf, passagesOf, TITLE, treeOf } from '../reading.ts';

const FILE = '讲话.html';
const PARAGRAPHS = [
  '把台账建得清楚，把隐患查到班组，让数据替群众跑路，夜里也有人值守。件件有回音，事事有着落，年底再来算一次总账。',
  '卡在谁手里就找谁，不看资历，也不听说情，一件一件地办。办完了再往下走，走稳了再说，说到的就要做到，做到的才算数。',
  '各单位要把任务分到人头上，每月过一遍。人要到场，话要说清，账要对得上，办不了的当面讲明白，不许拖到下个月去。',
];
const p = (words: string): string => `<p>${words}</p>`;
const BODY = PARAGRAPHS.map(p).join('\n');

interface PageParts {
  title?: string;
  header?: string;
  article?: string;
  footer?: string;
}

/** A page as sites make them: navigation, an article, related links, a footer. */
const page = ({ title = `${TITLE}_某市门户网站`, header = '', article = BODY, footer = '' }: PageParts): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title><style>p { color: red }</style></head><body>
<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/news">要闻</a></li></ul></div>${header}
<div class="article"><h1>${TITLE}</h1>${article}</div><script>document.write('<p>脚本</p>')</script>
<div class="sidebar related"><h3>相关链接</h3><ul><li><a href="/a">某市召开会议</a></li></ul></div>
<div class="footer">${footer}</div></body></html>`;

const linesOf = (html: string): string[] =>
  readHtml(html, FILE)
    .lines.filter((line) => line.furniture === null)
    .map((line) => line.text);

const depthsOf = (html: string): [string, number][] =>
  readHtml(html, FILE)
    .lines.filter((line) => line.depth > 0)
    .map((line) => [line.text, line.depth]);

const speechOf = (html: string): Speech => parseDocument(readHtml(html, FILE), FILE).speech;

/** The lines of a page that is no article, but for the title. */
const bare = (body: string): string[] => linesOf(`<html><body>${body}</body></html>`);

describe('of a page with an article', () => {
  it('the title and the paragraphs are read, and nothing beside them', () => {
    expect(linesOf(page({ footer: '某市某局主办' }))).toEqual([TITLE, ...PARAGRAPHS]);
  });

  it('what stands beside it is dropped with its reason', () => {
    const { speech, parts } = parseDocument(readHtml(page({ footer: '某市某局主办' }), FILE), FILE);
    const dropped = parts
      .filter((part) => part.reason === 'beside')
      .map(({ start, end }) => speech.text.slice(start, end));
    expect(dropped).toEqual(expect.arrayContaining(['首页', '要闻', '相关链接', '某市召开会议', '某市某局主办']));
    expect(speech.text).not.toMatch(/脚本|color/);
  });

  it('a notice beside it is a right', () => {
    const { rights, title } = speechOf(page({ footer: '<p>内部资料 禁止外传</p><p>某市某局主办</p>' }));
    expect(rights).toEqual([{ text: '内部资料 禁止外传', restriction: 'internal' }]);
    expect(title).toBe(TITLE);
  });

  it('the title is that of the page where the article has none', () => {
    const html = page({}).replace(/<h1>.*<\/h1>/, '');
    expect(depthsOf(html)).toEqual([[TITLE, 1]]);
    expect(linesOf(html)).toEqual([TITLE, ...PARAGRAPHS]);
  });

  it('the title may have several lines', () => {
    const html = page({ header: '<h1>在某市档案工作<br>推进会上的讲话</h1>' }).replace(`<h1>${TITLE}</h1>`, '');
    expect(depthsOf(html)).toEqual([
      ['在某市档案工作', 1],
      ['推进会上的讲话', 1],
    ]);
    expect(speechOf(html).title).toBe('在某市档案工作推进会上的讲话');
    expect(speechOf(html).sections).toEqual([]);
  });

  it('the title is not the name of the site, be that a heading', () => {
    expect(depthsOf(page({ header: '<h1>某市门户网站</h1>' }))).toEqual([[TITLE, 1]]);
  });

  it('headings have their depths, and make the tree', () => {
    const [one = '', two = '', three = ''] = PARAGRAPHS;
    const article = `<h2>把台账建起来</h2>${p(one)}<h3>摸清家底</h3>${p(two)}<h2>把责任压下去</h2>${p(three)}`;
    expect(depthsOf(page({ article }))).toEqual([
      [TITLE, 1],
      ['把台账建起来', 2],
      ['摸清家底', 3],
      ['把责任压下去', 2],
    ]);
    const speech = speechOf(page({ article }));
    expect(speech.title).toBe(TITLE);
    expect(treeOf(speech)).toEqual(['h1 |把台账建起来', '  h2 |摸清家底', 'h1 |把责任压下去']);
    expect(passagesOf(speech)).toEqual(PARAGRAPHS);
  });

  it('in GB18030 the words are the same', async () => {
    // 在某市: the bytes of GB18030, which no encoder of the platform writes.
    const words = Buffer.from([0xd4, 0xda, 0xc4, 0xb3, 0xca, 0xd0]);
    const head = Buffer.from('<html><head><meta charset="gb2312"></head><body><p>');
    const { lines } = await readDocument(Buffer.concat([head, words, Buffer.from('</p></body></html>')]), 'a.htm');
    expect(lines.map((line) => line.text)).toEqual(['在某市']);
  });
});

describe('the lines of a page', () => {
  it.each([
    ['end with <br>', '<p>把台账建起来<br>把责任压下去<br/></p>', ['把台账建起来', '把责任压下去']],
    ['end with blocks, open or not', '<div>一<p>二<p>三<div>四</div>五', ['一', '二', '三', '四', '五']],
    [
      'do not end with elements inside of them',
      '<p>把<b>台账</b><span>建<a href="x">起来</a></span></p>',
      ['把台账建起来'],
    ],
    ['have white space as browsers show it', '<p>\n  data\n\t platform  </p>', ['data platform']],
    ['have no indent of wide spaces', '<p>　　把台账建起来&emsp;</p>', ['把台账建起来']],
    ['have entities read', '<p>&#25226;&#x53f0;&ldquo;账&rdquo;&amp;&lt;p&gt;&mdash;</p>', ['把台“账”&<p>—']],
    [
      'keep the lines of preformatted text',
      '<pre>把台账建起来\n  把责任压下去\n\n完</pre>',
      ['把台账建起来', '把责任压下去', '完'],
    ],
    [
      'number ordered lists',
      '<ol><li>建台账</li><li><p>压责任</p><p>到人</p></li></ol>',
      ['1. 建台账', '2. 压责任', '到人'],
    ],
    [
      'number lists from where they start',
      '<ol start="3"><li>甲<li value="7">乙<li>丙</ol>',
      ['3. 甲', '7. 乙', '8. 丙'],
    ],
    ['number lists in lists by themselves', '<ol><li>甲<ul><li>子</ul><li>乙</ol>', ['1. 甲', '子', '2. 乙']],
    ['leave an empty item’s number', '<ol><li></li><li>乙</li></ol><p>完</p>', ['2. 乙', '完']],
    ['hold the cells of a row', '<table><tr><th>单位<th>件数<tr><td>某局<td>12</table>', ['单位 件数', '某局 12']],
    [
      'hold no scripts, styles, pictures’ words',
      '<p>甲<script>乙</script><style>丙</style><svg><text>丁</text></svg></p>',
      ['甲'],
    ],
    ['hold no phonetic guides', '<p><ruby>台<rp>(</rp><rt>tái</rt><rp>)</rp></ruby>账</p>', ['台账']],
    ['hold no comments', '<p>把<!-- 不 -->台账<![CDATA[x]]></p>', ['把台账']],
    ['hold no NULs', '<p>把\u0000台\u0000账</p>', ['把台账']],
  ])('%s', (_, body, lines) => {
    expect(bare(body)).toEqual(lines);
  });

  it('of a page too short for an article are all of its lines', () => {
    const html = `<title>${TITLE}</title><div><p>同志们：</p><p>把台账建起来。</p></div><div>完</div>`;
    expect(linesOf(html)).toEqual([TITLE, '同志们：', '把台账建起来。', '完']);
  });
});

describe('a hostile page', () => {
  it.each([
    ['of 100,000 open elements', '<div>'.repeat(100_000)],
    ['of 60,000 elements nobody knows', '<x>'.repeat(60_000)],
    ['of headings in headings', '<h2><b>'.repeat(100_000)],
  ])('%s is too deep', (_, body) => {
    const fault = { code: 'document-too-large', details: { file: FILE, what: 'levels', limit: 400 } };
    expect(faultOf(() => bare(body))).toMatchObject(fault);
  });

  it.each([
    ['a megabyte on one line', p('把台账建得清楚，'.repeat(125_000)), 1],
    ['60,000 paragraphs that nobody closed', '<p>账'.repeat(60_000), 60_000],
    ['60,000 line breaks', '账<br>'.repeat(60_000), 60_000],
    ['60,000 pieces of one line', '<i>账</i>'.repeat(60_000), 1],
    ['60,000 items', `<ol>${'<li>账'.repeat(60_000)}`, 60_000],
    ['60,000 closing tags', `${p('账')}${'</p></div>'.repeat(100_000)}`, 1],
    ['300,000 brackets', `账${'<'.repeat(300_000)}`, 1],
    ['300,000 comments in each other', `账${'<!--'.repeat(300_000)}`, 1],
    ['300,000 attributes', `<p ${'a=1 b '.repeat(150_000)}>账`, 1],
    ['100,000 entities', `账${'&lt;&nosuch;&#x0;&#1114112;'.repeat(25_000)}`, 1],
    ['19,000 line breaks', '账<br>'.repeat(19_000), 19_000],
    ['as deep as a page may be, again and again', `${'<div>'.repeat(390)}账${'</div>'.repeat(390)}`.repeat(100), 100],
    ['deep, but not too deep', `${'<div>'.repeat(50)}账${'</div>'.repeat(50)}`.repeat(200), 200],
  ])('of %s is read', (_, body, count) => {
    expect(bare(body)).toHaveLength(count);
  });

  it('with more than a document’s characters is too large', () => {
    const fault = { code: 'document-too-large', details: { what: 'characters', limit: 2_000_000 } };
    expect(faultOf(() => bare(p('账'.repeat(2_000_001))))).toMatchObject(fault);
  });

  it.each(['', '<', '</', '<!', '<html', '<html></html>', '<frameset>', '<title>', '&#', '<svg><style><p>', '\u0000'])(
    'of hardly anything gives no line: %j',
    (html) => {
      expect(linesOf(html).join('')).toMatch(/^[<&#!/]*$/);
    },
  );
});
