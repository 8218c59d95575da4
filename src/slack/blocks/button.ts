import type { ActionsBlock, ActionsBlockElement, Button } from '@slack/types';
import { plain } from './elements.ts';
import { LIMITS } from './limits.ts';
import { ACTION, LONGEST_VALUE, type Press, pack } from './press.ts';

/**
 * A button that keeps what it does.
 *
 * @param unique what tells it from others of its verb in its block
 */
export const button = (
  label: string,
  press: Press,
  unique: string | number = '',
): Button & { text: ReturnType<typeof plain> } => ({
  type: 'button',
  action_id: `${ACTION}${press.verb}${unique === '' ? '' : `_${unique}`}`,
  text: plain(label, LIMITS.label),
  value: pack(press),
});

/** Buttons, menus and lists side by side; no block where there is none. A button that would keep too much is left out. */
export function buttons(all: readonly ActionsBlockElement[]): ActionsBlock[] {
  const elements = all.filter((element) => !('value' in element) || (element.value ?? '').length <= LONGEST_VALUE);
  return elements.length === 0 ? [] : [{ type: 'actions', elements: elements.slice(0, LIMITS.buttons) }];
}
