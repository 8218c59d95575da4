import { delimiter } from 'node:path';
import { z } from 'zod';
import { ZhibiError } from './speech/index.ts';

const Environment = z.object({
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-').optional(),
  SLACK_APP_TOKEN: z.string().startsWith('xapp-').optional(),
  SLACK_SIGNING_SECRET: z.string().min(8).optional(),
  SLACK_API_URL: z.url({ protocol: /^https?$/ }).optional(),
  ZHIBI_CORPUS: z.string().min(1).default('corpus'),
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
  language: 'zh' | 'en';
  logLevel: z.infer<typeof Environment>['ZHIBI_LOG_LEVEL'];
}

/** How the bot reaches Slack: a web socket that it opens itself, or signed HTTP requests that Slack sends. */
export interface SlackConfig {
  botToken: string;
  connection: { mode: 'socket'; appToken: string } | { mode: 'http'; signingSecret: string };
  /** Serves /healthz, and in HTTP mode /slack/events. */
  port: number;
  /** Another Slack Web API than slack.com's, with a slash at its end. */
  apiUrl: string | undefined;
}

/** Settings of nothing but white space or delimiters count as not set, as `.env` files have them. */
function parse(environment: NodeJS.ProcessEnv): z.infer<typeof Environment> {
  const isSet = ([, value]: [string, string | undefined]): boolean => value?.replaceAll(delimiter, '').trim() !== '';
  const given = Object.fromEntries(Object.entries(environment).filter(isSet));
  const parsed = Environment.safeParse(given);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  // The message names the rule and never the value: a token must not reach a log.
  throw new ZhibiError('config-invalid', { key: String(issue?.path[0]), reason: issue?.message ?? '' });
}

/** Reads the settings that every program needs. @throws ZhibiError `config-invalid` */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const settings = parse(environment);
  return {
    corpusFolders: settings.ZHIBI_CORPUS.split(delimiter).filter((folder) => folder !== ''),
    indexFolder: settings.ZHIBI_INDEX,
    stateFolder: settings.ZHIBI_STATE,
    language: settings.ZHIBI_LANGUAGE,
    logLevel: settings.ZHIBI_LOG_LEVEL,
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
  const common = { botToken, port: settings.ZHIBI_PORT, apiUrl: settings.SLACK_API_URL };
  if (appToken !== undefined) return { ...common, connection: { mode: 'socket', appToken } };
  if (signingSecret !== undefined) return { ...common, connection: { mode: 'http', signingSecret } };
  throw new ZhibiError('config-invalid', {
    key: 'SLACK_APP_TOKEN',
    reason: 'xapp-… (Socket Mode), or SLACK_SIGNING_SECRET (HTTP)',
  });
}
