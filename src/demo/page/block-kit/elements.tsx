import type { JSX } from 'preact';
import { MoreIcon, PictureIcon } from '../controls/icons.tsx';
import { Menu } from '../controls/menu.tsx';
import { useSurroundings } from '../surroundings.ts';
import { ButtonElement } from './button.tsx';
import { InputElement } from './inputs.tsx';
import { useInteraction } from './interaction.ts';
import type { BlockElement, Overflow } from './schema.ts';
import { UnknownBox } from './unknown-box.tsx';

/** An element of an actions block or at the side of a section: what is done to it goes to the app at once. */
export function ElementOf({ element, blockId }: { element: BlockElement; blockId: string }): JSX.Element {
  switch (element.type) {
    case 'button':
      return <ButtonElement button={element} blockId={blockId} />;
    case 'overflow':
      return <OverflowElement overflow={element} blockId={blockId} />;
    case 'image':
      return <Picture alt={element.alt_text} isSmall />;
    case 'unknown':
      return <UnknownBox name={element.name} json={element.json} />;
    default:
      return <InputElement element={element} blockId={blockId} dispatches />;
  }
}

function OverflowElement({ overflow, blockId }: { overflow: Overflow; blockId: string }): JSX.Element {
  const { act } = useInteraction();
  const { texts } = useSurroundings();
  const items = overflow.options.map((option) => ({
    key: option.value,
    label: option.text.text,
    ...(option.description === undefined ? {} : { detail: option.description.text }),
    onChoose: () =>
      void act({ type: 'overflow', block_id: blockId, action_id: overflow.action_id, selected_option: option }),
  }));
  return (
    <Menu label={texts.moreOptions} items={items} class="button plain-button icon-only">
      <MoreIcon />
    </Menu>
  );
}

/** Pictures are elsewhere, and the page fetches from nowhere else: their words stand for them. */
export function Picture({ alt, isSmall = false }: { alt: string; isSmall?: boolean }): JSX.Element {
  const { texts } = useSurroundings();
  return (
    <span class={isSmall ? 'picture small' : 'picture'} role="img" aria-label={alt} title={alt}>
      <PictureIcon />
      {!isSmall && <span>{alt === '' ? texts.imagePlaceholder : alt}</span>}
    </span>
  );
}
