import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { indexOf } from '../../support/corpus.ts';
import { readMessage, readView } from '../../support/slack-reading.ts';
import { type PersonName, type Shown, type SlackWorkspace, workspaceOver } from '../../support/slack-workspace.ts';
import { INTERNAL_WORDS, TALENT_SPEECHES } from '../../support/talent-speeches.ts';

let slack: SlackWorkspace;

beforeAll(async () => {
  slack = await workspaceOver(await indexOf(TALENT_SPEECHES));
});
afterAll(() => slack.stop());

async function form(from: PersonName = 'member'): Promise<Shown> {
  const shown = slack.countShown();
  const acknowledgement = await slack.command('', from);
  expect([acknowledgement.status, await acknowledgement.text()]).toEqual([200, '']);
  return slack.shown(shown + 1);
}

interface Filled {
  kind?: string | null;
  topic?: string | null;
  genre?: string;
  years?: string;
}

/** What Slack sends of the inputs of the form. */
const filled = ({ kind = 'passages', topic = '引才 留才', genre, years }: Filled) => ({
  kind: { kind: { type: 'radio_buttons', selected_option: kind === null ? null : { value: kind } } },
  topic: { topic: { type: 'plain_text_input', value: topic } },
  genre: { genre: { type: 'static_select', selected_option: genre === undefined ? null : { value: genre } } },
  years: { years: { type: 'plain_text_input', value: years ?? null } },
});

async function submit(given: Filled, from: PersonName = 'member') {
  const { view } = await form(from);
  return slack.submit(view, filled(given), from);
}

/** Submits the form. @returns what is answered */
async function ask(given: Filled, from: PersonName = 'member') {
  const acknowledgement = await submit(given, from);
  expect([acknowledgement.status, await acknowledgement.text()]).toEqual([200, '']);
  const answer = await slack.commandAnswer();
  expect(answer.response_type).toBe('ephemeral');
  return { answer, words: readMessage(answer) };
}

const Errors = z.object({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string()) });
const errorsOf = async (given: Filled, from: PersonName = 'member') =>
  Errors.parse(await (await submit(given, from)).json()).errors;

describe('/draft alone', () => {
  it('opens a form in the language of the person', async () => {
    const chinese = await form();
    expect(chinese.method).toBe('views.open');
    expect(readView(chinese)).toContain('要找什么');
    expect(readView(await form('englishman'))).not.toMatch(/要找什么|体裁|年份：/);
  });

  it('is answered with one sentence to someone of another organisation', async () => {
    const shown = slack.countShown();
    await slack.command('', 'foreigner');
    expect(readMessage(await slack.commandAnswer())).toContain('只供本单位');
    expect(slack.countShown()).toBe(shown);
  });

  it('pressed too late opens nothing, and the person is told so directly', async () => {
    const trigger = await slack.spentTrigger();
    await slack.command('', 'member', { trigger });
    const told = (await slack.direct()).at(-1);
    expect(told && readMessage(told)).toContain('请再按一次');
  });
});

describe('the form', () => {
  it.each([
    ['passages', '引才 留才', '段落：引才 留才'],
    ['skeleton', '人才工作会议', '提纲：人才工作会议'],
    ['phrasing', '夯实*基础', '句式：夯实*基础'],
    ['source', '留才先留心', '青年人才座谈会'],
  ])('asks for %s, and is answered to the person alone where it was opened', async (kind, topic, expected) => {
    expect((await ask({ kind, topic })).words).toContain(expected);
  });

  it('narrows to a genre and to years, and says so below the question', async () => {
    const { words } = await ask({ genre: 'summary', years: '2018-2020' });
    expect(words.split('\n').slice(0, 2)).toEqual(['段落：引才 留才', '范围：总结 · 2018–2020 年']);
  });

  it('is read with filters among the words of its topic', async () => {
    const { words } = await ask({ topic: '引才 留才 来源:某县' });
    expect(words.split('\n').slice(0, 2)).toEqual(['段落：引才 留才', '范围：来源含“某县”']);
  });

  it('answers a guest with nothing internal', async () => {
    const { answer, words } = await ask({ topic: '编制 底牌' }, 'guest');
    for (const secret of INTERNAL_WORDS) expect(words + answer.text).not.toContain(secret);
    expect(words).not.toContain('内部材料');
  });

  it.each([
    ['without a topic', { topic: null }, { topic: '请写上要查的词或句子。' }],
    ['with a topic of punctuation', { topic: '？！' }, { topic: '请写上要查的词或句子。' }],
    ['with years that are none', { years: '去年' }, { years: '年份请写成 2024 或 2018-2022。' }],
    [
      'with both wrong',
      { topic: ' ', years: '20188' },
      { topic: '请写上要查的词或句子。', years: '年份请写成 2024 或 2018-2022。' },
    ],
    ['with nothing chosen', { kind: null }, { kind: '请先选要找什么。' }],
    ['with a choice that there is not', { kind: 'poems' }, { kind: '请先选要找什么。' }],
  ])('%s stays open, and says under the input what is wrong', async (_, given, errors) => {
    expect(await errorsOf(given)).toEqual(errors);
    expect(slack.received).toEqual([]);
  });

  it('says what is wrong in English to whose Slack is English', async () => {
    expect(JSON.stringify(await errorsOf({ topic: null, years: 'last' }, 'englishman'))).not.toMatch(/[\u4E00-\u9FFF]/);
  });

  it('does not ask a source for years', async () => {
    expect((await ask({ kind: 'source', topic: '留才先留心', years: '去年' })).words).toContain('第 5 段');
  });

  it('of which nothing was kept is closed, and nothing comes of it', async () => {
    const { view } = await form();
    const bare = { ...view, private_metadata: 'nothing of ours' };
    expect((await slack.submit(bare, filled({}))).status).toBe(200);
    expect((await slack.submit(view, { junk: 1 })).status).toBe(200);
    expect(slack.received).toEqual([]);
  });
});
