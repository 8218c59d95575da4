import type { JSX } from 'preact';

/** Arrow keys walk the messages of a list; T opens the thread of the one that has the focus, M its menu. */
export function walkMessages(event: JSX.TargetedKeyboardEvent<HTMLElement>): void {
  const list = event.currentTarget;
  const items = [...list.querySelectorAll<HTMLElement>('article')];
  const focused = event.target instanceof HTMLElement ? event.target : null;
  const at = focused === null ? -1 : items.indexOf(focused);
  if ((at < 0 && focused !== list) || event.ctrlKey || event.metaKey || event.altKey) return;
  const item = items[at];
  const moves: Record<string, () => void> = {
    ArrowUp: () => focusOn(items[at < 0 ? items.length - 1 : at - 1]),
    ArrowDown: () => focusOn(items[at + 1]),
    t: () => item?.querySelector<HTMLElement>('[data-key="t"]')?.click(),
    m: () => item?.querySelector<HTMLElement>('.message-menu')?.click(),
  };
  const move = moves[event.key];
  if (move === undefined) return;
  event.preventDefault();
  move();
}

function focusOn(item: HTMLElement | undefined): void {
  item?.focus();
  item?.scrollIntoView({ block: 'nearest' });
}
