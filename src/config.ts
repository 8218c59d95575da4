import { delimiter } from 'node:path';
import { z } from 'zod';
import { ZhibiError } from './speech/index.ts';

const Environment = z.object({
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-').optional(),
  SLACK_APP_TOKEN: z.string().startsWith('xapp-').optional(),
  SLACK_SIGNING_SECRET: z.string().min(8).optional(),
  SLACK_API_URL: z.url({ protocol: /^https?$/ }).optional(),
  ZHIBI_CORPUS: z.string().min(1).default('corpus'),
  ZHIBI_WATCH: z.enum(['on', 'off']).default('on'),
  ZHIBI_ACCESS: z.string().min(1).optional(),
  ZHIBI_INDEX: z.string().min(1).default('index'),
  ZHIBI_STATE: z.string().min(1).default('state'),
  ZHIBI_PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  ZHIBI_LANGUAGE: z.enum(['zh', 'en']).default('zh'),
  ZHIBI_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

/** Every setting there is: what README must explain. */
export const SETTINGS: readonly string[] = Object.keys(Environment.shape);

export interface Config {
  corpusFolders: string[];
  indexFolder: string;
  /** Where the bot keeps what must outlive a restart. */
  stateFolder: string;
  /** Whether the bot watches the corpus folders. */
  isWatching: boolean;
  language: 'zh' | 'en';
  logLevel: z.infer<typeof Environment>['ZHIBI_LOG_LEVEL'];
}

/** How the bot reaches Slack: a web socket that it opens itself, or signed HTTP requests that Slack sends. */
export interface SlackConfig {
  botToken: string;
  connection: { mode: 'socket'; appToken: string } | { mode: 'http'; signingSecret: string };
  /** The file that says who may use it and see what. */
  accessFile: string | undefined;
  /** Serves /healthz, and in HTTP mode /slack/events. */
  port: number;
  /** Another Slack Web API than slack.com's, with a slash at its end. */
  apiUrl: string | undefined;
}

type Settings = z.infer<typeof Environment>;

/** A setting with a wrong value. `reason` names the rule and never the value: a token must not reach a log. */
export interface SettingProblem {
  key: string;
  reason: string;
}

/** Everything that is set, whether it is enough to start the bot or not. */
export interface Installation {
  config: Config;
  slack: {
    botToken: string | undefined;
    appToken: string | undefined;
    signingSecret: string | undefined;
    port: number;
    apiUrl: string | undefined;
    accessFile: string | undefined;
  };
  problems: readonly SettingProblem[];
}

/** Settings of nothing but white space or delimiters count as not set, as `.env` files have them. */
function given(environment: NodeJS.ProcessEnv): Record<string, string | undefined> {
  const isSet = ([, value]: [string, string | undefined]): boolean => value?.replaceAll(delimiter, '').trim() !== '';
  return Object.fromEntries(Object.entries(environment).filter(isSet));
}

const problemsIn = (error: z.ZodError): SettingProblem[] =>
  error.issues.map(({ path, message }) => ({ key: String(path[0]), reason: message }));

function parse(environment: NodeJS.ProcessEnv): Settings {
  const parsed = Environment.safeParse(given(environment));
  if (parsed.success) return parsed.data;
  const { key, reason } = problemsIn(parsed.error)[0] ?? { key: '', reason: '' };
  throw new ZhibiError('config-invalid', { key, reason });
}

const toConfig = (settings: Settings): Config => ({
  corpusFolders: settings.ZHIBI_CORPUS.split(delimiter).filter((folder) => folder !== ''),
  indexFolder: settings.ZHIBI_INDEX,
  stateFolder: settings.ZHIBI_STATE,
  isWatching: settings.ZHIBI_WATCH === 'on',
  language: settings.ZHIBI_LANGUAGE,
  logLevel: settings.ZHIBI_LOG_LEVEL,
});

/** Reads the settings that every program needs. @throws ZhibiError `config-invalid` */
export const readConfig = (environment: NodeJS.ProcessEnv = process.env): Config => toConfig(parse(environment));

/** Reads every setting, and lists all that are wrong; in place of a wrong one its default stands. Never throws. */
export function readInstallation(environment: NodeJS.ProcessEnv = process.env): Installation {
  const all = given(environment);
  const parsed = Environment.safeParse(all);
  const problems = parsed.success ? [] : problemsIn(parsed.error);
  const wrong = new Set(problems.map(({ key }) => key));
  const settings = Environment.parse(Object.fromEntries(Object.entries(all).filter(([key]) => !wrong.has(key))));
  return {
    config: toConfig(settings),
    slack: {
      botToken: settings.SLACK_BOT_TOKEN,
      appToken: settings.SLACK_APP_TOKEN,
      signingSecret: settings.SLACK_SIGNING_SECRET,
      port: settings.ZHIBI_PORT,
      apiUrl: settings.SLACK_API_URL,
      accessFile: settings.ZHIBI_ACCESS,
    },
    problems,
  };
}

/**
 * Reads the settings of the bot. With a signing secret and no app token it listens for HTTP, else it uses Socket Mode.
 *
 * @throws ZhibiError `config-invalid`, naming the setting that is missing
 */
export function readSlackConfig(environment: NodeJS.ProcessEnv = process.env): SlackConfig {
  const settings = parse(environment);
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = settings;
  if (botToken === undefined) throw new ZhibiError('config-invalid', { key: 'SLACK_BOT_TOKEN', reason: 'xoxb-…' });
  const common = {
    botToken,
    port: settings.ZHIBI_PORT,
    apiUrl: settings.SLACK_API_URL,
    accessFile: settings.ZHIBI_ACCESS,
  };
  if (appToken !== undefined) return { ...common, connection: { mode: 'socket', appToken } };
  if (signingSecret !== undefined) return { ...common, connection: { mode: 'http', signingSecret } };
  throw new ZhibiError('config-invalid', {
    key: 'SLACK_APP_TOKEN',
    reason: 'xapp-… (Socket Mode), or SLACK_SIGNING_SECRET (HTTP)',
  });
}
