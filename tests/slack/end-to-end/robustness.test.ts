import { beforeAll, describe, expect, it } from 'vitest';
import { type Assistant, assistantOver } from '../../../src/assistant/index.ts';
import { drafterOver } from '../../../src/drafting/index.ts';
import type { SpeechIndex } from '../../../src/indexing/index.ts';
import { ZhibiError } from '../../../src/speech/index.ts';
import { indexOf } from '../../support/corpus.ts';
import { wordsIn } from '../../support/slack-reading.ts';
import { modalWith } from '../../support/slack-surfaces.ts';
import {
  type Posted,
  pressable,
  type SlackWorkspace,
  startSlackWorkspace,
  type workspaceOver,
} from '../../support/slack-workspace.ts';

const SPEECHES = {
  'a.txt': `在全市供暖工作会议上的讲话
同志们：
一、把炉子烧热
供暖的标准是老人屋里的温度计，不是报表上的平均数。
二、把管网查清
管网要赶在霜降以前走完，一个阀门一个阀门地拧。
`,
};
/** Words of the corpus and of the questions, which no log may have. */
const UNLOGGED = /供暖|温度计|管网|阀门|霜降|炉子|xox[bp]|signing/;

let index: SpeechIndex;
const logged: string[] = [];

beforeAll(async () => {
  index = await indexOf(SPEECHES);
});

/** Runs with a workspace of its own, and keeps what it logs. */
async function within(
  given: Parameters<typeof workspaceOver>[1],
  run: (slack: SlackWorkspace) => Promise<void>,
  assistant: Assistant = assistantOver(drafterOver(index)),
): Promise<void> {
  const slack = await startSlackWorkspace(assistant, given);
  try {
    await run(slack);
  } finally {
    await slack.stop();
    logged.push(...slack.logLines);
  }
}

/** Refuses what is written to a channel, as Slack does. */
const refusing = (error: string, fields: object = {}) => ({
  'chat.postMessage': ({ channel }: Readonly<Record<string, unknown>>) =>
    `${channel}`.startsWith('C') ? Response.json({ ok: false, error, ...fields }) : undefined,
});

describe('an acknowledgement', () => {
  it('comes before the work, and does not wait for it', async () => {
    const never: Assistant = () => new Promise(() => {});
    await within(
      {},
      async (slack) => {
        const thread = await slack.thread('供暖');
        const acknowledged = await Promise.all([
          slack.command('找 供暖'),
          slack.press({ action_id: 'draft_unfold', value: 'unfold:a-1' }),
          slack.shortcut('draft_source', '管网要赶在霜降以前走完'),
          slack.mention('找 供暖', thread),
          slack.write('找 供暖'),
          slack.openHome('home'),
          slack.submit({ ...modalWith('{}'), callback_id: 'draft_place' }, {}),
        ]);
        expect(acknowledged.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200, 200]);
        expect(slack.received).toEqual([]);
      },
      never,
    );
  });
});

describe('questions', () => {
  it('of one conversation are answered in their order, of different ones side by side', async () => {
    let release = (): void => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const assistant = assistantOver(drafterOver(index));
    const slow: Assistant = async (command, audience) => {
      if (command.kind === 'request' && 'query' in command.request && command.request.query === '温度计')
        await released;
      return assistant(command, audience);
    };
    await within(
      {},
      async (slack) => {
        const { channel } = await slack.write('找 温度计');
        await slack.write('找 阀门');
        const thread = await slack.thread('甲');
        await slack.mention('找 温度计', thread);
        await slack.mention('找 阀门', thread);
        // Others do not wait: another person, another thread of the same channel.
        expect(wordsIn((await slack.directMessage('找 阀门', 'guest')).blocks)).toContain('段落：阀门');
        const other = await slack.thread('乙');
        await slack.mention('找 阀门', other);
        expect(await slack.replies(other)).toHaveLength(1);
        release();
        for (const answers of [await slack.posted(channel, 2), await slack.replies(thread, 2)]) {
          expect(answers.map(({ text }) => text.split('\n')[0])).toEqual(['段落：温度计', '段落：阀门']);
        }
      },
      slow,
    );
  });
});

describe('a response URL', () => {
  it('that breaks off is not sent the same again: the person is told', async () => {
    await within({ responseStatus: 500 }, async (slack) => {
      await slack.command('找 温度计');
      const [first] = await slack.direct('member');
      expect(wordsIn(first?.blocks)).toContain('可能没有送到');
      expect(wordsIn(first?.blocks)).not.toContain('段落：温度计');
    });
  });

  it.each([404, 429])('that answers %d has the answer sent directly, with a note', async (responseStatus) => {
    await within({ responseStatus }, async (slack) => {
      await slack.command('找 温度计');
      const [first] = await slack.direct('member');
      expect(wordsIn(first?.blocks)).toMatch(/^在原来的地方没能显示，改发到这里：.*段落：温度计/s);
      await slack.press(pressable(first?.blocks, '相近的段落'));
      const [, second] = await slack.direct('member', 2);
      expect(wordsIn(second?.blocks)).toContain('在原来的地方没能显示');
      await slack.press(pressable(first?.blocks, '发到频道'));
      const [, , third] = await slack.direct('member', 3);
      expect(wordsIn(third?.blocks)).toContain('没能发到频道');
    });
  });
});

describe('a response URL that refuses what it is sent', () => {
  const TWO = '每晚巡一遍阀门，听得见水声才锁门。温度计挂在老人床头，低一度就上门。';
  const hasTable = (blocks: unknown): boolean => JSON.stringify(blocks ?? []).includes('"type":"table"');

  it.each([
    ['with a status', 400],
    ['with a word, and a status that is well', { status: 200, body: '{"ok":false,"error":"invalid_blocks"}' }],
  ])('%s, gets it without its table', async (_, refusal) => {
    const responseStatus = ({ blocks }: Posted) => (hasTable(blocks) ? refusal : 200);
    await within({ responseStatus }, async (slack) => {
      await slack.command(`出处 ${TWO}`);
      expect(hasTable((await slack.commandAnswer()).blocks)).toBe(true);
      const { blocks, text } = await slack.commandAnswer();
      expect(hasTable(blocks)).toBe(false);
      expect(wordsIn(blocks)).toContain('逐句查出处：2 句');
      expect(text).toContain('逐句查出处：2 句');
    });
  });

  it('for another reason has the answer sent directly', async () => {
    const responseStatus = () => ({ status: 200, body: '{"ok":false,"error":"expired_url"}' });
    await within({ responseStatus }, async (slack) => {
      await slack.command('找 温度计');
      expect(wordsIn((await slack.direct('member'))[0]?.blocks)).toContain('在原来的地方没能显示');
    });
  });
});

describe('where Slack refuses a reply in a channel', () => {
  it.each([
    ['not_in_channel', {}, '/invite @执笔'],
    ['restricted_action', {}, '/invite @执笔'],
    ['channel_not_found', {}, '那个频道我看不到，或已归档'],
    ['is_archived', {}, '那个频道我看不到，或已归档'],
    ['missing_scope', { needed: 'chat:write' }, '缺少权限 chat:write'],
    ['token_revoked', {}, '令牌已失效'],
    ['fatal_error', {}, '请稍后再试'],
  ])('with %s, the person is told directly what to do', async (error, fields, advice) => {
    await within({ answers: refusing(error, fields) }, async (slack) => {
      const thread = await slack.thread('供暖怎么讲');
      await slack.mention('找 温度计', thread);
      const [told] = await slack.direct('member');
      expect(wordsIn(told?.blocks)).toContain(advice);
      expect(JSON.stringify(told)).not.toContain('报表');
    });
  });

  it('because of its blocks, the words are posted without them', async () => {
    const answers = {
      'chat.postMessage': ({ blocks }: Readonly<Record<string, unknown>>) =>
        Array.isArray(blocks) && blocks.length > 0 ? Response.json({ ok: false, error: 'invalid_blocks' }) : undefined,
    };
    await within({ answers }, async (slack) => {
      const thread = await slack.thread('供暖怎么讲');
      await slack.mention('找 温度计', thread);
      const [reply] = await slack.replies(thread);
      expect(reply?.text).toContain('不是报表上的平均数');
      expect(reply?.blocks ?? []).toEqual([]);
      expect((await slack.directMessage('找 阀门')).text).toContain('赶在霜降以前');
    });
  });

  it('with its blocks and without, the person is told', async () => {
    await within({ answers: refusing('invalid_blocks') }, async (slack) => {
      await slack.mention('找 温度计', await slack.thread('供暖怎么讲'));
      expect(wordsIn((await slack.direct('member'))[0]?.blocks)).toContain('请缩小范围再问一次');
    });
  });

  it('because too much is sent, it is posted once Slack allows it', async () => {
    let refusals = 1;
    const answers = {
      'chat.postMessage': () =>
        refusals-- > 0
          ? Response.json({ ok: false, error: 'ratelimited' }, { status: 429, headers: { 'retry-after': '1' } })
          : undefined,
    };
    await within({ answers }, async (slack) => {
      const thread = await slack.thread('供暖怎么讲');
      await slack.mention('找 温度计', thread);
      expect(wordsIn((await slack.replies(thread))[0]?.blocks)).toContain('报表');
      expect(await slack.replies(thread)).toHaveLength(1);
    });
  });

  it('to a person too, nothing goes on being lost: the next question is answered', async () => {
    let isDown = true;
    const answers = {
      'chat.postMessage': () => (isDown ? Response.json({ ok: false, error: 'internal_error' }) : undefined),
    };
    await within({ answers }, async (slack) => {
      const thread = await slack.thread('供暖怎么讲');
      await slack.mention('找 温度计', thread);
      await slack.called('chat.postMessage', 2);
      isDown = false;
      await slack.mention('找 阀门', thread);
      expect(wordsIn((await slack.replies(thread))[0]?.blocks)).toContain('段落：阀门');
    });
  });
});

describe('an index that is missing', () => {
  it('gets an apology with a number, and the log says why under the same number', async () => {
    const missing: Assistant = () => Promise.reject(new ZhibiError('index-missing', { folder: 'index' }));
    await within(
      {},
      async (slack) => {
        await slack.command('找 温度计');
        const number = /编号 (\w{8})/.exec((await slack.commandAnswer()).text)?.[1];
        const lines = slack.logLines.map((line) => JSON.parse(line));
        expect(lines).toEqual([expect.objectContaining({ msg: 'failed', code: 'index-missing', requestId: number })]);
      },
      missing,
    );
  });
});

describe('the log', () => {
  it('has one line an answer: where it was asked, what kind, how many items', async () => {
    await within({}, async (slack) => {
      await slack.command('找 温度计');
      await slack.commandAnswer();
      await slack.directMessage('出处 管网要赶在霜降以前走完');
      const lines = slack.logLines.map((line) => JSON.parse(line));
      expect(lines).toEqual([
        expect.objectContaining({ msg: 'answered', surface: 'command', kind: 'find', items: 1 }),
        expect.objectContaining({ msg: 'answered', surface: 'direct-message', kind: 'source', items: 1 }),
      ]);
    });
  });
});

describe('the log of all this', () => {
  it('has no word of the questions and of the corpus, and no token', () => {
    expect(logged.length).toBeGreaterThan(50);
    expect(logged.filter((line) => UNLOGGED.test(line))).toEqual([]);
  });
});
