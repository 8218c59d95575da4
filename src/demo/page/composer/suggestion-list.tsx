import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useSurroundings } from '../surroundings.ts';
import type { Suggestion } from './suggest.ts';

interface SuggestionListProps {
  id: string;
  items: readonly Suggestion[];
  active: number;
  onChoose(suggestion: Suggestion): void;
}

/** What could be typed, above the composer; the focus stays where one types. */
export function SuggestionList({ id, items, active, onChoose }: SuggestionListProps): JSX.Element {
  const { texts } = useSurroundings();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.children[active]?.scrollIntoView({ block: 'nearest' }), [active]);
  return (
    <div class="suggestions">
      <div ref={list} id={id} role="listbox" tabIndex={-1} aria-label={texts.suggestions}>
        {items.map((item, i) => (
          <div
            key={item.key}
            id={`${id}-${i}`}
            role="option"
            tabIndex={-1}
            class="suggestion"
            aria-selected={i === active}
            // The field would lose the focus, and the list would close, before the click.
            onMouseDown={(event) => {
              event.preventDefault();
              onChoose(item);
            }}
          >
            <b>{item.label}</b>
            <span>{item.hint}</span>
            {item.example !== undefined && <code>{item.example}</code>}
          </div>
        ))}
      </div>
      <p role="status">{texts.suggestionKeys}</p>
    </div>
  );
}
