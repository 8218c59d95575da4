import { type Document, isMap, LineCounter, parseDocument, visit } from 'yaml';
import { z } from 'zod';
import { Genre, Level, Restriction, SpeechDate, ZhibiError } from '../speech/index.ts';

const Text = z.string().trim().min(1);

/** What the front matter of a speech may say. Unknown keys are refused: a misspelt `right:` must not open a document. */
const FrontMatter = z.strictObject({
  title: Text.optional(),
  occasion: Text.nullish(),
  genre: Genre.nullish(),
  level: Level.nullish(),
  date: z.union([SpeechDate, z.int().min(1000).max(9999).transform(String)]).nullish(),
  speaker: Text.nullish(),
  origin: Text.nullish(),
  /** A restriction alone, or the notice's own words with what they mean. */
  rights: z.union([Restriction, z.strictObject({ text: Text, restriction: Restriction })]).optional(),
});
export type FrontMatter = z.infer<typeof FrontMatter>;

export interface Split {
  frontMatter: FrontMatter;
  /** Where the body begins in the text. */
  bodyStart: number;
}

const OPENING = /^---[ \t]*\r?\n/;
const CLOSING = /^---[ \t]*(?:\r?\n|$)/m;

/** Front matter that is begun and never closed is refused: its rights would be lost in silence. A lone rule is none. */
const KEY = /^[a-z]+:/;
const LONGEST_KEY = 40;

/**
 * Splits YAML front matter (between two lines `---` at the very beginning) from the body.
 *
 * @throws ZhibiError `front-matter-invalid` with the line and the key that is wrong.
 */
export function splitFrontMatter(text: string, file: string): Split {
  const opening = OPENING.exec(text);
  if (opening === null) return { frontMatter: {}, bodyStart: 0 };
  const from = opening[0].length;
  const closing = CLOSING.exec(text.slice(from));
  if (closing === null) {
    if (KEY.test(text.slice(from, from + LONGEST_KEY))) {
      throw new ZhibiError('front-matter-invalid', { file, line: 1, reason: '---' });
    }
    return { frontMatter: {}, bodyStart: 0 };
  }
  const yaml = text.slice(from, from + closing.index);
  return { frontMatter: parseFrontMatter(yaml, file), bodyStart: from + closing.index + closing[0].length };
}

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

function parseFrontMatter(yaml: string, file: string): FrontMatter {
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter, schema: 'core' });
  const fault = document.errors[0];
  if (fault !== undefined) {
    const line = lineCounter.linePos(fault.pos[0]).line + 1;
    throw new ZhibiError('front-matter-invalid', { file, line, reason: fault.code });
  }
  const parsed = FrontMatter.safeParse(withoutAliases(document, file) ?? {});
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const key = String(issue?.code === 'unrecognized_keys' ? issue.keys[0] : (issue?.path[0] ?? ''));
  const item = isMap(document.contents) ? document.contents.items.find((pair) => String(pair.key) === key) : undefined;
  const range = (item?.key as { range?: [number, number, number] } | undefined)?.range;
  const line = range === undefined ? 1 : lineCounter.linePos(range[0]).line + 1;
  throw new ZhibiError('front-matter-invalid', { file, line, reason: `${key}: ${issue?.message ?? ''}` });
}
