import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

const PLACES = [
  process.env['CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

/** In milliseconds. */
const PATIENCE = 12_000;

/** A Chromium of this machine; `null` where there is none. `CHROMIUM` names one that stands elsewhere. */
export const chromiumHere = (): string | null => PLACES.find((place) => place !== '' && existsSync(place)) ?? null;

/** @throws Error where it does not start */
export const startChromium = (executablePath: string): Promise<Browser> =>
  // Chromium's sandbox does not run as root, as in a container.
  chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });

/** A page whose complaints are kept: errors of scripts, and what the console calls an error. */
export async function openPage(
  browser: Browser,
  address: string,
  { width = 1280, height = 860, isDark = false }: { width?: number; height?: number; isDark?: boolean } = {},
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: isDark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  // Sooner than a test gives up, so that it says what it waited for.
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(address).origin)) complaints.push(`asks ${request.url()}`);
  });
  await page.goto(address);
  await page.locator('.message, .prompts, .home').first().waitFor();
  return { page, complaints };
}
