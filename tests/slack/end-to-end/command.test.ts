import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indexOf } from '../../support/corpus.ts';
import { readMessage } from '../../support/slack-reading.ts';
import { pressable, pressables, type SlackWorkspace, workspaceOver } from '../../support/slack-workspace.ts';
import { TALENT_SPEECHES } from '../../support/talent-speeches.ts';

let slack: SlackWorkspace;

beforeAll(async () => {
  slack = await workspaceOver(await indexOf(TALENT_SPEECHES));
});
afterAll(() => slack.stop());

/** Types a command. @returns its answer, which Slack takes */
async function ask(typed: string, from: 'member' | 'guest' | 'englishman' = 'member') {
  await slack.command(typed, from);
  const answer = await slack.commandAnswer();
  return { answer, words: readMessage(answer) };
}

/** The numbers that passages are shown with. */
const numbersIn = (words: string): number[] => [...words.matchAll(/^(\d+) {2}/gm)].map(([, number]) => Number(number));
const numbersInText = (text: string): number[] => [...text.matchAll(/^(\d+)\. /gm)].map(([, number]) => Number(number));

describe('a slash command', () => {
  it('is acknowledged at once with nothing, and answered to the person alone, each passage with its citation', async () => {
    const acknowledgement = await slack.command('find 三十个 转编制 周转');
    expect([acknowledgement.status, await acknowledgement.text()]).toEqual([200, '']);
    const answer = await slack.commandAnswer();
    expect(answer.response_type).toBe('ephemeral');
    expect(readMessage(answer)).toContain(
      '《在人才工作内部会上的讲话》（2022-09-01） › 引才的底牌 › 第 2 段 · 内部，不得外传',
    );
  });

  it.each([
    ['提纲 人才工作会议', '提纲：人才工作会议'],
    ['句式 夯实*基础', '句式：夯实*基础'],
    ['出处 留才先留心', '第 5 段'],
    ['留才 补贴', '段落：留才 补贴'],
  ])('understands Chinese words, and no word as a question for passages: %s', async (typed, expected) => {
    expect((await ask(typed)).words).toContain(expected);
  });

  it('with an unknown subcommand gets help that names it', async () => {
    const { words } = await ask('fnid 人才');
    expect(words).toContain('没有「fnid」这个命令');
    expect(words).toContain('/draft outline');
  });

  it('of punctuation alone is told what to type', async () => {
    expect((await ask('find ？？！')).words).toContain('没有可以查找的词');
  });

  it('with a pattern that is not whole is told where it goes wrong', async () => {
    expect((await ask('句式 [夯实')).words).toContain('第 1 个字');
  });

  it('that nothing answers says so, what was looked for and what to try, in blocks and in words', async () => {
    const { answer, words } = await ask('find 火星 移民');
    for (const told of [words, answer.text]) {
      expect(told).toContain('没有找到与「火星 移民」相符的段落');
      expect(told).toContain('火星、移民');
      expect(told).toContain('换个说法');
    }
  });

  it('from someone whose Slack is English is answered in English', async () => {
    const { words } = await ask('find 缺什么人就引什么人', 'englishman');
    expect(words).toContain('paragraph 3 · no restriction stated');
    expect(
      pressables((await ask('find 引才 留才', 'englishman')).answer.blocks).map(({ label }) => label),
    ).not.toContain('展开上下文');
  });
});

describe('passages', () => {
  it('are headed with the question, and below it what it was narrowed to', async () => {
    const { answer, words } = await ask('find 引才 留才 年份:2019-2021 来源:全市');
    const told = ['段落：引才 留才', '范围：2019–2021 年 · 来源含“全市”'];
    expect(words.split('\n').slice(0, 2)).toEqual(told);
    expect(answer.text.split('\n').slice(0, 2)).toEqual(told);
    expect(words).toContain('《在全市人才工作总结会上的讲话》');
    expect(words).not.toContain('《在某县引才留才工作部署会上的讲话》');
  });

  it('are narrowed to a genre', async () => {
    const { words } = await ask('find 引才 体裁:座谈');
    expect(words.split('\n')[1]).toBe('范围：座谈');
    expect(words).toContain('《在青年人才座谈会上的讲话》');
    expect(words).not.toContain('工作总结会');
  });

  it('say which word was read as another', async () => {
    const { answer, words } = await ask('find 乡镇 销好');
    for (const told of [words, answer.text]) expect(told).toContain('“销好”已按“销号”查找');
  });

  it('go on over pages in the same message: numbered on, back again, and to an end', async () => {
    const first = await ask('find 引才 留才');
    expect(numbersIn(first.words)).toEqual([1, 2, 3, 4, 5]);
    expect(pressables(first.answer.blocks).some(({ label }) => label === '上一页')).toBe(false);
    let { blocks } = first.answer;
    const seen = [...first.words.matchAll(/^《.*$/gm)].map(([line]) => line);
    for (let page = 2; pressables(blocks).some(({ label }) => label.startsWith('更多')); page++) {
      await slack.press(pressable(blocks, '更多'));
      const turned = await slack.commandAnswer();
      expect(turned).toMatchObject({ response_type: 'ephemeral', replace_original: true });
      const words = readMessage(turned);
      expect(words.split('\n')[0]).toBe('段落：引才 留才');
      expect(numbersIn(words)[0]).toBe(5 * (page - 1) + 1);
      expect(numbersInText(turned.text)).toEqual(numbersIn(words));
      seen.push(...[...words.matchAll(/^《.*$/gm)].map(([line]) => line));
      ({ blocks } = turned);
    }
    expect(numbersIn(JSON.stringify(blocks)).length).toBeLessThanOrEqual(5);
    expect(seen).toHaveLength(20);
    await slack.press(pressable(blocks, '上一页'));
    expect(numbersIn(readMessage(await slack.commandAnswer()))).toEqual([11, 12, 13, 14, 15]);
  });

  it('keep their filters on the next page', async () => {
    const { answer } = await ask('find 引才 留才 年份:2019-2021');
    await slack.press(pressable(answer.blocks, '更多'));
    expect(readMessage(await slack.commandAnswer())).toContain('2019–2021 年');
  });

  it('of an internal speech are nothing to a guest, who is not told of them', async () => {
    const { answer, words } = await ask('find 周转编制 底牌', 'guest');
    expect(words + answer.text).not.toContain('三十个周转编制');
    expect(words).toContain('没有找到');
    expect(words + answer.text).not.toContain('内部材料');
  });
});

describe('a slash command in the direct messages with the bot', () => {
  it('shows a member what is internal, and offers no channel to share to', async () => {
    const dm = await slack.directChannel('member');
    await slack.openHome('home');
    await slack.shown();
    await slack.command('find “留才先留心”', 'member', { in: dm });
    const answer = await slack.commandAnswer();
    expect(answer.response_type).toBe('ephemeral');
    expect(readMessage(answer)).toContain('留才先留心');
    expect(pressables(answer.blocks).map(({ label }) => label)).toEqual(['展开上下文', '相近的段落', '这篇讲话的提纲']);
    const button = pressable(answer.blocks, '展开上下文');
    await slack.press({ ...button, value: button.value.replace('unfold', 'share') }, 'member', {
      type: 'message',
      message_ts: '1.1',
      is_ephemeral: true,
      channel: dm,
    });
    await slack.command('find “周转编制”', 'member', { in: dm });
    expect(readMessage(await slack.commandAnswer())).toContain('三十个周转编制');
    expect(slack.received).toEqual([]);
  });
});

describe('signatures', () => {
  it('a bad one gets 401', async () => {
    expect((await slack.command('find 数据', 'member', { secret: 'another-secret' })).status).toBe(401);
  });

  it('one that is six minutes old gets 401', async () => {
    const timestamp = Math.floor(Date.now() / 1000) - 360;
    expect((await slack.command('find 数据', 'member', { timestamp })).status).toBe(401);
  });
});

describe('the health check', () => {
  it('answers while the app runs', async () => {
    expect((await fetch(`${slack.origin}/healthz`)).status).toBe(200);
  });
});
