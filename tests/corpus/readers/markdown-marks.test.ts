import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSpeech } from '../../../src/corpus/index.ts';
import { escapeMarks } from '../../../src/corpus/readers/index.ts';
import { withoutMarks } from '../../../src/corpus/readers/markdown-marks.ts';
import { placedPassagesOf, treeOf } from '../reading.ts';

describe('marks that stand beside words in Markdown', () => {
  it.each([
    ['把**台账**建清楚', '把台账建清楚'],
    ['**县**镇的河', '**县**镇的河'],
    ['- 楼道的灯', '楼道的灯'],
    ['见[办法](https://example.com/a)', '见办法'],
    ['![校徽](a.png)', ''],
    ['第一条\\. 总则', '第一条. 总则'],
    ['| 甲 | 乙 |', '甲\t乙'],
    ['| --- | :-: |', ''],
    ['<!-- 待核 -->', ''],
    ['3 * 4 * 5', '3 * 4 * 5'],
    ['a_b_c', 'a_b_c'],
  ])('%s', (line, words) => {
    expect(withoutMarks(line)).toBe(words);
  });

  it('leave as many lines as there were, and code as it is', () => {
    const text = '<!-- 一\n二 -->\n```\n**码**\n```\n**强**调过的';
    expect(withoutMarks(text).split('\n')).toHaveLength(6);
    expect(withoutMarks(text)).toContain('**码**');
  });

  it('of a line of strong words are those of a heading, where no other headings are marked', () => {
    const lines = [
      '# 在河道会上的讲话',
      '',
      '**摸清底数**',
      '',
      '河边的账先算清楚，谁家门口谁来扫，扫完了再来开会。',
      '',
    ];
    expect(treeOf(parseSpeech(lines.join('\n'), 'speech.md'))).toEqual(['h1 |摸清底数']);
  });

  it('are no words of what is asked for', () => {
    const speech = parseSpeech('# 在河道会上的讲话\n\n同志们：\n\n把**台账**建`清楚`。\n', 'speech.md');
    expect(placedPassagesOf(speech)).toEqual(['把台账建清楚。']);
  });

  it('can be written, and are read as they were', () => {
    const pieces = fc.constantFrom(
      '河',
      '账',
      '**',
      '*',
      '_',
      '`',
      '[',
      ']',
      '(',
      ')',
      '|',
      '\\',
      '<b>',
      '- ',
      ' ',
      '~~',
      '!',
    );
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 12 }), (all) => {
        const words = all.join('').trim();
        fc.pre(words !== '' && !/^#|^```|^~~~|^>/.test(words));
        expect(withoutMarks(escapeMarks(words))).toBe(words);
      }),
      { numRuns: 1000 },
    );
  });

  it('take time in proportion to the text', () => {
    for (const mark of ['*', '**', '_', '`', '[', '![', '<!--', '~~', '|', '\\']) {
      expect(withoutMarks(mark.repeat(20_000)).length).toBeGreaterThanOrEqual(0);
    }
  });
});
