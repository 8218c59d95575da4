import type { Language, Texts } from '../assistant/index.ts';
import type { Config, Installation } from '../config.ts';
import type { Page } from '../terminal/index.ts';

/** What the command line talks to. Messages go to `error`, so that `out` can be piped. */
export interface Terminal {
  out: (text: string) => void;
  error: (text: string) => void;
  /** Columns of the screen; undefined when output goes elsewhere. */
  columns: number | undefined;
  coloured: boolean;
  /** Keeps one line as it is now, `null` for none; absent where nobody looks. */
  progress?: (line: string | null) => void;
  /** Asks the person at the terminal; absent where nobody is (a pipe, a job). */
  ask?: (question: string) => Promise<string>;
}

export const EXIT = { answered: 0, nothing: 1, badInput: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Options that every command has. */
export interface CommonOptions {
  corpus?: string[];
  index?: string;
  json?: boolean;
}

/** What a command works with. */
export interface Context {
  terminal: Terminal;
  config: Config;
  /** Everything that is set, also where it is not enough to start the bot. */
  installation: Installation;
  language: Language;
  texts: Texts;
  page: Page;
}

export const indexFolder = ({ config }: Context, options: CommonOptions): string => options.index ?? config.indexFolder;

export const corpusFolders = ({ config }: Context, options: CommonOptions): readonly string[] =>
  options.corpus ?? config.corpusFolders;

/** Prints an answer: one JSON object with `--json`, else what `render` makes for people. */
export function print({ terminal }: Context, options: CommonOptions, json: object, render: () => string): void {
  terminal.out(`${options.json === true ? JSON.stringify(json) : render()}\n`);
}

/** Says something that is not the answer. */
export function say({ terminal }: Context, message: string): void {
  terminal.error(`${message}\n`);
}
