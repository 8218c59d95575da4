import { describe, expect, it } from 'vitest';
import { type CallClock, slackCalls } from '../../src/slack/delivery/index.ts';

const POST = 'https://slack.com/api/chat.postMessage';
const UPDATE = 'https://slack.com/api/chat.update';
const LOOK_UP = 'https://slack.com/api/users.info';
const RESPONSE = 'https://hooks.slack.com/commands/T1/1/x';

const limited = (seconds: number) => () =>
  new Response('{"ok":false,"error":"ratelimited"}', { status: 429, headers: { 'retry-after': String(seconds) } });
const ok = () => new Response('{"ok":true}');
const page = () => new Response('<!doctype html>', { status: 502 });
const broken = (code: string) => () => {
  throw new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
};

/** Calls that fare one after the other as told, the last again and again; time passes by pauses alone. */
function callsThat(...fates: (() => Response)[]) {
  const pauses: number[] = [];
  let now = 0;
  let made = 0;
  const clock: CallClock = {
    now: () => now,
    wait: async (ms) => {
      pauses.push(ms);
      now += ms;
    },
  };
  const fetch = slackCalls(async () => (fates[made++] ?? fates.at(-1) ?? ok)(), clock);
  const call = async (url: string): Promise<number | string> => {
    try {
      return (await fetch(url, { method: 'POST' })).status;
    } catch (error) {
      return error instanceof Error ? error.name : 'thrown';
    }
  };
  return { call, pauses, made: () => made };
}

describe('a call of Slack', () => {
  it.each([POST, RESPONSE])('that shows something is not made again when it breaks off: %s', async (url) => {
    for (const fate of [broken('ECONNRESET'), broken('UND_ERR_SOCKET'), page, () => new Response('')]) {
      const calls = callsThat(fate);
      expect(await calls.call(url)).toBe('UnknownOutcome');
      expect(calls.made()).toBe(1);
    }
  });

  it.each([POST, UPDATE, RESPONSE])('that was not sent at all is made again: %s', async (url) => {
    const calls = callsThat(broken('ECONNREFUSED'), broken('EAI_AGAIN'), ok);
    expect(await calls.call(url)).toBe(200);
    expect(calls.made()).toBe(3);
  });

  it('that comes to the same when it is made twice is made again', async () => {
    const calls = callsThat(broken('ECONNRESET'), page, ok);
    expect(await calls.call(UPDATE)).toBe(200);
  });

  it('that Slack limits waits as long as it was told, within a minute', async () => {
    const calls = callsThat(limited(20), ok);
    expect(await calls.call(POST)).toBe(200);
    expect(calls.pauses).toEqual([20_000]);
    const banned = callsThat(limited(3600));
    expect(await banned.call(POST)).toBe(429);
    expect(banned.made()).toBe(1);
  });

  it('that looks something up waits for no limit', async () => {
    const calls = callsThat(limited(1));
    expect(await calls.call(LOOK_UP)).toBe(429);
    expect(calls.pauses).toEqual([]);
  });

  it('is given up in the end, and never makes others wait', async () => {
    const calls = callsThat(limited(1));
    expect(await calls.call(POST)).toBe(429);
    expect(calls.pauses.reduce((sum, pause) => sum + pause, 0)).toBeLessThanOrEqual(60_000);
    const other = callsThat(ok);
    expect(await other.call(POST)).toBe(200);
  });

  it.each([400, 404])('to a response URL that is refused with %d is told so', async (status) => {
    expect(await callsThat(() => new Response('no', { status })).call(RESPONSE)).toBe(status);
  });

  it('that answers without end is given up', async () => {
    const endless = () =>
      new Response(new ReadableStream({ pull: (stream) => stream.enqueue(new Uint8Array(2 ** 20)) }));
    expect(await callsThat(endless).call(POST)).toBe('UnknownOutcome');
  });
});
