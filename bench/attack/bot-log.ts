import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { BOT_TOKEN, SIGNING_SECRET } from '../../tests/support/slack-stand-ins.ts';
import { MALFORMED_MARK, PROXY_MARK } from './slack/fault.ts';
import { APP_TOKEN } from './slack/stand-in.ts';

/** What no line of a log may hold. Every word of a speech or a question here is Chinese, and no word of a log is. */
const FORBIDDEN: readonly (readonly [what: string, RegExp])[] = [
  ['a token', new RegExp(`${BOT_TOKEN}|${APP_TOKEN}|${SIGNING_SECRET}|Bearer |v0=[0-9a-f]{8}`)],
  ['words of a question or a document', /\p{Script=Han}/u],
  ['a page of a proxy', new RegExp(PROXY_MARK)],
  ['a malformed body', new RegExp(MALFORMED_MARK)],
];
const UNHANDLED = /unhandled ?rejection|uncaught ?exception/i;
const MOST_KEPT = 300;

/** What the bot writes to its log and its standard error, looked through as it comes. */
export class BotLog {
  /** Lines that hold what no log may, by what. */
  readonly leaks = new Map<string, string[]>();
  /** Lines that tell of a rejection or an exception that nobody handled. */
  readonly unhandled: string[] = [];
  /** The last lines. */
  readonly last: string[] = [];
  lines = 0;

  /** Reads what a process writes. */
  read({ stdout, stderr }: ChildProcess): void {
    for (const stream of [stdout, stderr]) {
      if (stream !== null) createInterface(stream).on('line', (line) => this.take(line));
    }
  }

  private take(line: string): void {
    this.lines++;
    this.last.push(line);
    if (this.last.length > MOST_KEPT) this.last.shift();
    if (UNHANDLED.test(line)) this.unhandled.push(line);
    for (const [what, pattern] of FORBIDDEN) {
      if (pattern.test(line)) this.leaks.set(what, [...(this.leaks.get(what) ?? []), line]);
    }
  }

  /** What the last line says that names an error, as Node.js prints one that ends a process. */
  get lastError(): string | undefined {
    return this.last.findLast((line) => /^\S*Error\b/.test(line));
  }

  get leakCount(): number {
    return [...this.leaks.values()].reduce((sum, { length }) => sum + length, 0);
  }
}
