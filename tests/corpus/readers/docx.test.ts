import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parseDocument, type Reading } from '../../../src/corpus/parse-speech.ts';
import { readDocx } from '../../../src/corpus/readers/docx/index.ts';
import { walkSections } from '../../../src/speech/index.ts';
import {
  abstractList,
  documentPart,
  HeadingLevel,
  inList,
  listOf,
  numbered,
  Paragraph,
  paragraph,
  type RawParts,
  rawDocument,
  rawFiles,
  relationsPart,
  run,
  style,
  table,
  wordDocument,
  zipOf,
} from '../../support/word.ts';
import { passagesOf, TITLE, treeOf } from '../reading.ts';

const FILE = '讲话.docx';
const TEXT = '把台账建得清楚，把隐患查到班组，让数据替群众跑路，夜里也有人值守。';
const OTHER = '卡在谁手里就找谁，不看资历，也不听说情，一件一件地办，办完了再往下走。';

/** The text of a document, without its headers and footers. */
async function linesOf(bytes: Uint8Array): Promise<string[]> {
  const { lines } = await readDocx(bytes, FILE);
  return lines.filter((line) => line.furniture === null).map((line) => line.text);
}

const rawLines = (body: string, more: Partial<RawParts> = {}): Promise<string[]> =>
  linesOf(rawDocument({ body, ...more }));

/** Each line with its depth. */
const depthsOf = async (bytes: Uint8Array): Promise<[string, number][]> =>
  (await readDocx(bytes, FILE)).lines.map((line) => [line.text, line.depth]);

const readingOf = async (bytes: Uint8Array): Promise<Reading> => parseDocument(await readDocx(bytes, FILE), FILE);

const styled = (id: string, words: string): string => paragraph(words, `<w:pStyle w:val="${id}"/>`);

describe('a heading of a Word document', () => {
  it('is told by Word’s own styles', async () => {
    const bytes = await wordDocument([
      new Paragraph({ text: TITLE, heading: HeadingLevel.TITLE }),
      new Paragraph({ text: '把台账建起来', heading: HeadingLevel.HEADING_1 }),
      new Paragraph({ text: '摸清家底', heading: HeadingLevel.HEADING_2 }),
      new Paragraph({ text: '逐户登记', heading: HeadingLevel.HEADING_3 }),
      TEXT,
    ]);
    expect(await depthsOf(bytes)).toEqual([
      [TITLE, 1],
      ['把台账建起来', 2],
      ['摸清家底', 3],
      ['逐户登记', 4],
      [TEXT, 0],
    ]);
    expect(treeOf((await readingOf(bytes)).speech)).toEqual(['h1 |把台账建起来', '  h2 |摸清家底', '    h3 |逐户登记']);
  });

  it.each([
    ['a built-in style', style('a', 'heading 2'), 3],
    ['a built-in style by its Chinese name', style('a', '标题 1'), 2],
    ['the title’s style by its Chinese name', style('a', '标题'), 1],
    ['a style with an outline level', style('a', '公文一级', '<w:outlineLvl w:val="0"/>'), 2],
    ['a style based on a heading', style('b', 'heading 3') + style('a', '公文三级', '', 'b'), 4],
    ['a style based on the title', style('b', 'Title') + style('a', '公文标题', '', 'b'), 1],
    [
      'a style with another level than the heading it is based on',
      style('b', 'heading 1') + style('a', '公文二级', '<w:outlineLvl w:val="1"/>', 'b'),
      3,
    ],
    [
      'a style that is body text again',
      style('b', 'heading 1') + style('a', '正文', '<w:outlineLvl w:val="9"/>', 'b'),
      0,
    ],
    ['a style of the contents', style('a', 'toc 1'), 0],
    ['styles based on each other', style('a', 'x', '', 'b') + style('b', 'y', '', 'a'), 0],
    ['a style that is not there', '', 0],
  ])('has its depth of %s', async (_, styles, depth) => {
    const body = paragraph(TEXT) + styled('a', '把台账建起来');
    expect((await depthsOf(rawDocument({ body, styles })))[1]).toEqual(['把台账建起来', depth]);
  });

  it('has an outline level of its own before its style’s', async () => {
    const body = paragraph('把台账建起来', '<w:pStyle w:val="a"/><w:outlineLvl w:val="1"/>');
    const styles = style('a', 'heading 1');
    expect(await depthsOf(rawDocument({ body: paragraph(TEXT) + body, styles }))).toContainEqual(['把台账建起来', 3]);
  });

  it('is the title where it is the first line, and nothing else is', async () => {
    const styles = style('a', 'heading 1') + style('t', 'Title');
    const body = styled('a', TITLE) + styled('a', '把台账建起来');
    expect((await depthsOf(rawDocument({ body, styles }))).map(([, depth]) => depth)).toEqual([1, 2]);
    const titled = body + styled('t', TITLE);
    expect((await depthsOf(rawDocument({ body: titled, styles }))).map(([, depth]) => depth)).toEqual([2, 2, 1]);
  });
});

const OFFICIAL = abstractList(
  1,
  ['chineseCountingThousand', '%1、'],
  ['chineseCountingThousand', '（%2）'],
  ['decimal', '%3.'],
  ['decimalEnclosedCircle', '%4'],
);
/** The levels of a list’s paragraphs, and what Word draws before them. */
async function numbersOf(
  numbering: string,
  places: readonly (readonly [list: number, level: number])[],
): Promise<string[]> {
  const body = places.map(([list, level]) => paragraph('某项', inList(list, level))).join('');
  return (await rawLines(body, { numbering })).map((line) => line.replace('某项', ''));
}

describe('a number that Word draws', () => {
  it('stands in the text, and makes headings of its levels', async () => {
    const bytes = await wordDocument([
      TITLE,
      '同志们：',
      numbered(0, '把台账建起来'),
      TEXT,
      numbered(1, '摸清家底'),
      TEXT,
      numbered(2, '逐户登记'),
      TEXT,
      numbered(1, '分清责任'),
      OTHER,
      numbered(0, '把责任压下去'),
      numbered(1, '到人'),
      OTHER,
    ]);
    expect(treeOf((await readingOf(bytes)).speech)).toEqual([
      'h1 一、|把台账建起来',
      '  h2 （一）|摸清家底',
      '    h3 1.|逐户登记',
      '  h2 （二）|分清责任',
      'h1 二、|把责任压下去',
      '  h2 （一）|到人',
    ]);
  });

  it('stands before circled items too', async () => {
    const lines = await linesOf(await wordDocument([numbered(3, '把门打开'), numbered(3, '把人请进来')]));
    expect(lines.map((line) => line.replace(/\s/g, ''))).toEqual(['①把门打开', '②把人请进来']);
  });

  it('is 十 at ten, 二十一 at twenty-one', async () => {
    const numbers = await numbersOf(
      OFFICIAL + listOf(1, 1),
      Array.from({ length: 21 }, () => [1, 0] as const),
    );
    expect([numbers[9], numbers[10], numbers[19], numbers[20]]).toEqual(['十、', '十一、', '二十、', '二十一、']);
  });

  it('begins anew under the next number above it', async () => {
    const places = [
      [1, 0],
      [1, 1],
      [1, 1],
      [1, 0],
      [1, 1],
    ] as const;
    expect(await numbersOf(OFFICIAL + listOf(1, 1), places)).toEqual(['一、', '（一）', '（二）', '二、', '（一）']);
  });

  it('counts on over the lists of one abstract list, unless one starts anew', async () => {
    const anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
    const numbering = OFFICIAL + listOf(1, 1) + listOf(2, 1) + listOf(3, 1, anew);
    const places = [
      [1, 0],
      [2, 0],
      [3, 0],
      [3, 0],
      [1, 0],
    ] as const;
    expect(await numbersOf(numbering, places)).toEqual(['一、', '二、', '一、', '二、', '三、']);
  });

  it('starts where a list says, at deeper levels too', async () => {
    const from = (level: number, start: number): string =>
      `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${start}"/></w:lvlOverride>`;
    const places = [
      [1, 0],
      [1, 1],
      [1, 1],
    ] as const;
    expect(await numbersOf(OFFICIAL + listOf(1, 1, from(0, 3) + from(1, 5)), places)).toEqual([
      '三、',
      '（五）',
      '（六）',
    ]);
  });

  it('looks as a list changes it, in that list alone', async () => {
    const changed =
      '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1）"/></w:lvl></w:lvlOverride>';
    const numbering = OFFICIAL + abstractList(2, ['decimal', '（%1）']) + listOf(1, 1, changed) + listOf(2, 2);
    expect(
      await numbersOf(numbering, [
        [1, 0],
        [1, 1],
        [2, 0],
      ]),
    ).toEqual(['1）', '（一）', '（1）']);
  });

  it('has the numbers of the levels above in it', async () => {
    const numbering = abstractList(1, ['decimal', '%1'], ['decimal', '%1.%2']) + listOf(1, 1);
    expect(
      await numbersOf(numbering, [
        [1, 0],
        [1, 1],
        [1, 1],
        [1, 0],
        [1, 1],
      ]),
    ).toEqual(['1', '1.1', '1.2', '2', '2.1']);
  });

  it('is given by a paragraph’s style, and taken away by list 0', async () => {
    const styles = style('b', '公文列表', inList(1)) + style('a', '公文一级', '', 'b');
    const body =
      styled('a', '建台账') + paragraph('不编号', `<w:pStyle w:val="a"/>${inList(0)}`) + styled('a', '压责任');
    const lines = await rawLines(body, { styles, numbering: OFFICIAL + listOf(1, 1) });
    expect(lines).toEqual(['一、建台账', '不编号', '二、压责任']);
  });

  it('is given by a list style', async () => {
    const lender = OFFICIAL.replace('>', '><w:styleLink w:val="official"/>');
    const borrower = '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="official"/></w:abstractNum>';
    expect(
      await numbersOf(lender + borrower + listOf(1, 2), [
        [1, 0],
        [1, 1],
      ]),
    ).toEqual(['一、', '（一）']);
  });

  it.each([
    ['a bullet', 'bullet', '\uf06c', ''],
    ['a dash', 'bullet', '——', '——'],
    ['an unknown numeral', 'hebrew1', '%1.', ''],
    ['wide figures', 'decimalFullWidth', '%1．', '１．'],
    ['words', 'chineseCounting', '第%1部分', '第一部分'],
    ['a letter', 'upperLetter', '%1.', 'A.'],
    ['a numeral of accounts', 'chineseLegalSimplified', '%1、', '壹、'],
    ['a stem', 'ideographTraditional', '%1、', '甲、'],
    ['a branch', 'ideographZodiac', '%1、', '子、'],
    ['a Roman numeral', 'upperRoman', '%1.', 'I.'],
    ['nothing', 'none', '', ''],
  ])('may be %s', async (_, format, text, drawn) => {
    expect(await numbersOf(abstractList(1, [format, text]) + listOf(1, 1), [[1, 0]])).toEqual([drawn]);
  });

  it.each([
    ['chineseLegalSimplified', 21, '贰拾壹'],
    ['chineseLegalSimplified', 10, '拾'],
    ['ideographLegalTraditional', 12, '拾貳'],
    ['ideographTraditional', 11, '11'],
    ['ideographZodiac', 12, '亥'],
    ['ideographZodiacTraditional', 13, '丙子'],
    ['lowerRoman', 14, 'xiv'],
    ['upperLetter', 28, 'BB'],
    ['decimalZero', 7, '07'],
    ['ideographEnclosedCircle', 3, '㊂'],
  ])('is drawn in %s: %i is %s', async (format, value, drawn) => {
    const from = `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="${value}"/></w:lvlOverride>`;
    expect(await numbersOf(abstractList(1, [format, '%1']) + listOf(1, 1, from), [[1, 0]])).toEqual([drawn]);
  });

  it('is in figures, those of the levels above too, where a level is legal', async () => {
    const legal = abstractList(1, ['chineseCounting', '第%1章'], ['decimal', '%1.%2']).replace(
      '<w:lvlText w:val="%1.%2"/>',
      '<w:isLgl/><w:lvlText w:val="%1.%2"/>',
    );
    const places = [
      [1, 0],
      [1, 1],
    ] as const;
    expect(await numbersOf(legal + listOf(1, 1), places)).toEqual(['第一章', '1.1']);
  });

  it.each([
    [
      'figures',
      [
        ['decimal', '%1'],
        ['decimal', '%1.%2'],
        ['decimal', '%1.%2.%3'],
      ],
      ['1', '1.1', '1.1.1'],
    ],
    [
      'rare numerals',
      [
        ['chineseLegalSimplified', '%1、'],
        ['ideographTraditional', '%2、'],
        ['ideographZodiac', '%3、'],
      ],
      ['壹、', '甲、', '子、'],
    ],
    [
      'letters',
      [
        ['upperLetter', '%1.'],
        ['lowerLetter', '%2)'],
        ['lowerRoman', '%3)'],
      ],
      ['A.', 'a)', 'i)'],
    ],
    [
      'signs whose order is another elsewhere',
      [
        ['decimal', '%1.'],
        ['chineseCounting', '（%2）'],
        ['chineseCounting', '%3、'],
      ],
      ['1.', '（一）', '一、'],
    ],
  ] as const)('says the level of a heading, whatever it looks like: %s', async (_, levels, drawn) => {
    const body = [0, 1, 2].map((level) => paragraph(`把第${level}层摸清`, inList(1, level)) + paragraph(TEXT)).join('');
    const numbering = abstractList(1, ...levels) + listOf(1, 1);
    const { speech } = await readingOf(
      rawDocument({ body: paragraph(TITLE) + paragraph('同志们：') + body, numbering }),
    );
    const found = [...walkSections(speech.sections)].map(({ section, ancestors }) => [
      ancestors.length,
      section.marker,
      section.heading,
    ]);
    expect(found).toEqual(drawn.map((marker, level) => [level, marker, `把第${level}层摸清`]));
  });

  it('that cannot be drawn is told, and its level kept', async () => {
    const numbering = abstractList(1, ['decimal', '%1.'], ['hebrew1', '%2.']) + listOf(1, 1);
    const body =
      paragraph('建台账', inList(1, 0)) + paragraph(TEXT) + paragraph('当天登记', inList(1, 1)) + paragraph(TEXT);
    const { speech } = await readingOf(
      rawDocument({ body: paragraph(TITLE) + paragraph('同志们：') + body, numbering }),
    );
    expect(treeOf(speech)).toEqual(['h3 1.|建台账', '  h4 |当天登记']);
    expect(speech.warnings).toEqual([{ code: 'numbers-undrawn', line: 1, details: { format: 'hebrew1' } }]);
  });

  it('stands apart from the words unless it is to be tight', async () => {
    const loose = abstractList(1, ['chineseCounting', '第%1部分']).replace('<w:suff w:val="nothing"/>', '');
    expect(await rawLines(paragraph('形势', inList(1)), { numbering: loose + listOf(1, 1) })).toEqual([
      '第一部分 形势',
    ]);
  });

  it('counts an empty paragraph, but not a deleted or a hidden one', async () => {
    const end = (mark: string): string => `${inList(1)}<w:rPr>${mark}</w:rPr>`;
    const body = [
      paragraph('建台账', inList(1)),
      '<w:p><w:pPr><w:rPr/></w:pPr></w:p>',
      paragraph('<w:r/>', inList(1)),
      paragraph(`<w:del><w:r><w:delText>划掉</w:delText></w:r></w:del>`, end('<w:del/>')),
      paragraph(run('隐去', '<w:vanish/>'), end('<w:vanish/>')),
      paragraph('压责任', inList(1)),
    ];
    expect(await rawLines(body.join(''), { numbering: OFFICIAL + listOf(1, 1) })).toEqual(['一、建台账', '三、压责任']);
  });
});

describe('headers and footers of a Word document', () => {
  it('are read for notices, and dropped otherwise', async () => {
    const bytes = await wordDocument([TITLE, TEXT], { header: '某市工作简报', footer: '内部资料 禁止外传' });
    const { speech, parts } = await readingOf(bytes);
    expect(speech.rights).toEqual([{ text: '内部资料 禁止外传', restriction: 'internal' }]);
    expect(speech.title).toBe(TITLE);
    expect(passagesOf(speech)).toEqual([TEXT]);
    const dropped = parts.find((part) => part.reason === 'page-header');
    expect(speech.text.slice(dropped?.start, dropped?.end)).toBe('某市工作简报');
  });

  it('are said once where several parts say the same', async () => {
    const headers = ['仅供参考', '仅供参考', ' 仅供参考 '].map((words) => paragraph(words));
    const { text } = await readDocx(rawDocument({ body: paragraph(TEXT), headers }), FILE);
    expect(text.match(/仅供参考/g)).toHaveLength(1);
  });

  it('are read for the words of a watermark', async () => {
    const mark = '<w:r><w:pict><v:shape><v:textpath on="t" string="内部资料 禁止外传"/></v:shape></w:pict></w:r>';
    const { speech } = await readingOf(rawDocument({ body: paragraph(TEXT), headers: [paragraph(mark)] }));
    expect(speech.rights).toEqual([{ text: '内部资料 禁止外传', restriction: 'internal' }]);
  });
});

describe('a table of a Word document', () => {
  it('of one column is paragraphs', async () => {
    expect(await linesOf(await wordDocument([table([TEXT], [OTHER])]))).toEqual([TEXT, OTHER]);
  });

  it('of several columns is rows', async () => {
    const lines = await linesOf(await wordDocument([TEXT, table(['单位', '件数'], ['某局', '12']), OTHER]));
    expect(lines).toEqual([TEXT, '单位\t件数', '某局\t12', OTHER]);
  });

  it('may stand in another, or be empty', async () => {
    const cell = (content: string): string => `<w:tbl><w:tr><w:tc>${content}</w:tc></w:tr></w:tbl>`;
    expect(await rawLines(`${cell(cell(paragraph(TEXT)) + paragraph(OTHER)) + cell('')}<w:tbl/>`)).toEqual([
      TEXT,
      OTHER,
    ]);
  });
});

const WORDS = '把台账建起来';
const box = (words: string): string => `<w:txbxContent>${paragraph(words)}</w:txbxContent>`;

describe('of a paragraph in Word', () => {
  it.each([
    ['a soft break ends a line', `<w:r><w:t>把台账</w:t><w:br/><w:t>建起来</w:t><w:cr/></w:r>`, ['把台账', '建起来']],
    ['a tab is kept', '<w:r><w:t>某局</w:t><w:tab/><w:t>12</w:t></w:r>', ['某局\t12']],
    ['runs run into each other', run('把台') + run('账建') + run('起来'), [WORDS]],
    ['deleted words are not read', `${run(WORDS)}<w:del><w:r><w:delText>不</w:delText></w:r></w:del>`, [WORDS]],
    ['words moved away are not read', `<w:moveFrom>${run('不')}</w:moveFrom>${run(WORDS)}`, [WORDS]],
    ['words moved here are read', `<w:moveTo>${run(WORDS)}</w:moveTo>`, [WORDS]],
    ['inserted words are read', `${run('把台')}<w:ins>${run('账建起来')}</w:ins>`, [WORDS]],
    [
      'a field is read, its code is not',
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(WORDS)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      [WORDS],
    ],
    ['hidden words are not read', run('批注', '<w:vanish/>') + run(WORDS), [WORDS]],
    ['a hidden tab or break is not read', `<w:r><w:rPr><w:vanish/></w:rPr><w:tab/><w:br/></w:r>${run(WORDS)}`, [WORDS]],
    ['words whose hiding is switched off are read', run(WORDS, '<w:vanish w:val="0"/>'), [WORDS]],
    [
      'words whose formatting was changed are read',
      run(WORDS, '<w:b/><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>'),
      [WORDS],
    ],
    [
      'smart tags and links are read',
      `<w:smartTag>${run('把台账')}</w:smartTag><w:hyperlink>${run('建起来')}</w:hyperlink>`,
      [WORDS],
    ],
    [
      'a content control is read',
      `<w:sdt><w:sdtPr><w:tag w:val="x"/></w:sdtPr><w:sdtContent>${run(WORDS)}</w:sdtContent></w:sdt>`,
      [WORDS],
    ],
    [
      'a phonetic guide is not read',
      `<w:r><w:ruby><w:rt>${run('tái')}</w:rt><w:rubyBase>${run(WORDS)}</w:rubyBase></w:ruby></w:r>`,
      [WORDS],
    ],
    [
      'a text box is read once',
      `<w:r><mc:AlternateContent><mc:Choice>${box('框内')}</mc:Choice><mc:Fallback>${box('框内')}</mc:Fallback></mc:AlternateContent></w:r>${run(WORDS)}`,
      ['框内', WORDS],
    ],
    ['an old text box is read', `<w:r><w:pict><v:textbox>${box('框内')}</v:textbox></w:pict></w:r>`, ['框内']],
    ['entities are read', '<w:r><w:t>&#x628A;&#25226;&amp;&lt;&nbsp;</w:t></w:r>', ['把把&<&nbsp;']],
    ['CDATA is read', '<w:r><w:t><![CDATA[<把>]]></w:t></w:r>', ['<把>']],
    ['white space between elements is not read', `\n  ${run(WORDS)}\n  `, [WORDS]],
    ['control characters are not read', run(`把\u0007台\u0000账`), ['把台账']],
  ])('%s', async (_, content, lines) => {
    expect(await rawLines(`<w:p>${content}</w:p>`)).toEqual(lines);
  });

  it('a deleted end joins it with the next', async () => {
    const joined = paragraph('把台账', '<w:rPr><w:del w:id="1"/></w:rPr>');
    expect(await rawLines(joined + paragraph('建起来') + joined)).toEqual([WORDS, '把台账']);
  });

  it('properties that were changed are no longer its own', async () => {
    const was = '<w:pPrChange><w:pPr><w:pStyle w:val="a"/><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>';
    const bytes = rawDocument({ body: paragraph(TEXT) + paragraph(WORDS, was), styles: style('a', 'heading 1') });
    expect(await depthsOf(bytes)).toContainEqual([WORDS, 0]);
  });

  const phrases = fc.constantFrom(
    '把台账建起来',
    '某市',
    '，',
    '。',
    'X',
    '12.5%',
    '<w:p>&amp;',
    '“',
    ' ',
    '𠮷',
    '一、',
  );
  it('words come back as they were, whatever they are', async () => {
    const anyParagraph = fc.array(fc.array(phrases, { maxLength: 8 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(anyParagraph, async (paragraphs) => {
        const body = paragraphs.map((words) => paragraph(words.map((word) => run(word)).join('') || '<w:r/>')).join('');
        const words = paragraphs.map((runs) => runs.join('').trim()).filter((line) => line !== '');
        expect(await rawLines(body)).toEqual(words);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the parts of a Word document', () => {
  const files = rawFiles({ body: paragraph(TEXT) });

  it('may be UTF-16', async () => {
    const xml = documentPart(paragraph(TEXT)).replace('UTF-8', 'UTF-16');
    const little = Buffer.from(`\ufeff${xml}`, 'utf16le');
    for (const bytes of [little, Buffer.from(little).swap16()]) {
      expect(await linesOf(zipOf({ ...files, 'word/document.xml': bytes }))).toEqual([TEXT]);
    }
  });

  it.each([
    ['another name', 'content/main.xml', 'content/main.xml'],
    ['an absolute path', '/content/main.xml', 'content/main.xml'],
    ['the root', 'main.xml', 'main.xml'],
  ])('are found where the main one has %s', async (_, target, name) => {
    const { 'word/document.xml': document = '' } = files;
    const folder = name.slice(0, name.lastIndexOf('/') + 1);
    const bytes = zipOf({
      '_rels/.rels': relationsPart([['officeDocument', target]]),
      [name]: document,
      [`${folder}_rels/main.xml.rels`]: relationsPart([['footer', 'feet/1.xml']]),
      [`${folder}feet/1.xml`]: `<w:ftr>${paragraph('内部资料 禁止外传')}</w:ftr>`,
    });
    expect(await linesOf(bytes)).toEqual([TEXT]);
    expect((await readingOf(bytes)).speech.rights).toHaveLength(1);
  });

  it('may lack all but the document', async () => {
    expect(await linesOf(zipOf({ 'word/document.xml': documentPart(paragraph(TEXT)) }))).toEqual([TEXT]);
  });

  it('are not opened where they are archives or pictures', async () => {
    const inner = zipOf({ 'word/document.xml': documentPart(paragraph(OTHER)) });
    const bytes = zipOf({ ...files, 'word/embeddings/a.docx': inner, 'word/media/a.png': new Uint8Array(9) });
    expect(await linesOf(bytes)).toEqual([TEXT]);
  });
});

const MEGABYTE = 1024 * 1024;
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ole = (stream: string): Uint8Array =>
  Buffer.concat([Buffer.from(OLE), Buffer.alloc(512), Buffer.from(stream, 'utf16le')]);

/** A zip whose sizes, in both of its headers, are changed by `change`. */
function lying(bytes: Uint8Array, change: (size: number) => number): Uint8Array {
  const view = Buffer.from(bytes);
  const places: [signature: string, size: number][] = [
    ['PK\x03\x04', 22],
    ['PK\x01\x02', 24],
  ];
  for (const [signature, size] of places) {
    for (let at = view.indexOf(signature); at >= 0; at = view.indexOf(signature, at + 1)) {
      view.writeUInt32LE(change(view.readUInt32LE(at + size)), at + size);
    }
  }
  return view;
}

const rawZip = (document: string | Uint8Array): Uint8Array =>
  zipOf({ ...rawFiles({ body: '' }), 'word/document.xml': document });

describe('a Word document that can’t be read', () => {
  const whole = rawDocument({ body: paragraph(TEXT) });
  const bomb = (): Uint8Array =>
    zipSync({ 'word/document.xml': new Uint8Array(200 * MEGABYTE).fill(0x20) }, { level: 1 });

  it.each([
    ['has a password', 'document-encrypted', ole('EncryptedPackage')],
    ['is an OLE file of another kind', 'document-encrypted', ole('')],
    ['is a .doc by another name', 'format-legacy', ole('WordDocument')],
    ['is empty', 'document-damaged', new Uint8Array()],
    ['is no zip', 'document-damaged', new TextEncoder().encode(TEXT)],
    ['breaks off', 'document-damaged', whole.subarray(0, whole.length / 2)],
    ['lacks its document', 'document-damaged', zipOf({ 'a.txt': 'x' })],
    ['has an empty document', 'document-damaged', rawZip('')],
    ['claims to be smaller than it is', 'document-damaged', lying(whole, (size) => size >> 1)],
    ['claims to be larger than it is', 'document-damaged', lying(whole, (size) => size + 9)],
  ])('says why: it %s', async (_, code, bytes) => {
    await expect(readDocx(bytes, FILE)).rejects.toMatchObject({ code, details: { file: FILE } });
  });

  it('is told to be too large by what it unpacks to, whatever it claims', async () => {
    const details = { file: FILE, what: 'megabytes', limit: 48 };
    const bytes = bomb();
    await expect(readDocx(bytes, FILE)).rejects.toMatchObject({ code: 'document-too-large', details });
    await expect(
      readDocx(
        lying(bytes, () => 9),
        FILE,
      ),
    ).rejects.toMatchObject({ code: 'document-damaged' });
  });

  it('is told to be too large by all of its parts together', async () => {
    const headers = Array.from({ length: 5 }, () => ' '.repeat(10 * MEGABYTE));
    const bytes = rawDocument({ body: paragraph(TEXT), headers });
    await expect(readDocx(bytes, FILE)).rejects.toMatchObject({ code: 'document-too-large' });
  });

  it('is told to be nested too deep', async () => {
    const details = { file: FILE, what: 'levels', limit: 256 };
    const deep = '<w:tbl><w:tr><w:tc>'.repeat(70_000);
    for (const document of [deep, `<w:p>${'<a>'.repeat(200_000)}`]) {
      await expect(readDocx(rawZip(document), FILE)).rejects.toMatchObject({ code: 'document-too-large', details });
    }
    const relations = zipOf({ '_rels/.rels': '<a>'.repeat(200_000), 'word/document.xml': documentPart('') });
    await expect(readDocx(relations, FILE)).rejects.toMatchObject({ code: 'document-too-large', details });
  });

  it('is told to have too many characters, or too many lines', async () => {
    const details = { file: FILE, what: 'characters', limit: 2_000_000 };
    for (const body of [paragraph('把'.repeat(2_000_001)), '<w:p/>'.repeat(2_000_002)]) {
      await expect(readDocx(rawDocument({ body }), FILE)).rejects.toMatchObject({
        code: 'document-too-large',
        details,
      });
    }
  });
});

describe('a strange Word document', () => {
  it('may have 20,000 files', async () => {
    const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`media/${i}`, new Uint8Array()]));
    const { 'word/document.xml': document = '' } = rawFiles({ body: paragraph(TEXT) });
    expect(await linesOf(zipOf({ 'word/document.xml': document, ...many }))).toEqual([TEXT]);
  });

  it('expands no entities of its own', async () => {
    const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
    const document = `<!DOCTYPE d [<!ENTITY l0 "哈"><!ENTITY f SYSTEM "file:///etc/passwd">${laughs}]>${documentPart(paragraph('<w:r><w:t>&l9;&f;</w:t></w:r>'))}`;
    expect((await linesOf(rawZip(document))).join('').length).toBeLessThan(2_000);
    expect((await linesOf(rawZip(document))).join('')).not.toMatch(/root:|哈哈/);
  });

  it('may have a paragraph of a million characters, and one of 100,000 runs', async () => {
    const long = '把台账建得清楚。'.repeat(125_000);
    const runs = run('账').repeat(100_000);
    const lines = await rawLines(paragraph(long) + paragraph(runs));
    expect(lines.map((line) => line.length)).toEqual([1_000_000, 100_000]);
  });

  it('may have tables in tables, as deep as documents go', async () => {
    const deep = `${'<w:tbl><w:tr><w:tc>'.repeat(80)}${paragraph(TEXT).repeat(500)}${'</w:tc></w:tr></w:tbl>'.repeat(80)}`;
    expect(await rawLines(deep)).toHaveLength(500);
  });

  it.each([
    '<w:p><w:r><w:t>把台账建起来',
    '</w:p></w:t>把',
    '<w:del><w:p>',
    '<',
    '<w:t>x</w:t><w:tab/>',
    '<w:tc><w:tr></w:tc>',
  ])('may have broken XML, of which it is what can be read: %s', async (body) => {
    await expect(linesOf(rawZip(`<w:document><w:body>${body}`))).resolves.toBeInstanceOf(Array);
  });
});
