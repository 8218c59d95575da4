import { delimiter } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConfig, readInstallation, readSlackConfig, SETTINGS } from '../src/config.ts';
import { ZhibiError } from '../src/speech/index.ts';

const BOT = { SLACK_BOT_TOKEN: 'xoxb-test' };
const APP = { SLACK_APP_TOKEN: 'xapp-test' };
const SECRET = { SLACK_SIGNING_SECRET: 'signing-secret' };

/** The fault that reading the settings ends with. */
function faultOf(read: () => unknown): ZhibiError {
  try {
    read();
  } catch (error) {
    if (error instanceof ZhibiError) return error;
    throw error;
  }
  throw new Error('no fault');
}

describe('readConfig', () => {
  const defaults = {
    corpusFolders: ['corpus'],
    indexFolder: 'index',
    stateFolder: 'state',
    isWatching: true,
    language: 'zh',
    logLevel: 'info',
  };

  it('has a default for everything', () => {
    expect(readConfig({})).toEqual(defaults);
  });

  it('takes a setting that is set to nothing for one that is not set', () => {
    expect(readConfig(Object.fromEntries(SETTINGS.map((key) => [key, ''])))).toEqual(defaults);
  });

  it('reads what is set', () => {
    const environment = {
      ZHIBI_CORPUS: 'talks',
      ZHIBI_INDEX: 'built',
      ZHIBI_STATE: 'kept',
      ZHIBI_WATCH: 'off',
      ZHIBI_LANGUAGE: 'en',
      ZHIBI_LOG_LEVEL: 'debug',
      PATH: 'somewhere',
    };
    expect(readConfig(environment)).toEqual({
      corpusFolders: ['talks'],
      indexFolder: 'built',
      stateFolder: 'kept',
      isWatching: false,
      language: 'en',
      logLevel: 'debug',
    });
  });

  it('reads several corpus folders, and no folder where nothing stands between two delimiters', () => {
    const given = ['talks', '', 'reports', ''].join(delimiter);
    expect(readConfig({ ZHIBI_CORPUS: given }).corpusFolders).toEqual(['talks', 'reports']);
  });

  it('needs nothing of Slack', () => {
    expect(() => readConfig({ ZHIBI_LANGUAGE: 'en' })).not.toThrow();
  });

  it('takes delimiters alone for nothing set', () => {
    expect(readConfig({ ZHIBI_CORPUS: delimiter }).corpusFolders).toEqual(['corpus']);
  });
});

describe('readSlackConfig', () => {
  it('opens a socket with an app token', () => {
    expect(readSlackConfig({ ...BOT, ...APP })).toEqual({
      botToken: 'xoxb-test',
      connection: { mode: 'socket', appToken: 'xapp-test' },
      port: 3000,
      apiUrl: undefined,
      accessFile: undefined,
    });
  });

  it('listens for signed requests with a signing secret and no app token', () => {
    expect(readSlackConfig({ ...BOT, ...SECRET, SLACK_APP_TOKEN: '' }).connection).toEqual({
      mode: 'http',
      signingSecret: 'signing-secret',
    });
  });

  it('opens a socket when it has both', () => {
    expect(readSlackConfig({ ...BOT, ...APP, ...SECRET }).connection.mode).toBe('socket');
  });

  it.each([
    ['0', 0],
    ['8080', 8080],
    ['65535', 65_535],
    ['', 3000],
  ])('reads port %j', (given, port) => {
    expect(readSlackConfig({ ...BOT, ...APP, ZHIBI_PORT: given }).port).toBe(port);
  });

  it('reads another Slack than the usual', () => {
    const apiUrl = 'http://localhost:4000/api/';
    expect(readSlackConfig({ ...BOT, ...APP, SLACK_API_URL: apiUrl }).apiUrl).toBe(apiUrl);
  });

  it('reads where the access policy is', () => {
    expect(readSlackConfig({ ...BOT, ...APP, ZHIBI_ACCESS: 'access.yaml' }).accessFile).toBe('access.yaml');
  });

  it.each([
    ['a bot token', { ...APP, ...SECRET }, 'SLACK_BOT_TOKEN', 'xoxb-'],
    ['a bot token, set to nothing', { ...APP, SLACK_BOT_TOKEN: '' }, 'SLACK_BOT_TOKEN', 'xoxb-'],
    ['a way to reach Slack', BOT, 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'],
  ])('names the setting where %s is missing, and says what it looks like', (_, environment, key, hint) => {
    const fault = faultOf(() => readSlackConfig(environment));
    expect(fault).toMatchObject({ code: 'config-invalid', details: { key, reason: expect.stringContaining(hint) } });
  });

  it('takes white space for no port', () => {
    expect(readSlackConfig({ ...BOT, ...APP, ZHIBI_PORT: ' ' }).port).toBe(3000);
  });
});

describe('readInstallation', () => {
  it('is content with nothing set', () => {
    const nothing = { botToken: undefined, appToken: undefined, signingSecret: undefined, apiUrl: undefined };
    expect(readInstallation({})).toEqual({ config: readConfig({}), slack: { ...nothing, port: 3000 }, problems: [] });
  });

  it('reads all that is set', () => {
    const { slack } = readInstallation({ ...BOT, ...APP, ...SECRET, ZHIBI_PORT: '8080' });
    expect(slack).toMatchObject({ botToken: 'xoxb-test', appToken: 'xapp-test', signingSecret: 'signing-secret' });
    expect(slack.port).toBe(8080);
  });

  it('lists every wrong setting, keeps what is right, and has defaults in place of what is wrong', () => {
    const { config, slack, problems } = readInstallation({
      SLACK_BOT_TOKEN: 'xapp-4f1c',
      ...SECRET,
      ZHIBI_INDEX: 'built',
      ZHIBI_LANGUAGE: '4f1c',
      ZHIBI_PORT: '4f1c',
    });
    expect(problems.map(({ key }) => key).sort()).toEqual(['SLACK_BOT_TOKEN', 'ZHIBI_LANGUAGE', 'ZHIBI_PORT']);
    expect(JSON.stringify(problems)).not.toContain('4f1c');
    expect(slack).toMatchObject({ botToken: undefined, signingSecret: 'signing-secret', port: 3000 });
    expect(config).toMatchObject({ indexFolder: 'built', language: 'zh' });
  });
});

describe('a wrong value', () => {
  const wrong: [string, string][] = [
    ['SLACK_BOT_TOKEN', 'xoxp-4f1c'],
    ['SLACK_APP_TOKEN', 'xoxb-4f1c'],
    ['SLACK_SIGNING_SECRET', '4f1c'],
    ['SLACK_API_URL', '4f1c'],
    ['SLACK_API_URL', 'ftp://4f1c.invalid/'],
    ['ZHIBI_PORT', '4f1c'],
    ['ZHIBI_PORT', '-4711'],
    ['ZHIBI_PORT', '47110815'],
    ['ZHIBI_PORT', '4711.5'],
    ['ZHIBI_LANGUAGE', '4f1c'],
    ['ZHIBI_LOG_LEVEL', '4f1c'],
  ];

  it.each(wrong)('of %s is refused by name, and never repeated: %j', (key, value) => {
    for (const read of [readConfig, readSlackConfig]) {
      const fault = faultOf(() => read({ ...BOT, ...APP, [key]: value }));
      expect(fault).toMatchObject({ code: 'config-invalid', details: { key } });
      expect(fault.details).toMatchObject({ reason: expect.stringMatching(/\S/) });
      expect(fault.message + JSON.stringify(fault.details) + String(fault.cause)).not.toContain(value);
    }
  });

  it('is never repeated, whatever was put in place of a token', () => {
    const keys = fc.constantFrom('SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'ZHIBI_LANGUAGE');
    fc.assert(
      fc.property(keys, fc.stringMatching(/^[0-9A-F]{12,40}$/), (key, value) => {
        const fault = faultOf(() => readConfig({ [key]: value }));
        expect(fault.details).toMatchObject({ key });
        expect(fault.message).not.toContain(value);
      }),
    );
  });
});

describe('SETTINGS', () => {
  it('are each in capitals, and Slack’s or our own', () => {
    expect(SETTINGS.filter((key) => !/^(?:SLACK|ZHIBI)_[A-Z_]+$/.test(key))).toEqual([]);
    expect(SETTINGS).toContain('ZHIBI_CORPUS');
  });
});
