import { webApi } from '@slack/bolt';

/** What Slack answers to a method, by the arguments it got; `fail` refuses, `never` does not answer. */
export type Answers = Record<string, (args: Record<string, string>) => object | 'never'>;

/** How Slack refuses: with its code. */
export const fail = (error: string): object => ({ ok: false, error });

/** A Web API client over answers that are given, and the calls it made, as `method id`. */
export function fakeSlack(answers: Answers) {
  const calls: string[] = [];
  const answering = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const method = String(input).split('/').at(-1) ?? '';
    const args = Object.fromEntries(new URLSearchParams(String(init?.body)));
    calls.push([method, args['user'] ?? args['channel'] ?? args['usergroup'] ?? args['cursor'] ?? ''].join(' ').trim());
    const answer = answers[method]?.(args) ?? fail('unknown_method');
    if (answer === 'never') return new Promise(() => {});
    return Response.json({ ok: true, ...aboutWhom(answer, args) });
  };
  const client = new webApi.WebClient('xoxb-test', {
    fetch: answering,
    retryConfig: { retries: 0 },
    timeout: 0,
    rejectRateLimitedCalls: true,
    logger: {
      debug: () => {},
      info: () => {},
      warn: () => {},
      error: () => {},
      setLevel: () => {},
      getLevel: () => webApi.LogLevel.ERROR,
      setName: () => {},
    },
  });
  return { client, calls };
}

/** Slack says whom it speaks of; an answer that does not is given the id that was asked for. */
const aboutWhom = (answer: object, { user }: Record<string, string>): object =>
  'user' in answer && typeof answer.user === 'object' ? { ...answer, user: { id: user, ...answer.user } } : answer;
