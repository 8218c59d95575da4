/**
 * npm run bench:reading -- [--folder DIR] [--seconds 3]
 *
 * How fast documents are read. Of each format: files and megabytes a second, from bytes to a speech with its passages, and
 * the peak memory of a process that does nothing else. Of plain text: megabytes a second of structure alone, from decoded
 * text to a speech. Of a scanned page: seconds, where text recognition is installed.
 *
 * Documents are the gold set of papers, or those below `--folder`. Each is read over and over for so many seconds a format,
 * and the fastest round of all files of the format counts. Run it under `nice` on a machine that does other things.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseSpeech, readDocumentAsSpeech } from '../src/corpus/index.ts';
import { ZhibiError } from '../src/speech/index.ts';
import { chromiumHere, startChromium } from '../tests/support/chromium.ts';
import { isPresent, SHARED_REPORTS } from '../tests/support/shared.ts';

const { values: options } = parseArgs({
  options: {
    folder: { type: 'string', default: 'tests/corpus/gold/papers' },
    seconds: { type: 'string', default: '3' },
    /** Measures one format in this process; how the others are measured, too. */
    format: { type: 'string' },
  },
});

const MEGABYTE = 2 ** 20;
const budget = Number(options.seconds) * 1000;
const print = (line: string): boolean => process.stdout.write(`${line}\n`);

/** The files below the folder, by format. */
const filesOf = (format?: string): string[] =>
  readdirSync(options.folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => extname(file) !== '' && !file.endsWith('.json') && (format ?? extname(file)) === extname(file))
    .sort();

/** The time of the fastest round within the budget, in milliseconds; one round at least, after one that warms up. */
async function fastest(round: () => Promise<void> | void): Promise<number> {
  await round();
  const started = performance.now();
  let best = Number.POSITIVE_INFINITY;
  do {
    const from = performance.now();
    await round();
    best = Math.min(best, performance.now() - from);
  } while (performance.now() - started < budget);
  return best;
}

async function measureFormat(format: string): Promise<void> {
  const all = filesOf(format).map((file) => ({ file, bytes: readFileSync(join(options.folder, file)) }));
  const refused = new Map<string, string>();
  for (const { file, bytes } of all) {
    try {
      await readDocumentAsSpeech(file, bytes);
    } catch (error) {
      if (!(error instanceof ZhibiError)) throw error;
      refused.set(file, error.code);
    }
  }
  const read = all.filter(({ file }) => !refused.has(file));
  const best = await fastest(async () => {
    for (const { file, bytes } of read) await readDocumentAsSpeech(file, bytes);
  });
  const size = read.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const peak = process.resourceUsage().maxRSS / 2 ** 10;
  const rates = `${((1000 * read.length) / best).toFixed(0)} files, ${((1000 * size) / best / MEGABYTE).toFixed(2)} MB a second`;
  const skipped = [...refused.values()].join(', ');
  if (read.length > 0) print(`${format.padEnd(6)} ${read.length} read: ${rates}; peak ${peak.toFixed(0)} MB`);
  if (refused.size > 0) print(`${format.padEnd(6)} ${refused.size} skipped: ${skipped}`);
}

/** Every format in a process of its own, so that its memory is known. */
async function measureFormats(): Promise<void> {
  for (const format of new Set(filesOf().map((file) => extname(file)))) {
    const child = fork(import.meta.filename, [
      ...['--format', format],
      ...['--folder', options.folder],
      ...['--seconds', options.seconds],
    ]);
    await once(child, 'exit');
  }
}

async function measureStructure(): Promise<void> {
  const folder = isPresent(SHARED_REPORTS) ? SHARED_REPORTS : 'corpus';
  const texts = readdirSync(folder)
    .filter((file) => /\.(?:txt|md)$/.test(file) && file !== 'README.md')
    .map((file) => readFileSync(join(folder, file), 'utf8'));
  const size = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const best = await fastest(() => {
    for (const text of texts) parseSpeech(text, 'speech.txt');
  });
  print(
    `structure of ${texts.length} texts, ${(size / MEGABYTE).toFixed(2)} MB: ${((1000 * size) / best / MEGABYTE).toFixed(1)} MB a second`,
  );
}

const PAGE = `<body style="font:32px/1.9 'Noto Sans CJK SC';margin:120px"><h1>在全镇河道工作会上的讲话</h1><p>同志们：</p>${'<p>　　把河段划清楚，一段一人，名字写在牌子上，牌子立在岸边，谁走过都看得见。</p>'.repeat(9)}</body>`;

/** A page as a scanner gives it, A4 at 150 dots an inch; `null` without a Chromium to draw it. */
async function scannedPage(): Promise<Uint8Array | null> {
  const executable = chromiumHere();
  if (executable === null) return null;
  const browser = await startChromium(executable);
  const page = await browser.newPage({ viewport: { width: 1240, height: 1754 } });
  await page.setContent(PAGE);
  const picture = await page.screenshot();
  await browser.close();
  return picture;
}

async function measureRecognition(): Promise<void> {
  const picture = await scannedPage();
  if (picture === null) {
    print('recognition: skipped, there is no Chromium to draw a page');
    return;
  }
  const started = performance.now();
  try {
    await readDocumentAsSpeech('scan.png', picture);
    print(`recognition: ${((performance.now() - started) / 1000).toFixed(1)} s a page`);
  } catch (error) {
    if (!(error instanceof ZhibiError)) throw error;
    print(`recognition: skipped, it is not installed (${error.code})`);
  }
}

if (options.format !== undefined) await measureFormat(options.format);
else {
  await measureFormats();
  await measureStructure();
  await measureRecognition();
}
