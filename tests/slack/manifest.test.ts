import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Language, readMessage } from '../../src/assistant/index.ts';
import { manifest, SCOPES } from '../../src/slack/index.ts';
import { manifestProblems } from '../support/slack-manifest-rules.ts';

const URL = 'https://bot.example/slack/events';
const HAN = /\p{Script=Han}/u;
const socket = manifest({ mode: 'socket' });
const http = manifest({ mode: 'http', url: URL });

describe.each<Language>(['zh', 'en'])('the app manifest in %s', (language) => {
  it('is accepted by Slack’s rules, over a socket and over HTTP', () => {
    expect(manifestProblems(manifest({ mode: 'socket' }, language))).toEqual([]);
    expect(manifestProblems(manifest({ mode: 'http', url: URL }, language))).toEqual([]);
  });

  it('suggests questions that the app reads as what their titles say', () => {
    const suggested = manifest({ mode: 'socket' }, language).features.agent_view?.suggested_prompts ?? [];
    const read = suggested.map(({ message }) => readMessage(message));
    expect(read.map((command) => (command.kind === 'request' ? command.request.kind : command.kind))).toEqual([
      'find',
      'outline',
      'phrase',
      'help',
    ]);
    expect(read.at(-1)).toEqual({ kind: 'help', unknownWord: null });
  });
});

describe('the app manifest', () => {
  it('stands in manifest.json as it is for Socket Mode', () => {
    expect(JSON.parse(readFileSync('manifest.json', 'utf8'))).toEqual(socket);
  });

  it('names what is listened to: the command, three shortcuts of a message, three events', () => {
    expect(socket.features.slash_commands?.map(({ command }) => command)).toEqual(['/draft']);
    expect(socket.features.shortcuts?.map(({ type, callback_id }) => `${type} ${callback_id}`)).toEqual([
      'message draft_source',
      'message draft_similar',
      'message draft_phrasing',
    ]);
    expect(socket.settings.event_subscriptions?.bot_events).toEqual([
      'app_home_opened',
      'app_mention',
      'channel_shared',
      'channel_unshared',
      'member_joined_channel',
      'message.im',
      'user_change',
    ]);
  });

  it('opens the Home tab, and messages that can be written in', () => {
    const tabs = { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false };
    expect(socket.features.app_home).toEqual(tabs);
  });

  it('sends everything to one address over HTTP, and names none for a socket', () => {
    expect(JSON.stringify(http).split(URL)).toHaveLength(4);
    expect(http.settings.socket_mode_enabled).toBe(false);
    expect(JSON.stringify(socket)).not.toContain('https://');
    expect(socket.settings.socket_mode_enabled).toBe(true);
  });

  it('is English for English, but for the topics that it suggests to ask about', () => {
    const { features, display_information } = manifest({ mode: 'socket' }, 'en');
    const { suggested_prompts, ...agentView } = features.agent_view ?? {};
    const titles = suggested_prompts?.map(({ title }) => title);
    expect(JSON.stringify({ ...features, agent_view: { ...agentView, titles }, display_information })).not.toMatch(HAN);
  });
});

describe('the manifest of an app that is no agent', () => {
  const plain = manifest({ mode: 'socket' }, 'zh', 'plain');

  it('is accepted by Slack’s rules, and is else the same', () => {
    expect(manifestProblems(plain)).toEqual([]);
    const { agent_view: _, ...features } = socket.features;
    expect({ ...plain, oauth_config: null }).toEqual({ ...socket, features, oauth_config: null });
  });

  it('does not ask to be one', () => {
    const { bot, bot_optional } = socket.oauth_config.scopes;
    expect(plain.oauth_config.scopes).toEqual({ bot: bot.filter((one) => one !== 'assistant:write'), bot_optional });
  });
});

describe('the scopes', () => {
  it('are those that the app needs, and no other', () => {
    expect(socket.oauth_config.scopes).toEqual({
      bot: [
        'app_mentions:read',
        'assistant:write',
        'channels:history',
        'channels:read',
        'chat:write',
        'commands',
        'files:read',
        'groups:history',
        'groups:read',
        'im:history',
        'usergroups:read',
        'users:read',
      ],
      bot_optional: ['channels:history', 'groups:history', 'usergroups:read'],
    });
  });

  it('are each for something', () => {
    for (const { features } of Object.values(SCOPES)) expect(features.length).toBeGreaterThan(0);
  });
});

/** A copy of the manifest with one value in another place or of another kind. */
function changed(path: string, value: unknown): unknown {
  const copy = structuredClone(socket) as unknown as Record<string, unknown>;
  const keys = path.split('.');
  let at = copy;
  for (const key of keys.slice(0, -1)) at = at[key] as Record<string, unknown>;
  at[keys.at(-1) ?? ''] = value;
  return copy;
}

describe('Slack’s rules', () => {
  it.each([
    ['display_information.name', 'x'.repeat(36)],
    ['display_information.long_description', 'x'.repeat(174)],
    ['display_information.background_color', '8a1c1c'],
    ['features.agent_view.agent_description', 'x'.repeat(301)],
    ['features.agent_view.suggested_prompts', Array.from({ length: 5 }, () => ({ title: 'x', message: 'x' }))],
    ['features.assistant_view', { assistant_description: 'x' }],
    ['features.shortcuts.0.name', 'x'.repeat(25)],
    ['features.slash_commands.0.command', 'draft'],
    ['features.bot_user.display_name', '执笔'],
    ['oauth_config.scopes.bot', ['chat:write']],
    ['oauth_config.scopes.bot_optional', ['im:write']],
    ['oauth_config.scopes.bot_optional', ['assistant:write']],
    ['settings.event_subscriptions.bot_events', ['app_mention', 'app_mention']],
    ['settings.event_subscriptions.request_url', 'http://bot.example/slack/events'],
    ['settings.socket_mode_enabled', false],
  ])('refuse another %s', (path, value) => {
    expect(manifestProblems(changed(path, value))).not.toEqual([]);
  });
});
