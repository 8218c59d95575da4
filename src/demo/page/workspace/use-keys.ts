import { useEffect } from 'preact/hooks';
import { isComposing } from '../controls/is-composing.ts';

interface Keys {
  step(by: 1 | -1): void;
  goBack(): void;
  help(): void;
}

/** Keys that count wherever the focus is, but not under a dialog: that keeps its keys to itself. */
export function useKeys({ step, goBack, help }: Keys): void {
  const moves: Record<string, (event: KeyboardEvent) => void> = {
    'Alt+ArrowUp': () => step(-1),
    'Alt+ArrowDown': () => step(1),
    'Ctrl+/': help,
    F6: ({ shiftKey }) => nextRegion(shiftKey ? -1 : 1),
    Escape: goBack,
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const held = `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}`;
      const move = moves[held + event.key];
      if (move === undefined || isComposing(event) || event.defaultPrevented) return;
      event.preventDefault();
      move(event);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
}

/** Moves the focus to the next of: list of conversations, messages, composer, thread, its composer. */
function nextRegion(by: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region], .composer-field')].filter(
    (region) => region.offsetParent !== null,
  );
  const at = regions.findLastIndex((region) => region.contains(document.activeElement));
  const next = regions[(at + by + regions.length) % regions.length];
  const target = next?.dataset['region'] === 'list' ? next.querySelector<HTMLElement>('[aria-current]') : next;
  target?.focus();
}
