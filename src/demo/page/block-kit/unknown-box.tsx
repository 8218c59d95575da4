import type { JSX } from 'preact';
import { useSurroundings } from '../surroundings.ts';

/** Stands for what the page can't draw, so that nothing goes missing unseen. */
export function UnknownBox({ name, json }: { name: string; json: unknown }): JSX.Element {
  const { texts } = useSurroundings();
  return (
    <details class="unknown-box">
      <summary>{texts.unknownBlock(name)}</summary>
      <pre>{JSON.stringify(json, null, 2)}</pre>
    </details>
  );
}
