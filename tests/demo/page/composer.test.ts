import { describe, expect, it } from 'vitest';
import { asTyped, readTyped } from '../../../src/demo/page/composer/read-typed.ts';
import { complete, suggest } from '../../../src/demo/page/composer/suggest.ts';
import type { CommandHint, Person } from '../../../src/demo/protocol.ts';

const commands: CommandHint[] = [
  {
    command: '/draft',
    description: '找段落、提纲、句式、出处',
    words: [
      { word: '提纲', hint: '搭一份提纲', example: '引才 留才' },
      { word: '句式', hint: '看怎么说' },
      { word: 'outline', hint: 'An outline' },
    ],
  },
];
const person = { kind: 'member', about: '', language: 'zh' } as const;
const people: Person[] = [
  { ...person, id: 'U1', name: '陈明' },
  { ...person, id: 'U2', name: '陈明远' },
  { ...person, id: 'UB', name: '执笔', kind: 'bot' },
];
const known = { commands, people };
const labels = (text: string, caret = text.length): string[] | undefined =>
  suggest(text, caret, known)?.items.map(({ label }) => label);

describe('suggestions', () => {
  it('complete a command, then its first word', () => {
    expect(labels('/')).toEqual(['/draft']);
    expect(labels('/dr')).toEqual(['/draft']);
    expect(labels('/draft ')).toEqual(['提纲', '句式', 'outline']);
    expect(labels('/draft 提')).toEqual(['提纲']);
    expect(labels('/draft OUT')).toEqual(['outline']);
  });

  it('are silent where there is nothing more to complete', () => {
    for (const text of [
      '',
      '提纲',
      '/draft',
      '/draft 提纲',
      '/draft 提纲 引才',
      '/draft 引才',
      '/other ',
      'a/draft',
      '你好',
    ]) {
      expect(labels(text)).toBeUndefined();
    }
  });

  it('complete a person behind @, the bot first, also where no blank stands before it', () => {
    expect(labels('@')).toEqual(['执笔', '陈明', '陈明远']);
    expect(labels('请问@执')).toEqual(['执笔']);
    expect(labels('a@执')).toBeUndefined();
  });

  it('look at what stands before the caret alone', () => {
    expect(labels('/dr 引才', 3)).toEqual(['/draft']);
    expect(labels('@陈 你看', 2)).toEqual(['陈明', '陈明远']);
  });

  it.each([
    ['/dr', 3, '/draft ', 7],
    ['/draft 提', 8, '/draft 提纲 ', 10],
    ['请@执 看看', 3, '请@执笔 看看', 5],
  ])('put into %j become %j', (text, caret, whole, after) => {
    const suggestions = suggest(text, caret, known);
    const [first] = suggestions?.items ?? [];
    if (suggestions === null || first === undefined) throw new Error('nothing suggested');
    expect(complete(text, suggestions, first)).toEqual({ text: whole, caret: after });
  });
});

describe('what was typed', () => {
  const place = { conversation: 'C1', thread: null };
  const read = (text: string, files: { name: string; base64: string }[] = []) => readTyped(text, place, known, files);

  it('is a command with what stands behind it', () => {
    expect(read(' /draft  提纲 引才\n留才 ')).toEqual({
      kind: 'action',
      action: { type: 'command', ...place, command: '/draft', text: '提纲 引才\n留才' },
    });
    expect(read('/draft')).toMatchObject({ action: { command: '/draft', text: '' } });
  });

  it('is nothing to send where the command does not exist, or nothing stands there', () => {
    expect(read('/drat 引才')).toEqual({ kind: 'unknown-command', command: '/drat' });
    expect(read(' \n')).toEqual({ kind: 'empty' });
  });

  it('is a message with mentions by id, the longer name first', () => {
    expect(read('@陈明远 和 @陈明，问 @执笔')).toMatchObject({
      action: { type: 'message', text: '<@U2> 和 <@U1>，问 <@UB>', files: [] },
    });
  });

  it('is escaped, so that nobody types a mention or a link by its code', () => {
    expect(read('5 < 6 & <@U1>')).toMatchObject({ action: { text: '5 &lt; 6 &amp; &lt;@U1&gt;' } });
    expect(read('/draft 句式 <x>')).toMatchObject({ action: { text: '句式 &lt;x&gt;' } });
  });

  it('may be files alone', () => {
    const files = [{ name: '讲话.docx', base64: 'AAAA' }];
    expect(read('', files)).toMatchObject({ action: { type: 'message', text: '', files } });
  });

  it('comes back for editing as it was typed', () => {
    expect(asTyped('<@UB> 5 &lt; 6 &amp;lt;', people)).toBe('@执笔 5 < 6 &lt;');
  });
});
