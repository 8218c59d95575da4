import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCommand } from '../src/assistant/index.ts';
import { runCommandLine } from '../src/command-line/index.ts';
import { SETTINGS } from '../src/config.ts';
import { parseAccessPolicy, SCOPES } from '../src/slack/index.ts';
import { recordingTerminal } from './support/terminal.ts';

const READMES = ['README.md', 'README.zh-CN.md'];
const read = (file: string): string => readFileSync(file, 'utf8');
const pkg = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

/** What `zhibi --help` lists. */
async function commandNames(): Promise<string[]> {
  const { terminal, printed } = recordingTerminal();
  await runCommandLine(['--help', '--lang', 'en'], terminal, {
    corpusFolders: [],
    indexFolder: '',
    stateFolder: '',
    isWatching: false,
    language: 'en',
    logLevel: 'silent',
  });
  return [...(printed.out.split('Commands:')[1]?.matchAll(/^ {2}(\w+) \[/gm) ?? [])].map((match) => match[1] ?? '');
}

describe.each(READMES)('%s', (readme) => {
  it('names every command of the command line', async () => {
    const names = await commandNames();
    expect(names.length).toBeGreaterThanOrEqual(7);
    expect(names.filter((name) => !read(readme).includes(`\`zhibi ${name}`))).toEqual([]);
  });

  it('names every setting', () => {
    expect(SETTINGS.filter((setting) => !read(readme).includes(`\`${setting}\``))).toEqual([]);
  });

  it.each(['find', 'outline', 'phrase', 'source', 'help', '找', '段落', '提纲', '句式', '出处', '帮助'])(
    'names the word %s of /draft, which is understood',
    (word) => {
      expect(read(readme)).toContain(word);
      const command = readCommand(`${word} 一句话`);
      expect(command.kind === 'help' ? command.unknownWord : null).toBeNull();
    },
  );

  it('tells only scripts that exist', () => {
    const told = [...read(readme).matchAll(/(?:^|`|&& )npm (?:run )?(?:--silent )?([a-z][\w:-]*)/gm)].map(
      (match) => match[1] ?? '',
    );
    const known = new Set([...Object.keys(pkg.scripts), 'ci']);
    expect(told.filter((script) => !known.has(script))).toEqual([]);
  });

  it('has a row for every folder of the sources', () => {
    const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map((folder) => `\`src/${folder.name}/\``).filter((row) => !read(readme).includes(row))).toEqual([]);
  });
});

describe('links', () => {
  it.each([
    ...READMES,
    'corpus/README.md',
    'docs/design.md',
    'docs/performance.md',
    'docs/reliability.md',
    'SECURITY.md',
    'bench/peers/README.md',
    'docs/slack.md',
    'docs/access.md',
    'docs/access.zh-CN.md',
  ])('of %s lead to files that exist', (file) => {
    const targets = [...read(file).matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((match) => match[1] ?? '');
    expect(targets.filter((target) => !existsSync(join(dirname(file), target)))).toEqual([]);
  });
});

describe('docs/design.md', () => {
  it('has a heading for every folder of the sources', () => {
    const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(
      folders.map((folder) => `### ${folder.name}/`).filter((heading) => !read('docs/design.md').includes(heading)),
    ).toEqual([]);
  });
});

describe('docs/slack.md', () => {
  it('explains each scope, says whether it is optional, and no scope that is not asked for', () => {
    const rows = [...read('docs/slack.md').matchAll(/^\| `([\w:]+)` \| (必需|可选) \| .+ \| .+ \|$/gm)];
    const explained = rows.map(([, scope, need]) => [scope, need]);
    const asked = Object.entries(SCOPES).map(([scope, { optional }]) => [scope, optional ? '可选' : '必需']);
    expect(explained.sort()).toEqual(asked.sort());
  });
});

describe.each(['docs/access.md', 'docs/access.zh-CN.md'])('the example of %s', (file) => {
  it('is a policy', () => {
    const yaml = /```yaml\n([\s\S]*?)```/.exec(read(file))?.[1] ?? '';
    expect(parseAccessPolicy(yaml, file).folders).toMatchObject([{ folder: '内部/', people: ['U0123ABCD'] }]);
  });
});

describe('every folder of the sources', () => {
  it('opens on an index.ts whose header says what the folder is for', () => {
    for (const folder of readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
      expect(read(`src/${folder.name}/index.ts`)).toMatch(new RegExp(`^/\\*\\*\\s+(?:\\* )?${folder.name}/: `));
    }
  });
});
