/**
 * npm run bench:demo -- [--corpus DIR] [--runs 3]
 *
 * Times what a person at the local workspace waits for: from pressing Enter until the answer is painted, in a headless
 * Chromium, with the library in a thread of its own as `npm run demo` has it. The first answer of each run is given apart:
 * nothing was asked on that page before. Best and median of the runs.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { openLibraryInThread } from '../src/demo/library/index.ts';
import { startDemo } from '../src/demo/start-demo.ts';
import { chromiumHere, openPage, startChromium } from '../tests/support/chromium.ts';
import { percentile } from './statistics.ts';

const { values: options } = parseArgs({
  options: { corpus: { type: 'string', default: 'corpus' }, runs: { type: 'string', default: '3' } },
});

const COMMANDS = [
  '找 引才 留才',
  '找 营商环境',
  '提纲 安全生产动员会',
  '句式 以*为*',
  '句式 加强基层治理',
  '找 年轻干部 培养',
  '出处 愿意把年华交给这座城市的人，这座城市就要把舞台交给他。',
];

/** Resolves in the page to the milliseconds from the next Enter until a new message was painted. */
const TIMING = `new Promise((resolve) => {
  const count = document.querySelectorAll('.message').length;
  let pressed;
  addEventListener('keydown', (event) => { if (event.key === 'Enter') pressed = event.timeStamp; }, { capture: true, once: true });
  const observer = new MutationObserver(() => {
    if (document.querySelectorAll('.message').length === count) return;
    observer.disconnect();
    // The frame after the next has been shown when its callback runs.
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - pressed)));
  });
  observer.observe(document.body, { childList: true, subtree: true });
})`;

async function timeRun(executable: string): Promise<number[]> {
  const folder = mkdtempSync(join(tmpdir(), 'zhibi-bench-'));
  const folders = { corpus: [options.corpus], index: join(folder, 'index'), dropped: join(folder, 'dropped') };
  let thread: ReturnType<typeof openLibraryInThread> | undefined;
  const demo = await startDemo({
    openLibrary: (onReading) => {
      thread = openLibraryInThread(folders, onReading);
      return thread;
    },
    host: '127.0.0.1',
    port: 0,
    log: pino({ level: 'silent' }),
  });
  await demo.library.open();
  const browser = await startChromium(executable);
  const { page } = await openPage(browser, `http://127.0.0.1:${demo.port}/`);
  const times: number[] = [];
  for (const command of COMMANDS) {
    const field = page.locator('.conversation .composer-field');
    await field.fill(`/draft ${command}`);
    const timing = page.evaluate(TIMING);
    await field.press('Enter');
    times.push(Number(await timing));
  }
  await browser.close();
  await thread?.close();
  await demo.close();
  rmSync(folder, { recursive: true, force: true });
  return times;
}

const executable = chromiumHere();
if (executable === null) throw new Error('no Chromium here; CHROMIUM names one');
const runs: number[][] = [];
for (let i = 0; i < Number(options.runs); i++) runs.push(await timeRun(executable));
const line = (label: string, values: readonly number[]): string =>
  `${label.padEnd(16)} best ${Math.min(...values).toFixed(0)} ms, median ${percentile(values, 50).toFixed(0)} ms`;
process.stdout.write(
  `${line(
    'first answer',
    runs.map(([first = Number.NaN]) => first),
  )}\n`,
);
for (const [i, command] of COMMANDS.entries()) {
  process.stdout.write(
    `${line(
      command.slice(0, 12),
      runs.map((times) => times[i] ?? Number.NaN),
    )}\n`,
  );
}
