import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runCommandLine } from '../src/command-line/index.ts';
import { Citation, RightsNotice, Section } from '../src/speech/index.ts';
import { recordingTerminal } from './support/terminal.ts';

const SPEECH = `仅供学习参考，请勿照搬照抄
在全镇河道工作会上的讲话
同志们：
一、把河管好
一是划清河段。一段一人，名字上牌。三是查清排口。一口一档。
二、把账算清
河清不清，看群众敢不敢下河洗菜。
`;

let root: string;
let corpus: string;
let index: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'zhibi-cli-'));
  corpus = join(root, 'corpus');
  index = join(root, 'index');
  await mkdir(corpus);
  await writeFile(join(corpus, 'river.txt'), SPEECH);
  expect((await run('index', '--corpus', corpus)).code).toBe(0);
});
afterAll(() => rm(root, { recursive: true, force: true }));

let out = '';
let error = '';
beforeEach(() => {
  out = '';
  error = '';
});

async function run(...argv: string[]) {
  const { terminal, printed } = recordingTerminal();
  const config = {
    corpusFolders: [corpus],
    indexFolder: index,
    stateFolder: '',
    isWatching: false,
    language: 'zh',
    logLevel: 'silent',
  } as const;
  const code = await runCommandLine(argv, terminal, { ...config, corpusFolders: [corpus] });
  ({ out, error } = printed);
  return { code, out, error };
}

/** What `--json` printed, checked against the contract; anything beside one JSON object on standard output fails. */
async function json<Schema extends z.ZodType>(schema: Schema, ...argv: string[]): Promise<z.infer<Schema>> {
  await run(...argv, '--json');
  expect(out.trim().split('\n')).toHaveLength(1);
  return schema.parse(JSON.parse(out));
}

const Hit = z.object({
  passage: z.string(),
  text: z.string(),
  snippet: z.string(),
  score: z.number(),
  citation: Citation,
  alsoIn: z.array(Citation),
});
const SkeletonSection = z.object({
  level: z.int(),
  marker: z.string(),
  heading: z.string(),
  role: z.string().nullable(),
  citation: Citation,
  alternatives: z.array(z.object({ heading: z.string(), citation: Citation })),
  get sections(): z.ZodArray {
    return z.array(SkeletonSection);
  },
});

describe('the contract of --json', () => {
  it('inspect', async () => {
    const inspection = await json(
      z.object({
        title: z.string(),
        occasion: z.string().nullable(),
        genre: z.string().nullable(),
        date: z.string().nullable(),
        speaker: z.string().nullable(),
        rights: z.array(RightsNotice),
        sections: z.array(Section),
        passages: z.array(
          z.object({ id: z.string(), path: z.array(z.string()), start: z.int(), end: z.int(), text: z.string() }),
        ),
        warnings: z.array(z.object({ code: z.string(), line: z.int(), message: z.string() })),
      }),
      'inspect',
      join(corpus, 'river.txt'),
    );
    expect(inspection.title).toBe('在全镇河道工作会上的讲话');
    expect(inspection.occasion).toBe('全镇河道工作会');
    expect(inspection.rights).toEqual([{ text: '仅供学习参考，请勿照搬照抄', restriction: 'reference-only' }]);
    expect(inspection.warnings).toEqual([
      { code: 'numbering-skips', line: 5, message: '序号跳号：一是 之后是 三是。' },
    ]);
    for (const { start, end, text } of inspection.passages) expect(SPEECH.slice(start, end)).toBe(text);
  });

  it('index', async () => {
    const Summary = z.object({
      speeches: z.int(),
      passages: z.int(),
      skipped: z.array(z.object({ file: z.string(), code: z.string(), message: z.string() })),
      ms: z.number(),
    });
    expect(await json(Summary, 'index')).toMatchObject({ speeches: 1, passages: 2, skipped: [] });
  });

  it('find', async () => {
    const found = await json(
      z.object({ query: z.string(), hits: z.array(Hit), more: z.number() }),
      'find',
      '洗菜',
      '下河',
    );
    expect(found).toMatchObject({
      query: '洗菜 下河',
      more: 0,
      hits: [{ citation: { path: ['把账算清'], paragraph: 4, file: 'river.txt' } }],
    });
    expect(found.hits[0]?.citation.rights).toEqual([
      { text: '仅供学习参考，请勿照搬照抄', restriction: 'reference-only' },
    ]);
  });

  it('outline', async () => {
    const Skeletons = z.array(
      z.object({ kind: z.enum(['delivered', 'composed']), title: z.string(), sections: z.array(SkeletonSection) }),
    );
    const Sets = z.array(
      z.object({
        frame: z.string().nullable(),
        headings: z.array(z.object({ heading: z.string(), citation: Citation })),
      }),
    );
    const { skeletons } = await json(
      z.strictObject({ query: z.string(), nearBy: z.enum(['topic', 'genre']), skeletons: Skeletons, sets: Sets }),
      'outline',
      '河道',
    );
    expect(skeletons[0]?.sections.map((section) => section.heading)).toEqual(['把河管好', '把账算清']);
  });

  it('phrase', async () => {
    const Example = z.object({ left: z.string(), match: z.string(), right: z.string(), citation: Citation });
    const Item = z.object({
      text: z.string(),
      count: z.int(),
      speeches: z.int(),
      citations: z.array(Citation).min(1),
      examples: z.array(Example).min(1),
    });
    const Group = z.object({ kind: z.string(), items: z.array(Item), more: z.int() });
    const { groups } = await json(z.strictObject({ query: z.string(), groups: z.array(Group) }), 'phrase', '划*段');
    expect(groups).toMatchObject([{ kind: 'fillings', items: [{ text: '划清河段', count: 1, speeches: 1 }] }]);
  });

  it('phrase of kinds, with so much context, and as a table for spreadsheets', async () => {
    await run('phrase', '河段', '--kind', 'fillings,标题', '--context', '2', '--csv');
    const [columns, ...rows] = out.replace('\uFEFF', '').trim().split('\r\n');
    expect(columns?.split(',').slice(0, 4)).toEqual(['kind', 'text', 'count', 'speeches']);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => /^(?:匹配|标题),/.test(row))).toBe(true);
    expect((await run('phrase', '河段', '--kind', '诗')).code).toBe(2);
  });

  it('source', async () => {
    const Match = z.object({
      kind: z.enum(['exact', 'near']),
      similarity: z.number(),
      text: z.string(),
      citation: Citation,
    });
    const { matches } = await json(
      z.strictObject({ quote: z.string(), matches: z.array(Match) }),
      'source',
      '一段一人，名字上牌',
    );
    expect(matches).toMatchObject([{ kind: 'exact', similarity: 1, text: '一段一人，名字上牌' }]);
  });

  it('eval', async () => {
    const set = join(root, 'set.jsonl');
    await writeFile(set, '{"qid":"1","q":"洗菜","rel":[{"file":"river.txt","words":"河清不清","grade":2}]}\n');
    const Figures = z.object({
      set: z.string(),
      queries: z.int(),
      mrr10: z.number(),
      recall10: z.number(),
      recall100: z.number(),
      ndcg10: z.number(),
    });
    expect(await json(Figures, 'eval', set)).toEqual({
      set: 'set.jsonl',
      queries: 1,
      mrr10: 1,
      recall10: 1,
      recall100: 1,
      ndcg10: 1,
    });
  });

  it.each([
    ['find', { query: '火星', hits: [], more: 0, nearest: [] }],
    ['outline', { query: '火星', nearBy: 'topic', skeletons: [], sets: [] }],
    ['phrase', { query: '火星', groups: [] }],
    ['source', { quote: '火星', matches: [] }],
  ])('%s that finds nothing exits with 1 and an answer without items', async (command, expected) => {
    const { code } = await run(command, '火星', '--json');
    expect([code, JSON.parse(out), error]).toEqual([1, expected, '']);
  });
});

describe('for people', () => {
  it('every item carries its place and its notice', async () => {
    await run('find', '下河');
    expect(out).toContain('《在全镇河道工作会上的讲话》 › 把账算清 › 第 4 段');
    expect(out).toContain('仅供参考（仅供学习参考，请勿照搬照抄）');
  });

  it('draft builds the index if need be, then shows passages, a skeleton and phrasing at once', async () => {
    const fresh = join(root, 'fresh-index');
    const first = await run('draft', '下河', '--index', fresh);
    expect([first.code, first.error]).toEqual([0, '正在建立索引…\n']);
    for (const heading of ['段落：下河', '提纲：下河', '句式：下河']) expect(first.out).toContain(heading);
    const second = await run('draft', '下河', '--index', fresh);
    expect([second.error, second.out]).toEqual(['', first.out]);
  });

  it('draft builds it anew when the corpus has changed', async () => {
    const changing = join(root, 'changing');
    await mkdir(changing);
    const options = ['--corpus', changing, '--index', join(root, 'changing-index')];
    await writeFile(join(changing, 'a.txt'), SPEECH);
    await run('draft', '下河', ...options);
    await writeFile(join(changing, 'b.txt'), '在茶园现场会上的讲话\n同志们：\n茶要采得嫩，也要炒得匀。\n');
    expect((await run('draft', '茶', ...options)).error).toBe('正在建立索引…\n');
    expect(out).toContain('茶要采得嫩');
  });

  describe('the index that is asked', () => {
    const others = '在茶园现场会上的讲话\n同志们：\n茶要采得嫩，也要炒得匀，炒茶的人要轮班。\n';
    let tea: string;
    let own: string;
    beforeEach(async () => {
      tea = await mkdtemp(join(root, 'tea-'));
      own = await mkdtemp(join(root, 'own-'));
      await writeFile(join(tea, 'tea.txt'), others);
    });

    it.each([
      ['find', '茶要采得嫩'],
      ['outline', '茶园现场会'],
      ['phrase', '茶要采得*'],
      ['source', '茶要采得嫩'],
    ])('%s answers from the folder that is named, and from nothing else', async (kind, query) => {
      expect((await run(kind, query, '--corpus', tea)).out).toContain('茶园现场会');
      expect(error).toContain('这次临时建一个，原来的索引不动');
      expect((await run(kind, '群众敢不敢下河洗菜', '--corpus', tea)).out).not.toContain('全镇河道');
      // The index of the other corpus is as it was.
      expect((await run('find', '下河')).out).toContain('全镇河道');
    });

    it('a folder that does not exist is an error', async () => {
      expect(await run('find', '下河', '--corpus', join(root, 'nowhere'))).toMatchObject({ code: 2, out: '' });
      expect(error).toContain('nowhere');
    });

    it('a current index of the folder is asked as it is', async () => {
      expect((await run('find', '下河', '--corpus', corpus)).error).toBe('');
    });

    it('draft does not replace the index of another corpus', async () => {
      await run('index', '--corpus', tea, '--index', own);
      expect((await run('draft', '茶', '--index', own)).out).toContain('茶园现场会');
      expect((await run('draft', '下河', '--index', own, '--corpus', corpus)).out).toContain('全镇河道');
      expect((await run('find', '茶', '--index', own)).out).toContain('茶园现场会');
    });

    it('a stale one answers, and says so on standard error', async () => {
      await run('index', '--corpus', tea, '--index', own);
      expect((await run('find', '炒茶', '--index', own)).error).toBe('');
      await writeFile(join(tea, 'more.txt'), SPEECH);
      expect((await run('find', '炒茶', '--index', own)).error).toContain('索引还是旧的');
      expect(out).toContain('茶园现场会');
      await rm(tea, { recursive: true });
      expect(await run('find', '炒茶', '--index', own)).toMatchObject({ code: 0, error: '' });
    });
  });

  it('shows a passage by its id, with what is around it', async () => {
    const { hits } = await json(z.object({ hits: z.array(Hit) }).loose(), 'find', '下河');
    const id = hits[0]?.passage ?? '';
    expect((await run('find', '下河', '--full')).out).toContain(id);
    expect((await run('show', id)).out).toContain('看群众敢不敢下河洗菜');
    expect(out).toContain('第 4 段');
    expect(await run('show', 'nothing-0')).toMatchObject({ code: 2, out: '' });
  });

  it('looks up each of several sentences, and those of a file', async () => {
    await run('source', '一段一人，名字上牌。今天食堂的饭菜味道不错。');
    expect(out).toContain('原文：一段一人，名字上牌');
    expect(out).toContain('今天食堂的饭菜味道不错');
    await run('source', '--file', join(corpus, 'river.txt'));
    expect(out).toContain('原文：河清不清，看群众敢不敢下河洗菜');
    expect((await run('source')).code).toBe(2);
  });

  it('speaks English when asked to', async () => {
    await run('find', '下河', '--lang', 'en');
    expect(out).toContain('paragraph 4');
    expect(out).toContain('for reference only');
  });

  it('help is in Chinese and exits with 0', async () => {
    expect((await run('--help')).code).toBe(0);
    expect(out).toContain('选项：');
    expect(out).toContain('查出处：一句话在哪篇、哪段');
  });
});

describe('bad input exits with 2, one line that says what to do, and nothing on standard output', () => {
  const expectRefusal = (code: number, said: RegExp | string): void => {
    expect([code, out]).toEqual([2, '']);
    expect(error.trim().split('\n')).toHaveLength(1);
    expect(error).toMatch(said);
  };

  it.each([
    [['find'], /缺少要查的内容/],
    [['fnid', '河'], /没有这个命令。 {2}fnid/],
    [['find', '河', '--limt', '3'], /没有这个选项。 {2}--limt/],
    [['find', '河', '--limit', 'many'], /要一个正整数/],
    [['find', '河', '--genre', '小说'], /没有这种体裁。可用：部署、动员/],
    [['find', '，。！'], /没有可以查找的词/],
    [['find', '河'.repeat(10_000)], /10000 字，超过 1000 字/],
    [['source', '河'.repeat(10_000)], /10000 字，超过 4000 字/],
    [['find', '--like', 'gone'], /没有编号为 gone 的段落/],
    [['inspect', 'nowhere.txt'], /找不到 nowhere\.txt/],
    [['inspect', 'package.json'], /还不能读 package\.json 这种格式。请另存为 \.txt \.md \.docx /],
    [['eval', 'nowhere.jsonl'], /找不到 nowhere\.jsonl/],
    [['find', '河', '--index', 'nowhere'], /nowhere 里还没有索引。请先运行 zhibi index/],
    [['index', '--corpus', 'nowhere'], /没有语料文件夹 nowhere。请用 --corpus/],
  ])('%j', async (argv, said) => {
    const { code } = await run(...argv);
    expectRefusal(code, said);
  });

  it('without a command, how it is used', async () => {
    expect((await run()).code).toBe(2);
    expect(error).toContain('用法');
  });

  it.each([
    ['an empty file', 'empty.txt', '', /是空的/],
    ['a binary file called .txt', 'binary.txt', '\u0000\u0001\u0002PK', /的内容不是文字/],
    ['front matter of wrong types', 'wrong.md', '---\ntitle: [a]\n---\n正文。', /第 2 行的文首信息有误：title/],
    [
      'a misspelt key that would open a document',
      'key.md',
      '---\ntitle: 讲话\nright: internal\n---\n正文。',
      /第 3 行.*right/,
    ],
    ['notices and a title alone', 'title.txt', '仅供学习参考\n讲话稿\n', /没有正文/],
  ])('inspect of %s', async (_, name, content, said) => {
    await writeFile(join(root, name), content);
    const { code } = await run('inspect', join(root, name));
    expectRefusal(code, said);
  });

  it('inspect of a file of 50 MB, without reading it', async () => {
    const path = join(root, 'huge.txt');
    await writeFile(path, '讲话');
    await truncate(path, 50 * 2 ** 20);
    const { code } = await run('inspect', path);
    expectRefusal(code, /huge\.txt 有 50 MB，超过 20 MB 的上限/);
  });
});

describe('a folder with bad files among good ones', () => {
  it('is indexed without them, and each is named with its reason', async () => {
    const mixed = join(root, 'mixed');
    await mkdir(mixed);
    await writeFile(join(mixed, 'a.txt'), SPEECH);
    await writeFile(join(mixed, 'b-copy.txt'), SPEECH);
    await writeFile(join(mixed, 'c-same-title.txt'), SPEECH.replace('河清不清', '水清不清'));
    await writeFile(join(mixed, 'd-empty.txt'), '');
    await writeFile(join(mixed, 'e.doc'), 'binary');
    const { code } = await run('index', '--corpus', mixed, '--index', join(root, 'mixed-index'), '--json');
    const { speeches, skipped } = JSON.parse(out) as { speeches: number; skipped: { file: string; code: string }[] };
    expect([code, speeches]).toEqual([0, 2]);
    expect(skipped.map(({ file, code: why }) => [file, why])).toEqual([
      ['b-copy.txt', 'speech-duplicate'],
      ['d-empty.txt', 'file-empty'],
      ['e.doc', 'document-damaged'],
    ]);
  });

  it('with none that is good is refused, and the index before stays', async () => {
    const bad = join(root, 'bad');
    await mkdir(bad);
    await writeFile(join(bad, 'empty.txt'), '');
    const { code } = await run('index', '--corpus', bad);
    expect([code, out]).toEqual([2, '']);
    expect(error).toContain('empty.txt 是空的');
    expect((await run('find', '下河')).code).toBe(0);
  });
});
