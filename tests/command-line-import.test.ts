import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommandLine } from '../src/command-line/index.ts';
import { recordingTerminal } from './support/terminal.ts';

const BODY = '同志们：\n一、把河管好\n划清河段，一段一人。\n二、把账算清\n河清不清，看群众敢不敢下河洗菜。\n';

let root: string;
let corpus: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'zhibi-import-'));
  corpus = join(root, 'corpus');
});
afterEach(() => rm(root, { recursive: true, force: true }));

const file = async (name: string, text: string): Promise<string> => {
  const path = join(root, name);
  await writeFile(path, text);
  return path;
};

/** Runs a command; with `answers`, somebody sits at the terminal and types them. */
async function run(argv: readonly string[], answers?: string[]) {
  const { terminal, printed } = recordingTerminal();
  const asked: string[] = [];
  const seated = {
    ...terminal,
    ...(answers === undefined
      ? {}
      : {
          ask: async (question: string) => {
            asked.push(question);
            return answers.shift() ?? '';
          },
        }),
  };
  const config = { corpusFolders: [corpus], indexFolder: join(root, 'index'), language: 'zh', logLevel: 'silent' };
  const code = await runCommandLine(['import', ...argv], seated, config as never);
  return { code, ...printed, asked };
}

describe('zhibi import', () => {
  it('shows what was read and writes it into the corpus, which it makes', async () => {
    const { code, out, error } = await run([await file('河道.txt', `在全镇河道工作会上的讲话\n${BODY}`)]);
    expect(code).toBe(0);
    expect(out).toContain('一、把河管好');
    expect(out).toContain(`已收入 ${join(corpus, '河道.md')}`);
    expect(error).toContain('没有读出：日期');
    expect(await readdir(corpus)).toEqual(['河道.md']);
  });

  it('asks for what is missing, again where the answer makes no sense, and takes Enter for no answer', async () => {
    const path = await file('无题.txt', BODY);
    const answers = ['把河管好', '去年', '2023-05', '诗歌', '座谈', ''];
    const { code, asked, error } = await run([path], answers);
    expect(code).toBe(0);
    expect(asked.map((question) => question.slice(0, 2))).toEqual(['标题', '日期', '日期', '体裁', '体裁', '没有']);
    expect(error).toContain('不明白「去年」');
    const written = await readFile(join(corpus, '无题.md'), 'utf8');
    expect(written).toContain('title: 把河管好\ngenre: forum\ndate: 2023-05\n');
    expect(written).not.toContain('rights:');
  });

  it('does not ask for what a flag says', async () => {
    const path = await file('无题.txt', BODY);
    const flags = [
      '--title',
      '把河管好',
      '--date',
      '2023',
      '--genre',
      '座谈',
      '--level',
      '乡镇街道',
      '--rights',
      '内部',
    ];
    const { code, asked } = await run([path, ...flags], []);
    expect([code, asked]).toEqual([0, []]);
    const written = await readFile(join(corpus, '无题.md'), 'utf8');
    expect(written).toContain('genre: forum\nlevel: township\n');
    expect(written).toContain('rights: internal');
  });

  it('leaves out what has no title where nobody can be asked, and takes the others', async () => {
    const untitled = await file('a.txt', BODY);
    const titled = await file('b.txt', `在全镇河道工作会上的讲话\n${BODY}`);
    const { code, out } = await run([untitled, titled, join(root, 'c.rtf'), titled, '--json']);
    expect(code).toBe(2);
    const { imported, refused } = JSON.parse(out);
    expect(imported).toMatchObject([
      {
        file: join(corpus, 'b.md'),
        from: titled,
        title: '在全镇河道工作会上的讲话',
        rights: 'none',
        missing: ['date'],
      },
    ]);
    expect(refused.map(({ code: why }: { code: string }) => why)).toEqual([
      'import-untitled',
      'format-legacy',
      'speech-duplicate',
    ]);
    expect(await readdir(corpus)).toEqual(['b.md']);
  });

  it.each([
    [['--date', '昨天'], /日期要写成/],
    [['--genre', '小说'], /没有这种体裁/],
    [['--level', '宇宙'], /没有这个层级/],
    [['--rights', '随便'], /没有这种使用限制/],
    [['另一个.txt', '--title', '把河管好'], /一次收入几个文件时/],
  ])('refuses %j in one line', async (flags, said) => {
    const path = await file('河道.txt', `在全镇河道工作会上的讲话\n${BODY}`);
    const { code, out, error } = await run([path, ...flags]);
    expect([code, out]).toEqual([2, '']);
    expect(error.trim().split('\n')).toHaveLength(1);
    expect(error).toMatch(said);
  });
});
