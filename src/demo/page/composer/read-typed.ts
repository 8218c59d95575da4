import type { Action, CommandHint, Person } from '../../protocol.ts';

interface Known {
  commands: readonly CommandHint[];
  people: readonly Person[];
}

interface Place {
  conversation: string;
  thread: string | null;
}

export type AttachedFile = Extract<Action, { type: 'message' }>['files'][number];

/** What was typed as an action; a command that does not exist is sent to nobody. */
export type Typed =
  | { kind: 'action'; action: Action }
  | { kind: 'unknown-command'; command: string }
  | { kind: 'empty' };

export function readTyped(typed: string, place: Place, known: Known, files: AttachedFile[] = []): Typed {
  const text = typed.trim();
  if (text === '' && files.length === 0) return { kind: 'empty' };
  const [, command, rest = ''] = /^(\/\S+)\s*([\s\S]*)$/.exec(text) ?? [];
  if (command !== undefined && files.length === 0) {
    if (!known.commands.some((one) => one.command === command)) return { kind: 'unknown-command', command };
    return { kind: 'action', action: { type: 'command', ...place, command, text: escaped(rest) } };
  }
  return {
    kind: 'action',
    action: { type: 'message', ...place, text: withMentions(escaped(text), known.people), files },
  };
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** `@执笔` to `<@ID>`; of two names that begin alike the longer one counts. */
function withMentions(text: string, people: readonly Person[]): string {
  const byLength = people.toSorted((a, b) => b.name.length - a.name.length);
  return byLength.reduce((sent, { id, name }) => sent.replaceAll(`@${escaped(name)}`, `<@${id}>`), text);
}

/** The other way round, for editing: mentions by name, the three entities as letters. */
export function asTyped(text: string, people: readonly Person[]): string {
  const named = people.reduce((typed, { id, name }) => typed.replaceAll(`<@${id}>`, `@${name}`), text);
  return named.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
