import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SpeechIndex } from '../../../src/indexing/index.ts';
import { indexOf } from '../../support/corpus.ts';
import { centred, pdfOf, row } from '../../support/pdf.ts';
import { readMessage } from '../../support/slack-reading.ts';
import { BOT_TOKEN } from '../../support/slack-stand-ins.ts';
import { type Posted, pressable, type SlackWorkspace, workspaceOver } from '../../support/slack-workspace.ts';
import { numbered, wordDocument } from '../../support/word.ts';

const SPEECHES = {
  'a.txt': `在全市防汛工作会议上的讲话
同志们：
一、把堤坝走一遍
险段要用脚量，隐患要当天记，记下的要当天有人管。
`,
  'b.txt': `仅供内部学习，严禁外传
在防汛内部调度会上的讲话
同志们：
一、把闸口管死
闸门的钥匙夜里只认值班长，旁人一律不得靠近。
`,
};
const TRACED = '险段要用脚量，隐患要当天记，记下的要当天有人管。';
const UNTRACED = '月亮上的堤坝至今没有人走过一遍。';
const INTERNAL = '闸门的钥匙夜里只认值班长，旁人一律不得靠近。';
const TITLE = '在某县防汛会上的讲话';

const bytes = (made: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(made);

let index: SpeechIndex;
let slack: SlackWorkspace;

beforeAll(async () => {
  index = await indexOf(SPEECHES);
  const words = await wordDocument([TITLE, numbered(0, '先看堤坝'), TRACED, UNTRACED]);
  const lines = ['一、先看堤坝', TRACED, UNTRACED].map((text, i) => row(i + 2, text, 2));
  slack = await workspaceOver(index, {
    files: {
      F0MD: { name: '初稿.md', text: `# ${TITLE}\n\n一、先看堤坝\n\n${TRACED}${UNTRACED}\n` },
      F0TXT: { name: '初稿.txt', text: `${TITLE}\n一、先看堤坝\n${TRACED}${UNTRACED}\n` },
      F0DOCX: { name: '初稿.docx', text: bytes(words) },
      F0PDF: { name: '初稿.pdf', text: bytes(pdfOf([centred(780, TITLE, 22), ...lines])) },
      F0SECRET: { name: '摘抄.txt', text: `${TITLE}\n一、先看闸口\n${INTERNAL}${TRACED}\n` },
      F0LARGE: { name: '很大.txt', text: TRACED, fields: { size: 30_000_000 } },
      F0SWELLS: { name: '撑大.txt', text: 'a'.repeat(21_000_000), fields: { size: 10 } },
      F0CSV: { name: '名单.xlsx', text: 'a,b' },
      F0OLD: { name: '旧稿.rtf', text: 'a' },
      F0GONE: { name: '删了.txt', text: TRACED, fields: { url_private_download: undefined } },
      F0LOST: { name: '丢了.txt', text: TRACED, fields: { url_private_download: undefined, id: 'F0NOWHERE' } },
      F0FOREIGN: {
        name: '外链.txt',
        text: TRACED,
        fields: { url_private_download: 'https://files.slack.com.elsewhere.test/files-pri/F0TXT' },
      },
      F0PLAIN: {
        name: '明文.txt',
        text: TRACED,
        fields: { url_private_download: 'http://files.slack.com/files-pri/F0TXT' },
      },
      F0SIGNIN: { name: '要登录.docx', text: '<html>Sign in</html>', contentType: 'text/html; charset=utf-8' },
      F0SIGNINPAGE: { name: '稿子.html', text: '<html>Sign in</html>', contentType: 'text/html; charset=utf-8' },
      F0PAGE: {
        name: '网页.html',
        text: `<html><body><h1>${TITLE}</h1><p>一、先看堤坝</p><p>${TRACED}</p><p>${UNTRACED}</p></body></html>`,
        contentType: 'text/html',
      },
      F0SNIPPET: {
        name: '片段',
        text: `${TITLE}\n一、先看堤坝\n${TRACED}${UNTRACED}\n`,
        fields: { filetype: 'text' },
      },
      F0EMPTY: { name: '空.txt', text: '' },
    },
  });
});
afterAll(() => slack.stop());

const seen = (message: Posted | undefined): string => (message === undefined ? '' : readMessage(message));

/** Presses the button that traces a file's sentences, under what the bot said of it. */
async function trace(id: string, from: 'member' | 'guest' = 'member'): Promise<string> {
  const summary = await slack.dropFile(id, from);
  const channel = await slack.directChannel(from);
  const before = (await slack.posted(channel)).length;
  const container = { type: 'message', message_ts: `${summary.ts}`, channel } as const;
  await slack.press(pressable(summary.blocks, '逐句查出处'), from, container);
  return seen((await slack.posted(channel, before + 1))[before]);
}

describe('a file in direct messages', () => {
  it.each(['F0MD', 'F0TXT', 'F0DOCX', 'F0PDF', 'F0PAGE', 'F0SNIPPET'])(
    'is told as it was read, and its sentences traced: %s',
    async (id) => {
      const summary = seen(await slack.dropFile(id));
      expect(summary).toContain(`《${TITLE}》`);
      expect(summary).toContain('一、先看堤坝');
      const table = await trace(id);
      expect(table).toContain('《在全市防汛工作会议上的讲话》');
      expect(table).toContain('未找到');
      expect(table).toMatch(/\d 句中有 1 句查到出处/);
    },
  );

  it('that quotes what is internal is traced for a member, and not for a guest', async () => {
    expect(await trace('F0SECRET')).toContain('在防汛内部调度会上的讲话');
    const forGuest = await trace('F0SECRET', 'guest');
    expect(forGuest).toContain('《在全市防汛工作会议上的讲话》');
    expect(forGuest).not.toContain('内部调度会');
    expect(forGuest).not.toContain('内部材料');
  });

  it.each([
    ['F0LARGE', '超过 20 MB 的上限'],
    ['F0SWELLS', '超过 20 MB 的上限'],
    ['F0CSV', '还不能读 名单.xlsx 这种格式'],
    ['F0OLD', '另存为 .docx'],
    ['F0GONE', '已删除，或我读不到'],
    ['F0FOREIGN', '读不了 外链.txt'],
    ['F0PLAIN', '读不了 明文.txt'],
    ['F0SIGNIN', '缺少权限 files:read'],
    ['F0SIGNINPAGE', '缺少权限 files:read'],
    ['F0EMPTY', '空.txt 是空的'],
    ['F0UNHEARD', '已删除，或我读不到'],
  ])('that cannot be read is told so: %s', async (id, expected) => {
    expect(seen(await slack.dropFile(id))).toContain(expected);
  });

  it('has the token shown to the stand-in for Slack alone', async () => {
    await slack.dropFile('F0FOREIGN');
    await slack.dropFile('F0TXT');
    const shown = slack.calls.filter(({ token }) => token?.includes(BOT_TOKEN));
    expect(new Set(shown.map(({ host }) => host)).size).toBe(1);
    expect(slack.calls.filter(({ host }) => host.includes('slack.com'))).toEqual([]);
    expect(shown.some(({ method }) => method === 'F0TXT')).toBe(true);
  });

  it('that was deleted since is told so when its sentences are to be traced', async () => {
    const channel = await slack.directChannel('member');
    const before = (await slack.posted(channel)).length;
    const container = { type: 'message', message_ts: '1.1', channel } as const;
    await slack.press({ action_id: 'draft_trace', value: 'trace:F0UNHEARD' }, 'member', container);
    expect(seen((await slack.posted(channel, before + 1))[before])).toContain('已删除，或我读不到');
  });

  it('with words beside it is told of, and the words are answered; editing them leaves it alone', async () => {
    const channel = await slack.directChannel('member');
    const before = (await slack.posted(channel)).length;
    const { ts } = await slack.write('找 隐患 脚量', 'member', { files: ['F0TXT'] });
    const [summary, answer] = (await slack.posted(channel, before + 2)).slice(before);
    expect(seen(summary)).toContain(`《${TITLE}》`);
    expect(seen(answer)).toContain('段落：隐患 脚量');
    await slack.write('出处 险段要用脚量，隐患要当天记', 'member', { ts, files: ['F0TXT'], before: '找 隐患 脚量' });
    await slack.directMessage('帮助');
    const after = (await slack.posted(channel)).slice(before);
    expect(after.map(({ ts: id }) => id).slice(0, 2)).toEqual([summary?.ts, answer?.ts]);
    expect([after.length, seen(after[0]).includes(TITLE), seen(after[1]).includes('原文')]).toEqual([3, true, true]);
  });

  it('of somebody of another organisation is not looked into', async () => {
    const asked = slack.calls.length;
    expect(seen(await slack.dropFile('F0TXT', 'foreigner'))).toContain('只供本单位');
    const channel = await slack.directChannel('foreigner');
    const container = { type: 'message', message_ts: '1.1', channel } as const;
    await slack.press({ action_id: 'draft_trace', value: 'trace:F0TXT' }, 'foreigner', container);
    expect(seen((await slack.posted(channel, 2))[1])).toContain('只供本单位');
    const looked = slack.calls.slice(asked).filter(({ method }) => method === 'F0TXT' || method === 'files.info');
    expect(looked).toEqual([]);
  });

  it('leaves no word of itself in the log', () => {
    expect(slack.logLines.join()).not.toMatch(/险段|堤坝|钥匙|闸门|xox|防汛/);
  });
});
