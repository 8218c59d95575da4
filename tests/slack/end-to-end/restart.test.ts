import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryStore, openStore } from '../../../src/store/index.ts';
import { indexOf } from '../../support/corpus.ts';
import { readMessage, readView } from '../../support/slack-reading.ts';
import {
  type Pressable,
  pressable,
  pressables,
  type SlackWorkspace,
  workspaceOver,
} from '../../support/slack-workspace.ts';
import { TALENT_SPEECHES } from '../../support/talent-speeches.ts';

const QUESTIONS = ['find 引才 留才', '提纲 人才工作会议', '句式 人才工作', '出处 留才先留心', '找引才 留才'];

/** One of each verb under the answers to {@link QUESTIONS}. */
async function buttonsOf(slack: SlackWorkspace): Promise<Map<string, Pressable>> {
  const buttons = new Map<string, Pressable>();
  for (const question of QUESTIONS) {
    await slack.command(question);
    for (const one of pressables((await slack.commandAnswer()).blocks)) {
      const [verb = ''] = one.value.split(':');
      if (!buttons.has(verb)) buttons.set(verb, one);
    }
  }
  return buttons;
}

/** What a person reads once they press something: in a modal, or from the response URL. */
async function readAfter(slack: SlackWorkspace, button: Pressable): Promise<string> {
  const shown = slack.countShown();
  await slack.press(button);
  if (button.value.startsWith('unfold:')) return readView(await slack.shown(shown + 1));
  return readMessage(await slack.commandAnswer());
}

const VERBS = [
  'unfold',
  'share',
  'similar',
  'skeleton',
  'page',
  'alternatives',
  'share-skeleton',
  'phrasing',
  'kind',
  'share-answer',
  'as-words',
];

describe('after a restart', () => {
  let slack: SlackWorkspace;
  let buttons: Map<string, Pressable>;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zhibi-state-'));
    const store = await openStore(folder);
    slack = await workspaceOver(await indexOf(TALENT_SPEECHES), { store });
    buttons = await buttonsOf(slack);
    await slack.restart(async () => {
      await store.close();
      return openStore(folder);
    });
  });
  afterAll(async () => {
    await slack.stop();
    await rm(folder, { recursive: true });
  });

  it('there is a button of each verb to press', () => {
    expect([...buttons.keys()].toSorted()).toEqual(VERBS.toSorted());
  });

  it.each(VERBS)('%s works', async (verb) => {
    const words = await readAfter(slack, buttons.get(verb) as Pressable);
    expect(words).toContain('《');
    expect(words).not.toMatch(/已修改或移除|已修改、移除|已过期/);
  });
});

describe('over another corpus', () => {
  let slack: SlackWorkspace;
  let buttons: Map<string, Pressable>;

  beforeAll(async () => {
    const store = memoryStore();
    const before = await workspaceOver(await indexOf(TALENT_SPEECHES), { store });
    buttons = await buttonsOf(before);
    await before.stop();
    const other = '在某市档案工作会议上的讲话\n同志们：\n一、把库房管住\n库房钥匙双人双管，进出登记不漏一笔。\n';
    slack = await workspaceOver(await indexOf({ 'other.txt': other }), { store });
  });
  afterAll(() => slack.stop());

  it.each(['unfold', 'share', 'similar', 'skeleton', 'alternatives', 'share-skeleton', 'phrasing'])(
    '%s says that what it named has changed or gone',
    async (verb) => {
      const words = await readAfter(slack, buttons.get(verb) as Pressable);
      expect(words).toMatch(/已修改(或|、)移除/);
      expect(words).not.toContain('《');
    },
  );

  it.each(['page', 'kind', 'as-words'])('%s says that nothing is found any more', async (verb) => {
    expect(await readAfter(slack, buttons.get(verb) as Pressable)).toMatch(/语料中没有/);
  });

  it('a page that is no longer there says so, and leads back', async () => {
    const store = memoryStore();
    const before = await workspaceOver(await indexOf(TALENT_SPEECHES), { store });
    const page = (await buttonsOf(before)).get('page') as Pressable;
    await before.stop();
    const { '2021-座谈.txt': forum } = TALENT_SPEECHES;
    const fewer = await workspaceOver(await indexOf({ 'forum.txt': forum }), { store });
    try {
      await fewer.press(page);
      const answer = await fewer.commandAnswer();
      expect(readMessage(answer)).toContain('没有更多了。');
      expect(answer.text).toContain('没有更多了。');
      await fewer.press(pressable(answer.blocks, '上一页'));
      expect(readMessage(await fewer.commandAnswer())).toMatch(/^1 {2}/m);
    } finally {
      await fewer.stop();
    }
  });

  it('share-answer posts nothing', async () => {
    await slack.press(buttons.get('share-answer') as Pressable);
    const answer = await slack.commandAnswer();
    expect(answer.response_type).toBe('ephemeral');
    expect(readMessage(answer)).toContain('已修改、移除');
  });
});

describe('a question that is no longer kept', () => {
  it.each(['page', 'kind', 'share-answer', 'as-words'])('%s says so, and posts nothing', async (verb) => {
    const index = await indexOf(TALENT_SPEECHES);
    const slack = await workspaceOver(index);
    try {
      const button = (await buttonsOf(slack)).get(verb) as Pressable;
      await slack.restart(async () => memoryStore());
      await slack.press(button);
      const answer = await slack.commandAnswer();
      expect(answer).toMatchObject({ response_type: 'ephemeral', replace_original: false });
      expect(readMessage(answer)).toContain('已过期');
    } finally {
      await slack.stop();
    }
  });

  it('does not keep a form from being answered that was opened before', async () => {
    const slack = await workspaceOver(await indexOf(TALENT_SPEECHES));
    try {
      await slack.command('');
      const { view } = await slack.shown();
      await slack.restart(async () => memoryStore());
      await slack.submit(view, {
        kind: { kind: { selected_option: { value: 'passages' } } },
        topic: { topic: { value: '引才 留才' } },
        genre: { genre: { selected_option: null } },
        years: { years: { value: null } },
      });
      const answer = await slack.commandAnswer();
      expect(readMessage(answer)).toContain('段落：引才 留才');
      expect(pressable(answer.blocks, '更多').value).toMatch(/^page:/);
    } finally {
      await slack.stop();
    }
  });
});
