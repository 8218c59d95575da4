import { type RightsNotice, strictest } from './rights.ts';

/**
 * Who will read an answer, as far as it decides which speeches may be in it. What an audience may not see is not counted
 * for it either: its answers are those of a corpus that has no such speeches.
 */
export interface Audience {
  /** Whether it may see internal speeches. */
  internal: boolean;
  /** Folders that it may not see: paths below the corpus folder, a slash at the end. */
  hidden: readonly string[];
}

/** Who can read the files themselves: whoever runs the command line. */
export const EVERYTHING: Audience = { internal: true, hidden: [] };

/** What decides who may see a speech: the speech has it, and each of its citations. */
export interface Guarded {
  /** Path below the corpus folder, with forward slashes. */
  file: string;
  rights: readonly RightsNotice[];
}

/** Whether an audience may see a speech. */
export function visibleTo({ internal, hidden }: Audience): (speech: Guarded) => boolean {
  return ({ file, rights }) =>
    (internal || strictest(rights) !== 'internal') && !hidden.some((folder) => liesIn(file, folder));
}

/**
 * Whether a file lies in a folder or below it. File systems differ in the case of letters and in how they compose accents,
 * and a policy is typed by hand: paths that differ in these alone are one path. Where two folders are told apart by case
 * alone, hiding one hides both.
 *
 * @param folder with a slash at the end
 */
export const liesIn = (file: string, folder: string): boolean => folded(file).startsWith(folded(folder));

/** Upper case, since lower case depends on the place of a letter in its word (Σ is σ or ς), and leaves ß beside SS. */
const folded = (path: string): string => path.normalize('NFC').toUpperCase().normalize('NFC');
