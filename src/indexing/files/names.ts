/** Names the parts of an index, and is what makes them one. */
export const MANIFEST = 'zhibi.index';
/** Names of part files: what they hold, and how a hash of their content begins. */
export const PART_FILE = /^[a-z]+-[0-9a-f]{16}\.zhibi$/;

const UNFINISHED_PART = /^[a-z]+-[0-9a-f]{16}\.zhibi\.[0-9a-f]{12}$/;
/** `write-file-atomic` names what is not whole yet after the file, with a number behind it. */
const UNFINISHED_MANIFEST = /^zhibi\.index\.\d+$/;

/** Whether a file is a part of some index, or what was left of the writing of one. */
export const isOurs = (file: string): boolean =>
  PART_FILE.test(file) || UNFINISHED_PART.test(file) || UNFINISHED_MANIFEST.test(file);
