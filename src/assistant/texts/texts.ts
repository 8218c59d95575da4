import type { NothingFound, PhraseKind } from '../../drafting/index.ts';
import type { ErrorCode, ErrorDetails, Genre, Restriction, Warning } from '../../speech/index.ts';

/** The languages that people are answered in. */
export type Language = 'zh' | 'en';

/**
 * Everything that a person reads, in one language. Words that belong to a document (its text, its notices) are never
 * translated and not here. A key that one language lacks does not compile.
 */
export interface Texts {
  genres: Record<Genre, string>;
  restrictions: Record<Restriction, string>;
  phraseKinds: Record<PhraseKind, string>;
  errors: { [Code in ErrorCode]: (details: ErrorDetails[Code]) => string };
  warnings: Record<Warning['code'], (details: Record<string, string>) => string>;

  /** Around a question: what an answer is headed with. */
  headings: {
    passages: (query: string) => string;
    skeletons: (query: string) => string;
    phrasing: (query: string) => string;
    sources: string;
    nothing: Record<NothingFound['asked'], (query: string) => string>;
  };
  paragraph: (number: number) => string;
  titleBlock: string;
  alsoIn: (speeches: number) => string;
  more: (count: number) => string;
  counted: (count: number, speeches: number) => string;
  match: (kind: 'exact' | 'near', similarity: number) => string;
  nothingAdvice: string;
  lookedFor: (words: readonly string[]) => string;
  withheld: (count: number) => string;
  /** For who may see elsewhere what is withheld here. */
  withheldAdvice: string;
  shortened: (count: number) => string;

  help: {
    title: string;
    /** One line a command: how it is typed, and what comes back. */
    commands: readonly { example: string; answer: string }[];
    unknownCommand: (word: string) => string;
    inThreads: string;
  };
  apology: (requestId: string) => string;

  terminal: {
    indexed: (speeches: number, passages: number, seconds: string) => string;
    skipped: (files: number) => string;
    indexing: string;
    rights: string;
    /** Lines in which a site or seller speaks of itself. */
    banner: string;
    occasion: string;
    genre: string;
    date: string;
    speaker: string;
    structure: string;
    passages: (count: number) => string;
    warnings: string;
    line: (number: number) => string;
    unknown: string;
    /** What commander finds wrong with a command line, by its code. */
    usage: Record<'missingArgument' | 'unknownCommand' | 'unknownOption' | 'invalidArgument' | 'other', string>;
    commands: Record<
      'program' | 'inspect' | 'index' | 'find' | 'outline' | 'phrase' | 'source' | 'draft' | 'eval',
      string
    >;
    options: Record<'corpus' | 'index' | 'json' | 'limit' | 'genre' | 'year' | 'language' | 'docs', string>;
    help: string;
    /** Titles of commander's help, by what it calls them. */
    helpTitles: Readonly<Record<string, string>>;
    invalidGenre: (names: readonly string[]) => string;
    invalidNumber: string;
  };
}
