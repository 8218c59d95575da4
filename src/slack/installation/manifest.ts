import type { webApi } from '@slack/bolt';
import {
  type Language,
  type MessageShortcut,
  type SuggestedQuestion,
  type Texts,
  textsIn,
} from '../../assistant/index.ts';
import { SCOPE_NAMES, SCOPES, type Scope } from './scopes.ts';

type SlackManifest = webApi.AppsManifestCreateArguments['manifest'];

/**
 * Slack's type of a manifest (docs.slack.dev/reference/app-manifest), as far as it is filled in here, with the scope
 * that the type lacks.
 */
export interface Manifest {
  _metadata: NonNullable<SlackManifest['_metadata']>;
  display_information: SlackManifest['display_information'];
  features: NonNullable<SlackManifest['features']>;
  oauth_config: { scopes: { bot: readonly Scope[]; bot_optional: readonly Scope[] } };
  settings: NonNullable<SlackManifest['settings']>;
}

/** How Slack is to reach the app. `url` is where all its requests go: https://…/slack/events. */
export type Reach = { mode: 'socket' } | { mode: 'http'; url: string };

/**
 * Whether the app is an agent in Slack's sense: suggested questions, an entry in the top bar. Slack lets no guests use
 * agents, and asks for a paid plan for some of it (docs.slack.dev/ai/developing-agents).
 */
export type Surface = 'agent' | 'plain';

/** What a suggested question asks about. The speeches are Chinese in whatever language the suggestion is made. */
const TOPICS: Record<SuggestedQuestion, string> = {
  find: '引才 留才',
  outline: '组织工作会议',
  phrase: '以*为*',
  help: '',
};

/** The app as Slack is told of it: what it is called, what it may do, and where its events go. */
export function manifest(reach: Reach, language: Language = 'zh', surface: Surface = 'agent'): Manifest {
  const { app } = textsIn(language).setup;
  return {
    _metadata: { major_version: 2, minor_version: 1 },
    display_information: {
      name: 'Zhibi',
      description: app.description,
      long_description: app.longDescription,
      background_color: '#8a1c1c',
    },
    features: { ...featuresOf(app, reach), ...(surface === 'agent' ? { agent_view: agentView(app) } : {}) },
    oauth_config: { scopes: scopesOf(surface) },
    settings: settingsOf(reach),
  };
}

/** What whoever installs the app may decline stands in both lists: docs.slack.dev/authentication/installing-with-oauth. */
function scopesOf(surface: Surface): Manifest['oauth_config']['scopes'] {
  const ofAgents: Scope = 'assistant:write';
  const bot = SCOPE_NAMES.filter((scope) => surface === 'agent' || scope !== ofAgents);
  return { bot, bot_optional: bot.filter((scope) => SCOPES[scope].optional && scope !== ofAgents) };
}

type AppTexts = Texts['setup']['app'];

function agentView(app: AppTexts): NonNullable<Manifest['features']['agent_view']> {
  const suggestion = (question: SuggestedQuestion) => {
    const { title, word } = app.suggestions[question];
    return { title, message: `${word} ${TOPICS[question]}`.trim() };
  };
  return {
    agent_description: app.agentDescription,
    suggested_prompts: [suggestion('find'), suggestion('outline'), suggestion('phrase'), suggestion('help')],
  };
}

function featuresOf(app: AppTexts, reach: Reach): Manifest['features'] {
  const shortcut = (callbackId: MessageShortcut) => ({
    type: 'message' as const,
    callback_id: callbackId,
    ...app.shortcuts[callbackId],
  });
  return {
    app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
    bot_user: { display_name: 'zhibi', always_online: true },
    shortcuts: [shortcut('draft_source'), shortcut('draft_similar'), shortcut('draft_phrasing')],
    slash_commands: [
      {
        command: '/draft',
        description: app.command.description,
        usage_hint: app.command.usageHint,
        should_escape: false,
        ...(reach.mode === 'http' ? { url: reach.url } : {}),
      },
    ],
  };
}

/** What is answered, and what tells that a permission is no more what it was: of scopes that are there already. */
const BOT_EVENTS = [
  'app_home_opened',
  'app_mention',
  'channel_shared',
  'channel_unshared',
  'member_joined_channel',
  'message.im',
  'user_change',
] as const;

/**
 * A mention that is edited comes again as an `app_mention` with `edited` (github.com/slackapi/bolt-js/issues/960), so
 * that no channel's messages need to be listened to.
 */
function settingsOf(reach: Reach): Manifest['settings'] {
  const where = reach.mode === 'http' ? { request_url: reach.url } : {};
  return {
    event_subscriptions: { bot_events: [...BOT_EVENTS], ...where },
    interactivity: { is_enabled: true, ...where },
    org_deploy_enabled: false,
    socket_mode_enabled: reach.mode === 'socket',
    token_rotation_enabled: false,
  };
}
