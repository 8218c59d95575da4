import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indexOf } from '../../support/corpus.ts';
import { readMessage } from '../../support/slack-reading.ts';
import { type PersonName, type SlackWorkspace, workspaceOver } from '../../support/slack-workspace.ts';
import { INTERNAL_WORDS, TALENT_SPEECHES } from '../../support/talent-speeches.ts';

let slack: SlackWorkspace;

beforeAll(async () => {
  slack = await workspaceOver(await indexOf(TALENT_SPEECHES));
});
afterAll(() => slack.stop());

const SOURCE = 'draft_source';
const SIMILAR = 'draft_similar';
const PHRASING = 'draft_phrasing';

/** Chooses a shortcut in the menu of a message. */
async function choose(shortcut: string, text: string, from: PersonName = 'member', threadTs?: string) {
  const acknowledgement = await slack.shortcut(shortcut, text, from, threadTs);
  expect([acknowledgement.status, await acknowledgement.text()]).toEqual([200, '']);
  const answer = await slack.commandAnswer();
  expect(answer).toMatchObject({ response_type: 'ephemeral', replace_original: false });
  return { answer, words: readMessage(answer) };
}

const SENTENCE = '缺什么人就引什么人，农技员、全科医生、职校教师排在前面';
const INTERNAL_SENTENCE = '留才的底线是不攀比价码，谁开口就走人的，不留';

describe('the words of a message', () => {
  const section = { type: 'section', text: { type: 'mrkdwn', text: `*${SENTENCE}*` } };
  const rich = {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: SENTENCE }] }],
  };
  it.each([
    ['a forwarded message', '', { attachments: [{ is_share: true, text: SENTENCE, fallback: '转发' }] }],
    ['a message of blocks whose text is a notice', '新消息', { blocks: [section] }],
    ['a message of blocks without a text', null, { blocks: [section, { type: 'image' }, null] }],
    ['a rich text', '', { blocks: [rich] }],
    ['an old attachment of another app', '', { attachments: [null, { pretext: SENTENCE }] }],
  ])('are found in %s', async (_, text, fields) => {
    await slack.shortcut(SOURCE, text, 'member', undefined, fields);
    expect(readMessage(await slack.commandAnswer())).toContain('《在某县引才留才工作部署会上的讲话》');
  });

  it.each([
    ['null', null, {}],
    ['a preview beside a link', '<https://example.org/a>', {}],
    ['blocks that are none', '', { blocks: 'none', attachments: 7 }],
  ])('are missed and that is said: %s', async (_, text, fields) => {
    const preview =
      text === null || text === '' ? {} : { attachments: [{ from_url: 'https://example.org/a', text: SENTENCE }] };
    await slack.shortcut(SOURCE, text, 'member', undefined, { ...fields, ...preview });
    expect(readMessage(await slack.commandAnswer())).not.toContain('《');
  });
});

describe('查出处', () => {
  it('says of one sentence where it stands', async () => {
    const { answer, words } = await choose(SOURCE, `${SENTENCE}。`);
    for (const told of [words, answer.text]) {
      expect(told).toContain('原文');
      expect(told).toContain('《在某县引才留才工作部署会上的讲话》（2020-02-18） › 把引才的口子开对 › 第 3 段');
    }
  });

  it('says what is otherwise than in the source', async () => {
    const { words } = await choose(SOURCE, '缺什么人就引什么人，农技员、全科医生、职校教师排在后面。');
    expect(words).toMatch(/相近 \d+%/);
  });

  it('traces several sentences in a table, one row each, and says so in words', async () => {
    const { answer, words } = await choose(SOURCE, `${SENTENCE}。我们昨天去食堂吃了一顿饭，味道不错。`);
    expect(JSON.stringify(answer.blocks)).toContain('"type":"table"');
    for (const told of [words, answer.text]) {
      expect(told).toContain('逐句查出处：2 句');
      expect(told).toContain('2 句中有 1 句查到出处。');
      expect(told).toContain('未找到');
    }
  });

  it('reads mentions and links as they were shown', async () => {
    const { words } = await choose(SOURCE, `<@U0SOMEONE|老同事> ${SENTENCE} <https://example.org|出处>`);
    expect(words).toContain('《在某县引才留才工作部署会上的讲话》');
  });

  it('answers a guest without what is internal, and tells nothing of it', async () => {
    const one = await choose(SOURCE, INTERNAL_SENTENCE, 'guest');
    const several = await choose(SOURCE, `${SENTENCE}。${INTERNAL_SENTENCE}。`, 'guest');
    for (const { answer, words } of [one, several]) {
      expect(words + answer.text).not.toContain('在人才工作内部会上的讲话');
      expect(words + answer.text).not.toContain('内部材料');
    }
  });
});

describe('找同类段落', () => {
  it('brings passages like the message', async () => {
    const { words } = await choose(SIMILAR, '引进人才要给住房，给补贴，还要解决孩子上学。');
    expect(words).toMatch(/^1 {2}/m);
    expect(words).toContain('孩子');
  });

  it('shows a guest nothing internal', async () => {
    const { answer, words } = await choose(SIMILAR, '引才的编制是底牌，不往外说', 'guest');
    for (const secret of INTERNAL_WORDS) expect(words + answer.text).not.toContain(secret);
    expect(words).not.toContain('内部材料');
  });
});

describe('找句式', () => {
  it('brings the phrasing of its first sentence', async () => {
    const { words } = await choose(PHRASING, '夯实产业基础。后面一句不看。');
    expect(words.split('\n')[0]).toBe('句式：夯实产业基础');
  });
});

describe('a shortcut', () => {
  it.each([SOURCE, SIMILAR, PHRASING])('on a message without words says so: %s', async (shortcut) => {
    for (const text of ['', '  ', ':', '<@U0ZHIBI>']) {
      expect((await choose(shortcut, text)).words).toBe('这条消息里没有可以查的文字。');
    }
  });

  it('in a thread is answered in that thread, and elsewhere in none', async () => {
    expect((await choose(SOURCE, SENTENCE, 'member', '1700000000.000100')).answer.thread_ts).toBe('1700000000.000100');
    expect((await choose(SOURCE, SENTENCE)).answer.thread_ts).toBeUndefined();
  });

  it('is answered in English to whose Slack is English', async () => {
    expect((await choose(SOURCE, SENTENCE, 'englishman')).words).toContain('paragraph 3 · no restriction stated');
  });

  it('by someone of another organisation gets one sentence', async () => {
    const { words } = await choose(SOURCE, SENTENCE, 'foreigner');
    expect(words).toContain('只供本单位');
    expect(words).not.toContain('《');
  });
});
