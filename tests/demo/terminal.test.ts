import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { languageIn, readOptions, runDemo } from '../../src/demo/index.ts';
import { openerOn } from '../../src/demo/terminal/open-browser.ts';
import { demoTextsIn } from '../../src/demo/texts/index.ts';
import { SPEECHES } from '../support/local-workspace.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhibi-terminal-'));
  mkdirSync(join(folder, 'corpus'));
  for (const [name, text] of Object.entries(SPEECHES)) writeFileSync(join(folder, 'corpus', name), text);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const surroundings = (lines: string[], corpus = 'corpus') => ({
  corpusFolders: [join(folder, corpus)],
  indexFolder: join(folder, 'index'),
  log: pino({ level: 'silent' }),
  screen: { write: (text: string) => lines.push(text) },
});

describe('npm run demo', () => {
  it('serves the page, makes the index and keeps it', async () => {
    const lines: string[] = [];
    const { ready, close } = await runDemo(readOptions(['--port', '0', '--no-open'], 'zh'), surroundings(lines));
    const address = /http:\S+/.exec(lines.join(''))?.[0] ?? '';
    expect((await fetch(address)).status).toBe(200);
    await ready;
    expect(lines.join('')).toContain('3 篇讲话');
    expect(existsSync(join(folder, 'index/zhibi.index'))).toBe(true);
    await close();
    await expect(fetch(address)).rejects.toThrow();
  });

  it('says in a sentence that there is nothing to ask', async () => {
    const { ready, close } = await runDemo(readOptions(['--port', '0'], 'zh'), surroundings([], 'nowhere'));
    await expect(ready).rejects.toMatchObject({ code: 'corpus-missing' });
    await close();
  });

  it('keeps to the port that it is told', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await vi.waitUntil(() => server.listening);
    const { port } = server.address() as AddressInfo;
    const options = readOptions(['--port', String(port)], 'zh');
    await expect(runDemo(options, surroundings([]))).rejects.toMatchObject({ code: 'config-invalid' });
    server.close();
  });

  it.each(['0.0.0.0', '::', '192.168.1.5'])('does not listen on %s unless that is meant', async (host) => {
    const options = readOptions(['--host', host], 'zh');
    await expect(runDemo(options, surroundings([]))).rejects.toMatchObject({
      code: 'config-invalid',
      details: { key: '--host', reason: expect.stringContaining('--allow-network') },
    });
  });
});

describe('the options of npm run demo', () => {
  it('are read', () => {
    const argv = ['--corpus', 'a', '--corpus', 'b', '--index', 'i', '--port', '5000', '--no-open', '--lang', 'en'];
    expect(readOptions(argv, languageIn(argv, 'zh'))).toEqual({
      corpus: ['a', 'b'],
      index: 'i',
      port: 5000,
      host: '127.0.0.1',
      allowNetwork: false,
      open: false,
      lang: 'en',
    });
    expect(readOptions([], 'zh')).toMatchObject({ host: '127.0.0.1', open: true, lang: 'zh' });
  });

  it.each([['--port', '70000'], ['--port', 'x'], ['--lang', 'fr'], ['--nothing']])('refuse %s %s', (...argv) => {
    const silent = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect(() => readOptions(argv, 'zh')).toThrow();
    silent.mockRestore();
  });
});

describe('the terminal of the local workspace', () => {
  it('opens a browser by what the system has', () => {
    expect(openerOn('darwin')).toEqual(['open']);
    expect(openerOn('linux')).toEqual(['xdg-open']);
    expect(openerOn('win32')[0]).toBe('cmd');
  });

  it('has no Chinese in English but in names and what is asked', () => {
    const { imported: _, prompts: __, words: ___, terminal, ...texts } = demoTextsIn('en');
    const all = [texts, terminal].map((one) => JSON.stringify(one)).join();
    expect(all).not.toMatch(/\p{Script=Han}/u);
  });
});
