import { describe, expect, it } from 'vitest';
import { readBlocks } from '../../../src/demo/page/block-kit/read-blocks.ts';
import { complaintsAbout, toggled, valuesOf } from '../../../src/demo/page/block-kit/values.ts';
import type { AnyBlock, InputValues } from '../../../src/demo/protocol.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const option = (value: string) => ({ text: plain(value), value });
const input = (block_id: string, element: object, rest: object = {}): AnyBlock => ({
  type: 'input',
  block_id,
  label: plain('标签'),
  element: { action_id: 'a', ...element },
  ...rest,
});
const valuesFor = (blocks: AnyBlock[], entered: InputValues = {}): InputValues => valuesOf(readBlocks(blocks), entered);

describe('values of inputs', () => {
  it('begin with what the view says, in the form of view.state.values', () => {
    const blocks = [
      input('text', { type: 'plain_text_input', initial_value: '引才' }),
      input('select', { type: 'static_select', options: [option('x')] }),
      input('boxes', { type: 'checkboxes', options: [option('x')], initial_options: [option('x')] }),
      { type: 'actions', block_id: 'buttons', elements: [{ type: 'button', action_id: 'b', text: plain('按') }] },
      {
        type: 'section',
        block_id: 'side',
        accessory: { type: 'datepicker', action_id: 'day', initial_date: '2024-05-06' },
      },
    ];
    expect(valuesFor(blocks)).toEqual({
      text: { a: { type: 'plain_text_input', value: '引才' } },
      select: { a: { type: 'static_select', selected_option: null } },
      boxes: { a: { type: 'checkboxes', selected_options: [option('x')] } },
      side: { day: { type: 'datepicker', selected_date: '2024-05-06' } },
    });
  });

  it('keep what was entered when the view is updated, but for blocks that went or changed their kind', () => {
    const entered: InputValues = {
      kept: { a: { type: 'plain_text_input', value: '写了的' } },
      gone: { a: { type: 'plain_text_input', value: '不要了' } },
      changed: { a: { type: 'plain_text_input', value: '原是字' } },
    };
    const blocks = [input('kept', { type: 'plain_text_input' }), input('changed', { type: 'datepicker' })];
    expect(valuesFor(blocks, entered)).toEqual({
      kept: { a: { type: 'plain_text_input', value: '写了的' } },
      changed: { a: { type: 'datepicker', selected_date: null } },
    });
  });

  it('are refused where a required one is empty or a text too short or too long', () => {
    const blocks = readBlocks([
      input('missing', { type: 'plain_text_input' }),
      input('blank', { type: 'plain_text_input', initial_value: '  ' }),
      input('unchosen', { type: 'radio_buttons', options: [option('x')] }),
      input('unticked', { type: 'checkboxes', options: [option('x')] }),
      input('optional', { type: 'datepicker' }, { optional: true }),
      input('short', { type: 'plain_text_input', initial_value: '字', min_length: 2 }),
      input('long', { type: 'plain_text_input', initial_value: '三个字', max_length: 2 }),
      input('good', { type: 'plain_text_input', initial_value: '两字', min_length: 2, max_length: 2 }),
    ]);
    expect(complaintsAbout(blocks, valuesOf(blocks, {}))).toEqual({
      missing: { kind: 'missing' },
      blank: { kind: 'missing' },
      unchosen: { kind: 'missing' },
      unticked: { kind: 'missing' },
      short: { kind: 'short', least: 2 },
      long: { kind: 'long', most: 2 },
    });
  });

  it('tick and untick in the order of the options', () => {
    const options = [option('a'), option('b'), option('c')];
    expect(toggled(options, [option('c')], 'a')).toEqual([option('a'), option('c')]);
    expect(toggled(options, [option('a'), option('c')], 'a')).toEqual([option('c')]);
  });
});
