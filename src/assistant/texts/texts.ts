import type { Difference, NothingFound, PhraseChange, PhraseKind, SourceMatch } from '../../drafting/index.ts';
import type {
  DropReason,
  ErrorCode,
  ErrorDetails,
  Evidence,
  Genre,
  Level,
  Restriction,
  Role,
  Warning,
} from '../../speech/index.ts';
import type { SetupTexts } from './setup.ts';
import type { ViewTexts } from './views.ts';

/** What Slack may refuse, as far as somebody can do something about it. */
export type SlackFault =
  | 'not-in-channel'
  | 'channel-not-found'
  | 'missing-scope'
  | 'trigger-expired'
  | 'rate-limited'
  | 'message-refused'
  | 'message-gone'
  | 'token-refused'
  | 'unsure'
  | 'other';

/** Why a follow-up can't follow. */
export type FollowUpProblem = { problem: 'no-such-item'; number: number } | { problem: 'no-more' | 'not-for-this' };

/** The languages that people are answered in. */
export type Language = 'zh' | 'en';

/**
 * Everything that a person reads, in one language. Words that belong to a document (its text, its notices) are never
 * translated and not here. A key that one language lacks does not compile.
 */
export interface Texts {
  genres: Record<Genre, string>;
  levels: Record<Level, string>;
  roles: Record<Role, string>;
  restrictions: Record<Restriction, string>;
  phraseKinds: Record<PhraseKind, string>;
  errors: { [Code in ErrorCode]: (details: ErrorDetails[Code]) => string };
  warnings: Record<Warning['code'], (details: Record<string, string>) => string>;

  /** Around a question: what an answer is headed with. */
  headings: {
    passages: (query: string) => string;
    /** Passages like one that was named. */
    similar: string;
    skeletons: (query: string) => string;
    phrasing: (query: string) => string;
    sources: string;
    nothing: Record<NothingFound['asked'], (query: string) => string>;
  };
  skeleton: {
    /** What a composed skeleton is headed with; `null` where all of it is of one speech. */
    composed: (speeches: number | null) => string;
    /** No speech is about the question: these are of its genre. */
    byGenre: string;
    characters: (count: number) => string;
    /** In how many speeches a section like this stands. */
    supported: (speeches: number) => string;
    alternative: string;
    sets: string;
    /** Headings that share no words, only a form. */
    sameForm: string;
    /** Above the alternatives to one heading. */
    insteadOf: (heading: string) => string;
    noAlternatives: string;
    explained: (score: { coverage: number; answers: number; fit: number }) => string;
    terms: (words: readonly string[]) => string;
    leadsOn: string;
    showAlternatives: string;
    gone: string;
  };
  /** What an answer was narrowed to. */
  filters: {
    scope: (parts: string) => string;
    years: (first: number, last: number) => string;
    from: (words: string) => string;
    except: (words: string) => string;
    within: string;
  };
  /** On buttons and in menus; short. */
  buttons: {
    unfold: string;
    share: string;
    similar: string;
    skeleton: string;
    previousPage: string;
    nextPage: (more: number) => string;
    phrasing: string;
    /** Above a list of a skeleton's sections. */
    phrasingOfSection: string;
    moreOfKind: string;
    /** Under an answer to a command word that may have been the first word of a question. */
    asWords: string;
  };
  /** Above what somebody shared. */
  sharedBy: (name: string) => string;
  /** Where nothing is left that a channel may see, whatever the reason. */
  nothingToShare: string;
  shareRefused: string;
  /** Above an answer that could not be shown where it was asked for. */
  sentHereInstead: string;
  /** What Slack refused, and what to do about it. `needed` is the scope that is missing, where Slack names it. */
  slackFaults: Record<SlackFault, (needed: string) => string>;
  /** To who was not answered when the bot ended; and to who would wait too long. */
  askAgain: string;
  busy: string;
  /** A button whose question is no longer kept; a file that is no longer there. */
  questionGone: string;
  fileGone: string;
  /** A mention without a word, where what it hangs under can't be read. */
  /** Of a shortcut on a message that holds a picture alone, say. */
  messageWithoutWords: string;
  sayWhat: string;
  followUpProblem: (problem: FollowUpProblem) => string;
  /** In direct messages: a title, and questions that can be tried. */
  suggestions: { title: string; prompts: readonly { title: string; message: string }[] };
  /** What the bot calls itself. */
  appName: string;
  /** In place of a title that stands in the line above. */
  sameSpeech: string;
  paragraph: (number: number) => string;
  titleBlock: string;
  alsoIn: (speeches: number) => string;
  more: (count: number) => string;
  /** On a button: more of a kind of phrasing. */
  moreOf: (kind: string) => string;
  counted: (count: number, speeches: number) => string;
  /** How a source has the quote, or a part of it. */
  match: (match: Pick<SourceMatch, 'kind' | 'similarity' | 'part'>) => string;
  /** Parts of a quote that nothing was found for. */
  unmatched: (parts: readonly string[]) => string;
  nothingAdvice: string;
  /** What to do where nothing was found of what a question was narrowed to. */
  widen: (narrowedTo: string) => string;
  /** What was named by an id is no longer there. */
  gone: string;
  /** How much a corpus holds. */
  holds: (speeches: number, passages: number) => string;
  lookedFor: (words: readonly string[]) => string;
  /** Above passages: what was asked for and is not there. */
  missing: (words: readonly string[]) => string;
  /** Words that the corpus does say. */
  nearest: (words: readonly string[]) => string;
  /** What a quote has otherwise than its source; either may be empty. */
  differences: (all: readonly Difference[]) => string;
  /** A quote that is a set phrase. */
  everywhere: (speeches: number) => string;
  /** A pattern that would match nearly everything. */
  tooCommon: (pattern: { words: readonly string[]; count: number; limit: number }) => string;
  /** What a phrasing says otherwise than the question. */
  changed: (all: readonly PhraseChange[]) => string;
  setPhrase: string;
  score: (score: number) => string;
  /** A word that was read as another of the same sound. */
  corrected: (typed: string, read: string) => string;
  /** For members, where internal speeches are not visible; the same whatever was asked, and whatever the corpus holds. */
  internalNotSearched: string;
  /** One sentence for who may not use it, or not here. */
  notAllowed: Record<'workspace' | 'channel' | 'group', string>;
  shortened: (count: number) => string;

  help: {
    title: string;
    /** One line a command: how it is typed, and what comes back. */
    commands: readonly { example: string; answer: string }[];
    unknownCommand: (word: string) => string;
    inThreads: string;
  };
  apology: (requestId: string) => string;
  setup: SetupTexts;

  views: ViewTexts;
  /** What was read of a document. */
  reading: {
    rights: string;
    /** Lines in which a site or seller speaks of itself. */
    banner: string;
    occasion: string;
    genre: string;
    level: string;
    date: string;
    speaker: string;
    structure: string;
    /** What a genre or level was read from. */
    evidence: Record<Evidence['from'], (words: string) => string>;
    /** Paragraphs before the first heading, and behind the last section. */
    stretch: (role: string, from: number, to: number) => string;
    blanks: (count: number) => string;
    passages: (count: number) => string;
    warnings: string;
    line: (number: number) => string;
    unknown: string;
  };

  terminal: {
    indexed: (speeches: number, passages: number, seconds: string) => string;
    skipped: (files: number) => string;
    indexing: string;
    /** A question names corpus folders that the index is not of. */
    indexingInMemory: (folder: string) => string;
    staleIndex: (folder: string) => string;
    /** What is done to make an index, step by step. */
    steps: Record<'reading' | 'indexing' | 'learning' | 'writing', string>;
    /** What is not read as the speech's text. */
    dropped: string;
    dropReasons: Record<Exclude<DropReason, 'white-space' | 'markup' | 'front-matter'>, string>;
    lines: (count: number) => string;
    imported: (file: string) => string;
    missing: (keys: readonly string[]) => string;
    ask: Record<'title' | 'date' | 'genre' | 'rights', string>;
    notUnderstood: (answer: string) => string;
    /** What commander finds wrong with a command line, by its code. */
    usage: Record<'missingArgument' | 'unknownCommand' | 'unknownOption' | 'invalidArgument' | 'other', string>;
    commands: Record<
      | 'program'
      | 'inspect'
      | 'import'
      | 'index'
      | 'find'
      | 'outline'
      | 'phrase'
      | 'source'
      | 'show'
      | 'draft'
      | 'eval'
      | 'manifest'
      | 'doctor',
      string
    >;
    options: Record<
      | 'corpus'
      | 'index'
      | 'json'
      | 'limit'
      | 'like'
      | 'source'
      | 'genre'
      | 'year'
      | 'language'
      | 'docs'
      | 'except'
      | 'within'
      | 'full'
      | 'around'
      | 'quotes'
      | 'sections'
      | 'depth'
      | 'points'
      | 'explain'
      | 'kind'
      | 'context'
      | 'csv'
      | 'title'
      | 'date'
      | 'level'
      | 'rights'
      | 'occasion'
      | 'speaker'
      | 'origin'
      | 'genreIs'
      | 'url'
      | 'plain',
      string
    >;
    help: string;
    /** Titles of commander's help, by what it calls them. */
    helpTitles: Readonly<Record<string, string>>;
    invalidGenre: (names: readonly string[]) => string;
    invalidLevel: (names: readonly string[]) => string;
    invalidRights: (names: readonly string[]) => string;
    invalidDate: string;
    oneFileOnly: string;
    invalidNumber: string;
    invalidKind: (names: readonly string[]) => string;
    invalidRange: (least: number, most: number) => string;
    invalidYears: string;
  };
}
