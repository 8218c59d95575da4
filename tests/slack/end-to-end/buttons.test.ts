import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indexOf } from '../../support/corpus.ts';
import { readMessage, readView, wordsIn } from '../../support/slack-reading.ts';
import {
  type Pressable,
  pressable,
  pressables,
  type Shown,
  type SlackWorkspace,
  workspaceOver,
} from '../../support/slack-workspace.ts';
import { INTERNAL_WORDS, TALENT_SPEECHES } from '../../support/talent-speeches.ts';

let slack: SlackWorkspace;

beforeAll(async () => {
  slack = await workspaceOver(await indexOf(TALENT_SPEECHES));
});
afterAll(() => slack.stop());

/** The blocks of the answer to what is typed. */
async function blocksOf(typed: string, from: 'member' | 'guest' = 'member'): Promise<unknown> {
  await slack.command(typed, from);
  return (await slack.commandAnswer()).blocks;
}

/** Presses what has a label in a message, or in a view. @returns the view that Slack shows next */
async function open(
  { label, blocks }: { label: string; blocks: unknown },
  over?: Shown['view'],
  from: 'member' | 'guest' = 'member',
): Promise<Shown> {
  const count = slack.countShown();
  await slack.press(pressable(blocks, label), from, over === undefined ? undefined : { type: 'view', view: over });
  return slack.shown(count + 1);
}

/** Presses what has a label. @returns what comes to the response URL */
async function answerTo(label: string, blocks: unknown, from: 'member' | 'guest' = 'member') {
  await slack.press(pressable(blocks, label), from);
  const answer = await slack.commandAnswer();
  return { answer, words: readMessage(answer) };
}

const unfolding = (typed: string) => blocksOf(typed).then((blocks) => open({ label: '展开上下文', blocks }));

describe('a passage that is unfolded', () => {
  it('stands in a modal: its speech, heading path, what is before and after, its rights', async () => {
    const opened = await unfolding('find 留才的房子要现房');
    const words = readView(opened).split('\n');
    expect(opened.method).toBe('views.open');
    expect(words[0]).toBe('《在某区人才工作推进会上的讲话》');
    expect(words[1]).toContain('2022-08-16');
    expect(words[1]).toContain('› 留才要实');
    const order = ['上文', '【所引段落 起】', '【所引段落 止】', '下文', '使用限制'].map((mark) =>
      words.findIndex((line) => line.startsWith(mark)),
    );
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order).not.toContain(-1);
    expect(words.slice(order[1], order[2]).join('')).toContain('留才的房子要现房');
    expect(words.slice(order[0], order[1]).join('')).toContain('引才先问产业');
    expect(words.slice(order[2]).join('')).toContain('三、用才要活');
  });

  it('can be copied with its citation and its notice', async () => {
    const { view } = await unfolding('find 留才的房子要现房');
    const copied = wordsIn(view.blocks.at(-1)).split('\n').slice(-3);
    expect(copied).toEqual([
      '留才的房子要现房，补贴要现钱，服务要现办，不打白条。',
      expect.stringMatching(/^——《在某区人才工作推进会上的讲话》.* › 留才要实 › 第 4 段$/),
      expect.stringContaining('仅供参考（本文仅供学习参考，请勿照搬照抄！）'),
    ]);
    expect((await slack.submit(view, {})).status).toBe(200);
  });

  it('leads on to other modals: pushed on it, and at the third level in place of that', async () => {
    const first = await unfolding('find 钱花在刀刃上');
    const second = await open({ label: '相近的段落', blocks: first.view.blocks }, first.view);
    expect(second.method).toBe('views.push');
    expect(readView(second)).toContain('相近的段落');
    const third = await open({ label: '展开上下文', blocks: second.view.blocks }, second.view);
    expect(third.method).toBe('views.push');
    const fourth = await open({ label: '相近的段落', blocks: third.view.blocks }, third.view);
    expect(fourth).toMatchObject({ method: 'views.update', view: { id: third.view.id } });
    const fifth = await open({ label: '这篇讲话的提纲', blocks: fourth.view.blocks }, fourth.view);
    expect(fifth).toMatchObject({ method: 'views.update', view: { id: third.view.id } });
    readView(fifth);
  });

  it('shows no modal when it was pressed too long ago, and the person is told so directly', async () => {
    const button = pressable(await blocksOf('find 引才 留才'), '展开上下文');
    await slack.press(button, 'member', undefined, await slack.spentTrigger());
    const told = (await slack.direct()).at(-1);
    expect(told && readMessage(told)).toContain('请再按一次');
  });

  it('has no button for the channel in its modal', async () => {
    const { view } = await unfolding('find 引才 留才');
    expect(pressables(view.blocks).map(({ label }) => label)).not.toContain('发到频道');
  });
});

describe('what leads on from a passage', () => {
  it('brings passages like it, beside the message, with the passage itself not among them', async () => {
    const { answer, words } = await answerTo('相近的段落', await blocksOf('find 钱花在刀刃上'));
    expect(answer).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    expect(words.split('\n')[0]).toBe('相近的段落');
    expect(answer.text.split('\n')[0]).toBe('相近的段落');
    expect(words).not.toContain('钱花在刀刃上');
  });

  it('says so where none is like it', async () => {
    const { answer, words } = await answerTo('相近的段落', await blocksOf('find 留才的房子要现房'));
    expect(words).toBe('语料中没有与这一段相近的段落。');
    expect(answer.text).toBe(words);
  });

  it('brings the outline of its speech, of which a list leads to the phrasing of a section', async () => {
    const outline = await answerTo('这篇讲话的提纲', await blocksOf('find 留才的房子要现房'));
    for (const told of [outline.words, outline.answer.text]) {
      expect(told).toContain('《在某区人才工作推进会上的讲话》（2022-08-16）');
      expect(told).toContain('三、用才要活');
      expect(told).toContain('仅供参考（本文仅供学习参考，请勿照搬照抄！）');
    }
    const phrasing = await answerTo('二、留才要实', outline.answer.blocks);
    expect(phrasing.words).toContain('句式：留才要实');
    expect(phrasing.answer.response_type).toBe('ephemeral');
  });
});

describe('a skeleton', () => {
  it('of several speeches leads to other headings, each cited, in words too', async () => {
    const { answer, words } = await answerTo('可替换的标题', await blocksOf('提纲 人才工作会议'));
    expect(answer.response_type).toBe('ephemeral');
    const [heading] = /^可替换「.+」的标题$/m.exec(words) ?? [''];
    for (const told of [words, answer.text]) {
      expect(told).toContain(`${heading}\n`);
      expect(told).toContain('未见使用限制');
      expect(told).not.toMatch(/的标题\n可替换/);
    }
  });

  it('keeps ids alone in its buttons', async () => {
    const values = pressables(await blocksOf('提纲 人才工作会议')).map(({ value }) => value);
    expect(values.length).toBeGreaterThan(3);
    for (const value of values) expect(value).toMatch(/^[a-z-]+:[\w.,~-]+$/);
  });
});

describe('phrasing', () => {
  it('leads to more of one kind: few as buttons, many as a list', async () => {
    const blocks = await blocksOf('句式 人才工作');
    const kinds = pressables(blocks).filter(({ value }) => value.startsWith('kind:'));
    expect(kinds.length).toBeGreaterThan(3);
    expect(new Set(kinds.map(({ type }) => type))).toEqual(new Set(['static_select']));
    const outline = await answerTo('这篇讲话的提纲', await blocksOf('find 引才先问产业'));
    const section = await answerTo('一、引才要准', outline.answer.blocks);
    const few = pressables(section.answer.blocks).filter(({ value }) => value.startsWith('kind:'));
    expect(few.map(({ type }) => type)).toEqual(['button', 'button']);
    const { answer, words } = await answerTo('更多标题', blocks);
    expect(answer.response_type).toBe('ephemeral');
    for (const told of [words, answer.text]) {
      expect(told).toContain('句式：人才工作');
      expect(told).toContain('把后顾之忧解开');
      expect(told).not.toContain('套件标题');
    }
  });
});

describe('what is pressed', () => {
  it('is answered under the rules for who presses it: a guest is shown nothing internal', async () => {
    const internal = pressables(await blocksOf('find “周转编制”'));
    expect(internal.map(({ label }) => label)).toEqual(['展开上下文', '相近的段落', '这篇讲话的提纲']);
    const opened = slack.countShown();
    await slack.press(internal.find(({ label }) => label === '展开上下文') as Pressable, 'guest');
    const shown = [readView(await slack.shown(opened + 1))];
    const outline = await answerTo('这篇讲话的提纲', await blocksOf('find “周转编制”'));
    const list = pressables(outline.answer.blocks);
    for (const one of [...internal.slice(1), ...list]) {
      await slack.press(one, 'guest');
      shown.push(readMessage(await slack.commandAnswer()));
    }
    expect(list.length).toBeGreaterThan(0);
    for (const secret of INTERNAL_WORDS) expect(shown.join()).not.toContain(secret);
    expect(shown.join()).not.toMatch(/周转|编制、|签约/);
    for (const words of shown) expect(words).toContain('已修改或移除');
  });

  it('by someone of another organisation gets one sentence', async () => {
    await slack.press(pressable(await blocksOf('find 引才 留才'), '相近的段落'), 'foreigner');
    const words = readMessage(await slack.commandAnswer());
    expect(words).toContain('只供本单位');
    expect(words).not.toContain('《');
  });

  const question = 'AAAAAAAAAAAA';
  const garbage: [string, string, Partial<Pressable>][] = [
    ['words', '<!channel>', {}],
    ['an unknown verb', 'dance:1', {}],
    ['a verb of every object', 'constructor:1', {}],
    ['nothing behind the verb', 'unfold:', {}],
    ['a page that is none', `page:${question}~minus`, {}],
    ['a kind that is none', `kind:${question}~poems`, {}],
    ['JSON', '{"verb":"unfold"}', {}],
    ['a path', 'unfold:../../etc', {}],
    ['very many ids', `share-skeleton:${'a.1,'.repeat(400)}`, {}],
    ['an example that there is not', 'example:99', { type: 'static_select' }],
    ['a file that there is not', 'trace:FNONE', { type: 'overflow' }],
  ];
  it.each(garbage)('and holds %s breaks nothing, and shows nothing of the corpus', async (_, value, other) => {
    const opened = slack.countShown();
    expect((await slack.press({ action_id: 'draft_unfold', value, ...other })).status).toBe(200);
    await slack.command('出处 留才先留心');
    const answers = [await slack.commandAnswer()];
    if (!JSON.stringify(answers).includes('留才先留心')) answers.push(await slack.commandAnswer());
    expect(JSON.stringify(answers.at(-1))).toContain('留才先留心');
    expect(
      answers
        .slice(0, -1)
        .map((answer) => readMessage(answer))
        .join(),
    ).not.toContain('《');
    expect(slack.countShown()).toBe(opened);
    expect(slack.logLines.join()).not.toContain('listener failed');
  });

  it('and is no press of Slack at all is acknowledged and dropped', async () => {
    for (const value of [7, null, {}, ['unfold:a']]) {
      const press = { action_id: 'draft_unfold', value } as unknown as Pressable;
      expect((await slack.press(press)).status).toBe(200);
    }
    await slack.command('出处 留才先留心');
    expect(JSON.stringify(await slack.commandAnswer())).toContain('留才先留心');
    expect(slack.received).toEqual([]);
  });
});
