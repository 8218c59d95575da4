import type { JSX } from 'preact';
import { useDesk } from '../desk.ts';
import { useSurroundings } from '../surroundings.ts';

export function IndexingBar(): JSX.Element | null {
  const { state } = useDesk();
  const { texts } = useSurroundings();
  if (state.indexing === null) return null;
  const { label, done, total } = state.indexing;
  return (
    <div class="indexing">
      <span>{texts.indexing(label, done, total)}</span>
      <progress aria-label={label} {...(total === 0 ? {} : { value: done, max: total })} />
    </div>
  );
}
