import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { pino } from 'pino';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Demo, openLibrary, startDemo } from '../../src/demo/index.ts';
import { chromiumHere, openPage, startChromium } from '../support/chromium.ts';
import { STARTER } from '../support/corpus.ts';

const executable = chromiumHere();
if (executable === null) {
  process.stderr.write('tests/browser: no Chromium here (CHROMIUM names one), the page is not looked at.\n');
}

const NEW_SPEECH = `内部资料，请勿外传

在某县窗口服务现场会上的讲话

同志们：

一、把牌子收起来

窗口不许摆牌子躲人，谁当班谁抬头。
`;

describe.skipIf(executable === null)('the local workspace in a browser', () => {
  let folder: string;
  let demo: Demo;
  let browser: Browser;
  let address: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'zhibi-browser-'));
    const folders = {
      corpus: [STARTER, 'src/demo/speeches'],
      index: join(folder, 'index'),
      dropped: join(folder, 'dropped'),
    };
    demo = await startDemo({
      openLibrary: (onReading) => openLibrary(folders, onReading),
      host: '127.0.0.1',
      port: 0,
      log: pino({ level: 'silent' }),
    });
    await demo.library.open();
    address = `http://127.0.0.1:${demo.port}/`;
    browser = await startChromium(executable ?? '');
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await demo?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
  });

  const ask = async (page: Page, words: string): Promise<void> => {
    const field = page.locator('.conversation .composer-field');
    await field.fill(words);
    await field.press('Enter');
  };
  const go = (page: Page, name: string) => page.locator('.sidebar .entry', { hasText: name }).click();
  const answer = (page: Page, words: string) => page.locator('.message', { hasText: words }).last();
  const see = (page: Page, words: string) => answer(page, words).waitFor();

  /** What axe finds that keeps somebody from using the page. */
  async function seriousViolations(page: Page): Promise<string[]> {
    await page.evaluate(axe.source);
    const run = "axe.run(document, { resultTypes: ['violations'] })";
    const { violations } = (await page.evaluate(run)) as axe.AxeResults;
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  }

  it('answers a command, unfolds a passage, gives it to the channel', async () => {
    const { page, complaints } = await openPage(browser, address);
    await ask(page, '/draft 找 引才 留才');
    await see(page, '段落：引才 留才');
    await answer(page, '段落：引才 留才').getByRole('button', { name: '展开上下文' }).first().click();
    await page.getByRole('dialog').getByText('使用限制').first().waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await answer(page, '段落：引才 留才').getByRole('button', { name: '发到频道' }).first().click();
    await page.locator('.message:not(.ephemeral)', { hasText: '人才工作总结' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('gives a skeleton, other headings for it, and what fills a pattern', async () => {
    const { page, complaints } = await openPage(browser, address);
    await ask(page, '/draft 提纲 安全生产动员会 四个部分');
    await see(page, '综合提纲');
    const before = await page.locator('.message').count();
    await answer(page, '综合提纲').getByRole('button', { name: '可替换的标题' }).first().click();
    await page.locator('.message').nth(before).waitFor();
    await ask(page, '/draft 句式 以*为*');
    await see(page, '句式：以*为*');
    expect(await seriousViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('fills in the form of the command alone', async () => {
    const { page, complaints } = await openPage(browser, address);
    await ask(page, '/draft');
    const dialog = page.getByRole('dialog');
    await dialog.locator('textarea').first().waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await dialog.getByRole('button', { name: '查找' }).click();
    await dialog.getByText('请填写此项').first().waitFor();
    await dialog.locator('textarea').first().fill('基层治理');
    await dialog.getByRole('button', { name: '查找' }).click();
    await see(page, '段落：基层治理');
    expect(complaints).toEqual([]);
  });

  it('answers a mention in its thread, again when that is edited', async () => {
    const { page, complaints } = await openPage(browser, address);
    await go(page, '联席会议');
    await ask(page, '@执笔 找 防汛');
    await page
      .getByRole('button', { name: /条回复/ })
      .last()
      .click();
    await page.locator('.thread .message', { hasText: '段落：防汛' }).waitFor();
    await page.locator('.thread .composer-field').fill('@执笔 更多');
    await page.locator('.thread .composer-field').press('Enter');
    await page.locator('.thread .message').nth(3).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await page.locator('.conversation .composer-field').press('ArrowUp');
    const editing = page.locator('.conversation article textarea');
    await editing.fill('@执笔 找 抗旱');
    await editing.press('Enter');
    await page.locator('.thread .message', { hasText: '段落：抗旱' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('traces a sentence and reads a file in direct messages, and has a Home tab', async () => {
    const { page, complaints } = await openPage(browser, address);
    await go(page, '执笔');
    await page
      .locator('.prompts')
      .getByRole('button', { name: /查出处/ })
      .click();
    await see(page, '第 24 段');
    await page.locator('.conversation input[type=file]').setInputFiles({
      name: '窗口.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(NEW_SPEECH),
    });
    await page.locator('.conversation .composer-field').press('Enter');
    await see(page, '在某县窗口服务现场会上的讲话');
    await page.getByRole('tab', { name: '主页' }).click();
    await page.getByText('46 篇讲话').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole('button', { name: '找 引才 留才' }).click();
    await page.getByRole('dialog').getByText('留才').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(complaints).toEqual([]);
  });

  it('takes a dropped file among the speeches, and keeps what is internal from the shared channel', async () => {
    const { page, complaints } = await openPage(browser, address);
    const script = `(() => { const all = new DataTransfer(); all.items.add(new File([${JSON.stringify(NEW_SPEECH)}], '窗口.txt')); return all; })()`;
    const dataTransfer = await page.evaluateHandle(script);
    await page.dispatchEvent('main', 'dragenter', { dataTransfer });
    await page.locator('.drop-zone').nth(1).waitFor();
    expect(await page.locator('.drop-zone').allInnerTexts()).toEqual([
      '添加到消息',
      expect.stringContaining('收入语料'),
    ]);
    await page.dispatchEvent('.drop-zone[data-drop]', 'drop', { dataTransfer });
    await page.locator('.notice', { hasText: '在某县窗口服务现场会上的讲话' }).waitFor();
    await ask(page, '/draft 找 窗口 抬头');
    await see(page, '谁当班谁抬头');
    await go(page, '联席会议');
    await ask(page, '/draft 找 窗口 抬头');
    await see(page, '内部材料未参与检索');
    expect(await page.locator('.message-list').textContent()).not.toContain('谁当班谁抬头');
    await page.dispatchEvent('.sidebar', 'drop', { dataTransfer });
    await page.locator('.notice.error', { hasText: '正文完全相同' }).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('gives a channel nothing internal, its own as little as a shared one', async () => {
    const { page, complaints } = await openPage(browser, address);
    // Earlier answers are still there, and have the same notice.
    await page.locator('.conversation .composer-field').waitFor();
    const internal = page.locator('.message', { hasText: '内部，不得外传' });
    const before = await internal.count();
    await ask(page, '/draft 出处 引才不是抢人，抢来的人留不住');
    await internal.nth(before).getByRole('button', { name: '发到频道' }).click();
    await see(page, '没有发到频道');
    await go(page, '联席会议');
    await ask(page, '/draft 找 引才 留才');
    await see(page, '内部材料未参与检索');
    await answer(page, '内部材料未参与检索').getByRole('button', { name: '发到频道' }).first().click();
    await page.locator('.message:not(.ephemeral)', { hasText: '从执笔分享' }).waitFor();
    expect(await page.locator('.message-list').textContent()).not.toContain('抢来的人留不住');
    expect(complaints).toEqual([]);
  });

  it('says what is wrong with a question', async () => {
    const { page, complaints } = await openPage(browser, address);
    await ask(page, '/draft 句式 [数据');
    await see(page, '括号没有成对');
    await ask(page, '/draft fnid 数据');
    await see(page, '没有「fnid」这个命令');
    expect(await seriousViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('shows to others what they may see, in their language', async () => {
    const { page, complaints } = await openPage(browser, `${address}?person=U0ZHAO`);
    expect(await page.locator('.sidebar .entry').allInnerTexts()).toEqual(['联席会议\n与市职业学院共享']);
    await page.locator('.person').click();
    await page.getByText('Morgan').last().click();
    await page.getByText('Channels').waitFor();
    await ask(page, '/draft find 引才');
    await see(page, 'Passages: 引才');
    expect(await seriousViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('shows what was sent, and the listener that did', async () => {
    const { page, complaints } = await openPage(browser, address);
    await ask(page, '/draft 帮助');
    await see(page, '执笔怎么用');
    await page.getByRole('button', { name: '显示应用发出的 JSON' }).click();
    const link = page.getByRole('link', { name: 'src/slack/listeners/commands/draft.ts' }).last();
    const [source] = await Promise.all([page.context().waitForEvent('page'), link.click()]);
    await source.waitForLoadState();
    expect(await source.locator('body').textContent()).toContain('registerDraftCommand');
    expect(complaints).toEqual([]);
  });

  it.each([
    ['light', false],
    ['dark', true],
  ] as const)('can be used on a phone, %s', async (_, isDark) => {
    const { page, complaints } = await openPage(browser, address, { width: 390, height: 844, isDark });
    await ask(page, '/draft 找 营商环境');
    await see(page, '段落：营商环境');
    expect(await seriousViolations(page)).toEqual([]);
    const isWider = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
    expect(isWider).toBe(false);
    await page.locator('.open-drawer').click();
    await go(page, '执笔');
    await page.locator('.conversation .prompts').waitFor();
    expect(complaints).toEqual([]);
  });
});
