/** How much each relevant document counts: by id, 1 (relevant) or more. What is not in it is not relevant. */
export type Judgements = ReadonlyMap<string, number>;

/**
 * Reciprocal rank of the first relevant document among the first `k`, 0 without one (Voorhees 1999, TREC-8 Question
 * Answering Track). Its mean over queries is MRR@k.
 */
export function reciprocalRank(ranking: readonly string[], judgements: Judgements, k: number): number {
  const first = ranking.slice(0, k).findIndex((id) => judgements.has(id));
  return first === -1 ? 0 : 1 / (first + 1);
}

/** Share of the relevant documents that are among the first `k` (Manning, Raghavan and Schütze 2008, 8.3). */
export function recall(ranking: readonly string[], judgements: Judgements, k: number): number {
  const found = ranking.slice(0, k).filter((id) => judgements.has(id)).length;
  return found / judgements.size;
}

/**
 * Normalised discounted cumulative gain at `k`: gains are the grades, discounted by log2(rank + 1), over what the best
 * order would have (Järvelin and Kekäläinen 2002, as trec_eval computes ndcg_cut).
 */
export function ndcg(ranking: readonly string[], judgements: Judgements, k: number): number {
  const ideal = [...judgements.values()].sort((a, b) => b - a);
  const gains = ranking.map((id) => judgements.get(id) ?? 0);
  return discountedGain(gains, k) / discountedGain(ideal, k);
}

const discountedGain = (gains: readonly number[], k: number): number =>
  gains.slice(0, k).reduce((sum, gain, i) => sum + gain / Math.log2(i + 2), 0);

/** Mean of a list; NaN of none, so that a set without queries never looks good. */
export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
