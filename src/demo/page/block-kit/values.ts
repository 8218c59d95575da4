import type { InputValue, InputValues } from '../../protocol.ts';
import type { UnknownBlock } from './read-blocks.ts';
import type { BlockElement, DrawnBlock, Input, Option, StatefulElement } from './schema.ts';

/** The elements of blocks that hold a value, with the block where each stands. */
function* statefulElements(
  blocks: readonly (DrawnBlock | UnknownBlock)[],
): Generator<{ block_id: string; element: StatefulElement }> {
  for (const block of blocks) for (const element of elementsOf(block)) yield { block_id: block.block_id, element };
}

function elementsOf(block: DrawnBlock | UnknownBlock): StatefulElement[] {
  switch (block.type) {
    case 'input':
      return [block.element].filter(isStateful);
    case 'actions':
      return block.elements.filter(isStateful);
    case 'section':
      return block.accessory === undefined ? [] : [block.accessory].filter(isStateful);
    default:
      return [];
  }
}

function isStateful(element: BlockElement): element is StatefulElement {
  const { type } = element;
  return type !== 'button' && type !== 'overflow' && type !== 'image' && type !== 'unknown';
}

/** What an element holds before anybody touches it. */
function initialValue(element: StatefulElement): InputValue {
  switch (element.type) {
    case 'plain_text_input':
      return { type: 'plain_text_input', value: element.initial_value ?? null };
    case 'static_select':
      return { type: 'static_select', selected_option: element.initial_option ?? null };
    case 'radio_buttons':
      return { type: 'radio_buttons', selected_option: element.initial_option ?? null };
    case 'checkboxes':
      return { type: 'checkboxes', selected_options: element.initial_options ?? [] };
    case 'datepicker':
      return { type: 'datepicker', selected_date: element.initial_date ?? null };
  }
}

/** Slack's `state.values` of these blocks: what was entered, else what they begin with; nothing of blocks that went. */
export function valuesOf(blocks: readonly (DrawnBlock | UnknownBlock)[], entered: InputValues): InputValues {
  const values: InputValues = {};
  for (const { block_id, element } of statefulElements(blocks)) {
    const kept = entered[block_id]?.[element.action_id];
    const value = kept !== undefined && kept.type === element.type ? kept : initialValue(element);
    values[block_id] = { ...values[block_id], [element.action_id]: value };
  }
  return values;
}

/** Why an input can't be sent as it is. */
export type Complaint = { kind: 'missing' } | { kind: 'short'; least: number } | { kind: 'long'; most: number };

/** What Slack itself refuses before the app hears of it: required inputs that are empty, text too short or too long. */
export function complaintsAbout(
  blocks: readonly (DrawnBlock | UnknownBlock)[],
  values: InputValues,
): Record<string, Complaint> {
  const complaints: Record<string, Complaint> = {};
  for (const block of blocks) {
    if (block.type !== 'input' || block.element.type === 'unknown') continue;
    const value = values[block.block_id]?.[block.element.action_id];
    const complaint = value === undefined ? null : complaintAbout(block, value);
    if (complaint !== null) complaints[block.block_id] = complaint;
  }
  return complaints;
}

function complaintAbout({ element, optional }: Input, value: InputValue): Complaint | null {
  if (isEmpty(value)) return optional === true ? null : { kind: 'missing' };
  if (element.type !== 'plain_text_input' || value.type !== 'plain_text_input') return null;
  const length = value.value?.length ?? 0;
  if (element.min_length !== undefined && length < element.min_length) {
    return { kind: 'short', least: element.min_length };
  }
  if (element.max_length !== undefined && length > element.max_length)
    return { kind: 'long', most: element.max_length };
  return null;
}

function isEmpty(value: InputValue): boolean {
  switch (value.type) {
    case 'plain_text_input':
      return (value.value ?? '').trim() === '';
    case 'static_select':
    case 'radio_buttons':
      return value.selected_option === null;
    case 'checkboxes':
      return value.selected_options.length === 0;
    case 'datepicker':
      return value.selected_date === null;
  }
}

/** The options after one was ticked or unticked, in the order in which they stand. */
export function toggled(options: readonly Option[], chosen: readonly { value: string }[], value: string): Option[] {
  const values = new Set(chosen.map((option) => option.value));
  if (!values.delete(value)) values.add(value);
  return options.filter((option) => values.has(option.value));
}
