/** What an administrator reads: the app as Slack presents it, and what is right or wrong with an installation. */

/** What the app can do in Slack, as far as a permission is needed for it. */
export type SlackFeature =
  | 'command'
  | 'shortcuts'
  | 'mention'
  | 'mention-without-words'
  | 'direct-message'
  | 'files'
  | 'answers'
  | 'prompts'
  | 'language'
  | 'guests'
  | 'shared-channels'
  | 'user-groups';

/** The shortcuts of a message, by callback id. */
export type MessageShortcut = 'draft_source' | 'draft_similar' | 'draft_phrasing';

/** Questions that Slack suggests to whoever opens the app's messages. */
export type SuggestedQuestion = 'find' | 'outline' | 'phrase' | 'help';

/** What `zhibi doctor` looks at, in its order. */
export const CHECKS = [
  'node',
  'settings',
  'corpus',
  'index',
  'dictionary',
  'state',
  'access',
  'workspace',
  'scopes',
  'connection',
  'port',
] as const;
export type Check = (typeof CHECKS)[number];

/** Settings that are copied from Slack's pages. */
export type SlackSetting = 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN' | 'SLACK_SIGNING_SECRET';

/** A permission and what it is for. */
export interface ScopeUse {
  scope: string;
  features: readonly SlackFeature[];
}

/** Every finding, and the facts that its words need. Faults with a code of their own are told as errors are. */
export interface FindingDetails {
  'node-fits': { version: string };
  'node-unfit': { version: string; wanted: string };
  'settings-read': Record<never, never>;
  /** `reason` names the rule, never the value. */
  'setting-wrong': { key: string; reason: string };
  'bot-token-missing': Record<never, never>;
  'connection-missing': Record<never, never>;
  'corpus-read': { speeches: number; skipped: number };
  'index-ready': { speeches: number; passages: number };
  'index-stale': { folder: string };
  'dictionary-loaded': Record<never, never>;
  'state-writable': { folder: string };
  'state-unwritable': { folder: string; reason: string };
  'access-default': Record<never, never>;
  'access-read': { file: string; folders: number };
  'access-unmatched': { file: string; folder: string };
  'workspace-reached': { team: string; bot: string };
  'token-refused': { key: SlackSetting; error: string };
  'slack-unreachable': { reason: string };
  'not-asked': Record<never, never>;
  'scopes-granted': { count: number };
  'scopes-missing': { uses: readonly ScopeUse[] };
  'scopes-declined': { uses: readonly ScopeUse[] };
  'scopes-extra': { scopes: readonly string[] };
  'scopes-unknown': Record<never, never>;
  'socket-allowed': Record<never, never>;
  'socket-unscoped': Record<never, never>;
  'secret-set': Record<never, never>;
  'port-free': { port: number };
  'port-ours': { port: number };
  'port-taken': { port: number; reason: string };
}
export type FindingCode = keyof FindingDetails;

/** What was found, and what to do where something is to be done. One line each. */
export interface FindingWords {
  says: string;
  advice?: string;
}

export interface SetupTexts {
  app: {
    /** At most 140 characters. */
    description: string;
    /** 175 to 4000 characters. */
    longDescription: string;
    /** At most 300 characters. */
    agentDescription: string;
    command: { description: string; usageHint: string };
    /** Names of at most 24 characters. */
    shortcuts: Record<MessageShortcut, { name: string; description: string }>;
    /** `word` is the command that the question begins with. */
    suggestions: Record<SuggestedQuestion, { title: string; word: string }>;
  };
  features: Record<SlackFeature, string>;
  checks: Record<Check, string>;
  findings: { [Code in FindingCode]: (details: FindingDetails[Code]) => FindingWords };
  /** The last line of the report. */
  summary: (failed: number) => string;
  invalidUrl: string;
}
