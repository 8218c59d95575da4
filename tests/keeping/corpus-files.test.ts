import { describe, expect, it } from 'vitest';
import { type Found, parseSpeech } from '../../src/corpus/index.ts';
import { CorpusFiles } from '../../src/keeping/corpus-files.ts';
import type { KeepingEvent } from '../../src/keeping/events.ts';
import { SETTLED_AFTER } from '../../src/keeping/look.ts';
import type { Reach } from '../../src/keeping/reach.ts';
import { ZhibiError } from '../../src/speech/index.ts';

const none = (): never => {
  throw new Error('not asked for here');
};

/** Files of one folder as a test puts them there, and what is told of them. */
function folderOf(contents: Record<string, string | Error>) {
  const events: KeepingEvent[] = [];
  const closed = new Set<string>();
  let time = 0;
  const find = async (): Promise<Found> => {
    const isClosed = (file: string): boolean => [...closed].some((folder) => file.startsWith(folder));
    const there = Object.keys(contents).filter((file) => !isClosed(file));
    return {
      files: there.map((file) => ({ path: file, file, stamp: `${contents[file]}` })),
      closed: [...closed].map((folder) => ({
        folder,
        error: new ZhibiError('folder-unreadable', { folder, reason: 'EACCES' }),
      })),
    };
  };
  const read: Reach['read'] = async ({ file }) => {
    const content = contents[file];
    if (content instanceof Error) throw content;
    return parseSpeech(`在${content}会上的讲话\n同志们：\n${content}的事要办完。\n`, file);
  };
  const files = new CorpusFiles({
    ...{ folders: ['corpus'], find, read, tell: (event) => events.push(event), now: () => time, wake: none },
    ...{ indexStamp: none, checkIndex: none, ledgerOf: none, freeze: none },
  });
  /** Looks twice, so that what is there has settled, and reads what is due. */
  const look = async () => {
    await files.look();
    time += SETTLED_AFTER;
    const looked = await files.look();
    for (const due of looked.due) await files.read(due);
    const given = [...files.records()].filter(({ speech }) => speech !== null);
    return { isSure: looked.isSure, due: looked.due.length, given: given.map(({ file }) => file) };
  };
  return { look, events, closed };
}

describe('the files that are kept', () => {
  it('go on without one whose reading fails, which is told once, with its name', async () => {
    const { events, look } = folderOf({ 'a.txt': '甲', 'b.txt': new RangeError('一句话'), 'c.txt': '丙' });
    expect(await look()).toMatchObject({ given: ['a.txt', 'c.txt'], isSure: true });
    expect(await look()).toMatchObject({ due: 0 });
    expect(events).toEqual([{ event: 'unreadable', file: 'b.txt', code: 'file-failed' }]);
  });

  it('stay below a folder that can’t be read any more, and are not believed to be gone', async () => {
    const { closed, events, look } = folderOf({ 'a.txt': '甲', '某市/b.txt': '乙' });
    expect(await look()).toMatchObject({ given: ['a.txt', '某市/b.txt'], isSure: true });
    closed.add('某市/');
    expect(await look()).toMatchObject({ given: ['a.txt', '某市/b.txt'], isSure: false });
    expect(events).toEqual([{ event: 'unreadable', file: '某市/', code: 'folder-unreadable' }]);
    closed.clear();
    expect(await look()).toMatchObject({ given: ['a.txt', '某市/b.txt'], isSure: true });
  });

  it('are sure where nothing was ever read below a folder that can’t be read', async () => {
    const { closed, look } = folderOf({ 'a.txt': '甲', '某市/b.txt': '乙' });
    closed.add('某市/');
    expect(await look()).toMatchObject({ given: ['a.txt'], isSure: true });
  });
});
