import type { EngineName } from '../peers/engines.ts';

/** What a process of its own is started for; its one argument, as JSON. */
export type Task =
  /** Makes an index and saves it. */
  | { task: 'build'; engine: EngineName; corpus: string; folder: string }
  /** Answers one question and says so: timed from outside. Where there is no question in terms, it is cut by jieba. */
  | { task: 'first'; engine: EngineName; folder: string; question: readonly string[] | { text: string } }
  /** Answers until it is told to stop. An index that could not be saved is made anew. */
  | { task: 'serve'; engine: EngineName; corpus: string; folder: string; saved: boolean };

export interface BuiltMessage {
  /** From the passages in memory to an index that can be asked and is saved, as far as it can be. In milliseconds. */
  ms: number;
  /** The most that the process took, the passages included. */
  megabytes: number;
  /** Why the index could not be saved. */
  unsaved: string | null;
  /** The size of its files, without copies of the passages. */
  bytes: number;
}

export interface OpenedMessage {
  /** What the process takes when the index is open, once garbage is gone. */
  megabytes: number;
}

export interface Answered {
  ms: number;
  passages: readonly number[];
}

export interface EndedMessage {
  /** After all questions, once garbage is gone. */
  megabytes: number;
  /** The most that the process ever took. */
  peak: number;
}

/** To a serving process: questions to be answered one after another, or the end. */
export type Order = { ask: readonly (readonly string[])[] } | 'end';
