import { type Document, isMap, LineCounter, parseDocument, visit } from 'yaml';
import { z } from 'zod';
import { Genre, Level, Restriction, type Span, SpeechDate, ZhibiError } from '../speech/index.ts';
import { LINE_END } from '../text/index.ts';

const Text = z.string().trim().min(1);

/** A time behind a date, as other programs write it: 2024-03-02 08:41:08 +0800, 2024-03-02T08:41Z. */
const DATE_AND_TIME = /^\d{4}-\d{2}-\d{2}(?=[T ]\s*\d{1,2}:\d{2}[\d:.Z+\s-]*$)/;
const withoutTime = (value: unknown): unknown =>
  typeof value === 'string' ? (DATE_AND_TIME.exec(value)?.[0] ?? value) : value;

/** What the front matter of a speech may say. */
const FrontMatter = z.strictObject({
  title: Text.optional(),
  occasion: Text.nullish(),
  genre: Genre.nullish(),
  level: Level.nullish(),
  date: z.preprocess(withoutTime, z.union([SpeechDate, z.int().min(1000).max(9999).transform(String)]).nullish()),
  speaker: Text.nullish(),
  origin: Text.nullish(),
  /** A restriction alone, or the notice's own words with what they mean. */
  rights: z.union([Restriction, z.strictObject({ text: Text, restriction: Restriction })]).optional(),
});
export type FrontMatter = z.infer<typeof FrontMatter>;

/** A key that is another program's, and where it stands with its value. */
export interface ForeignKey extends Span {
  key: string;
}

export interface Split {
  frontMatter: FrontMatter;
  /** In their order; empty where all keys are known. */
  foreign: ForeignKey[];
  /** Where the body begins in the text. */
  bodyStart: number;
}

const OPENING = new RegExp(`^---[ \\t]*(?:${LINE_END.source})`);
const CLOSING = new RegExp(`(?<=${LINE_END.source}|^)---[ \\t]*(?:${LINE_END.source}|$)`);

/** Front matter that is begun and never closed is refused: its rights would be lost in silence. A lone rule is none. */
const KEY = /^[a-z]+:/;
const LONGEST_KEY = 40;

/**
 * Splits YAML front matter (between two lines `---` at the very beginning) from the body. Keys of other programs are
 * listed and not used, except for one that may be meant for `rights`: a misspelt `right:` must not open a document.
 *
 * @throws ZhibiError `front-matter-invalid` with the line and the key that is wrong.
 */
export function splitFrontMatter(text: string, file: string): Split {
  const opening = OPENING.exec(text);
  if (opening === null) return { frontMatter: {}, foreign: [], bodyStart: 0 };
  const from = opening[0].length;
  const closing = CLOSING.exec(text.slice(from));
  if (closing === null) {
    if (KEY.test(text.slice(from, from + LONGEST_KEY))) {
      throw new ZhibiError('front-matter-invalid', { file, line: 1, reason: '---' });
    }
    return { frontMatter: {}, foreign: [], bodyStart: 0 };
  }
  const yaml = text.slice(from, from + closing.index);
  const { frontMatter, foreign } = parseFrontMatter(withLineFeeds(yaml), file);
  return {
    frontMatter,
    foreign: foreign.map(({ key, start, end }) => ({ key, start: from + start, end: from + end })),
    bodyStart: from + closing.index + closing[0].length,
  };
}

/** The YAML reader knows two of the ways to end a line. Offsets stay. */
const withLineFeeds = (yaml: string): string => yaml.replaceAll(LINE_END, (end) => (end === '\r\n' ? end : '\n'));

/** Nobody needs an alias in six lines; one that refers to itself, or thousands that multiply, would cost without end. */
function withoutAliases(document: Document, file: string): unknown {
  let hasAlias = false;
  visit(document, {
    Alias: () => {
      hasAlias = true;
      return visit.BREAK;
    },
  });
  if (hasAlias) throw new ZhibiError('front-matter-invalid', { file, line: 2, reason: '*' });
  return document.toJS();
}

/** @returns the spans of foreign keys in `yaml` */
function parseFrontMatter(yaml: string, file: string): Pick<Split, 'frontMatter' | 'foreign'> {
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter, schema: 'core' });
  const lineOf = (offset: number): number => lineCounter.linePos(offset).line + 1;
  const fault = document.errors[0];
  if (fault !== undefined) {
    throw new ZhibiError('front-matter-invalid', { file, line: lineOf(fault.pos[0]), reason: fault.code });
  }
  const content = withoutAliases(document, file) ?? {};
  const entries = entriesOf(document);
  const foreign = entries.filter(({ key }) => !Object.hasOwn(FrontMatter.shape, key));
  const doubtful = foreign.find((entry) => concernsRights(entry.key, yaml.slice(entry.start, entry.end)));
  if (doubtful !== undefined) {
    const { key, start } = doubtful;
    throw new ZhibiError('front-matter-invalid', { file, line: lineOf(start), reason: `${key}: rights?` });
  }
  const parsed = FrontMatter.safeParse(withoutKeys(content, new Set(foreign.map(({ key }) => key))));
  if (parsed.success) return { frontMatter: parsed.data, foreign };
  const issue = parsed.error.issues[0];
  const key = String(issue?.path[0] ?? '');
  const start = entries.find((entry) => entry.key === key)?.start;
  const line = start === undefined ? 1 : lineOf(start);
  throw new ZhibiError('front-matter-invalid', { file, line, reason: `${key}: ${issue?.message ?? ''}` });
}

/** The keys of a document that is a map, each with the span of the key and its value. */
function entriesOf({ contents }: Document): ForeignKey[] {
  if (!isMap(contents)) return [];
  return contents.items.map(({ key, value }) => {
    const [start = 0, end = 0] = (key as { range?: [number, number, number] | null } | null)?.range ?? [];
    const valueEnd = (value as { range?: [number, number, number] | null } | null)?.range?.[1] ?? end;
    return { key: String(key), start, end: Math.max(end, valueEnd) };
  });
}

const withoutKeys = (content: unknown, keys: ReadonlySet<string>): unknown =>
  typeof content === 'object' && !Array.isArray(content) && content !== null
    ? Object.fromEntries(Object.entries(content).filter(([key]) => !keys.has(key)))
    : content;

/** Keys by which other programs say who may read a document. */
const SECRECY_KEY = /^(?:restrict|confidential|secre|classified|private|internal|visibility)/i;
/** Values by which they say that everybody may. */
const OPEN_VALUE = /:\s*["']?(?:false|no|none|off|0|public|open)?["']?\s*$/i;

/** Whether a key may be a misspelt `rights`, or restricts who may read in the words of another program. */
const concernsRights = (key: string, entry: string): boolean =>
  isNear(key.toLowerCase(), 'rights') || (SECRECY_KEY.test(key) && !OPEN_VALUE.test(entry));

/** Letters that may be wrong, missing or too many in a misspelt key. */
const MOST_WRONG = 2;

/** Whether at most {@link MOST_WRONG} letters are between two words (Levenshtein distance). */
function isNear(word: string, other: string): boolean {
  if (Math.abs(word.length - other.length) > MOST_WRONG) return false;
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...word].entries()) {
    const next = [i + 1];
    for (const [j, otherLetter] of [...other].entries()) {
      const changed = (row[j] ?? 0) + (letter === otherLetter ? 0 : 1);
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return (row.at(-1) ?? 0) <= MOST_WRONG;
}
