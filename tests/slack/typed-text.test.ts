import { describe, expect, it } from 'vitest';
import { typedText } from '../../src/slack/reading/typed-text.ts';

describe('what a person typed', () => {
  it.each([
    ['<@UBOT> 提纲 工作会议', '提纲 工作会议'],
    ['<@UBOT|zhibi> 引才', '引才'],
    ['请 <@UBOT> 找 引才', '请   找 引才'],
    ['问问 <@U2|老李>', '问问'],
    ['<@U2> 提纲 工作会议', '提纲 工作会议'],
    ['<!here> :pray: 引才 🙏🏽', '引才'],
    ['*提纲* _水利工作会议_', '提纲 水利工作会议'],
    ['句式 `以*为*`', '句式 以*为*'],
    ['句式 以*为*', '句式 以*为*'],
    ['句式 *基础*', '句式 *基础*'],
    ['<https://x.test/a|提纲> 水利', '提纲 水利'],
    ['见 <#C1|general> 引才', '见   引才'],
    ['见 <https://x.test/a|通知> 引才', '见 通知 引才'],
    ['<https://x.test/a>', 'https://x.test/a'],
    ['5 &gt; 3 &amp; 2 &lt; 4', '5 > 3 & 2 < 4'],
    ['&amp;lt;', '&lt;'],
    ['', ''],
  ])('%j is read as %j', (text, expected) => {
    expect(typedText(text)).toBe(expected);
  });
});
