import type { Command } from './command.ts';
import { PAGE, readSentences } from './command.ts';

/** What can be asked about a message: where its words stand, passages like it, how the corpus puts it. */
export const SHORTCUTS = ['source', 'similar', 'phrasing'] as const;
export type Shortcut = (typeof SHORTCUTS)[number];

/** Passages are looked for by so many characters of a message at the most, phrasing by one sentence. */
const LONGEST_QUERY = 200;
const LONGEST_SENTENCE = 60;

/** What a shortcut asks about the words of a message; help where it has none. */
export function readShortcut(shortcut: Shortcut, words: string): Command {
  const text = words.trim();
  if (text === '') return { kind: 'help', unknownWord: null };
  if (shortcut === 'source') return readSentences(text);
  const filters = {};
  if (shortcut === 'similar') {
    return { kind: 'request', request: { kind: 'find', query: text.slice(0, LONGEST_QUERY), filters, limit: PAGE } };
  }
  const [sentence = text] = text.split(/[。！？；!?;\n]/u).filter((part) => part.trim() !== '');
  return { kind: 'request', request: { kind: 'phrase', query: sentence.trim().slice(0, LONGEST_SENTENCE), filters } };
}
