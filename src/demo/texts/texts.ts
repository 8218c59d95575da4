/** What the local workspace says beside what the bot says, in one language. A key that one language lacks does not compile. */
export interface DemoTexts {
  workspace: string;
  /** What each person may see, in a line. */
  about: { drafter: string; editor: string; colleague: string; guest: string; partner: string; bot: string };
  /** What may follow the command, for the composer to complete. */
  words: readonly { word: string; hint: string; example?: string }[];
  /** Questions that the team's channel suggests. */
  prompts: readonly { title: string; message: string }[];
  /** A method of the Web API, or something that people do, that is not there. */
  unsupported: (what: string) => string;
  /** Why Slack would refuse what the app sent: at most a few lines. */
  refused: (method: string, problems: readonly string[]) => string;
  noAnswer: string;
  /** What an action named is not there, or not for this person. */
  gone: string;
  commandInThread: string;
  noSuchCommand: (command: string) => string;
  notUnderstood: string;
  tooLarge: (megabytes: number) => string;
  failed: string;
  reading: string;
  indexing: string;
  imported: (given: { title: string; rights: string; speeches: number }) => string;
  terminal: {
    about: string;
    help: string;
    corpus: string;
    index: string;
    port: string;
    host: string;
    allowNetwork: string;
    noOpen: string;
    language: string;
    invalidPort: string;
    invalidLanguage: string;
    /** `host` is beyond this machine, and nobody said that it may be. */
    hostRefused: (host: string) => string;
    listening: (address: string) => string;
    portTaken: (port: number) => string;
    network: string;
    stop: string;
    ready: (speeches: number, seconds: string) => string;
    skipped: (files: number) => string;
  };
}
