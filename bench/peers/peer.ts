/** Numbers of the best passages for some terms, any of which may match; at most {@link HITS}. */
export type Ask = (terms: readonly string[]) => readonly number[] | Promise<readonly number[]>;

/** Hits that are wanted of a question. */
export const HITS = 10;

/** An index that has just been made, in the memory of this process or already in its files. */
export interface Built {
  /** Writes what is not on disk yet. Rejects where an engine can't write an index of this size. */
  save: () => Promise<void>;
  ask: Ask;
}

/**
 * A search engine to compare. Passages come as their terms joined by blanks, and no engine makes other terms of them: no
 * stemming, no stop words, no folding. Passages go by their number in the order in which they come.
 */
export interface Peer {
  /** @param folder empty; the engine's alone */
  build: (passages: readonly string[], folder: string) => Promise<Built>;
  /**
   * Opens what was saved in a folder, as a program that has just been started would.
   *
   * @param isToStay whether many questions are to come, so that it pays to read ahead what would be read when asked for
   */
  open: (folder: string, isToStay: boolean) => Promise<Ask>;
  /** In the folder, what is index rather than a copy of the passages; the folder itself where it is left out. */
  indexIn?: (folder: string) => string;
}
