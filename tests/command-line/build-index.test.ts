import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCommandLine } from '../../src/command-line/index.ts';
import { recordingTerminal } from '../support/terminal.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'zhibi-progress-'));
  await writeFile(join(root, 'river.txt'), '在全镇河道工作会上的讲话\n同志们：\n一、把河管好\n一段一人，名字上牌。\n');
});
afterAll(() => rm(root, { recursive: true, force: true }));

it('zhibi index shows each step where somebody looks, and leaves no line of it behind', async () => {
  const lines: (string | null)[] = [];
  const { terminal, printed } = recordingTerminal();
  const code = await runCommandLine(
    ['index'],
    { ...terminal, progress: (line) => lines.push(line) },
    {
      corpusFolders: [root],
      indexFolder: join(root, 'index'),
      stateFolder: '',
      isWatching: false,
      language: 'zh',
      logLevel: 'silent',
    },
  );
  expect(code).toBe(0);
  const steps = lines.flatMap((line) => line?.split(' ')[0] ?? []);
  expect([...new Set(steps)]).toEqual(['读取讲话', '索引段落', '归纳句式和搭配', '写入索引']);
  expect(lines).toContain(`读取讲话 ${'█'.repeat(24)} 1/1`);
  expect(lines.at(-1)).toBeNull();
  expect(printed.out).not.toContain('█');
});
