import type { CommandHint, Person } from '../../protocol.ts';

/** Something to put in place of what is being typed. */
export interface Suggestion {
  key: string;
  label: string;
  hint: string;
  /** Words to try, shown behind. */
  example?: string;
  /** What takes the place of `text.slice(from, to)`. */
  insert: string;
}

export interface Suggestions {
  from: number;
  to: number;
  items: Suggestion[];
}

interface Known {
  commands: readonly CommandHint[];
  people: readonly Person[];
}

/**
 * What can stand where the caret is: a command, the first word behind a command, a person behind `@`; `null` where
 * there is nothing to suggest, or where it is typed already.
 */
export function suggest(text: string, caret: number, { commands, people }: Known): Suggestions | null {
  const before = text.slice(0, caret);
  const found = suggestCommand(before, commands) ?? suggestWord(before, commands) ?? suggestPerson(before, people);
  if (found === null) return null;
  const isDone = found.items.some(({ insert }) => insert.trim() === before.slice(found.from));
  return isDone || found.items.length === 0 ? null : found;
}

function suggestCommand(before: string, commands: readonly CommandHint[]): Suggestions | null {
  if (!/^\/\S*$/.test(before)) return null;
  const items = commands
    .filter(({ command }) => startsWith(command, before))
    .map(({ command, description }) => ({ key: command, label: command, hint: description, insert: `${command} ` }));
  return { from: 0, to: before.length, items };
}

function suggestWord(before: string, commands: readonly CommandHint[]): Suggestions | null {
  const [, name = '', typed = ''] = /^(\/\S+)\s+(\S*)$/.exec(before) ?? [];
  const words = commands.find(({ command }) => command === name)?.words ?? [];
  if (words.length === 0) return null;
  const items = words
    .filter(({ word }) => startsWith(word, typed))
    .map(({ word, hint, example }) => ({
      key: word,
      label: word,
      hint,
      ...(example === undefined ? {} : { example }),
      insert: `${word} `,
    }));
  return { from: before.length - typed.length, to: before.length, items };
}

function suggestPerson(before: string, people: readonly Person[]): Suggestions | null {
  // Chinese is typed without blanks: `请问@执` asks for a person too; `a@b` is an address.
  const [, typed] = /(?<![A-Za-z0-9._])@([^\s@]*)$/.exec(before) ?? [];
  if (typed === undefined) return null;
  const items = people
    .filter(({ name }) => name.toLowerCase().includes(typed.toLowerCase()))
    .toSorted((a, b) => Number(b.kind === 'bot') - Number(a.kind === 'bot'))
    .map(({ id, name, about }) => ({ key: id, label: name, hint: about, insert: `@${name} ` }));
  return { from: before.length - typed.length - 1, to: before.length, items };
}

const startsWith = (word: string, typed: string): boolean => word.toLowerCase().startsWith(typed.toLowerCase());

/** The text with a suggestion in it, and where the caret goes. */
export function complete(
  text: string,
  { from, to }: Suggestions,
  { insert }: Suggestion,
): { text: string; caret: number } {
  const rest = text.slice(to);
  const words = insert.endsWith(' ') && rest.startsWith(' ') ? insert.slice(0, -1) : insert;
  return { text: text.slice(0, from) + words + rest, caret: from + insert.length };
}
