import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { type AccessPolicy, parseAccessPolicy } from '../../../src/slack/access/index.ts';
import { type ErrorDetails, ZhibiError } from '../../../src/speech/index.ts';

const FILE = '权限.yaml';
const parse = (yaml: string): AccessPolicy => parseAccessPolicy(yaml, FILE);

/** What a policy is refused for. */
function faultOf(yaml: string): ErrorDetails['access-invalid'] {
  try {
    parse(yaml);
  } catch (error) {
    if (error instanceof ZhibiError && error.code === 'access-invalid') {
      return error.details as ErrorDetails['access-invalid'];
    }
    throw error;
  }
  throw new Error('no fault');
}

describe('a policy', () => {
  it('says who, where, and which folders', () => {
    const yaml = `# 谁能用
workspaces: [T0123ABCD]
channels:
  - C0123ABCD
  - G0123ABCD
groups: [S0123ABCD]
folders:
  - folder: 内部
    groups: [S0123ABCD]
    people: [U0123ABCD, W0123ABCD]
    channels: [C0123ABCD]
  - folder: ./会议/专题会/
`;
    expect(parse(yaml)).toEqual({
      workspaces: ['T0123ABCD'],
      channels: ['C0123ABCD', 'G0123ABCD'],
      groups: ['S0123ABCD'],
      folders: [
        {
          folder: '内部/',
          groups: ['S0123ABCD'],
          people: ['U0123ABCD', 'W0123ABCD'],
          channels: ['C0123ABCD'],
        },
        { folder: '会议/专题会/', groups: [], people: [], channels: [] },
      ],
    });
  });

  it('that leaves a key out leaves it open', () => {
    expect(parse('channels: [C0123ABCD]')).toEqual({
      workspaces: null,
      channels: ['C0123ABCD'],
      groups: null,
      folders: [],
    });
  });

  it('is what was written, whatever was written', () => {
    const ids = (letter: string) =>
      fc.array(
        fc.stringMatching(/^[A-Z0-9]{8}$/).map((rest) => `${letter}${rest}`),
        { minLength: 1, maxLength: 4 },
      );
    const folders = fc.uniqueArray(
      fc.record({
        folder: fc
          .array(fc.stringMatching(/^[一-龟a-z0-9 :#-]{1,6}$/), { minLength: 1, maxLength: 3 })
          .map((steps) => `${steps.join('/')}/`),
        groups: ids('S'),
        people: ids('U'),
        channels: ids('C'),
      }),
      { selector: ({ folder }) => folder, maxLength: 4 },
    );
    const policy = fc.record({ workspaces: ids('T'), channels: ids('C'), groups: ids('S'), folders });
    fc.assert(
      fc.property(policy, (written) => {
        expect(parse(stringify(written))).toEqual(written);
      }),
    );
  });
});

describe('a slip is refused, with its line', () => {
  it.each([
    ['a key that there is not', 'workspaces: [T0123ABCD]\nchanels: [C0123ABCD]\n', 'unknown-key', 2, 'chanels'],
    ['the same in a folder', 'folders:\n  - folder: 内部\n    group: [S0123ABCD]\n', 'unknown-key', 3, 'group'],
    ['a key twice', 'groups: [S0123ABCD]\ngroups: [S0123ABCE]\n', 'key-twice', 2, 'DUPLICATE_KEY'],
    ['an id of another kind', 'channels:\n  - C0123ABCD\n  - S0123ABCD\n', 'wrong-id', 3, 'channels'],
    ['a name for an id', "channels: ['#综合']\n", 'wrong-id', 1, 'channels'],
    ['small letters', 'groups: [s0123abcd]', 'wrong-id', 1, 'groups'],
    ['an id in a folder', 'folders:\n  - folder: 内部\n    people:\n      - 某同志\n', 'wrong-id', 4, 'people'],
    ['one id that is no list', 'channels: C0123ABCD', 'wrong-type', 1, 'channels'],
    ['a list that names nobody', '\ngroups: []', 'empty-list', 2, 'groups'],
    ['a key with nothing behind it', 'groups:\n', 'wrong-type', 1, 'groups'],
    ['a folder twice', 'folders:\n  - folder: 内部\n  - folder: 内部/\n', 'folder-twice', 3, 'folder'],
    ['a folder without a name', 'folders:\n  - groups: [S0123ABCD]\n', 'wrong-type', 2, 'folder'],
    ['the corpus itself', 'folders:\n  - folder: ./\n', 'wrong-folder', 2, 'folder'],
    ['a folder outside', 'folders:\n  - folder: 内部/../..\n', 'wrong-folder', 2, 'folder'],
    ['a number for a folder', 'folders:\n  - folder: 2024\n', 'wrong-type', 2, 'folder'],
    ['a list at the top', '- T0123ABCD\n', 'wrong-type', 1, 'YAML'],
    ['nothing', '', 'wrong-type', 1, 'YAML'],
    ['comments alone', '# workspaces: [T0123ABCD]\n', 'wrong-type', 1, 'YAML'],
    ['two documents', 'groups: [S0123ABCD]\n---\ngroups: [S0123ABCE]\n', 'not-yaml', 2, 'MULTIPLE_DOCS'],
    ['a bracket left open', 'groups: [S0123ABCD\n', 'not-yaml', 2, 'BAD'],
    ['a tag', 'groups: !!js/function [S0123ABCD]\n', 'not-yaml', 1, 'TAG'],
    ['a reference', 'groups: &a [S0123ABCD]\nchannels: *a\n', 'alias', 2, 'YAML'],
    ['a list for a key', '[groups]: [S0123ABCD]\n', 'unknown-key', 1, 'YAML'],
    ['a reference for a key', 'groups: &a [S0123ABCD]\n*a : x\n', 'alias', 2, 'YAML'],
    ['a key of the language', '__proto__: {folders: []}\n', 'unknown-key', 1, '__proto__'],
  ])('%s', (_, yaml, what, line, reason) => {
    expect(faultOf(yaml)).toEqual({ file: FILE, what, line, reason: expect.stringContaining(reason) });
  });

  it('a bomb of references, before it goes off', () => {
    const lines = Array.from({ length: 40 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i},`.repeat(9)}]`);
    expect(faultOf(['a0: &a0 [x]', ...lines].join('\n')).what).toBe('alias');
  });

  it('nesting without end, and a file without end', () => {
    expect(faultOf('['.repeat(50_000)).what).toBe('not-yaml');
    expect(faultOf('# '.repeat(60_000)).what).toBe('too-long');
  });

  it('whatever stands in the file: a policy or a coded error with a line of it', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'folders:',
        'groups: ',
        'channels',
        ': ',
        '\n',
        '\n  - ',
        'folder: 内部',
        '[',
        ']',
        '{',
        '&a ',
        '*a',
        '!!x ',
        '"',
        'S0123ABCD',
        ' ',
      ),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const yaml = pieces.join('');
        try {
          parse(yaml);
        } catch (error) {
          if (!(error instanceof ZhibiError)) throw error;
          expect(error.code).toBe('access-invalid');
          const { line } = error.details as ErrorDetails['access-invalid'];
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(yaml.split('\n').length);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
