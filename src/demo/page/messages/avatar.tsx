import type { JSX } from 'preact';
import type { Person } from '../../protocol.ts';

/** Hues that white letters can be read on. */
const COLOURS = ['#4a6a8a', '#5b6b3f', '#7a5a86', '#8a5a3c', '#3f7470', '#6a5f57'];

/** The first character of a name on a coloured square; the bot has a seal. */
export function Avatar({ person, size = 36 }: { person: Person; size?: number }): JSX.Element {
  const isBot = person.kind === 'bot';
  const [first = '?'] = [...person.name];
  const sum = [...person.id].reduce((total, letter) => (total * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7);
  const colour = COLOURS[sum % COLOURS.length];
  return (
    <span
      class={isBot ? 'avatar seal' : 'avatar'}
      aria-hidden="true"
      style={{ '--size': `${size}px`, ...(isBot ? {} : { background: colour }) }}
    >
      {first.toUpperCase()}
    </span>
  );
}
