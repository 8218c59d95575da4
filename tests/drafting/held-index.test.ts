import { beforeAll, describe, expect, it } from 'vitest';
import { drafterOn } from '../../src/drafting/drafter.ts';
import { HeldIndex } from '../../src/drafting/held-index.ts';
import { SpeechIndex } from '../../src/indexing/index.ts';
import type { Speech } from '../../src/speech/index.ts';
import { speechFrom } from '../support/corpus.ts';

const EDITIONS = 8;

/** One speech in its n-th edition: every paragraph says which, so that an answer of two editions would show. */
const edition = (n: number): Speech =>
  speechFrom(
    `在某市河湖治理推进会上的讲话\n同志们：\n${Array.from({ length: 30 }, (_, i) => `第${i}条河道的治理任务，以第${n}版清单为准。`).join('\n')}`,
    '河湖治理.txt',
  );
const other = speechFrom('在某市供热工作会议上的讲话\n同志们：\n供热管网的改造任务，以年初清单为准。', '供热.txt');

let first: SpeechIndex;
let next: SpeechIndex;

beforeAll(async () => {
  first = await SpeechIndex.build([other, edition(0)]);
  next = await SpeechIndex.build([edition(EDITIONS)]);
}, 60_000);

/** Asks for what every edition says. @returns the editions that are quoted, and whether the other speech is */
async function quoted(held: HeldIndex): Promise<string> {
  const answer = await drafterOn(held)({ kind: 'find', query: '治理任务 以清单为准', filters: {}, limit: 50 });
  if (answer.kind !== 'passages') return answer.kind;
  const said = answer.hits.flatMap(({ text }) => text.match(/第\d+版|年初/) ?? []);
  return [...new Set(said)].sort().join();
}

describe('an index that is held', () => {
  it('answers each question from one state of it, while it changes', async () => {
    const held = new HeldIndex(async () => first);
    const answers: string[] = [];
    let isChanging = true;
    const asking = (async () => {
      while (isChanging) {
        answers.push(await quoted(held));
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    for (let n = 1; n <= EDITIONS; n++) {
      await held.change({ added: [edition(n)], removed: [edition(n - 1).id] });
      expect(await quoted(held)).toBe(`年初,第${n}版`);
    }
    isChanging = false;
    await asking;
    expect(answers.length).toBeGreaterThan(EDITIONS);
    const states = Array.from({ length: EDITIONS + 1 }, (_, n) => `年初,第${n}版`);
    expect(answers.filter((answer) => !states.includes(answer))).toEqual([]);
    expect(answers.map((answer) => states.indexOf(answer))).toEqual(
      answers.map((answer) => states.indexOf(answer)).toSorted((a, b) => a - b),
    );
  });

  it('goes over to one that was opened anew when that has all that changed meanwhile, and not before', async () => {
    const opened = [first, next];
    const held = new HeldIndex(async () => opened.shift() ?? next);
    expect(await quoted(held)).toBe('年初,第0版');
    await held.stage();
    expect(await quoted(held)).toBe('年初,第0版');
    await held.change({ added: [other], removed: [] });
    await held.change({ added: [edition(1)], removed: [edition(EDITIONS).id] });
    expect(await quoted(held)).toBe('年初,第0版');
    const staged = held.swap();
    expect(await staged).toMatchObject({ speeches: 2 });
    expect(await quoted(held)).toBe('年初,第1版');
  });

  it('keeps what it has where another can’t be opened or changed', async () => {
    let isThere = true;
    const held = new HeldIndex(async () => {
      if (isThere) return first;
      throw new Error('gone');
    });
    expect(await quoted(held)).toBe('年初,第0版');
    isThere = false;
    await expect(held.stage()).rejects.toThrow('gone');
    await held.swap();
    expect(await quoted(held)).toBe('年初,第0版');
    const broken = Object.defineProperty(edition(1), 'text', {
      get: () => {
        throw new Error('unreadable');
      },
    });
    await expect(held.change({ added: [broken], removed: [edition(0).id] })).rejects.toThrow('unreadable');
    expect(await quoted(held)).toBe('年初,第0版');
  });
});
