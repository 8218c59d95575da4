import type { Drafter } from '../drafting/index.ts';
import { ZhibiError } from '../speech/index.ts';
import type { JudgedQuery } from './judged-set.ts';
import { mean, ndcg, recall, reciprocalRank } from './metrics.ts';

/** How good `find` is on one set: means over the queries that have an answer, 0..1. */
export interface Evaluation {
  /** Queries in the set, with and without an answer. */
  queries: number;
  mrr10: number;
  recall10: number;
  recall100: number;
  ndcg10: number;
  /** Share of the queries without an answer for which nothing was found; `null` where the set has none. */
  nothingRight: number | null;
  /** Share of the queries with an answer for which nothing was found. */
  refused: number;
}

/** How one query fared. */
export interface QueryResult {
  qid: string;
  query: string;
  hasAnswer: boolean;
  /** Passage ids, best first. */
  ranking: string[];
  mrr10: number;
  recall10: number;
  recall100: number;
  ndcg10: number;
}

const DEPTH = 100;

/** Asks every question of a set. */
export async function evaluate(
  drafter: Drafter,
  queries: readonly JudgedQuery[],
): Promise<{ evaluation: Evaluation; results: QueryResult[] }> {
  const results: QueryResult[] = [];
  for (const judged of queries) results.push(score(judged, await rankingFor(drafter, judged.query)));
  return { evaluation: summarise(results), results };
}

async function rankingFor(drafter: Drafter, query: string): Promise<string[]> {
  try {
    const answer = await drafter({ kind: 'find', query, filters: {}, limit: DEPTH });
    return answer.kind === 'passages' ? answer.hits.map((hit) => hit.passage) : [];
  } catch (error) {
    // A question of stop words alone is refused, which is one way to find nothing.
    if (error instanceof ZhibiError && error.code === 'query-empty') return [];
    throw error;
  }
}

const score = ({ qid, query, judgements }: JudgedQuery, ranking: string[]): QueryResult => ({
  qid,
  query,
  hasAnswer: judgements.size > 0,
  ranking,
  mrr10: reciprocalRank(ranking, judgements, 10),
  recall10: recall(ranking, judgements, 10),
  recall100: recall(ranking, judgements, DEPTH),
  ndcg10: ndcg(ranking, judgements, 10),
});

function summarise(results: readonly QueryResult[]): Evaluation {
  const answerable = results.filter((result) => result.hasAnswer);
  const others = results.filter((result) => !result.hasAnswer);
  const foundNothing = (list: readonly QueryResult[]): number =>
    mean(list.map((result) => (result.ranking.length === 0 ? 1 : 0)));
  return {
    queries: results.length,
    mrr10: mean(answerable.map((result) => result.mrr10)),
    recall10: mean(answerable.map((result) => result.recall10)),
    recall100: mean(answerable.map((result) => result.recall100)),
    ndcg10: mean(answerable.map((result) => result.ndcg10)),
    nothingRight: others.length === 0 ? null : foundNothing(others),
    refused: foundNothing(answerable),
  };
}
