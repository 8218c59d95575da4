/**
 * npx tsx tests/support/papers/make.ts
 *
 * Makes the papers of the gold set that no editor of text can write: Word, PDF, OpenDocument, OFD. It needs LibreOffice
 * (`soffice`) and Chromium; what it makes is committed, so that tests need neither.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumHere, startChromium } from '../chromium.ts';
import { centred, LEFT, type Placed, pdfOf } from '../pdf.ts';
import { ofdOf } from './ofd.ts';
import {
  annualReport,
  headerNotice,
  letterOfThanks,
  reservoirSpeech,
  trainingNotice,
  watermarked,
} from './word-papers.ts';

const PAPERS = 'tests/corpus/gold/papers';
const work = mkdtempSync(join(tmpdir(), 'papers-'));
const save = (path: string, bytes: Uint8Array): void => writeFileSync(join(PAPERS, path), bytes);

/** A Word document as LibreOffice writes it in another format. */
function converted(name: string, bytes: Uint8Array, format: 'doc' | 'odt', to: string): void {
  writeFileSync(join(work, `${name}.docx`), bytes);
  execFileSync('soffice', ['--headless', '--convert-to', format, '--outdir', work, join(work, `${name}.docx`)]);
  copyFileSync(join(work, `${name}.${format}`), join(PAPERS, to));
}

/** A line whose letters are set apart by so much, in points. */
const apart = (y: number, text: string, x: number, step: number, size = 16): Placed[] =>
  [...text].map((character, i) => ({ text: character, x: x + i * step, y, size }));

const SPACED = [
  '　　一、把台账记清楚',
  '进出库都要登记，谁领的、领了多少、做什么用，一笔',
  '一笔写在本子上，月底由会计核对。',
  '　　二、把钥匙管明白',
];
const SPACED_END = ['库房两把锁，钥匙由两个人分开保管，一个人打不开门。', '节假日封库，封条上签名。'];

function letterSpaced(): Uint8Array {
  const lines = [...SPACED, ...SPACED_END].flatMap((line, i) => apart(600 - i * 30, line, LEFT, 18));
  return pdfOf([
    ...apart(740, '在物资仓库管理会上的讲话', 130, 30, 22),
    ...apart(700, '何满仓', 250, 34),
    ...apart(640, '同志们：', LEFT, 18),
    ...lines,
    centred(40, '— 1 —', 12),
  ]);
}

const COLUMN = 15;
const SIZE = 14;

/** Lines of a narrow column. */
const column = (x: number, lines: readonly string[]): Placed[] =>
  lines.map((text, i) => ({ text, x, y: 680 - i * 22, size: SIZE }));

const cut = (paragraphs: readonly string[]): string[] =>
  paragraphs.flatMap((words) => words.match(new RegExp(`.{1,${COLUMN}}`, 'gu')) ?? []);

function twoColumns(): Uint8Array {
  const left = cut([
    '各位乡亲：',
    '　　今年的社火还要办，办得比去年小一点、热闹一点。',
    '一、人从哪里来',
    '　　锣鼓队由东头出，旱船由西头出，外出的青年愿意回来的，村里给报一半路费。',
  ]);
  const right = cut([
    '二、钱从哪里来',
    '　　不摊派，不拉赞助，功德箱放在祠堂门口，谁捐了、捐多少，写红纸贴出来。',
    '三、火往哪里放',
    '　　烟花只在晒谷场放，灭火器摆十二只，民兵排守到最后一炷香灭了才走。',
  ]);
  return pdfOf([
    centred(760, '在桥头村社火筹备会上的讲话', 20),
    centred(725, '（2024年1月28日）', SIZE),
    ...column(60, left),
    ...column(330, right),
    centred(40, '1', 12),
  ]);
}

/** A page of a site, as a browser prints it: its own head and foot, Chromium's date and address around them. */
async function printed(): Promise<Uint8Array> {
  const executable = chromiumHere();
  if (executable === null) throw new Error('no Chromium here');
  const browser = await startChromium(executable);
  const page = await browser.newPage();
  const paragraph = (words: string): string => `<p style="text-indent:2em">${words}</p>`;
  await page.route('http://oa.example.com/**', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<title>在全县林长制工作会议上的讲话 - 禾岭县林业局办公系统</title><body style="font-family:'Noto Sans CJK SC'">
<h2 style="text-align:center">在全县林长制工作会议上的讲话</h2><p style="text-align:center">（2022年12月20日）</p>
<p style="text-align:center">韩立冬</p><p>同志们：</p>${paragraph('山有人管，林有人护，这两句话写在墙上容易，落在山上难。')}
${paragraph('一、巡山要见脚印')}${paragraph('护林员每天走的路，由手机记下来，断了一天的，村林长打电话问一声，断了三天的，乡林长上门看一看。')}
${paragraph('二、用火要见报备')}${paragraph('烧田埂、上坟、炼山，一律先报后烧，报了的由村里派人看着烧，不报的一律按规定处罚。')}`,
    }),
  );
  await page.goto('http://oa.example.com/doc/view?id=20221220017');
  const bytes = await page.pdf({ format: 'A4', displayHeaderFooter: true, margin: { top: '60px', bottom: '60px' } });
  await browser.close();
  return bytes;
}

save('tuning/header-notice.docx', await headerNotice());
save('reporting/watermarked.docx', watermarked());
converted('training', await trainingNotice(), 'doc', 'tuning/training-notice.wps');
converted('reservoir', await reservoirSpeech(), 'doc', 'reporting/reservoir-speech.doc');
converted('annual', await annualReport(), 'odt', 'reporting/annual-report.odt');
save('tuning/letter-spaced.pdf', letterSpaced());
save('tuning/two-columns.pdf', twoColumns());
save('reporting/printed.pdf', await printed());
save('tuning/frost-circular.ofd', ofdOf(frostPages()));
save('reporting/thanks.ofd', ofdOf(letterOfThanks()));

/** Two pages of a circular with a red head; each line a text object, as typesetters write them. */
function frostPages(): string[][] {
  return [
    [
      '禾岭县农业农村局文件',
      '禾农发〔2023〕44号',
      '',
      '禾岭县农业农村局',
      '关于做好茶园防霜冻工作的通报',
      '',
      '各乡镇农业服务中心，各茶叶专业合作社：',
      '　　上周一夜低温，三个乡的早茶冻了尖。现将防霜冻的几条做',
      '法通报如下，供各地照着做。',
      '　　一、提前一天喊到户',
      '　　预报最低气温低于四度的，前一天下午五点前由村里的喇叭',
      '喊到户，喊过的记在本子上。',
      '— 1 —',
    ],
    [
      '　　二、提前半夜点起烟',
      '　　每亩地堆四处湿草，凌晨两点点火，只见烟不见明火，有人',
      '守到天亮。',
      '　　三、冻了也要抢着救',
      '　　冻焦的芽尖当天采掉，随后浇一遍水，七天后看新芽。',
      '',
      '　　　　　　　　　　　　　　　　禾岭县农业农村局',
      '　　　　　　　　　　　　　　　　2023年3月30日',
      '抄送：县气象局。',
      '— 2 —',
    ],
  ];
}
