import type { InputBlock, ModalView } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { viewProblems } from '../../src/demo/block-kit-validator.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const choice = (value: string) => ({ text: plain(value), value });
const input = (element: InputBlock['element']): InputBlock => ({ type: 'input', label: plain('题目'), element });
const modal = (view: Partial<ModalView> = {}): ModalView => ({
  type: 'modal',
  title: plain('查讲话'),
  submit: plain('查找'),
  blocks: [input({ type: 'plain_text_input', action_id: 'topic' })],
  ...view,
});

describe('a view', () => {
  it('that keeps to Slack’s limits has no problem', () => {
    expect(viewProblems(modal({ close: plain('关闭'), private_metadata: 'C1', callback_id: 'form' }))).toEqual([]);
    expect(viewProblems({ type: 'home', blocks: [{ type: 'divider' }] })).toEqual([]);
  });

  const radios = { type: 'radio_buttons' as const, options: [choice('a')] };
  it.each<[string, object, string]>([
    [
      'a long title',
      modal({ title: plain('长'.repeat(25)) }),
      'view.title.text: title has 25 characters, Slack allows 24',
    ],
    [
      'much metadata',
      modal({ private_metadata: 'x'.repeat(3001) }),
      'view.private_metadata: private_metadata is longer than 3000',
    ],
    [
      'too many blocks',
      { type: 'home', blocks: Array.from({ length: 101 }, () => ({ type: 'divider' })) },
      'view.blocks: 101 blocks, Slack allows 100',
    ],
    [
      'a table',
      { type: 'home', blocks: [{ type: 'table', rows: [[{ type: 'raw_text', text: 'a' }]] }] },
      'view.blocks[0].type: unknown block type of a view "table"',
    ],
    ['an input and no submit', { ...modal(), submit: undefined }, 'view: has an input and no submit'],
    [
      'an input filled with more than it holds',
      modal({ blocks: [input({ type: 'plain_text_input', max_length: 3, initial_value: '四个字长' })] }),
      'view.blocks[0].element: initial_value is longer than max_length',
    ],
    [
      'a choice that is none of the options',
      modal({ blocks: [input({ ...radios, initial_option: choice('b') })] }),
      'view.blocks[0].element: initial_option is none of the options',
    ],
    [
      'eleven radio buttons',
      modal({ blocks: [input({ ...radios, options: [...'abcdefghijk'].map(choice) })] }),
      'view.blocks[0].element.options: 11 options, Slack allows 10',
    ],
    [
      'two blocks of one id',
      { type: 'home', blocks: ['a', 'a'].map((block_id) => ({ type: 'divider', block_id })) },
      'view: repeated block_id "a"',
    ],
    [
      'a mention',
      { type: 'home', blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '<!here>' } }] },
      'view.blocks[0].text.text: active mention <!here>',
    ],
  ])('with %s has one', (_, view, problem) => {
    expect(viewProblems(view)).toEqual([problem]);
  });
});
