import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MessageParts, messageWords } from '../../src/slack/reading/message-words.ts';

const wordsOf = (message: unknown): string => messageWords(MessageParts.parse(message));
const share = (text: string) => ({ is_share: true, from_url: 'https://x.slack.com/archives/C1/p1', text });
const rich = (...elements: object[]) => ({ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] });

describe('the words of a message', () => {
  it.each([
    ['what was typed', { text: '修渠', blocks: [rich({ type: 'text', text: '修渠' })] }, '修渠'],
    ['what was forwarded', { text: '', attachments: [share('渠要修通')] }, '渠要修通'],
    ['a command and what was forwarded with it', { text: '出处', attachments: [share('渠要修通')] }, '出处\n渠要修通'],
    [
      'not the preview of a link',
      { text: '修渠', attachments: [{ from_url: 'https://x.test', text: '别的' }] },
      '修渠',
    ],
    ['not the preview of a message', { text: '修渠', attachments: [{ is_msg_unfurl: true, text: '别的' }] }, '修渠'],
    ['blocks rather than a notice', { text: '新消息', blocks: [{ type: 'header', text: { text: '修渠' } }] }, '修渠'],
    [
      'every kind of block',
      {
        text: null,
        blocks: [
          { type: 'section', text: { text: '一' }, fields: [{ text: '二' }, null] },
          {
            type: 'context',
            elements: [
              { type: 'image', image_url: 'x' },
              { type: 'mrkdwn', text: '三' },
            ],
          },
          { type: 'markdown', text: '**四**' },
          { type: 'divider' },
          rich({ type: 'text', text: '五' }, { type: 'emoji', name: 'pray' }, { type: 'link', url: 'u', text: '六' }),
        ],
      },
      '一\n二\n三\n四\n五六',
    ],
    [
      'the items of a list, line by line',
      {
        text: '',
        blocks: [
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_list',
                elements: ['一', '二'].map((text) => ({
                  type: 'rich_text_section',
                  elements: [{ type: 'text', text }],
                })),
              },
            ],
          },
        ],
      },
      '一\n二',
    ],
    ['nothing', {}, ''],
  ])('are %s', (_, message, words) => {
    expect(wordsOf(message)).toBe(words);
  });

  it('are read from anything without a fault', () => {
    const anything = fc.anything({ maxDepth: 5 });
    fc.assert(
      fc.property(anything, anything, anything, (text, blocks, attachments) => {
        expect(typeof wordsOf({ text, blocks: [blocks, blocks], attachments: [attachments] })).toBe('string');
        expect(typeof wordsOf({ text, blocks, attachments })).toBe('string');
      }),
    );
  });

  it('are not followed into depths that Slack has not', () => {
    let element: object = { type: 'text', text: '修渠' };
    for (let i = 0; i < 10_000; i++) element = { type: 'rich_text_section', elements: [element] };
    expect(wordsOf({ blocks: [{ type: 'rich_text', elements: [element] }] })).toBe('');
  });
});
