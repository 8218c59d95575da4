import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { AddIcon } from '../controls/icons.tsx';
import { useDesk } from '../desk.ts';
import { useSurroundings } from '../surroundings.ts';

/**
 * Where files that join the speeches are chosen.
 *
 * @param isOver whether some are held over what takes them in
 */
export function TakeIn({ isOver }: { isOver: boolean }): JSX.Element | null {
  const { mayTakeIn, takeIn } = useDesk();
  const { texts } = useSurroundings();
  const chooser = useRef<HTMLInputElement>(null);
  if (!mayTakeIn) return null;
  return (
    <div class={isOver ? 'take-in over' : 'take-in'}>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        accept=".docx,.doc,.wps,.odt,.ofd,.pdf,.md,.txt,.html,.htm"
        onChange={(event) => {
          takeIn([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      <button type="button" class="entry" title={texts.takeInHint} onClick={() => chooser.current?.click()}>
        <AddIcon />
        <span class="entry-name">{isOver ? texts.takeInHint : texts.takeIn}</span>
      </button>
    </div>
  );
}
