import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { menuPlace } from './menu-place.ts';

export interface MenuItem {
  key: string;
  label: string;
  detail?: string;
  /** Of a choice between items: whether it is the present one. */
  isChosen?: boolean;
  icon?: ComponentChildren;
  onChoose(): void;
}

interface MenuProps {
  /** What the button is called, if its content does not say. */
  label: string;
  isNamedByContent?: boolean;
  children: ComponentChildren;
  items: readonly MenuItem[];
  class?: string;
}

/**
 * A button that opens a menu: arrow keys, Home and End walk it, Escape or a click elsewhere closes it and the focus
 * returns. It lies in the browser's top layer, so that nothing that scrolls cuts it off.
 */
export function Menu({ label, isNamedByContent = false, children, items, class: name }: MenuProps): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class={name}
        title={label}
        aria-label={isNamedByContent ? undefined : label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {children}
      </button>
      {isOpen && <MenuList id={id} label={label} items={items} anchor={button} onClose={close} />}
    </>
  );
}

interface MenuListProps {
  id: string;
  label: string;
  items: readonly MenuItem[];
  anchor: { current: HTMLButtonElement | null };
  onClose(): void;
}

function MenuList({ id, label, items, anchor, onClose }: MenuListProps): JSX.Element {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = list.current;
    if (element === null || anchor.current === null) return;
    element.showPopover();
    const window = { width: innerWidth, height: innerHeight };
    const { left, top } = menuPlace(anchor.current.getBoundingClientRect(), element.getBoundingClientRect(), window);
    element.style.left = `${left}px`;
    element.style.top = `${top}px`;
    const chosen = items.findIndex(({ isChosen }) => isChosen === true);
    focusItem(element, Math.max(0, chosen));
    const onPress = (event: Event): void => {
      const target = event.target instanceof Node ? event.target : null;
      if (!element.contains(target) && !anchor.current?.contains(target)) onClose();
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, []);
  return (
    <div
      ref={list}
      id={id}
      class="menu"
      popover="manual"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      onKeyDown={(event) => walk(event, onClose)}
    >
      {items.map((item) => (
        <Item key={item.key} item={item} onClose={onClose} />
      ))}
    </div>
  );
}

function Item({ item, onClose }: { item: MenuItem; onClose(): void }): JSX.Element {
  return (
    <button
      type="button"
      class="menu-item"
      tabIndex={-1}
      {...(item.isChosen === undefined
        ? { role: 'menuitem' }
        : { role: 'menuitemradio', 'aria-checked': item.isChosen })}
      onClick={() => {
        onClose();
        item.onChoose();
      }}
    >
      {item.icon}
      <span class="menu-words">
        <span>{item.label}</span>
        {item.detail !== undefined && <small>{item.detail}</small>}
      </span>
    </button>
  );
}

function walk(event: JSX.TargetedKeyboardEvent<HTMLDivElement>, onClose: () => void): void {
  const list = event.currentTarget;
  const buttons = [...list.querySelectorAll<Element>('button')];
  const at = document.activeElement === null ? -1 : buttons.indexOf(document.activeElement);
  const moves: Record<string, () => void> = {
    ArrowDown: () => focusItem(list, (at + 1) % buttons.length),
    ArrowUp: () => focusItem(list, (at - 1 + buttons.length) % buttons.length),
    Home: () => focusItem(list, 0),
    End: () => focusItem(list, buttons.length - 1),
    Escape: onClose,
    Tab: onClose,
  };
  const move = moves[event.key];
  if (move === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  move();
}

const focusItem = (list: HTMLElement, i: number): void => list.querySelectorAll('button')[i]?.focus();
