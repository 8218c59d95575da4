import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Assistant } from '../../../src/assistant/index.ts';
import { assistantOver } from '../../../src/assistant/index.ts';
import { drafterOver } from '../../../src/drafting/index.ts';
import { memoryStore, type Store } from '../../../src/store/index.ts';
import { indexOf } from '../../support/corpus.ts';
import { wordsIn } from '../../support/slack-reading.ts';
import { type SlackWorkspace, startSlackWorkspace } from '../../support/slack-workspace.ts';
import { TALENT_SPEECHES } from '../../support/talent-speeches.ts';

const ASK_AGAIN = '我刚才重新启动';

/** A bot that answers nothing until it is allowed to, over a store that outlives it. */
async function withMute(
  run: (slack: SlackWorkspace, mute: { store: Store; speak: () => void; asked: () => number }) => Promise<void>,
  given: Parameters<typeof startSlackWorkspace>[1] = {},
): Promise<void> {
  const answers = assistantOver(drafterOver(await indexOf(TALENT_SPEECHES)));
  let speaks = false;
  let asked = 0;
  const assistant: Assistant = (...question) => {
    asked++;
    return speaks ? answers(...question) : new Promise(() => undefined);
  };
  const store = memoryStore();
  const slack = await startSlackWorkspace(assistant, { ...given, store });
  const speak = (): void => {
    speaks = true;
  };
  try {
    await run(slack, { store, speak, asked: () => asked });
  } finally {
    await slack.stop();
  }
}

const begun = (store: Store): number => store.list('begun:', z.unknown()).length;

describe('a question that an earlier life left half done', () => {
  it('by command: whoever asked is told to ask again, once', async () => {
    await withMute(async (slack, { store, asked }) => {
      await slack.command('找 引才');
      await expect.poll(asked).toBe(1);
      expect(begun(store)).toBe(1);
      await slack.restart(async () => store);
      const told = await slack.commandAnswer();
      expect(told.text).toContain(ASK_AGAIN);
      expect(told.response_type).toBe('ephemeral');
      expect(begun(store)).toBe(0);
    });
  });

  it('in a direct message: told there', async () => {
    await withMute(async (slack, { store, asked }) => {
      await slack.write('找 引才');
      await expect.poll(asked).toBe(1);
      await slack.restart(async () => store);
      expect(wordsIn((await slack.direct('member'))[0]?.blocks)).toContain(ASK_AGAIN);
    });
  });

  it('in a direct message that is edited then: answered in the place of what was told', async () => {
    await withMute(async (slack, { store, asked, speak }) => {
      const { ts } = await slack.write('找 引才');
      await expect.poll(asked).toBe(1);
      await slack.restart(async () => store);
      await expect.poll(() => store.list('reply:', z.unknown())).toHaveLength(1);
      speak();
      await slack.write('找 留才', 'member', { ts, before: '找 引才' });
      const now = async () => wordsIn((await slack.direct('member'))[0]?.blocks);
      await expect.poll(now).toContain('段落：留才');
      expect(await slack.direct('member')).toHaveLength(1);
    });
  });

  it('that Slack delivers again is answered where it was not told yet', async () => {
    await withMute(async (slack, { store, speak }) => {
      const thread = await slack.thread('引才怎么讲');
      // What a life leaves that was killed before its first line reached the disk: nothing.
      speak();
      await slack.restart(async () => store);
      await slack.mention('找 引才', thread, 'member', { ts: '1700000000.000100', eventId: 'EvLeft' });
      expect(await slack.replies(thread)).toHaveLength(1);
    });
  });

  it('holds no word of what was asked', async () => {
    await withMute(async (slack, { store, asked }) => {
      await slack.command('找 引才');
      await expect.poll(asked).toBe(1);
      expect(JSON.stringify(store.list('begun:', z.unknown()))).not.toContain('引才');
    });
  });

  it('leaves nothing behind when it was answered', async () => {
    await withMute(async (slack, { store, speak }) => {
      speak();
      await slack.command('找 引才');
      await slack.commandAnswer();
      await expect.poll(() => begun(store)).toBe(0);
    });
  });
});

describe('a post that breaks off', () => {
  const ONCE = { ts: '1700000000.000200', eventId: 'EvBreaks' };

  it('is looked for, and not sent again where it has arrived', async () => {
    let broken = 0;
    const posted: unknown[] = [];
    const answers = {
      'chat.postMessage': (sent: Readonly<Record<string, unknown>>) => {
        posted.push(sent);
        broken++;
        return broken === 1 ? new Response('', { status: 502 }) : undefined;
      },
      'conversations.replies': (asked: Readonly<Record<string, unknown>>) => {
        if (`${asked['include_all_metadata']}` !== 'true') return undefined;
        const metadata = z.object({ metadata: z.unknown() }).parse(posted[0]).metadata;
        const read = typeof metadata === 'string' ? JSON.parse(metadata) : metadata;
        return Response.json({ ok: true, messages: [{ ts: '1700000000.000300', metadata: read }] });
      },
    };
    await withMute(
      async (slack, { speak }) => {
        speak();
        const thread = await slack.thread('引才怎么讲');
        await slack.mention('找 引才', thread, 'member', ONCE);
        await slack.called('conversations.replies', 1);
        await expect.poll(() => slack.logLines.some((line) => line.includes('answered'))).toBe(true);
        expect(posted).toHaveLength(1);
      },
      { answers },
    );
  });

  it('is sent again where it has not', async () => {
    let broken = 0;
    const answers = {
      'chat.postMessage': () => (broken++ === 0 ? new Response('', { status: 502 }) : undefined),
      'conversations.replies': (asked: Readonly<Record<string, unknown>>) =>
        `${asked['include_all_metadata']}` === 'true' ? Response.json({ ok: true, messages: [] }) : undefined,
    };
    await withMute(
      async (slack, { speak }) => {
        speak();
        const thread = await slack.thread('引才怎么讲');
        await slack.mention('找 引才', thread, 'member', ONCE);
        expect(wordsIn((await slack.replies(thread))[0]?.blocks)).toContain('段落：引才');
      },
      { answers },
    );
  });

  it('is told where Slack does not say', async () => {
    let broken = 0;
    const answers = {
      'chat.postMessage': () => (broken++ === 0 ? new Response('', { status: 502 }) : undefined),
      'conversations.replies': (asked: Readonly<Record<string, unknown>>) =>
        `${asked['include_all_metadata']}` === 'true'
          ? Response.json({ ok: false, error: 'missing_scope' })
          : undefined,
    };
    await withMute(
      async (slack, { speak }) => {
        speak();
        const thread = await slack.thread('引才怎么讲');
        await slack.mention('找 引才', thread, 'member', ONCE);
        expect(wordsIn((await slack.direct('member'))[0]?.blocks)).toContain('可能没有送到');
      },
      { answers },
    );
  });
});
