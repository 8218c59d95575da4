/**
 * Takes the pictures of README, in the local workspace over the starter speeches:
 *
 *     npx tsx docs/images/pictures.ts
 *
 * Needs a Chromium, as the tests in tests/browser do.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Page } from 'playwright-core';
import { openLibrary, startDemo } from '../../src/demo/index.ts';
import { chromiumHere, startChromium } from '../../tests/support/chromium.ts';

interface Picture {
  file: string;
  colours: 'light' | 'dark';
  take: (page: Page) => Promise<void>;
}

const ask = async (page: Page, words: string): Promise<void> => {
  const field = page.locator('.conversation .composer-field');
  await field.fill(words);
  await field.press('Enter');
  await page.waitForTimeout(1000);
};
const go = (page: Page, name: string): Promise<void> => page.locator('.sidebar .entry', { hasText: name }).click();

const PICTURES: readonly Picture[] = [
  {
    file: 'passages.png',
    colours: 'light',
    take: async (page) => {
      await go(page, '联席会议');
      await ask(page, '/draft 找 引才 留才');
    },
  },
  {
    file: 'skeleton.png',
    colours: 'dark',
    take: (page) => ask(page, '/draft 提纲 安全生产动员会 四个部分'),
  },
  {
    file: 'sources.png',
    colours: 'light',
    take: async (page) => {
      await go(page, '执笔');
      await ask(
        page,
        '愿意把年华交给这座城市的人，这座城市就应当把舞台交给他。今天的任务有两项：给上一个三年计划结账，为新一个三年计划开局。这句话谁也没有说过，语料里查不到。',
      );
    },
  },
];

const executable = chromiumHere();
if (executable === null) throw new Error('no Chromium here (CHROMIUM names one)');
const folder = mkdtempSync(join(tmpdir(), 'zhibi-pictures-'));
const folders = {
  corpus: ['corpus', 'src/demo/speeches'],
  index: join(folder, 'index'),
  dropped: join(folder, 'dropped'),
};
const demo = await startDemo({
  openLibrary: (onReading) => openLibrary(folders, onReading),
  host: '127.0.0.1',
  port: 0,
  log: pino({ level: 'silent' }),
});
const browser = await startChromium(executable);
try {
  await demo.library.open();
  for (const { file, colours, take } of PICTURES) {
    const page = await browser.newPage({ viewport: { width: 1180, height: 800 }, colorScheme: colours });
    await page.goto(`http://127.0.0.1:${demo.port}/`);
    await page.locator('.conversation .composer-field').waitFor();
    await take(page);
    await page.mouse.move(0, 0);
    await page.screenshot({ path: join('docs/images', file) });
    await page.close();
  }
} finally {
  await browser.close();
  await demo.close();
  rmSync(folder, { recursive: true, force: true });
}
