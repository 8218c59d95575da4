import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const manifest = JSON.parse(readFileSync('manifest.json', 'utf8'));

describe('the app manifest', () => {
  it('asks for the scopes that the listeners need, and no other', () => {
    // commands: /draft. app_mentions:read, im:history: the two events. chat:write: answers. users:read: language, guests.
    expect(manifest.oauth_config.scopes).toEqual({
      bot: ['app_mentions:read', 'chat:write', 'commands', 'im:history', 'users:read'],
    });
  });

  it('subscribes to mentions and direct messages, and names the command that is listened to', () => {
    expect(manifest.settings.event_subscriptions.bot_events).toEqual(['app_mention', 'message.im']);
    expect(manifest.features.slash_commands.map((command: { command: string }) => command.command)).toEqual(['/draft']);
    expect(manifest.features.app_home.messages_tab_read_only_enabled).toBe(false);
  });

  it('keeps within Slack’s lengths', () => {
    const { name, description, long_description } = manifest.display_information;
    expect(name.length).toBeLessThanOrEqual(35);
    expect(description.length).toBeLessThanOrEqual(140);
    expect(long_description.length).toBeGreaterThanOrEqual(174);
    expect(long_description.length).toBeLessThanOrEqual(4000);
  });
});
