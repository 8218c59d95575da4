import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMrkdwn } from '../../../src/demo/page/block-kit/mrkdwn.ts';
import type { Inline } from '../../../src/demo/page/block-kit/schema.ts';

/** The inline elements of the only section. */
function inlines(text: string): Inline[] {
  const [element, ...others] = readMrkdwn(text);
  expect(others).toEqual([]);
  return element?.type === 'rich_text_section' ? element.elements : [];
}

const wordsOf = (elements: readonly Inline[]): string =>
  elements.map((element) => (element.type === 'text' ? element.text : '')).join('');

describe('mrkdwn', () => {
  it('reads bold, italic, strike and code', () => {
    expect(inlines('一 *二* _三_ ~四~ `五`')).toEqual([
      { type: 'text', text: '一 ' },
      { type: 'text', text: '二', style: { bold: true } },
      { type: 'text', text: ' ' },
      { type: 'text', text: '三', style: { italic: true } },
      { type: 'text', text: ' ' },
      { type: 'text', text: '四', style: { strike: true } },
      { type: 'text', text: ' ' },
      { type: 'text', text: '五', style: { code: true } },
    ]);
  });

  it('reads a mark inside another', () => {
    expect(inlines('*要_紧_*')).toEqual([{ type: 'text', text: '要_紧_', style: { bold: true } }]);
    expect(inlines('*要 _紧_*')).toContainEqual({ type: 'text', text: '紧', style: { bold: true, italic: true } });
  });

  it('leaves a mark that stands inside a word, or alone, as it is', () => {
    for (const text of ['以*为*', '3 * 4 * 5', 'snake_case_name', '* 落单', '**']) {
      expect(inlines(text)).toEqual([{ type: 'text', text }]);
    }
  });

  it('reads nothing inside code', () => {
    expect(inlines('`*不粗*`')).toEqual([{ type: 'text', text: '*不粗*', style: { code: true } }]);
  });

  it('reads links and mentions', () => {
    expect(inlines('<https://example.org/?a=1&amp;b=2|此处>')).toEqual([
      { type: 'link', url: 'https://example.org/?a=1&b=2', text: '此处', style: {} },
    ]);
    expect(inlines('<@U1><#C1><!here>')).toEqual([
      { type: 'user', user_id: 'U1', style: {} },
      { type: 'channel', channel_id: 'C1', style: {} },
      { type: 'broadcast', range: 'here', style: {} },
    ]);
  });

  it('parts quotes, fences and what stands around them', () => {
    expect(readMrkdwn('前\n> 引一\n&gt; 引二\n后\n```\n码\n```').map(({ type }) => type)).toEqual([
      'rich_text_section',
      'rich_text_quote',
      'rich_text_section',
      'rich_text_preformatted',
    ]);
  });

  it('gives back any escaped text as it was', () => {
    const escaped = (text: string): string =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    const line = fc.string({ unit: fc.constantFrom('讲', '话', ' ', '&', '<', '>', ';', 'a'), minLength: 1 });
    fc.assert(
      fc.property(line, (text) => {
        // A line that begins with > is a quote.
        fc.pre(!text.startsWith('>'));
        expect(wordsOf(inlines(escaped(text)))).toBe(text);
      }),
    );
  });

  it('loses no letter whatever the marks', () => {
    const line = fc.string({ unit: fc.constantFrom('讲', ' ', '*', '_', '~', '`', '，'), minLength: 1 });
    fc.assert(
      fc.property(line, (text) => {
        const elements = readMrkdwn(text).flatMap((element) =>
          element.type === 'rich_text_section' || element.type === 'rich_text_preformatted' ? element.elements : [],
        );
        expect(wordsOf(elements).replaceAll(/[^讲，]/g, '')).toBe(text.replaceAll(/[^讲，]/g, ''));
      }),
    );
  });
});
