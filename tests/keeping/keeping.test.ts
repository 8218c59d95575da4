import { appendFile, mkdir, mkdtemp, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/corpus/index.ts';
import { type DrafterThread, openDrafterInWorker } from '../../src/drafting/index.ts';
import { checkIndexFolder } from '../../src/indexing/index.ts';
import { type KeeperThread, type KeepingEvent, makeIndex, openKeeper } from '../../src/keeping/index.ts';
import { eventually } from '../support/eventually.ts';

/** Not what it takes, but what a busy machine may. In milliseconds. */
const PATIENCE = 60_000;

/** A speech about one matter, whose words stand in no other. */
const speechOn = (matter: string, words: string): string => `在某市${matter}工作会议上的讲话
同志们：
一、把${matter}工作抓起来
${words}各县各部门要把这件事放在心上，一件一件抓落实。
二、把${matter}责任压下去
谁主管谁负责，一级抓一级，年底逐项对账。
`;

let root: string;
let corpus: string;
let index: string;
let drafter: DrafterThread;
let keeper: KeeperThread;
const events: KeepingEvent[] = [];

const put = async (file: string, text: string | Uint8Array): Promise<void> => {
  await mkdir(dirname(join(corpus, file)), { recursive: true });
  await writeFile(join(corpus, file), text);
};

/** Where the words stand, as `source` says it: the files. */
async function filesWith(quote: string): Promise<string[]> {
  const answer = await drafter.draft({ kind: 'source', quote });
  return answer.kind === 'sources'
    ? answer.matches.filter(({ kind }) => kind === 'exact').map(({ citation }) => citation.file)
    : [];
}

/** Waits until words stand in these files, as `source` and `find` both say. */
async function expectStanding(quote: string, files: readonly string[]): Promise<void> {
  await eventually(async () => ((await filesWith(quote)).join() === files.join() ? true : undefined), PATIENCE);
  const found = await drafter.draft({ kind: 'find', query: `“${quote}”`, filters: {}, limit: 5 });
  const hits = found.kind === 'passages' ? found.hits.map(({ citation }) => citation.file) : [];
  expect(hits).toEqual(files);
}

// One drafter's thread for the file: each that ends leaves 250 MB behind.
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'zhibi-keeping-'));
  corpus = join(root, 'corpus');
  index = join(root, 'index');
  await put('供水.txt', speechOn('供水', '老城区的水管三年内全部换成新管。'));
  await put('植树.txt', speechOn('植树', '荒坡上的树要栽一棵活一棵。'));
  await put('养老.txt', speechOn('养老', '社区食堂的饭菜要热得快、送得到。'));
  await makeIndex(await readCorpus([corpus]), [corpus], index);
  // While nobody watched.
  await put('停车.txt', speechOn('停车', '背街小巷的车位要画清楚。'));
  await rm(join(corpus, '植树.txt'));
  keeper = openKeeper({ folders: [corpus], indexFolder: index }, (event) => events.push(event));
  drafter = openDrafterInWorker(index, (reach) => keeper.connect(reach));
}, PATIENCE);
afterAll(async () => {
  await keeper.close();
  await drafter.close();
  await rm(root, { recursive: true });
});

describe('an index that is kept', { timeout: 2 * PATIENCE }, () => {
  it('takes in what changed while nobody watched', async () => {
    await expectStanding('背街小巷的车位要画清楚', ['停车.txt']);
    await expectStanding('荒坡上的树要栽一棵活一棵', []);
  });

  it('answers from a file that is put into the folder, below it, or into one that is new', async () => {
    await put('防汛.txt', speechOn('防汛', '堤上的沙袋汛前全部备齐。'));
    await put('往年/二〇一九/消防.md', speechOn('消防', '楼道里的杂物月底前清完。'));
    await expectStanding('堤上的沙袋汛前全部备齐', ['防汛.txt']);
    await expectStanding('楼道里的杂物月底前清完', ['往年/二〇一九/消防.md']);
  });

  it('answers as the file says now', async () => {
    await put('供水.txt', speechOn('供水', '新城区的水管今年通到每一户。'));
    await expectStanding('新城区的水管今年通到每一户', ['供水.txt']);
    await expectStanding('老城区的水管三年内全部换成新管', []);
  });

  it('follows a file that is renamed, and folders', async () => {
    await rename(join(corpus, '防汛.txt'), join(corpus, '抗洪.txt'));
    await rename(join(corpus, '往年'), join(corpus, '旧稿'));
    await expectStanding('堤上的沙袋汛前全部备齐', ['抗洪.txt']);
    await expectStanding('楼道里的杂物月底前清完', ['旧稿/二〇一九/消防.md']);
  });

  it('forgets what is taken out', async () => {
    await rm(join(corpus, '抗洪.txt'));
    await expectStanding('堤上的沙袋汛前全部备齐', []);
  });

  it('takes neither hidden files nor what programs keep beside a file, and tells of one that is broken', async () => {
    await put('.草稿.txt', speechOn('草稿', '这句话还没有想好。'));
    await put('~$禁毒.txt', speechOn('禁毒', '这句话还没有写完。'));
    await put('破损.docx', Uint8Array.of(0x50, 0x4b, 3, 4));
    await put('禁毒.txt', speechOn('禁毒', '重点场所每周走一遍。'));
    await expectStanding('重点场所每周走一遍', ['禁毒.txt']);
    await expectStanding('这句话还没有', []);
    expect(events).toContainEqual({ event: 'unreadable', file: '破损.docx', code: 'document-damaged' });
  });

  it('has a file that is written bit by bit whole in the end', async () => {
    const text = `${speechOn('统计', '报上来的数字要有出处。')}三、把数字用好\n数字用在哪里要说得清楚。\n`;
    for (const line of text.split('\n')) {
      await appendFile(join(corpus, '统计.txt'), `${line}\n`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await expectStanding('数字用在哪里要说得清楚', ['统计.txt']);
    await expectStanding('报上来的数字要有出处', ['统计.txt']);
  });

  it('takes in hundreds at once', async () => {
    const numbers = Array.from({ length: 300 }, (_, i) => i);
    await Promise.all(numbers.map((i) => put(`乡镇/${i}.txt`, speechOn('乡镇', `第${i}号院子的台阶要修平。`))));
    await expectStanding('第7号院子的台阶要修平', ['乡镇/7.txt']);
    await expectStanding('第299号院子的台阶要修平', ['乡镇/299.txt']);
  });

  it('keeps what a folder gave that is gone of a sudden, and has it when it is back', async () => {
    await rename(corpus, `${corpus}-away`);
    await eventually(
      async () => events.find((event) => event.event === 'failed' && event.code === 'corpus-missing'),
      PATIENCE,
    );
    await expectStanding('重点场所每周走一遍', ['禁毒.txt']);
    await rename(`${corpus}-away`, corpus);
    await put('环卫.txt', speechOn('环卫', '清扫车每天天亮前上路。'));
    await expectStanding('清扫车每天天亮前上路', ['环卫.txt']);
  });

  it('is made anew by itself when much has come in', async () => {
    await eventually(async () => events.find(({ event }) => event === 'frozen'), PATIENCE);
    await eventually(async () => events.filter(({ event }) => event === 'kept')[1], PATIENCE);
    await expectStanding('第299号院子的台阶要修平', ['乡镇/299.txt']);
    await expectStanding('荒坡上的树要栽一棵活一棵', []);
  });

  it('is made anew where any part of it is not as it was written', async () => {
    const before = events.length;
    const file = (await readdir(index)).find((name) => name.startsWith('collocations-')) ?? '';
    const bytes = await readFile(join(index, file));
    await writeFile(join(index, file), Uint8Array.from(bytes).fill(0, bytes.length - 8));
    await utimes(join(index, 'zhibi.index'), new Date(), new Date());
    const since = (name: KeepingEvent['event']) => async () => events.slice(before).find(({ event }) => event === name);
    await eventually(since('failed'), PATIENCE);
    await eventually(since('frozen'), PATIENCE);
    await expect(checkIndexFolder(index)).resolves.toBeUndefined();
    await expectStanding('第299号院子的台阶要修平', ['乡镇/299.txt']);
  });
});
