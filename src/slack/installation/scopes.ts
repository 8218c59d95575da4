import type { webApi } from '@slack/bolt';
import type { SlackFeature } from '../../assistant/index.ts';

type SlackScopes = NonNullable<NonNullable<webApi.AppsManifestCreateArguments['manifest']['oauth_config']>['scopes']>;
/** Slack's own list lacks `assistant:write`, which docs.slack.dev/reference/scopes/assistant.write has. */
type BotScope = NonNullable<SlackScopes['bot']>[number] | 'assistant:write';

interface ScopeNeed {
  /** Without it everything but its features goes on. */
  optional: boolean;
  features: readonly SlackFeature[];
}

/**
 * The permissions of the bot, each with the method or event that needs it (docs.slack.dev/reference/scopes). None to
 * open direct messages: `chat.postMessage` takes a person's id. None for `im:read`, `mpim:read`: what a direct message
 * is, its event says. None for modals, the Home tab and `response_url`s: those are answered, not asked.
 */
export const SCOPES = {
  /** Event `app_mention`. */
  'app_mentions:read': { optional: false, features: ['mention'] },
  /** `features.agent_view`, `assistant.threads.setSuggestedPrompts`. An app that is no agent does without. */
  'assistant:write': { optional: true, features: ['prompts'] },
  /** `conversations.replies`: the message that a mention without words replies to. */
  'channels:history': { optional: true, features: ['mention-without-words'] },
  /** `conversations.info`, `conversations.members` of public channels. */
  'channels:read': { optional: false, features: ['shared-channels'] },
  /** `chat.postMessage`, `chat.update`, `chat.postEphemeral`, `assistant.threads.setStatus`. */
  'chat:write': { optional: false, features: ['answers'] },
  commands: { optional: false, features: ['command', 'shortcuts'] },
  /** `url_private_download` of a file. */
  'files:read': { optional: false, features: ['files'] },
  /** As `channels:history`, in private channels. */
  'groups:history': { optional: true, features: ['mention-without-words'] },
  /** As `channels:read`, of private channels. */
  'groups:read': { optional: false, features: ['shared-channels'] },
  /** Event `message.im`. */
  'im:history': { optional: false, features: ['direct-message'] },
  /** `usergroups.users.list`. */
  'usergroups:read': { optional: true, features: ['user-groups'] },
  /** `users.info`. */
  'users:read': { optional: false, features: ['language', 'guests'] },
} as const satisfies Partial<Record<BotScope, ScopeNeed>>;

export type Scope = keyof typeof SCOPES;

const isScope = (name: string): name is Scope => name in SCOPES;

/** Every scope, in the order of their names. */
export const SCOPE_NAMES: readonly Scope[] = Object.keys(SCOPES).filter(isScope);
