import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/corpus/parse-speech.ts';
import { readText } from '../../src/corpus/readers/index.ts';
import { wordsAt } from '../../src/speech/index.ts';
import { passagesOf, TITLE, treeOf } from './reading.ts';

const read = (...lines: string[]) => parseDocument(readText(lines.join('\n'), 'speech.txt', '.txt'), 'speech.txt');

/** The words that were dropped for a reason. */
function droppedOf({ speech, parts }: ReturnType<typeof read>, reason: string): string[] {
  return parts.filter((part) => part.reason === reason).map((part) => wordsAt(speech, part));
}

const BODY = ['把台账建清楚，把隐患查到班组。', '把窗口搬到村口，让群众少跑一趟路。', '三天一看，五天一报。'];

describe('what a site puts around a speech', () => {
  it.each([
    ['来源：某市水利网', '责任编辑：某某', '浏览次数：128'],
    ['字号：大 中 小', '【关闭窗口】', '上一篇：修渠的故事'],
    ['2024-12-12 09:00:02 690', '阅读全文', '（请先登录，再看全文）'],
    ['【收藏】 【打印】 作者：佚名', '预览结束，开通会员看全文', '请点击👉 abcd 👈'],
    ['作者：佚名 来源：本站 阅读：12', '试读结束', '……（未完，全文共6606字）'],
    ['来源：内网', '抄送：各乡镇党委', '某县委办公室 2024年2月20日印发'],
    ['某某文秘网', '微信扫一扫，手机上看', '分享：'],
  ])('is dropped, line by line: %s', (above, below, last) => {
    const reading = read(TITLE, above, '', ...BODY, below, last);
    expect(droppedOf(reading, 'beside')).toEqual([above, below, last]);
    expect(reading.speech.title).toBe(TITLE);
    expect(passagesOf(reading.speech)).toEqual(BODY);
  });

  it.each(['延伸阅读', '相关链接：', '【推荐阅读】', '相关内容', '精选留言', '猜你喜欢'])(
    'is all that follows %s',
    (heading) => {
      const links = ['某市修渠记：三十里水路', '某县水利工作会议召开'];
      const reading = read(TITLE, ...BODY, heading, ...links);
      expect(droppedOf(reading, 'beside')).toEqual([heading, ...links]);
      expect(passagesOf(reading.speech)).toEqual(BODY);
    },
  );

  it('is a collection’s note on its licence, however its links broke it', () => {
    const note = ['本作品是某个集子的', '文稿', '，不受著作权法保护。'];
    const reading = read(TITLE, ...BODY, ...note);
    expect(droppedOf(reading, 'beside')).toEqual(note);
  });

  it('is a headline with news above the printed title', () => {
    const news = `${'某月某日，某市召开水利工作会议，部署冬修，明确任务，'.repeat(3)}并作讲话。`;
    const reading = read(
      '某市召开水利工作会',
      news,
      '把渠修到田头',
      '——在全市水利工作会议上的讲话',
      '（2024年5月6日）',
      '同志们：',
      ...BODY,
    );
    expect(reading.speech).toMatchObject({ title: '把渠修到田头', date: '2024-05-06', occasion: '全市水利工作会议' });
    expect(droppedOf(reading, 'beside')).toEqual(['某市召开水利工作会', news]);
  });

  it('is the notice that sends a speech on', () => {
    const notice = [
      `关于印发《${TITLE}》的通知`,
      '各乡镇：',
      '现印发给你们。',
      `附件：${TITLE}`,
      '某县委办公室',
      '附件',
    ];
    const reading = read(...notice, TITLE, '同志们：', ...BODY);
    expect(droppedOf(reading, 'beside')).toEqual(notice);
    expect(reading.speech.title).toBe(TITLE);
    expect(passagesOf(reading.speech)).toEqual(BODY);
  });

  it('is a table of contents whose headings come again', () => {
    const contents = ['目录/提纲：……', '一、建台账', '二、搬窗口', '……'];
    const reading = read(TITLE, ...contents, '同志们：', '一、建台账', BODY[0] ?? '', '二、搬窗口', BODY[1] ?? '');
    expect(droppedOf(reading, 'beside')).toEqual(contents);
    expect(reading.speech.title).toBe(TITLE);
    expect(treeOf(reading.speech)).toEqual(['h1 一、|建台账', 'h1 二、|搬窗口']);
    expect(reading.speech.warnings).toEqual([]);
  });

  it('is no heading that comes but once, whatever stands above it', () => {
    const reading = read(TITLE, '提纲', '一、建台账', BODY[0] ?? '', '二、搬窗口', BODY[1] ?? '');
    expect(treeOf(reading.speech)).toEqual(['h1 一、|建台账', 'h1 二、|搬窗口']);
  });

  it('still restricts the speech', () => {
    const reading = read(TITLE, ...BODY, '相关链接', '某市修渠记', '内部资料 禁止外传');
    expect(reading.speech.rights).toEqual([{ text: '内部资料 禁止外传', restriction: 'internal' }]);
    expect(droppedOf(reading, 'beside')).toEqual(['相关链接', '某市修渠记']);
  });

  it('is not what a speaker says of sites, editors and reading', () => {
    const said = [
      '来源不清的水不能喝。',
      '延伸阅读不是负担，是习惯。',
      '责任编辑也要到田头去。',
      '让群众扫一扫就能办。',
    ];
    expect(passagesOf(read(TITLE, ...BODY, ...said, ...BODY).speech)).toEqual([...BODY, ...said, ...BODY]);
  });
});

describe('the account of a document', () => {
  it('says of every character what it was taken for', () => {
    const text = ['---', 'date: 2024', '---', TITLE, '同志们：', '一、建台账。登记要快。', '······', '禁止外传'].join(
      '\n',
    );
    const { speech, parts } = parseDocument(readText(text, 'speech.md', '.md'), 'speech.md');
    expect(parts.map(({ kind, reason, start, end }) => [reason ?? kind, speech.text.slice(start, end)])).toEqual([
      ['front-matter', '---\ndate: 2024\n---\n'],
      ['title-block', TITLE],
      ['white-space', '\n'],
      ['salutation', '同志们：'],
      ['white-space', '\n'],
      ['heading', '一、建台账。'],
      ['passage', '登记要快。'],
      ['white-space', '\n'],
      ['ornament', '······'],
      ['white-space', '\n'],
      ['rights', '禁止外传'],
    ]);
  });

  it('calls the marks of Markdown markup', () => {
    const text = `# ${TITLE}\n\n## 一、建台账\n\n登记要快。\n`;
    const { parts } = parseDocument(readText(text, 'speech.md', '.md'), 'speech.md');
    const marks = parts.filter((part) => part.reason === 'markup').map(({ start, end }) => text.slice(start, end));
    expect(marks.map((mark) => mark.trim())).toEqual(['#', '##']);
  });
});
