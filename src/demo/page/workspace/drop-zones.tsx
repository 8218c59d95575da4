import type { JSX } from 'preact';
import { useDesk } from '../desk.ts';
import { useSurroundings } from '../surroundings.ts';
import { FOR_SPEECHES } from './use-drop.ts';

/**
 * What can become of the files that are held over a pane: half of it each.
 *
 * @param otherwise what, if they don't join the speeches; `null` if nothing
 */
export function DropZones({ otherwise }: { otherwise: string | null }): JSX.Element {
  const { mayTakeIn } = useDesk();
  const { texts } = useSurroundings();
  return (
    <div class="drop">
      {otherwise !== null && (
        <div class="drop-zone">
          <b>{otherwise}</b>
        </div>
      )}
      {mayTakeIn && (
        <div class="drop-zone" {...FOR_SPEECHES}>
          <b>{texts.dropHere.speeches}</b>
          <small>{texts.dropHere.speechesHint}</small>
        </div>
      )}
    </div>
  );
}
