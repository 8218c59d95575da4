import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLiteral, readPattern } from '../../../../src/drafting/phrasing/pattern/index.ts';

const partsOf = (typed: string, synonyms: readonly string[] = []) => readPattern(typed, () => synonyms).parts;
const words = (...all: string[]) => ({ kind: 'words', words: all, isChosen: all.length > 1 });
const run = { kind: 'run' };

const fault = (typed: string): unknown => {
  try {
    readPattern(typed);
  } catch (error) {
    const { code, details } = error as { code: string; details: unknown };
    return code === 'pattern-invalid' ? details : code;
  }
  return null;
};

describe('what is typed', () => {
  it.each([
    ['筑堤', [[words('筑堤')]]],
    ['筑*堤', [[words('筑'), run, words('堤')]]],
    ['筑…堤', [[words('筑'), run, words('堤')]]],
    ['筑……堤', [[words('筑'), run, words('堤')]]],
    ['筑...堤', [[words('筑'), run, words('堤')]]],
    ['筑⋯⋯堤', [[words('筑'), run, words('堤')]]],
    ['筑**堤', [[words('筑'), run, words('堤')]]],
    ['3.5*堤', [[words('3.5'), run, words('堤')]]],
    ['筑??', [[words('筑'), { kind: 'characters', count: 2 }]]],
    ['[筑 修 加固]堤', [[words('加固', '修', '筑'), words('堤')]]],
    ['[筑]堤', [[words('筑堤')]]],
    ['{渠 堤}', [[{ kind: 'all', members: [['渠'], ['堤']] }]]],
    ['渠 堤', [[words('渠')], [words('堤')]]],
    ['既要*，又要*', [[words('既要'), run, words(',又要'), run]]],
    ['修、管', [[words('修、管')]]],
    ['修堤A', [[words('修堤a')]]],
    ['築堤', [[words('筑堤')]]],
  ])('%s is read as its parts', (typed, parts) => {
    expect(partsOf(typed)).toEqual(parts);
  });

  it.each([
    ['筑＊堤', '筑*堤'],
    ['筑？堤', '筑?堤'],
    ['［筑　修］堤', '[筑 修]堤'],
    ['【筑　修】堤', '[筑 修]堤'],
    ['｛渠　堤｝', '{渠 堤}'],
    ['＃筑', '#筑'],
    ['渠　堤', '渠 堤'],
    ['[筑、修，挖|填/平]堤', '[筑 修 挖 填 平]堤'],
    ['筑 * 堤', '筑*堤'],
    [' 筑堤 ', '筑堤'],
  ])('%s is read as %s', (typed, same) => {
    expect(partsOf(typed)).toEqual(partsOf(same));
  });

  it('has the near-synonyms that are given for a word, alone or in brackets', () => {
    expect(partsOf('#筑堤', ['修堤', '築堤', ''])).toEqual([[words('修堤', '筑堤')]]);
    expect(partsOf('#筑*堤', ['修'])).toEqual([[words('修', '筑'), run, words('堤')]]);
    expect(partsOf('[#筑 挖]堤', ['修'])).toEqual([[words('修', '挖', '筑'), words('堤')]]);
    expect(partsOf('{#筑 渠}', ['修'])).toEqual([[{ kind: 'all', members: [['修', '筑'], ['渠']] }]]);
  });

  it('is nothing but words where it has no wildcard and no choice', () => {
    expect(isLiteral(readPattern('修堤 管水'))).toBe(true);
    expect(isLiteral(readPattern('#修堤'))).toBe(true);
    expect(isLiteral(readPattern('修*堤'))).toBe(false);
    expect(isLiteral(readPattern('[修 筑]堤'))).toBe(false);
  });
});

describe('what cannot be read is told with its place', () => {
  it.each([
    ['修[筑 挖堤', 'unbalanced', 2],
    ['修]堤', 'unbalanced', 2],
    ['[筑 挖}堤', 'unbalanced', 5],
    ['修[]堤', 'empty-brackets', 2],
    ['{ 、 }', 'empty-brackets', 1],
    ['[筑 [挖 填]]', 'nested-brackets', 4],
    ['{筑 [挖 填]}', 'nested-brackets', 4],
    ['[筑* 挖]', 'wildcard-in-brackets', 3],
    ['{筑？ 挖}', 'wildcard-in-brackets', 3],
    ['修 #', 'no-word-after-hash', 3],
    ['#*堤', 'no-word-after-hash', 1],
    ['𠀀#', 'no-word-after-hash', 2],
    ['*', 'nothing-literal', 1],
    ['??', 'nothing-literal', 1],
    ['，*', 'nothing-literal', 1],
    ['{渠 堤 田 路 林 水}', 'too-many-words', 1],
    ['渠*'.repeat(9), 'too-many-wildcards', 1],
  ])('%s', (typed, what, position) => {
    expect(fault(typed)).toEqual({ what, position });
  });

  it('as a query is that is empty or too long', () => {
    expect(fault('')).toBe('query-empty');
    expect(fault(' 　')).toBe('query-empty');
    expect(fault('*'.repeat(10_000))).toBe('query-too-long');
    expect(fault('渠'.repeat(1001))).toBe('query-too-long');
  });

  it('and too many near-synonyms are too many words', () => {
    const many = Array.from({ length: 300 }, (_, i) => `筑${i}`);
    expect(() => readPattern('#筑堤', () => many)).toThrow('too-many-words');
  });

  it('whatever is typed: read or refused, in no time', () => {
    const hostile = fc
      .array(fc.constantFrom('*', '?', '[', ']', '{', '}', '#', ' ', '渠', '…', '、', '\uffff', '\ud840', '１'), {
        maxLength: 1200,
      })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(hostile, (typed) => {
        const refused = fault(typed);
        if (refused === null) expect(readPattern(typed).parts.length).toBeGreaterThan(0);
      }),
    );
  });
});
