import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runCommandLine } from '../src/command-line/index.ts';
import { readInstallation } from '../src/config.ts';
import { SCOPES } from '../src/slack/index.ts';
import { type StandInAnswer, startSlackApi } from './support/slack-api-stand-in.ts';
import { recordingTerminal } from './support/terminal.ts';

const BOT = 'xoxb-4711-aa11bb22';
const APP = 'xapp-1-cc33dd44';
const SPEECH = '在全镇防火工作会上的讲话\n同志们：\n一、把火源管住\n上山一道岗，火种不进山。\n';
const ALL_SCOPES = Object.keys(SCOPES);

let root: string;
let files: { ZHIBI_CORPUS: string; ZHIBI_INDEX: string };

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'zhibi-doctor-'));
  files = { ZHIBI_CORPUS: join(root, 'corpus'), ZHIBI_INDEX: join(root, 'index') };
  await mkdir(files.ZHIBI_CORPUS);
  await writeFile(join(files.ZHIBI_CORPUS, 'fire.txt'), SPEECH);
  expect((await run(files, 'index')).code).toBe(0);
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function run(environment: Record<string, string>, ...argv: string[]) {
  const { terminal, printed } = recordingTerminal();
  const installation = readInstallation(environment);
  return { code: await runCommandLine(argv, terminal, installation.config, installation), ...printed };
}

const Report = z.strictObject({
  ok: z.boolean(),
  checks: z.array(
    z.strictObject({
      check: z.string(),
      outcome: z.enum(['pass', 'fail', 'note']),
      code: z.string(),
      message: z.string().min(1),
      advice: z.string().min(1).nullable(),
    }),
  ),
});

/** What the doctor says of an environment. No value that is secret may be in it. */
async function examine(environment: Record<string, string>, ...argv: string[]) {
  const all = { ...files, ZHIBI_PORT: '0', ...environment };
  const { code, out, error } = await run(all, 'doctor', '--json', ...argv);
  for (const [key, value] of Object.entries(environment)) {
    if (key.startsWith('SLACK_') && key !== 'SLACK_API_URL') expect(out + error).not.toContain(value);
  }
  const report = Report.parse(JSON.parse(out));
  const found = (outcome: string) => report.checks.filter((one) => one.outcome === outcome).map((one) => one.code);
  const told = (wanted: string) => report.checks.find((one) => one.code === wanted);
  expect(code).toBe(report.ok ? 0 : 1);
  return { fails: found('fail'), notes: found('note'), passes: found('pass'), told };
}

const granting = (...scopes: string[]): StandInAnswer => ({
  body: { ok: true, url: 'https://office.example/', team: '某单位', user: 'zhibi', team_id: 'T1', user_id: 'U1' },
  headers: { 'x-oauth-scopes': scopes.join(',') },
});
const OPEN: StandInAnswer = { body: { ok: true, url: 'wss://office.example/link' } };
const refusing = (error: string): StandInAnswer => ({ body: { ok: false, error } });

/** Examines a bot with both tokens against a Slack that answers so. */
async function examineAgainst(bot: StandInAnswer, app: StandInAnswer = OPEN) {
  const slack = await startSlackApi({ 'auth.test': bot, 'apps.connections.open': app });
  try {
    const report = await examine({ SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP, SLACK_API_URL: slack.apiUrl });
    return { ...report, asked: slack.asked };
  } finally {
    await slack.stop();
  }
}

describe('zhibi doctor, where all is in place', () => {
  it('passes every check, and asks each token what it is for', async () => {
    const { fails, notes, passes, told, asked } = await examineAgainst(granting(...ALL_SCOPES));
    expect(fails).toEqual([]);
    expect(notes).toEqual([]);
    expect(passes).toEqual([
      'node-fits',
      'settings-read',
      'corpus-read',
      'index-ready',
      'dictionary-loaded',
      'state-writable',
      'access-default',
      'workspace-reached',
      'scopes-granted',
      'socket-allowed',
      'port-free',
    ]);
    expect(told('workspace-reached')?.message).toContain('某单位');
    expect(asked).toHaveLength(2);
    expect(asked).toContainEqual({ method: 'auth.test', token: BOT });
    expect(asked).toContainEqual({ method: 'apps.connections.open', token: APP });
  });

  it('needs no app token where there is a signing secret', async () => {
    const slack = await startSlackApi({ 'auth.test': granting(...ALL_SCOPES) });
    const environment = { SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: 'ee55ff66aa77', SLACK_API_URL: slack.apiUrl };
    const { fails, passes } = await examine(environment);
    expect(fails).toEqual([]);
    expect(passes).toContain('secret-set');
    await slack.stop();
  });
});

describe('zhibi doctor, where nothing of Slack is set', () => {
  it('says which tokens are missing and where they come from, and looks at everything else', async () => {
    const { fails, notes, passes, told } = await examine({});
    expect(fails).toEqual(['bot-token-missing', 'connection-missing']);
    expect(notes).toEqual(['not-asked', 'not-asked', 'not-asked']);
    expect(passes).toContain('index-ready');
    expect(told('bot-token-missing')?.advice).toContain('OAuth & Permissions');
    expect(told('connection-missing')?.advice).toContain('connections:write');
  });

  it('prints a line a check for people, in their language', async () => {
    const { out } = await run({ ...files, ZHIBI_PORT: '0' }, 'doctor', '--lang', 'en');
    expect(out).toMatch(/^✓ Node\.js /m);
    expect(out).toMatch(/^✗ settings {2,}there is no SLACK_BOT_TOKEN$/m);
    expect(out).toMatch(/^– workspace /m);
    expect(out).not.toMatch(/\p{Script=Han}/u);
    expect(out.trimEnd().split('\n').at(-1)).toContain('docs/slack.md');
  });
});

describe('zhibi doctor, where settings are wrong', () => {
  it('lists all of them at once, each once, with what they should be', async () => {
    const environment = { SLACK_BOT_TOKEN: 'xoxp-12-9988', SLACK_APP_TOKEN: 'xoxb-12-7766', ZHIBI_LANGUAGE: 'fr' };
    const { fails, told } = await examine(environment);
    expect(fails).toEqual(['setting-wrong', 'setting-wrong', 'setting-wrong']);
    expect(told('setting-wrong')?.message).toMatch(/SLACK_BOT_TOKEN.*xoxb-/);
  });
});

describe('zhibi doctor, where Slack refuses', () => {
  it('tells a bot token that is not valid from all that could not be asked', async () => {
    const { fails, notes, told } = await examineAgainst(refusing('invalid_auth'));
    expect(fails).toEqual(['token-refused']);
    expect(told('token-refused')?.message).toMatch(/SLACK_BOT_TOKEN.*invalid_auth/);
    expect(notes).toContain('not-asked');
  });

  it('tells an app token that is not valid, and one that may not open a socket', async () => {
    const invalid = await examineAgainst(granting(...ALL_SCOPES), refusing('invalid_auth'));
    expect(invalid.fails).toEqual(['token-refused']);
    expect(invalid.told('token-refused')?.message).toContain('SLACK_APP_TOKEN');
    const unscoped = await examineAgainst(granting(...ALL_SCOPES), refusing('missing_scope'));
    expect(unscoped.fails).toEqual(['socket-unscoped']);
  });

  it('says so where Slack cannot be reached, and where something else answers', async () => {
    const slack = await startSlackApi({});
    await slack.stop();
    const gone = await examine({ SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP, SLACK_API_URL: slack.apiUrl });
    expect(gone.fails).toEqual(['slack-unreachable', 'slack-unreachable']);
    expect(gone.told('slack-unreachable')?.message).toContain('ECONNREFUSED');
    const proxied = await examineAgainst({ body: '<html>Please log in</html>' });
    expect(proxied.told('slack-unreachable')?.message).toContain('not-slack');
    expect(JSON.stringify(proxied.told('slack-unreachable'))).not.toContain('log in');
  });
});

describe('zhibi doctor, of scopes', () => {
  it('fails where one that is needed is missing, and names what it is for', async () => {
    const { fails, told } = await examineAgainst(granting(...ALL_SCOPES.filter((scope) => scope !== 'users:read')));
    expect(fails).toEqual(['scopes-missing']);
    expect(told('scopes-missing')?.message).toMatch(/users:read（.+、.+）/);
    expect(told('scopes-missing')?.advice).toContain('zhibi manifest');
  });

  it('notes what is lost without those that are optional, and is content', async () => {
    const needed = Object.entries(SCOPES).filter(([, { optional }]) => !optional);
    const { fails, notes, told } = await examineAgainst(granting(...needed.map(([scope]) => scope)));
    expect(fails).toEqual([]);
    expect(notes).toContain('scopes-declined');
    for (const scope of ['assistant:write', 'channels:history', 'groups:history', 'usergroups:read']) {
      expect(told('scopes-declined')?.message).toContain(scope);
    }
  });

  it('notes those that are more than needed', async () => {
    const { fails, notes, told } = await examineAgainst(granting(...ALL_SCOPES, 'channels:manage'));
    expect(fails).toEqual([]);
    expect(notes).toContain('scopes-extra');
    expect(told('scopes-extra')?.message).toContain('channels:manage');
  });

  it('notes that it does not know where the answer does not say', async () => {
    const { notes } = await examineAgainst({ body: granting().body });
    expect(notes).toContain('scopes-unknown');
  });
});

describe('zhibi doctor, of corpus and index', () => {
  it('says that there is no index', async () => {
    const { fails, told } = await examine({ ZHIBI_INDEX: join(root, 'nowhere') });
    expect(fails).toContain('index-missing');
    expect(told('index-missing')?.message).toContain('zhibi index');
  });

  it('says which part of the index is damaged, be it one that few questions ask for', async () => {
    const index = join(root, 'damaged-index');
    await cp(files.ZHIBI_INDEX, index, { recursive: true });
    const part = (await readdir(index)).find((file) => file.startsWith('phraseology-')) ?? '';
    const bytes = await readFile(join(index, part));
    await writeFile(join(index, part), bytes.fill(0, bytes.length - 8));
    const { fails, told } = await examine({ ZHIBI_INDEX: index });
    expect(fails).toContain('index-damaged');
    expect(told('index-damaged')?.message).toContain('phraseology');
  });

  it('says that the corpus has changed since the index was made', async () => {
    const added = join(root, 'added');
    await mkdir(added);
    await writeFile(join(added, 'snow.txt'), '在全镇扫雪工作会上的讲话\n同志们：\n雪停人到，路通心安。\n');
    const { fails, told } = await examine({ ZHIBI_CORPUS: [files.ZHIBI_CORPUS, added].join(delimiter) });
    expect(fails).toContain('index-stale');
    expect(told('index-stale')?.advice).toContain('zhibi index');
  });

  it('counts the files that were skipped', async () => {
    const mixed = join(root, 'mixed');
    await mkdir(mixed);
    await writeFile(join(mixed, 'fire.txt'), SPEECH);
    await writeFile(join(mixed, 'empty.txt'), '');
    const { told } = await examine({ ZHIBI_CORPUS: mixed });
    expect(told('corpus-read')?.message).toMatch(/1 .*1 /);
    expect(told('corpus-read')?.advice).toContain('zhibi index');
  });

  it('says that a corpus folder is missing, or holds nothing', async () => {
    expect((await examine({ ZHIBI_CORPUS: join(root, 'nowhere') })).fails).toContain('corpus-missing');
    const bare = join(root, 'bare');
    await mkdir(bare);
    expect((await examine({ ZHIBI_CORPUS: bare })).fails).toContain('corpus-empty');
  });
});

describe('zhibi doctor, of the port', () => {
  async function examineBeside(listener: RequestListener) {
    const server = createServer(listener).listen(0);
    await once(server, 'listening');
    const report = await examine({ ZHIBI_PORT: String((server.address() as AddressInfo).port) });
    server.closeAllConnections();
    server.close();
    return report;
  }

  it('takes a bot that is running for no fault', async () => {
    const { fails, notes } = await examineBeside((_, response) => response.end('ok'));
    expect(notes).toContain('port-ours');
    expect(fails).not.toContain('port-taken');
  });

  it('says so where something else has it', async () => {
    const { fails, told } = await examineBeside((_, response) => response.writeHead(404).end());
    expect(fails).toContain('port-taken');
    expect(told('port-taken')?.message).toContain('EADDRINUSE');
  });
});

describe('zhibi doctor, used wrongly', () => {
  it('exits 2', async () => {
    expect((await run(files, 'doctor', '--cure')).code).toBe(2);
  });
});

describe('zhibi manifest', () => {
  it('prints the manifest for Socket Mode, and for HTTP with an address', async () => {
    const socket = await run(files, 'manifest');
    expect(JSON.parse(socket.out)).toEqual(JSON.parse(await readFile('manifest.json', 'utf8')));
    const http = await run(files, 'manifest', '--json', '--url', 'https://bot.example/slack/events', '--lang', 'en');
    expect(http.out.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(http.out)).toMatchObject({
      display_information: { description: expect.stringContaining('speeches') },
      settings: { socket_mode_enabled: false, interactivity: { request_url: 'https://bot.example/slack/events' } },
    });
  });

  it('prints one without the agent, for guests and unpaid plans', async () => {
    const { out } = await run(files, 'manifest', '--plain');
    expect(JSON.parse(out).features).toHaveProperty('shortcuts');
    expect(out).not.toMatch(/agent_view|assistant:write/);
  });

  it.each(['http://bot.example/slack/events', 'bot.example', ''])('refuses the address %j', async (url) => {
    const { code, out, error } = await run(files, 'manifest', '--url', url);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toContain('https://');
  });
});

describe('the other commands', () => {
  it('do not load Bolt: what needs slack/ imports it when it runs', async () => {
    const sources = (await readdir('src/command-line', { recursive: true })).filter((name) => name.endsWith('.ts'));
    expect(sources.length).toBeGreaterThan(10);
    for (const name of sources) {
      const source = await readFile(join('src/command-line', name), 'utf8');
      expect(source).not.toMatch(/^(?:import|export) (?!type )[^;]*from '[^']*\/slack\//m);
    }
  });
});
