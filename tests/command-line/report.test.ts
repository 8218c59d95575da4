import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Facts } from '../../src/command-line/doctor/facts.ts';
import { findingsOf } from '../../src/command-line/doctor/index.ts';

const FACTS: Facts = {
  node: '20.19.0',
  problems: [],
  corpus: { speeches: 3, skipped: 0, fingerprint: 'a', files: ['a.txt'] },
  index: { folder: 'index', speeches: 3, passages: 9, fingerprint: 'a' },
  dictionary: null,
  state: { folder: 'state', fault: null },
  access: null,
  bot: { kind: 'accepted', answer: { team: '某单位', bot: 'zhibi', scopes: ['chat:write'] } },
  wanted: [{ scope: 'chat:write', optional: false, features: ['answers'] }],
  connection: { mode: 'http' },
  port: { number: 3000, use: { kind: 'free' } },
};

const failsOf = (facts: Partial<Facts>): string[] =>
  findingsOf({ ...FACTS, ...facts })
    .filter(({ outcome }) => outcome === 'fail')
    .map(({ code }) => code);

describe('the report of an installation', () => {
  it('finds nothing wrong where nothing is', () => {
    expect(failsOf({})).toEqual([]);
  });

  it('asks for the versions of Node.js that package.json asks for', () => {
    const { engines } = JSON.parse(readFileSync('package.json', 'utf8')) as { engines: { node: string } };
    const lines = [...engines.node.matchAll(/\^(\d+)\.(\d+)\.0/g)].map(([, major, minor]) =>
      [major, minor].map(Number),
    );
    expect(lines.length).toBeGreaterThan(0);
    for (const [major = 0, minor = 0] of lines) {
      expect(failsOf({ node: `${major}.${minor}.0` })).toEqual([]);
      expect(failsOf({ node: `${major}.${minor + 1}.3` })).toEqual([]);
      expect(failsOf({ node: `${major}.${minor - 1}.9` })).toEqual(['node-unfit']);
      expect(failsOf({ node: `${major + 1}.${minor}.0` })).toEqual(['node-unfit']);
    }
  });

  it('takes a state folder that cannot be written for a fault, and none for no fault', () => {
    expect(failsOf({ state: { folder: 'state', fault: 'EACCES' } })).toEqual(['state-unwritable']);
    expect(failsOf({ state: { folder: 'state', fault: null } })).toEqual([]);
  });

  it('takes a folder of the access file that no speech lies in for a fault: it is kept from nobody', () => {
    expect(failsOf({ access: null })).toEqual([]);
    expect(failsOf({ access: { file: 'who.yaml', folders: 1, unmatched: [] } })).toEqual([]);
    expect(failsOf({ access: { file: 'who.yaml', folders: 1, unmatched: ['柜子/'] } })).toEqual(['access-unmatched']);
  });

  it('tells each fault once: a wrong token is not missing too', () => {
    const problems = [
      { key: 'SLACK_BOT_TOKEN', reason: 'xoxb-' },
      { key: 'SLACK_SIGNING_SECRET', reason: '8' },
    ];
    expect(failsOf({ bot: null, connection: null, problems })).toEqual(['setting-wrong', 'setting-wrong']);
    expect(failsOf({ bot: null, connection: null })).toEqual(['bot-token-missing', 'connection-missing']);
  });
});
