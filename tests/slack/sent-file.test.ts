import { describe, expect, it } from 'vitest';
import type { SentFile } from '../../src/slack/reading/payloads.ts';
import { downloadSent, nameOfSent } from '../../src/slack/reading/sent-file.ts';

const TOKEN = 'xoxb-1';
const START = 'https://files.slack.com/files-pri/T1-F1/a.txt';
const fileOf = (fields: Partial<SentFile> = {}): SentFile => ({
  ...{ id: 'F1', name: 'a.txt', size: 0, filetype: undefined, url_private_download: START },
  ...fields,
});
const to = (location: string) => (): Response => new Response('', { status: 302, headers: { location } });
const page =
  (body: string, headers: Record<string, string> = {}) =>
  (): Response =>
    new Response(body, { headers: { 'content-type': 'text/html; charset=utf-8', ...headers } });

/** Downloads from answers that are given by address. @returns what came, and what was asked with which token */
async function download(answers: Record<string, () => Response>, file: SentFile = fileOf()) {
  const asked: [address: string, token: string | null][] = [];
  const fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    expect(init?.redirect).toBe('manual');
    asked.push([String(input), new Headers(init?.headers).get('authorization')]);
    return answers[String(input)]?.() ?? new Response('', { status: 404 });
  };
  const outcome = await downloadSent({ fetch, token: TOKEN, slackApiUrl: 'https://slack.com/api/' }, file).then(
    (bytes) => Buffer.from(bytes).toString(),
    (error: { code?: string; name: string; details?: { reason?: string } }) =>
      `${error.code ?? error.name} ${error.details?.reason ?? ''}`.trim(),
  );
  return { outcome, asked };
}

describe('a redirect of a file', () => {
  it('is followed to Slack’s own hosts, with the token', async () => {
    const there = 'https://somewhere.slack-files.com/a.txt';
    const { asked, outcome } = await download({ [START]: to(there), [there]: () => new Response('甲的话') });
    expect(outcome).toBe('甲的话');
    expect(asked).toEqual([START, there].map((address) => [address, `Bearer ${TOKEN}`]));
  });

  it('that is relative is to the same host', async () => {
    const there = 'https://files.slack.com/b.txt';
    const { outcome } = await download({ [START]: to('/b.txt'), [there]: () => new Response('乙的话') });
    expect(outcome).toBe('乙的话');
  });

  it.each([
    'https://elsewhere.test/a.txt',
    'https://files.slack.com.elsewhere.test/a.txt',
    'https://notslack.com/a.txt',
    'https://files.slack.com:8443/a.txt',
    'https://files.slack.com@elsewhere.test/a.txt',
    'https://user@files.slack.com/a.txt',
    'http://files.slack.com/a.txt',
    '//elsewhere.test/a.txt',
    'http://169.254.169.254/latest/meta-data',
    'file:///etc/passwd',
    'http://[',
  ])('to another host is not followed: %s', async (there) => {
    const { asked, outcome } = await download({ [START]: to(there), [there]: () => new Response('不该读的') });
    expect(outcome).toBe('download-failed address');
    expect(asked.map(([address]) => address)).toEqual([START]);
  });

  it('that goes round is given up', async () => {
    const { asked, outcome } = await download({ [START]: to(START) });
    expect(outcome).toBe('download-failed redirects');
    expect(asked.length).toBeLessThan(6);
  });

  it('that leads nowhere is told by its status', async () => {
    const { outcome } = await download({ [START]: () => new Response('', { status: 302 }) });
    expect(outcome).toBe('download-failed 302');
  });
});

describe('a page in place of a file', () => {
  const SPEECH = `<html><head><title>在全市会上的讲话</title></head><body><p>${'把渠修通。'.repeat(200)}</p></body></html>`;
  const SIGN_IN = '<html><head><title>Sign in | Slack</title></head><body>…</body></html>';
  const html = fileOf({ name: '稿子.html' });
  const there = 'https://team.slack.com/?redir=%2Ffiles-pri';

  it.each<[string, SentFile, Record<string, () => Response>]>([
    ['for a file of another format', fileOf({ name: '稿子.docx' }), { [START]: page(SPEECH) }],
    ['for a snippet', fileOf({ name: '稿子', filetype: 'text' }), { [START]: page(SPEECH) }],
    ['after a redirect', html, { [START]: to(there), [there]: page(SPEECH) }],
    ['of another size', fileOf({ name: '稿子.html', size: 9 }), { [START]: page(SPEECH) }],
    ['that says so in its title', html, { [START]: page(SIGN_IN) }],
    ['that says little else', fileOf({ name: '稿子.HTM' }), { [START]: page('<html>请先登录</html>') }],
  ])('is Slack’s for signing in: %s', async (_, file, answers) => {
    expect((await download(answers, file)).outcome).toBe('NotLetIn');
  });

  it.each<[string, SentFile, () => Response]>([
    ['which is one', html, page(SPEECH)],
    ['that is as long as it is said to be', { ...html, size: Buffer.byteLength(SPEECH) }, page(SPEECH)],
    [
      'about signing in, sent as an attachment',
      html,
      page(SIGN_IN, { 'content-disposition': 'attachment; filename="a"' }),
    ],
  ])('is the file: %s', async (_, file, answer) => {
    expect((await download({ [START]: answer }, file)).outcome).toMatch(/^<html>/);
  });
});

describe('a file’s name', () => {
  it.each<[string, string | undefined, string]>([
    ['讲话', 'text', '讲话.txt'],
    ['讲话', 'markdown', '讲话.md'],
    ['讲话', 'docx', '讲话.docx'],
    ['关于2.0版的讲话', 'pdf', '关于2.0版的讲话.pdf'],
    ['讲话.v2', 'text', '讲话.v2.txt'],
    ['', 'text', 'F1.txt'],
    ['讲话.docx', 'binary', '讲话.docx'],
    ['讲话.TXT', 'text', '讲话.TXT'],
    ['讲话.htm', 'html', '讲话.htm'],
    ['讲话.pdf', 'text', '讲话.pdf'],
    ['名单.xlsx', 'xlsx', '名单.xlsx'],
    ['讲话', undefined, '讲话'],
  ])('%j, which Slack takes for %s, is read as %j', (name, filetype, expected) => {
    expect(nameOfSent(fileOf({ name, filetype }))).toBe(expected);
  });
});
