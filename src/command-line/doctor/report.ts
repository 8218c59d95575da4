import {
  type Check,
  errorText,
  type FindingCode,
  type FindingDetails,
  type FindingWords,
  type SlackSetting,
  type Texts,
} from '../../assistant/index.ts';
import type { Probe } from '../../slack/index.ts';
import { ZhibiError } from '../../speech/index.ts';
import type { Facts } from './facts.ts';

export type Outcome = 'pass' | 'fail' | 'note';

/** What one check found. A `note` is no failure: something optional is missing, or could not be looked at. */
export interface Finding {
  check: Check;
  outcome: Outcome;
  code: string;
  words: (texts: Texts) => FindingWords;
}

/** Versions that run what we depend on, the least of each line; as `engines` in package.json. */
const NODE_VERSIONS: readonly { major: number; minor: number }[] = [
  { major: 20, minor: 19 },
  { major: 22, minor: 12 },
];

/** What the facts of an installation amount to, check by check; a check has one finding or several. */
export const findingsOf = (facts: Facts): Finding[] => [
  ofNode(facts),
  ...ofSettings(facts),
  ofCorpus(facts),
  ofIndex(facts),
  facts.dictionary === null
    ? finding('dictionary', 'pass', 'dictionary-loaded', {})
    : fault('dictionary', facts.dictionary),
  ofState(facts),
  ...ofAccess(facts),
  ofWorkspace(facts),
  ...ofScopes(facts),
  ofConnection(facts),
  ofPort(facts),
];

function finding<Code extends FindingCode>(
  check: Check,
  outcome: Outcome,
  code: Code,
  details: FindingDetails[Code],
): Finding {
  return { check, outcome, code, words: (texts) => texts.setup.findings[code](details) };
}

const fault = (check: Check, error: ZhibiError): Finding => ({
  check,
  outcome: 'fail',
  code: error.code,
  words: (texts) => ({ says: errorText(texts, error) }),
});

function ofNode({ node: version }: Facts): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const fits = NODE_VERSIONS.some((least) => least.major === major && least.minor <= minor);
  if (fits) return finding('node', 'pass', 'node-fits', { version });
  const wanted = NODE_VERSIONS.map((least) => `${least.major}.${least.minor}`).join(' / ');
  return finding('node', 'fail', 'node-unfit', { version, wanted });
}

function ofSettings({ problems, bot, connection }: Facts): Finding[] {
  const isWrong = (...keys: SlackSetting[]): boolean => problems.some(({ key }) => keys.some((one) => one === key));
  const findings = problems.map((problem) => finding('settings', 'fail', 'setting-wrong', problem));
  if (bot === null && !isWrong('SLACK_BOT_TOKEN')) findings.push(finding('settings', 'fail', 'bot-token-missing', {}));
  if (connection === null && !isWrong('SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET')) {
    findings.push(finding('settings', 'fail', 'connection-missing', {}));
  }
  return findings.length > 0 ? findings : [finding('settings', 'pass', 'settings-read', {})];
}

function ofCorpus({ corpus }: Facts): Finding {
  return corpus instanceof ZhibiError ? fault('corpus', corpus) : finding('corpus', 'pass', 'corpus-read', corpus);
}

function ofIndex({ corpus, index }: Facts): Finding {
  if (index instanceof ZhibiError) return fault('index', index);
  const isStale = !(corpus instanceof ZhibiError) && corpus.fingerprint !== index.fingerprint;
  return isStale ? finding('index', 'fail', 'index-stale', index) : finding('index', 'pass', 'index-ready', index);
}

function ofState({ state: { folder, fault: reason } }: Facts): Finding {
  if (reason !== null) return finding('state', 'fail', 'state-unwritable', { folder, reason });
  return finding('state', 'pass', 'state-writable', { folder });
}

function ofAccess({ access }: Facts): Finding[] {
  if (access === null) return [finding('access', 'pass', 'access-default', {})];
  if (access instanceof ZhibiError) return [fault('access', access)];
  const { file, folders, unmatched } = access;
  return [
    finding('access', 'pass', 'access-read', { file, folders }),
    ...unmatched.map((folder) => finding('access', 'fail', 'access-unmatched', { file, folder })),
  ];
}

function ofWorkspace({ bot }: Facts): Finding {
  if (bot === null) return finding('workspace', 'note', 'not-asked', {});
  if (bot.kind !== 'accepted') return refusal('workspace', 'SLACK_BOT_TOKEN', bot);
  return finding('workspace', 'pass', 'workspace-reached', bot.answer);
}

function refusal(check: Check, key: SlackSetting, probe: Exclude<Probe<unknown>, { kind: 'accepted' }>): Finding {
  if (probe.kind === 'unreachable') return finding(check, 'fail', 'slack-unreachable', probe);
  return finding(check, 'fail', 'token-refused', { key, error: probe.error });
}

function ofScopes({ bot, wanted }: Facts): Finding[] {
  if (bot?.kind !== 'accepted') return [finding('scopes', 'note', 'not-asked', {})];
  const { scopes: granted } = bot.answer;
  if (granted === null) return [finding('scopes', 'note', 'scopes-unknown', {})];
  const lacking = wanted.filter(({ scope }) => !granted.includes(scope));
  const missing = lacking.filter(({ optional }) => !optional);
  const declined = lacking.filter(({ optional }) => optional);
  const extra = granted.filter((scope) => !wanted.some((one) => one.scope === scope));
  const count = wanted.filter(({ optional }) => !optional).length;
  return [
    missing.length === 0
      ? finding('scopes', 'pass', 'scopes-granted', { count })
      : finding('scopes', 'fail', 'scopes-missing', { uses: missing }),
    ...(declined.length === 0 ? [] : [finding('scopes', 'note', 'scopes-declined', { uses: declined })]),
    ...(extra.length === 0 ? [] : [finding('scopes', 'note', 'scopes-extra', { scopes: extra })]),
  ];
}

function ofConnection({ connection }: Facts): Finding {
  if (connection === null) return finding('connection', 'note', 'not-asked', {});
  if (connection.mode === 'http') return finding('connection', 'pass', 'secret-set', {});
  const { probe } = connection;
  if (probe.kind === 'accepted') return finding('connection', 'pass', 'socket-allowed', {});
  if (probe.kind === 'refused' && probe.error === 'missing_scope') {
    return finding('connection', 'fail', 'socket-unscoped', {});
  }
  return refusal('connection', 'SLACK_APP_TOKEN', probe);
}

function ofPort({ port: { number: port, use } }: Facts): Finding {
  switch (use.kind) {
    case 'free':
      return finding('port', 'pass', 'port-free', { port });
    case 'ours':
      return finding('port', 'note', 'port-ours', { port });
    case 'taken':
      return finding('port', 'fail', 'port-taken', { port, reason: use.reason });
  }
}
