import type { Person, State } from '../../protocol.ts';

/** The person behind an id; of one whom the server did not name only the id is known. */
export const personIn = ({ people }: State, id: string): Person =>
  people.find((person) => person.id === id) ?? { id, name: id, kind: 'member', about: '', language: 'zh' };
