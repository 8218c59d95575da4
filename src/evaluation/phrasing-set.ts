import { z } from 'zod';
import { type Answer, type Drafter, PHRASE_KINDS, type PhraseGroup, type PhraseItem } from '../drafting/index.ts';
import { ZhibiError } from '../speech/index.ts';
import { normaliseText } from '../text/index.ts';

/** What an answer should have, or should not: in a group (`*`: in any), with so many occurrences where `count` is given. */
const Wanted = z.strictObject({
  group: z.enum([...PHRASE_KINDS, '*']),
  text: z.string().min(1),
  count: z.int().positive().optional(),
});
type Wanted = z.infer<typeof Wanted>;

/** One line of `tests/relevance/phrasing/questions.jsonl`; its README says how they were judged. */
const PhrasingQuestion = z.strictObject({
  qid: z.string(),
  q: z.string(),
  kind: z.enum(['pattern', 'topic', 'sentence']),
  must: z.array(Wanted),
  mustNot: z.array(Wanted),
  nothing: z.boolean().optional(),
  refused: z.boolean().optional(),
});
export type PhrasingQuestion = z.infer<typeof PhrasingQuestion>;

/** Reads JSON lines. Throws what zod throws of a line that is none. */
export const readPhrasingSet = (jsonl: string): PhrasingQuestion[] =>
  jsonl
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => PhrasingQuestion.parse(JSON.parse(line)));

/** How a question fared: what was asked of its answer, and what of that was not met. */
export interface PhrasingResult {
  question: PhrasingQuestion;
  /** Number of things asked: each must, each mustNot, that nothing is found, that it is refused. */
  asked: number;
  failed: string[];
}

/** Items of each kind that are looked at: what a person sees on a page or two. */
const LIMIT = 25;

export async function evaluatePhrasing(drafter: Drafter, question: PhrasingQuestion): Promise<PhrasingResult> {
  const answer = await ask(drafter, question.q);
  const groups = answer?.kind === 'phrasing' ? answer.groups : [];
  if (question.refused === true) return { question, asked: 1, failed: isRefused(answer) ? [] : ['not refused'] };
  if (question.nothing === true) return { question, asked: 1, failed: groups.length === 0 ? [] : ['found something'] };
  const missing = question.must.filter((wanted) => !has(groups, wanted)).map((wanted) => `missing ${describe(wanted)}`);
  const wrong = question.mustNot.filter((wanted) => has(groups, wanted)).map((wanted) => `has ${describe(wanted)}`);
  return { question, asked: question.must.length + question.mustNot.length, failed: [...missing, ...wrong] };
}

const describe = ({ group, text, count }: Wanted): string =>
  `${group} ${text}${count === undefined ? '' : ` × ${count}`}`;

async function ask(drafter: Drafter, query: string): Promise<Answer | null> {
  try {
    return await drafter({ kind: 'phrase', query, filters: {}, limit: LIMIT });
  } catch (error) {
    if (error instanceof ZhibiError) return null;
    throw error;
  }
}

/** A pattern that is refused with advice is told as too common, or as no pattern. */
const isRefused = (answer: Answer | null): boolean =>
  answer === null || (answer.kind === 'nothing' && answer.tooCommon !== undefined);

const has = (groups: readonly PhraseGroup[], wanted: Wanted): boolean =>
  groups
    .filter(({ kind }) => wanted.group === '*' || kind === wanted.group)
    .some(({ kind, items }) => items.some((item) => meets(kind, item, wanted)));

/** Fillings are the words whole; all else contains them, in the item or in one of its examples. */
function meets(kind: PhraseGroup['kind'], item: PhraseItem, { text, count }: Wanted): boolean {
  if (count !== undefined && item.count !== count) return false;
  const wanted = letters(text);
  if (kind === 'fillings' && !item.text.includes('…')) return letters(item.text) === wanted;
  const shown = [item.text, ...item.examples.map(({ left, match, right }) => left + match + right)];
  return (kind === 'fillings' ? shown : [item.text, ...item.examples.map(({ match }) => match)]).some((words) =>
    letters(words).includes(wanted),
  );
}

const letters = (words: string): string => normaliseText(words).replace(/[^\p{L}\p{N}]/gu, '');
