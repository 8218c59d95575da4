import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { Blocks } from '../../../src/demo/page/block-kit/blocks.tsx';
import { readBlocks } from '../../../src/demo/page/block-kit/read-blocks.ts';
import type { AnyBlock } from '../../../src/demo/protocol.ts';

const draw = (...blocks: AnyBlock[]): string => render(h(Blocks, { blocks: readBlocks(blocks) }));
const plain = (text: string) => ({ type: 'plain_text', text });
const richText = (...elements: object[]): AnyBlock => ({ type: 'rich_text', elements });
const section = (...elements: object[]) => ({ type: 'rich_text_section', elements });

describe('drawing blocks', () => {
  it('names the type of a block that it does not know, and keeps its JSON', () => {
    const html = draw({ type: 'carousel', elements: [] });
    expect(html).toContain('画不出这一块：carousel');
    expect(html).toContain('&quot;type&quot;: &quot;carousel&quot;');
  });

  it('draws a malformed block as a box and the others beside it', () => {
    const html = draw({ type: 'header', text: 'not a text object' }, { type: 'header', text: plain('标题') });
    expect(html).toContain('画不出这一块：header');
    expect(html).toContain('<h3>标题</h3>');
  });

  it('names an element that it does not know', () => {
    const html = draw(
      { type: 'actions', elements: [{ type: 'workflow_button' }] },
      richText({ type: 'rich_text_video' }),
    );
    expect(html).toContain('workflow_button');
    expect(html).toContain('rich_text_video');
    expect(draw(richText(section({ type: 'color', value: '#fff' })))).toContain('color');
  });

  it('reads no markup in plain text or rich text', () => {
    const text = '*粗* <!channel> <b>';
    for (const html of [
      draw({ type: 'section', text: plain(text) }),
      draw(richText(section({ type: 'text', text }))),
      draw({ type: 'header', text: plain(text) }),
      draw({ type: 'context', elements: [plain(text)] }),
    ]) {
      expect(html).toContain('*粗* &lt;!channel> &lt;b>');
    }
  });

  it('makes no link of what is no page', () => {
    const html = draw(richText(section({ type: 'link', url: 'javascript:alert(1)', text: '点我' })));
    expect(html).toContain('点我');
    expect(html).not.toContain('href');
  });

  it('styles words', () => {
    const style = { bold: true, italic: true, strike: true, code: true };
    expect(draw(richText(section({ type: 'text', text: '字', style })))).toContain(
      '<s><em><strong><code>字</code></strong></em></s>',
    );
  });

  it('goes on counting where a list was interrupted', () => {
    const list = {
      type: 'rich_text_list',
      style: 'ordered',
      offset: 2,
      elements: [section({ type: 'text', text: '三' })],
    };
    expect(draw(richText(list))).toMatch(/<ol[^>]* start="3"/);
  });

  it('draws a table with its first row as head and the columns as set', () => {
    const html = draw({
      type: 'table',
      column_settings: [null, { align: 'right', is_wrapped: true }],
      rows: [
        [plain('x'), plain('y')].map(({ text }) => ({ type: 'raw_text', text })),
        [{ type: 'raw_text', text: '字数' }, richText(section({ type: 'text', text: '860' }))],
      ],
    });
    expect(html).toContain('<th scope="col" class="align-left"><span class="plain">x</span></th>');
    expect(html).toMatch(/<td class="align-right wrapped">.*860/);
  });

  it('ties an input to its label and its error', () => {
    const input: AnyBlock = {
      type: 'input',
      block_id: 'topic',
      label: plain('主题'),
      hint: plain('一个词'),
      element: { type: 'plain_text_input', action_id: 'topic' },
    };
    const html = render(h(Blocks, { blocks: readBlocks([input]), errors: { topic: '没有这个说法。' } }));
    const [, id] = /<label for="([^"]+)"/.exec(html) ?? [];
    expect(html).toContain(`id="${id}"`);
    expect(html).toContain(`aria-describedby="${id}-note"`);
    expect(html).toMatch(/role="alert"[^>]*>没有这个说法。/);
    expect(html).not.toContain('一个词');
  });

  it('shows an image by its words and fetches nothing', () => {
    const html = draw({ type: 'image', image_url: 'https://example.org/a.png', alt_text: '各类讲话篇数' });
    expect(html).toContain('各类讲话篇数');
    expect(html).not.toContain('example.org');
  });
});
