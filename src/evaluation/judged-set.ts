import { z } from 'zod';
import type { SpeechIndex } from '../indexing/index.ts';
import { type Speech, ZhibiError } from '../speech/index.ts';
import type { Judgements } from './metrics.ts';

/**
 * A passage that should come back: named by its speech's file and a run of its words, so that a judgement can be read,
 * and outlives a change elsewhere in the speech; or by its id in a plain collection.
 */
const Relevant = z.union([
  z.string(),
  z.strictObject({ file: z.string(), words: z.string().min(4), grade: z.union([z.literal(1), z.literal(2)]) }),
]);

/** One line of a set: a question and what should come back for it; nothing, where `rel` is empty. */
const Query = z.object({ qid: z.string(), q: z.string(), rel: z.array(Relevant) });

const Document = z.object({ id: z.string(), text: z.string() });
export type Document = z.infer<typeof Document>;

/** A question with its judgements by passage id. */
export interface JudgedQuery {
  qid: string;
  query: string;
  judgements: Judgements;
}

/** Reads JSON lines; blank lines are left out. @throws ZhibiError `set-invalid` with the line that is wrong */
function readLines<Schema extends z.ZodType>(jsonl: string, schema: Schema, file: string): z.infer<Schema>[] {
  return jsonl.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return [];
    const parsed = schema.safeParse(parseJson(line));
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      throw new ZhibiError('set-invalid', { file, line: i + 1, reason: `${issue?.path.join('.')}: ${issue?.message}` });
    }
    return [parsed.data];
  });
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Reads a plain collection: `{id, text}` a line. @throws ZhibiError `set-invalid` */
export const readDocuments = (jsonl: string, file: string): Document[] => readLines(jsonl, Document, file);

/**
 * Reads a set of judged questions, each named passage looked up in the index.
 *
 * @throws ZhibiError `set-invalid`, also where a judgement names words that no passage has, or several
 */
export function readJudgedSet(jsonl: string, file: string, index: SpeechIndex): JudgedQuery[] {
  const byFile = new Map(index.speeches.map((speech) => [speech.file, speech]));
  return readLines(jsonl, Query, file).map(({ qid, q, rel }) => {
    const judgements = new Map<string, number>();
    for (const relevant of rel) {
      if (typeof relevant === 'string') judgements.set(relevant, 1);
      else judgements.set(passageWith(byFile.get(relevant.file), relevant.words, { file, qid }), relevant.grade);
    }
    return { qid, query: q, judgements };
  });
}

function passageWith(speech: Speech | undefined, words: string, where: { file: string; qid: string }): string {
  const found = speech?.passages.filter(({ start, end }) => speech.text.slice(start, end).includes(words)) ?? [];
  const [passage] = found;
  if (passage === undefined || found.length > 1) {
    throw new ZhibiError('set-invalid', {
      file: where.file,
      line: 0,
      reason: `${where.qid}: ${found.length} × ${words}`,
    });
  }
  return passage.id;
}
