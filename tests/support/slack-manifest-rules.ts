import { z } from 'zod';

/**
 * What Slack accepts as an app manifest: the fields and limits of docs.slack.dev/reference/app-manifest, and where that
 * page is silent (shortcut names, long_description's least length) those of the schema at
 * github.com/slackapi/manifest-schema, schemas/manifest.schema.2.0.0.json. Written anew from both, for the fields that an
 * app like ours can have; a field that is not named here is refused.
 */

const text = (least: number, most: number) => z.string().min(least).max(most);
const url = (most: number) => z.url({ protocol: /^https$/ }).max(most);
const unique = <Item>(items: readonly Item[]): boolean => new Set(items).size === items.length;
const scopes = z.array(text(1, 50)).max(255).refine(unique, 'scopes repeat');

const Features = z.strictObject({
  app_home: z.strictObject({
    home_tab_enabled: z.boolean().optional(),
    messages_tab_enabled: z.boolean().optional(),
    messages_tab_read_only_enabled: z.boolean().optional(),
  }),
  agent_view: z
    .strictObject({
      agent_description: text(1, 300).optional(),
      suggested_prompts: z
        .array(z.strictObject({ title: z.string().min(1), message: z.string().min(1) }))
        .max(4)
        .optional(),
    })
    .optional(),
  bot_user: z.strictObject({
    display_name: text(1, 80).regex(/^[a-z0-9._-]+$/),
    always_online: z.boolean().optional(),
  }),
  shortcuts: z
    .array(
      z.strictObject({
        type: z.enum(['message', 'global']),
        name: text(1, 24),
        callback_id: text(1, 255),
        description: text(1, 150),
      }),
    )
    .min(1)
    .max(10),
  slash_commands: z
    .array(
      z.strictObject({
        command: text(2, 32).startsWith('/'),
        description: text(1, 2000),
        usage_hint: text(1, 1000).optional(),
        should_escape: z.boolean().optional(),
        url: url(3000).optional(),
      }),
    )
    .min(1)
    .max(50),
});

const Settings = z.strictObject({
  event_subscriptions: z.strictObject({
    bot_events: z.array(text(1, 50)).max(100).refine(unique, 'events repeat'),
    request_url: url(3500).optional(),
  }),
  interactivity: z.strictObject({ is_enabled: z.boolean(), request_url: url(3500).optional() }),
  org_deploy_enabled: z.boolean().optional(),
  socket_mode_enabled: z.boolean().optional(),
  token_rotation_enabled: z.boolean().optional(),
});

/** The scope that each event needs: docs.slack.dev/reference/events. */
const SCOPE_OF_EVENT: Record<string, string | null> = {
  app_home_opened: null,
  app_mention: 'app_mentions:read',
  channel_shared: 'channels:read',
  channel_unshared: 'channels:read',
  member_joined_channel: 'channels:read',
  'message.im': 'im:history',
  user_change: 'users:read',
};

const Manifest = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2), minor_version: z.int() }),
  display_information: z.strictObject({
    name: text(1, 35),
    description: text(1, 140),
    long_description: text(175, 4000),
    background_color: z.string().regex(/^#(?:[0-9a-f]{3}){1,2}$/i),
  }),
  features: Features,
  oauth_config: z.strictObject({ scopes: z.strictObject({ bot: scopes, bot_optional: scopes.optional() }) }),
  settings: Settings,
});

/** What Slack would find wrong with a manifest; nothing where it would accept it. */
export function manifestProblems(manifest: unknown): string[] {
  const parsed = Manifest.safeParse(manifest);
  if (!parsed.success) return parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  const { features, oauth_config, settings } = parsed.data;
  const { bot, bot_optional = [] } = oauth_config.scopes;
  const needed = [
    ...settings.event_subscriptions.bot_events.map((event) => SCOPE_OF_EVENT[event] ?? null),
    'commands',
    features.agent_view === undefined ? null : 'assistant:write',
  ];
  const urls = [
    settings.event_subscriptions.request_url,
    settings.interactivity.request_url,
    ...features.slash_commands.map((command) => command.url),
  ];
  return [
    ...needed.filter((scope) => scope !== null && !bot.includes(scope)).map((scope) => `needs ${scope}`),
    ...(features.agent_view !== undefined && bot_optional.includes('assistant:write')
      ? ['an agent that may be none']
      : []),
    // docs.slack.dev/authentication/installing-with-oauth: optional scopes stand in the other list too.
    ...bot_optional.filter((scope) => !bot.includes(scope)).map((scope) => `optional, but not asked for: ${scope}`),
    ...(settings.socket_mode_enabled === true || urls.every((one) => one !== undefined) ? [] : ['no request URL']),
  ];
}
