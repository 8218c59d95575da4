import { describe, expect, it } from 'vitest';
import { type FindingCode, type FindingDetails, type Texts, textsIn } from '../../src/assistant/index.ts';

const HAN = /\p{Script=Han}/u;

/** Facts that tell themselves apart; none is Chinese, so that what is Chinese comes from the catalogue. */
const DETAILS: FindingDetails = {
  'node-fits': { version: '20.19.1' },
  'node-unfit': { version: '18.7.2', wanted: '20.19' },
  'settings-read': {},
  'setting-wrong': { key: 'ZHIBI_PORT', reason: 'too big' },
  'bot-token-missing': {},
  'connection-missing': {},
  'corpus-read': { speeches: 31, skipped: 17 },
  'index-ready': { speeches: 31, passages: 977 },
  'index-stale': { folder: 'built' },
  'dictionary-loaded': {},
  'state-writable': { folder: 'kept' },
  'state-unwritable': { folder: 'kept', reason: 'EACCES' },
  'access-default': {},
  'access-read': { file: 'who.yaml', folders: 3 },
  'access-unmatched': { file: 'who.yaml', folder: 'drawer/' },
  'workspace-reached': { team: 'Office', bot: 'zhibi' },
  'token-refused': { key: 'SLACK_APP_TOKEN', error: 'token_revoked' },
  'slack-unreachable': { reason: 'ENOTFOUND' },
  'not-asked': {},
  'scopes-granted': { count: 13 },
  'scopes-missing': { uses: [{ scope: 'users:read', features: ['language', 'guests'] }] },
  'scopes-declined': { uses: [{ scope: 'usergroups:read', features: ['user-groups'] }] },
  'scopes-extra': { scopes: ['pins:read', 'pins:write'] },
  'scopes-unknown': {},
  'socket-allowed': {},
  'socket-unscoped': {},
  'secret-set': {},
  'port-free': { port: 3977 },
  'port-ours': { port: 3977 },
  'port-taken': { port: 3977, reason: 'EADDRINUSE' },
};
const CODES = Object.keys(DETAILS) as FindingCode[];

const wordsOf = <Code extends FindingCode>(texts: Texts, code: Code) => texts.setup.findings[code](DETAILS[code]);

/** Every fact that a message is given, lists taken apart. */
const factsOf = (code: FindingCode): string[] =>
  Object.entries(DETAILS[code]).flatMap(([key, value]) => {
    if (key === 'uses') return (value as { scope: string }[]).map(({ scope }) => scope);
    return Array.isArray(value) ? value.map(String) : [String(value)];
  });

describe.each(['zh', 'en'] as const)('what the doctor says in %s', (language) => {
  const texts = textsIn(language);

  it.each(CODES)('puts %s into one line that holds every fact, and its advice into another', (code) => {
    const { says, advice } = wordsOf(texts, code);
    for (const line of [says, ...(advice === undefined ? [] : [advice])]) {
      expect(line).toMatch(/^\S.*\S$/);
      expect(line).not.toMatch(/undefined|null|NaN|\[object/);
    }
    for (const fact of factsOf(code)) expect(`${says} ${advice ?? ''}`).toContain(fact);
  });

  it('says what to do about everything that can be mended', () => {
    const faults = CODES.filter((code) =>
      /missing|wrong|unfit|stale|unwritable|refused|unreachable|unscoped|taken/.test(code),
    );
    expect(faults.length).toBeGreaterThan(8);
    expect(faults.filter((code) => wordsOf(texts, code).advice === undefined)).toEqual([]);
  });

  it('says where each thing that Slack gives is found', () => {
    for (const code of ['bot-token-missing', 'connection-missing', 'token-refused'] as const) {
      expect(wordsOf(texts, code).advice).toContain('https://api.slack.com/apps');
    }
  });

  it('is in its language throughout', () => {
    const { features, checks, summary, invalidUrl } = texts.setup;
    const said = CODES.flatMap((code) => Object.values(wordsOf(texts, code)));
    const all = [...said, ...Object.values(features), summary(0), summary(3), invalidUrl];
    const isForeign = (line: string): boolean => HAN.test(line) !== (language === 'zh');
    expect(all.filter(isForeign)).toEqual([]);
    expect(new Set(Object.values(checks)).size).toBe(Object.keys(checks).length);
  });
});
