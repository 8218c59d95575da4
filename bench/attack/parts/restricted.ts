import fc from 'fast-check';
import { type Answer, type Drafter, type DraftRequest, drafterOver } from '../../../src/drafting/index.ts';
import { SpeechIndex } from '../../../src/indexing/index.ts';
import { type Audience, type Speech, visibleTo } from '../../../src/speech/index.ts';
import {
  audiences,
  everyRequest,
  guardedCorpora,
  type Matter,
  mattersOf,
} from '../../../tests/support/guarded-corpora.ts';
import type { AttackPart } from '../part.ts';
import { type Measured, mustBeNone, told } from '../promise.ts';
import { Random } from '../random.ts';

/** Questions about one corpus, by one audience. */
const EACH = 500;
/** As many of the questions that differed are shown. */
const SHOWN = 3;

/** What was asked by kind, and what was answered otherwise. */
interface Comparison {
  asked: Map<string, number>;
  different: Map<string, string[]>;
  hidden: number;
  corpora: number;
}

/**
 * Asks for audiences that may not see everything, of a corpus with what they may not see and of one without it, and compares
 * the answers as JSON. In process, through the one door that the bot asks through too.
 */
export const attackRestricted: AttackPart = async (context) => {
  const wanted = context.isQuick ? 1500 : 100_000;
  const random = new Random(context.seed);
  const comparison: Comparison = { asked: new Map(), different: new Map(), hidden: 0, corpora: 0 };
  let asked = 0;
  for (let seed = context.seed; asked < wanted; seed++) {
    const [pair] = fc.sample(fc.tuple(guardedCorpora, audiences), { numRuns: 1, seed });
    if (pair === undefined) continue;
    asked += await compare(comparison, pair[0], pair[1], random);
    context.progress(`${asked} of ${wanted} questions`);
  }
  return figuresOf(comparison);
};

/** @returns how many questions were asked; none where the audience may see everything */
async function compare(
  comparison: Comparison,
  speeches: readonly Speech[],
  audience: Audience,
  random: Random,
): Promise<number> {
  const visible = speeches.filter(visibleTo(audience));
  if (visible.length === speeches.length) return 0;
  comparison.hidden += speeches.length - visible.length;
  comparison.corpora++;
  const all = drafterOver(await SpeechIndex.build(speeches));
  const without = drafterOver(await SpeechIndex.build(visible));
  const matters = speeches.flatMap(mattersOf);
  for (let i = 0; i < EACH; i++) {
    const request = someRequest(matters, random);
    const { kind } = request;
    comparison.asked.set(kind, (comparison.asked.get(kind) ?? 0) + 1);
    if ((await answered(all, request, audience)) === (await answered(without, request))) continue;
    comparison.different.set(kind, [...(comparison.different.get(kind) ?? []), JSON.stringify(request)]);
  }
  return EACH;
}

/** An answer as it is written; of a question that is refused, why. */
const answered = (drafter: Drafter, request: DraftRequest, audience?: Audience): Promise<string> =>
  drafter(request, audience).then(
    (answer: Answer) => JSON.stringify(answer),
    (error: unknown) => String(error),
  );

/** A question about something that a speech of the corpus says, whoever may see it. */
function someRequest(matters: readonly Matter[], random: Random): DraftRequest {
  const matter = random.pick(matters);
  if (matter === undefined) return { kind: 'overview' };
  const own = random.number() < 0.5 ? randomRequest(matter, random) : random.pick(everyRequest(matter));
  return own ?? { kind: 'overview' };
}

const WILDCARDS = ['?', '??', '*', '…', '[管查改]', '{任务 工期}'] as const;

/** Words of a sentence as a pattern, a quotation or filters take them: what somebody tries who reads a sentence out. */
function randomRequest({ sentence, title }: Matter, random: Random): DraftRequest {
  const from = random.below(Math.max(1, sentence.length - 4));
  const words = sentence.slice(from, from + 2 + random.below(20));
  const year = 2017 + random.below(5);
  const filters = random.number() < 0.3 ? { year, until: year + random.below(3) } : {};
  const limit = 1 + random.below(60);
  const hole = 1 + random.below(Math.max(1, words.length - 1));
  const pattern = words.slice(0, hole) + random.one(WILDCARDS) + words.slice(hole + random.below(3));
  return random.one<DraftRequest>([
    { kind: 'phrase', query: pattern, filters, limit },
    { kind: 'phrase', query: words, filters, limit },
    { kind: 'find', query: words, filters, limit, skip: random.below(8) },
    { kind: 'find', query: `“${words}”`, filters, limit },
    {
      kind: 'find',
      query: words,
      filters: { ...filters, source: title.slice(random.below(6), 6 + random.below(6)) },
      limit,
    },
    { kind: 'source', quote: words },
    { kind: 'outline', query: words, filters },
    { kind: 'trace', text: `${words}。${sentence}` },
  ]);
}

function figuresOf({ asked, corpora, different, hidden }: Comparison): Measured[] {
  const total = [...asked.values()].reduce((sum, count) => sum + count, 0);
  return [
    told('questions, corpora, speeches that were out of sight', `${total}, ${corpora}, ${hidden}`),
    ...[...asked].map(([kind, count]) => {
      const questions = different.get(kind) ?? [];
      return mustBeNone(
        `${kind}: of ${count} answered otherwise`,
        questions.length,
        questions.slice(0, SHOWN).join('; '),
      );
    }),
  ];
}
