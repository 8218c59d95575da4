import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { assistantOver, textsIn } from '../../../src/assistant/index.ts';
import { openDrafter } from '../../../src/drafting/index.ts';
import { memoryStore } from '../../../src/store/index.ts';
import { indexOf, starterIndex } from '../../support/corpus.ts';
import { readMessage, readView } from '../../support/slack-reading.ts';
import {
  type PersonName,
  pressables,
  type Shown,
  type SlackWorkspace,
  startSlackWorkspace,
  workspaceOver,
} from '../../support/slack-workspace.ts';
import { INTERNAL_WORDS, TALENT_SPEECHES } from '../../support/talent-speeches.ts';

let slack: SlackWorkspace;

beforeAll(async () => {
  slack = await workspaceOver(await indexOf(TALENT_SPEECHES));
});
afterAll(() => slack.stop());

async function homeOf(from: PersonName = 'member', workspace = slack): Promise<Shown> {
  const shown = workspace.countShown();
  await workspace.openHome('home', from);
  return workspace.shown(shown + 1);
}

describe('the Home tab', () => {
  it('says what there is, by genre and by year, how and where to ask, and what the rights mean', async () => {
    const home = await homeOf();
    const words = readView(home);
    expect(home.method).toBe('views.publish');
    expect(words).toContain('语料里有 6 篇讲话');
    expect(words).toContain('部署　2 篇');
    expect(words).toContain('2022 年　2 篇');
    expect(words).toContain('一周来没有新收入的讲话');
    expect(words).toContain('/draft');
    expect(words).toContain('“内部”的不得外传');
  });

  it('counts for a guest what they may see, and tells nothing of the rest', async () => {
    const words = readView(await homeOf('guest'));
    expect(words).toContain('语料里有 5 篇讲话');
    expect(words).not.toMatch(/内部材料未|未显示/);
    for (const secret of [...INTERNAL_WORDS, '内部会']) expect(words).not.toContain(secret);
  });

  it('is in English for whose Slack is English, but for what is typed', async () => {
    const home = await homeOf('englishman');
    const typed = pressables(home.view.blocks).map(({ label }) => label);
    const words = typed.reduce((rest, label) => rest.replace(label, ''), readView(home));
    expect(words).not.toMatch(/语料|讲话|体裁不详/);
    expect(words).toContain('speeches');
  });

  it('says one sentence to someone of another organisation', async () => {
    const words = readView(await homeOf('foreigner'));
    expect(words).toContain('只供本单位');
    expect(words).not.toContain('6 篇');
  });

  it('has examples that run when they are pressed, each answered in a modal of its own', async () => {
    const { view } = await homeOf();
    const examples = pressables(view.blocks);
    expect(examples.length).toBeGreaterThanOrEqual(4);
    for (const example of examples) {
      const shown = slack.countShown();
      await slack.press(example, 'member', { type: 'view', view });
      const opened = await slack.shown(shown + 1);
      expect(opened.method).toBe('views.open');
      expect(readView(opened)).not.toContain('执笔怎么用');
    }
  });

  it('leads from the answer to an example to the next page in the same modal, and to a passage on it', async () => {
    const { view } = await homeOf();
    const count = slack.countShown();
    await slack.press(pressables(view.blocks)[0] ?? never(), 'member', { type: 'view', view });
    const first = await slack.shown(count + 1);
    expect(readView(first)).toContain('段落：引才 留才');
    const next = pressables(first.view.blocks).find(({ label }) => label.startsWith('更多')) ?? never();
    await slack.press(next, 'member', { type: 'view', view: first.view });
    const second = await slack.shown(count + 2);
    expect(second).toMatchObject({ method: 'views.update', view: { id: first.view.id } });
    expect(readView(second)).toMatch(/^6 {2}/m);
    const unfold = pressables(second.view.blocks).find(({ label }) => label === '展开上下文') ?? never();
    await slack.press(unfold, 'member', { type: 'view', view: second.view });
    const third = await slack.shown(count + 3);
    expect(third.method).toBe('views.push');
    expect(readView(third)).toContain('【所引段落 起】');
  });

  it('answers a guest who presses an example with nothing internal', async () => {
    const { view } = await homeOf('guest');
    const count = slack.countShown();
    await slack.press(pressables(view.blocks)[0] ?? never(), 'guest', { type: 'view', view });
    const words = readView(await slack.shown(count + 1));
    expect(words).toContain('《');
    for (const secret of INTERNAL_WORDS) expect(words).not.toContain(secret);
  });
});

describe('what is suggested', () => {
  it('finds something in the starter corpus, on the Home tab and in direct messages', async () => {
    const starter = await workspaceOver(await starterIndex());
    try {
      const { view } = await homeOf('englishman', starter);
      for (const example of pressables(view.blocks)) {
        const shown = starter.countShown();
        await starter.press(example, 'englishman', { type: 'view', view });
        expect(readView(await starter.shown(shown + 1))).toContain('《');
      }
      for (const { message } of [...textsIn('zh').suggestions.prompts, ...textsIn('en').suggestions.prompts]) {
        await starter.command(message);
        expect(readMessage(await starter.commandAnswer())).toContain('《');
      }
    } finally {
      await starter.stop();
    }
  });
});

describe('the Home tab over an index that is missing', () => {
  it('apologises, with the number that the log has too', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'zhibi-none-'));
    const broken = await startSlackWorkspace(assistantOver(openDrafter(folder)));
    try {
      const number = /编号 (\w{8})/.exec(readView(await homeOf('member', broken)))?.[1];
      const failed = broken.logLines.map((line) => JSON.parse(line)).find(({ msg }) => msg === 'failed');
      expect(failed).toMatchObject({ code: 'index-missing', surface: 'home', requestId: number });
    } finally {
      await broken.stop();
    }
  });
});

describe('what is new', () => {
  const DAY = 24 * 60 * 60_000;
  const { '2021-座谈.txt': forum, '内部.txt': internal, ...before } = TALENT_SPEECHES;
  const after = { ...before, '2021-座谈.txt': forum, '内部.txt': internal };
  const begin = Date.now();

  afterEach(() => {
    vi.useRealTimers();
  });

  /** What a person reads so many days later over a corpus. */
  async function read(
    files: Record<string, string>,
    days: number,
    store: ReturnType<typeof memoryStore>,
    from: PersonName,
  ) {
    vi.useFakeTimers({ toFake: ['Date'], now: begin + days * DAY });
    const workspace = await workspaceOver(await indexOf(files), { store });
    try {
      return readView(await homeOf(from, workspace));
    } finally {
      await workspace.stop();
    }
  }

  it('is what was not there before, for a week, the latest first; nothing internal for a guest', async () => {
    const store = memoryStore();
    expect(await read(before, 0, store, 'guest')).toContain('一周来没有新收入的讲话');
    const member = await read(after, 1, store, 'member');
    expect(member).toMatch(/一周来新收入的[\s\S]*人才工作内部会[\s\S]*青年人才座谈会/);
    expect(member).not.toContain('总结会');
    const guest = await read(after, 2, store, 'guest');
    expect(guest).toContain('青年人才座谈会');
    expect(guest).not.toContain('内部会');
    expect(await read(after, 6, store, 'member')).toContain('青年人才座谈会');
    expect(await read(after, 9, store, 'member')).toContain('一周来没有新收入的讲话');
  });

  it('is not what the first to look was not allowed to see', async () => {
    const store = memoryStore();
    await read(after, 0, store, 'guest');
    expect(await read(after, 1, store, 'member')).toContain('一周来没有新收入的讲话');
  });
});

function never(): never {
  throw new Error('no such button');
}
