import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** The walls, as docs/design.md tells them: who may import from whom. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  speech: [],
  text: ['speech'],
  threads: ['speech'],
  corpus: ['speech', 'text'],
  indexing: ['speech', 'text', 'threads'],
  drafting: ['speech', 'text', 'threads', 'indexing'],
  intake: ['speech', 'threads', 'corpus'],
  keeping: ['speech', 'threads', 'corpus', 'indexing', 'drafting'],
  assistant: ['speech', 'drafting'],
  terminal: ['speech', 'drafting', 'assistant'],
  store: ['speech'],
  slack: ['speech', 'drafting', 'assistant', 'store'],
  evaluation: ['speech', 'text', 'drafting', 'indexing'],
  demo: [
    'speech',
    'threads',
    'corpus',
    'intake',
    'indexing',
    'drafting',
    'assistant',
    'terminal',
    'store',
    'slack',
    'demo/page',
  ],
  'demo/page': [],
};
const FOLDERS = Object.keys(MAY_IMPORT);
const ROOT_FILES = ['config.ts', 'access-file.ts', 'main.ts', 'cli.ts', 'demo.ts'];
/** Packages that each folder may use, and a few that it must not. */
const PACKAGES: Record<string, { may: readonly string[]; mayNot: readonly string[] }> = {
  speech: { may: ['zod'], mayNot: ['node:fs', 'pino', 'minisearch', '@slack/bolt'] },
  text: { may: ['nodejs-jieba'], mayNot: ['node:fs/promises', 'pino', 'minisearch', '@slack/bolt'] },
  threads: { may: ['node:worker_threads'], mayNot: ['node:fs', 'node:child_process', 'pino', 'zod', 'nodejs-jieba'] },
  corpus: { may: ['node:fs/promises', 'yaml'], mayNot: ['pino', 'minisearch', '@slack/bolt', 'nodejs-jieba'] },
  indexing: {
    may: ['node:fs', 'node:fs/promises', 'node:zlib', 'node:worker_threads', 'minisearch'],
    mayNot: ['pino', '@slack/bolt', 'nodejs-jieba'],
  },
  drafting: {
    may: ['zod', 'node:worker_threads'],
    mayNot: ['node:fs', 'node:fs/promises', 'pino', 'minisearch', '@slack/bolt'],
  },
  keeping: {
    may: ['zod', 'chokidar', 'node:fs/promises', 'node:child_process', 'node:worker_threads'],
    mayNot: ['node:fs', 'pino', 'minisearch', '@slack/bolt', 'nodejs-jieba'],
  },
  intake: {
    may: ['node:worker_threads', 'node:os'],
    mayNot: ['node:fs/promises', 'node:child_process', 'pino', '@slack/bolt'],
  },
  assistant: { may: ['zod'], mayNot: ['node:fs', 'pino', '@slack/bolt', '@slack/types'] },
  evaluation: { may: ['zod'], mayNot: ['node:fs', 'pino', 'minisearch', '@slack/bolt'] },
  terminal: { may: ['picocolors'], mayNot: ['node:fs', 'pino', '@slack/bolt'] },
  store: { may: ['zod', 'node:fs/promises', 'node:zlib'], mayNot: ['pino', 'minisearch', '@slack/bolt', 'node:net'] },
  slack: { may: ['@slack/bolt', '@slack/types', 'pino', 'yaml'], mayNot: ['node:fs', 'minisearch', 'nodejs-jieba'] },
  demo: {
    may: ['zod', 'commander', 'pino', '@slack/bolt', 'node:http', 'node:fs/promises', 'node:worker_threads'],
    mayNot: ['node:fs', 'minisearch', 'nodejs-jieba', 'preact', 'express'],
  },
  'demo/page': {
    may: ['zod', 'preact', 'preact/hooks'],
    mayNot: ['node:fs', 'esbuild', '@slack/types', '@slack/bolt'],
  },
};

/** What a call does with an array of any length, and whether that may overflow the stack. */
const SPREAD_RULE = 'no-spread-arguments.grit';
const CALLS: Record<string, { code: string; isRefused: boolean }> = {
  push: { code: 'export const add = (to: number[], from: number[]) => to.push(...from);', isRefused: true },
  max: { code: 'export const most = (values: number[]) => Math.max(0, ...values);', isRefused: true },
  characters: { code: 'export const text = (units: number[]) => String.fromCharCode(...units);', isRefused: true },
  optional: { code: 'export const add = (to: number[] | null, from: number[]) => to?.push(...from);', isRefused: true },
  constructor: { code: 'export const dated = (parts: [number, number]) => new Date(...parts);', isRefused: true },
  apply: { code: 'export const most = (values: number[]) => Math.max.apply(null, values);', isRefused: true },
  array: { code: 'export const both = (a: number[], b: number[]) => Array.from([...a, ...b]);', isRefused: false },
  object: { code: 'export const copy = (given: object) => Object.freeze({ ...given });', isRefused: false },
  rest: { code: 'export const list = (...given: number[]) => given;', isRefused: false },
};
const fileOf = (name: string): string => `src/text/spread-${name}.ts`;

interface Probe {
  file: string;
  folder: string;
  target: string;
  isAllowed: boolean;
}

const probes: Probe[] = [];
const refused = new Set<string>();
let root: string;

/** One file an import, at two depths, by value and by type: a wall that holds only at the top is none. */
function addProbe(folder: string, target: string, isAllowed: boolean, imports: (up: string) => string): void {
  for (const [depth, up] of [
    ['', '../'],
    ['nested/', '../../'],
  ] as const) {
    for (const form of ['import', 'import type'] as const) {
      const file = `src/${folder}/${depth}probe-${probes.length}.ts`;
      mkdirSync(join(root, `src/${folder}/${depth}`), { recursive: true });
      writeFileSync(
        join(root, file),
        `${form} { anything } from '${imports(up)}';\nexport const kept: typeof anything | null = null;\n`,
      );
      probes.push({ file, folder, target, isAllowed });
    }
  }
}

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'zhibi-walls-'));
  const config = JSON.parse(readFileSync('biome.json', 'utf8'));
  const { $schema: _, ...own } = config;
  writeFileSync(join(root, 'biome.json'), JSON.stringify({ ...own, vcs: { enabled: false } }));
  writeFileSync(join(root, 'package.json'), readFileSync('package.json'));
  writeFileSync(join(root, SPREAD_RULE), readFileSync(SPREAD_RULE));
  for (const folder of FOLDERS) {
    for (const target of [...FOLDERS, 'command-line', 'demo'].filter((other) => other !== folder)) {
      addProbe(folder, target, MAY_IMPORT[folder]?.includes(target) ?? false, (up) => `${up}${target}/index.ts`);
    }
    for (const file of ROOT_FILES) addProbe(folder, file, false, (up) => `${up}${file}`);
    for (const name of PACKAGES[folder]?.may ?? []) addProbe(folder, name, true, () => name);
    for (const name of PACKAGES[folder]?.mayNot ?? []) addProbe(folder, name, false, () => name);
  }
  addProbe('demo/page', 'protocol.ts', true, (up) => `${up}protocol.ts`);
  addProbe('demo/page', 'bundle-page.ts', false, (up) => `${up}bundle-page.ts`);
  for (const file of lint(root, '--only=style/noRestrictedImports', 'src')) refused.add(file);
  for (const file of refusedCalls()) refused.add(file);
}, 60_000);

/** What the rule refuses, as biome.json applies it, by itself: the linter can't be told to run a rule of ours alone. */
function refusedCalls(): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'zhibi-calls-'));
  const { overrides } = JSON.parse(readFileSync('biome.json', 'utf8')) as { overrides: { plugins?: string[] }[] };
  const config = {
    linter: { rules: { preset: 'none' } },
    overrides: overrides.filter(({ plugins }) => plugins?.includes(`./${SPREAD_RULE}`)),
  };
  writeFileSync(join(folder, 'biome.json'), JSON.stringify(config));
  writeFileSync(join(folder, SPREAD_RULE), readFileSync(SPREAD_RULE));
  mkdirSync(join(folder, 'src/text'), { recursive: true });
  for (const [name, { code }] of Object.entries(CALLS)) writeFileSync(join(folder, fileOf(name)), `${code}\n`);
  const found = lint(folder, 'src');
  rmSync(folder, { recursive: true });
  return found;
}

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The files in a folder that the linter complains of. */
function lint(cwd: string, ...which: readonly string[]): string[] {
  const biome = join(process.cwd(), 'node_modules/.bin/biome');
  const args = ['lint', '--reporter=json', '--max-diagnostics=none', ...which];
  const run = (): string => {
    try {
      return execFileSync(biome, args, {
        cwd,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        maxBuffer: 2 ** 26,
      });
    } catch (error) {
      return (error as { stdout: string }).stdout;
    }
  };
  const report = JSON.parse(run()) as { diagnostics: { location: { path: string | { file: string } } }[] };
  return report.diagnostics.map(({ location: { path } }) => (typeof path === 'string' ? path : path.file));
}

describe('import walls', () => {
  it.each(FOLDERS)('%s/ is refused every import that the design does not name', (folder) => {
    const forbidden = probes.filter((probe) => probe.folder === folder && !probe.isAllowed);
    expect(forbidden.length).toBeGreaterThan(0);
    expect(forbidden.filter((probe) => !refused.has(probe.file)).map((probe) => probe.target)).toEqual([]);
  });

  it.each(FOLDERS)('%s/ may use what the design names', (folder) => {
    const allowed = probes.filter((probe) => probe.folder === folder && probe.isAllowed);
    expect(allowed.filter((probe) => refused.has(probe.file)).map((probe) => probe.target)).toEqual([]);
  });
});

describe('an array of any length as the arguments of a call', () => {
  it.each(Object.entries(CALLS))('is refused, and nothing else is: %s', (name, { isRefused }) => {
    expect(refused.has(fileOf(name))).toBe(isRefused);
  });
});
