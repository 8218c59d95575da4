import type { ScopeUse, SetupTexts, SlackFeature, SlackSetting } from './setup.ts';

const features: Record<SlackFeature, string> = {
  command: 'the slash command /draft',
  shortcuts: 'shortcuts of a message',
  mention: 'questions by mention in a channel',
  'mention-without-words': 'a mention without words, read with the message it replies to',
  'direct-message': 'questions in a direct message',
  files: 'files in a direct message',
  answers: 'sending answers',
  prompts: 'suggested questions in a direct message',
  language: 'answers in the language of the person',
  guests: 'telling guests and people of other organisations',
  'shared-channels': 'telling channels shared with other organisations, and guests in a channel',
  'user-groups': 'access by user group',
};

const listed = (uses: readonly ScopeUse[]): string =>
  uses.map(({ scope, features: of }) => `${scope} (${of.map((feature) => features[feature]).join(', ')})`).join('; ');

/** Where each setting is found on Slack's pages. */
const WHERE: Record<SlackSetting, string> = {
  SLACK_BOT_TOKEN:
    'https://api.slack.com/apps → the app → OAuth & Permissions → Bot User OAuth Token; it begins with xoxb-',
  SLACK_APP_TOKEN:
    'https://api.slack.com/apps → the app → Basic Information → App-Level Tokens, with connections:write; it begins with xapp-',
  SLACK_SIGNING_SECRET: 'https://api.slack.com/apps → the app → Basic Information → App Credentials → Signing Secret',
};

const whereOf = (key: string): string => (key in WHERE ? WHERE[key as SlackSetting] : 'README.md, “Configuration”');

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const speechesIn = (count: number): string => `${count} ${count === 1 ? 'speech' : 'speeches'}`;

export const setupEn: SetupTexts = {
  app: {
    description: 'Passages, skeletons, phrasing and sources from the Chinese speeches that your team already has',
    longDescription:
      'Zhibi answers writers of Chinese official speeches with the words of the speeches that a team already has: passages, skeletons, phrasing, and where a sentence comes from. Every line says which speech, section and paragraph it is from and what may be done with it. Zhibi writes no sentence of its own and says so where the speeches have nothing; internal material is shown neither in channels nor to guests or people of other organisations. Ask with /draft or by mention in a channel, paste a sentence into a direct message, or use the menu of any message.',
    agentDescription:
      'Passages, skeletons, phrasing and sources from the speeches your team already has, each with its citation and rights. Paste a sentence to see where it comes from. Writes no sentence of its own.',
    command: {
      description: 'Passages, skeletons, phrasing, sources',
      usageHint: '[find|outline|phrase|source|help] topic',
    },
    shortcuts: {
      draft_source: { name: 'Find the source', description: 'Which speech and paragraph this sentence is from' },
      draft_similar: {
        name: 'Find similar passages',
        description: 'Passages of your speeches that say what this does',
      },
      draft_phrasing: { name: 'Find phrasing', description: 'How else your speeches say this' },
    },
    suggestions: {
      find: { title: 'Find passages', word: 'find' },
      outline: { title: 'See skeletons', word: 'outline' },
      phrase: { title: 'Look up phrasing', word: 'phrase' },
      help: { title: 'How to ask', word: 'help' },
    },
  },
  features,
  checks: {
    node: 'Node.js',
    settings: 'settings',
    corpus: 'corpus',
    index: 'index',
    dictionary: 'dictionary',
    state: 'state folder',
    access: 'access file',
    workspace: 'workspace',
    scopes: 'scopes',
    connection: 'connection',
    port: 'port',
  },
  findings: {
    'node-fits': ({ version }) => ({ says: `${version} will do` }),
    'node-unfit': ({ version, wanted }) => ({
      says: `${version} is not supported`,
      advice: `Install Node.js ${wanted}.`,
    }),
    'settings-read': () => ({ says: 'all well formed' }),
    'setting-wrong': ({ key, reason }) => ({ says: `${key} is wrong (${reason})`, advice: `See ${whereOf(key)}.` }),
    'bot-token-missing': () => ({ says: 'there is no SLACK_BOT_TOKEN', advice: `See ${WHERE.SLACK_BOT_TOKEN}.` }),
    'connection-missing': () => ({
      says: 'there is neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET',
      advice: `For Socket Mode see ${WHERE.SLACK_APP_TOKEN}. For HTTP see ${WHERE.SLACK_SIGNING_SECRET}.`,
    }),
    'corpus-read': ({ speeches, skipped }) => ({
      says: `${speechesIn(speeches)}, ${plural(skipped, 'file')} skipped`,
      ...(skipped === 0 ? {} : { advice: 'zhibi index says why files are skipped.' }),
    }),
    'index-ready': ({ speeches, passages }) => ({
      says: `${speechesIn(speeches)}, ${plural(passages, 'passage')}, of this very corpus`,
    }),
    'index-stale': ({ folder }) => ({
      says: `the index in ${folder} is older than the corpus, which has changed since`,
      advice: 'Run zhibi index, then restart the bot.',
    }),
    'dictionary-loaded': () => ({ says: 'the word segmenter has its dictionary' }),
    'state-writable': ({ folder }) => ({ says: `${folder} can be written` }),
    'state-unwritable': ({ folder, reason }) => ({
      says: `${folder} cannot be written (${reason})`,
      advice: 'Give the folder to the user that runs the bot, or name another.',
    }),
    'access-default': () => ({ says: 'none: everybody of the workspace may ask, and no folder is kept from anybody' }),
    'access-read': ({ file, folders }) => ({ says: `${file} is understood; it has rules for ${folders} folders` }),
    'access-unmatched': ({ file, folder }) => ({
      says: `${file} names the folder ${folder}, in which there is no speech: it is kept from nobody`,
      advice: 'Correct the name as it is in the corpus folder, or remove it.',
    }),
    'workspace-reached': ({ team, bot }) => ({ says: `reached “${team}”; the bot is @${bot}` }),
    'token-refused': ({ key, error }) => ({
      says: `Slack refuses ${key} (${error})`,
      advice: `It may be mistyped, revoked, or of another app. Copy it again: ${WHERE[key]}.`,
    }),
    'slack-unreachable': ({ reason }) => ({
      says: `Slack cannot be reached (${reason})`,
      advice: 'Check the network, the proxy and SLACK_API_URL.',
    }),
    'not-asked': () => ({ says: 'not looked at: a token or connection above is missing' }),
    'scopes-granted': ({ count }) => ({ says: `all ${count} that are needed` }),
    'scopes-missing': ({ uses }) => ({
      says: `missing ${listed(uses)}`,
      advice:
        'Update the app with what zhibi manifest prints (App Manifest), then Reinstall under OAuth & Permissions.',
    }),
    'scopes-declined': ({ uses }) => ({
      says: `optional and not granted: ${listed(uses)}; these are lost, all else works`,
    }),
    'scopes-extra': ({ scopes }) => ({ says: `not needed: ${scopes.join(', ')}; they can be taken away` }),
    'scopes-unknown': () => ({ says: 'the other side does not say which were granted' }),
    'socket-allowed': () => ({ says: 'Socket Mode can be opened' }),
    'socket-unscoped': () => ({
      says: 'SLACK_APP_TOKEN lacks connections:write',
      advice: `Make another: ${WHERE.SLACK_APP_TOKEN}.`,
    }),
    'secret-set': () => ({
      says: 'HTTP, with a signing secret; whether it is the right one shows with the first request',
    }),
    'port-free': ({ port }) => ({ says: `${port} is free` }),
    'port-ours': ({ port }) => ({ says: `something answers /healthz on ${port}: most likely the bot is running` }),
    'port-taken': ({ port, reason }) => ({
      says: `${port} cannot be used (${reason})`,
      advice: 'Stop what uses it, or set ZHIBI_PORT to another.',
    }),
  },
  summary: (failed) =>
    failed === 0 ? 'All is well.' : `${failed} to be mended; docs/slack.md goes through it step by step.`,
  invalidUrl: 'the address must begin with https://, as in https://…/slack/events',
};
