/** Numbers of a row before its places, and of each place: see `Collocations`. */
const HEAD = 5;
const PLACE = 3;

/** The new number of a speech; -1 of one that is left out. */
export type NumberOf = (speech: number) => number;

/** The row in a list, without the places in some speeches; an empty one if it has no place left. */
export function rowWithout(row: readonly number[], numberOf: NumberOf): number[][] {
  const [left = 0, right = 0, count = 0, speeches = 0, score = 0] = row;
  const places: number[] = [];
  const spread = new Set<number>();
  for (let i = HEAD; i + PLACE <= row.length; i += PLACE) {
    const speech = numberOf(row[i] ?? -1);
    if (speech === -1) continue;
    places.push(speech, row[i + 1] ?? 0, row[i + 2] ?? 0);
    spread.add(speech);
  }
  if (places.length === 0) return [];
  const share = places.length / (row.length - HEAD);
  if (share === 1) return [[left, right, count, speeches, score, ...places]];
  const some = countOfShare(count, places.length / PLACE, share);
  return [[left, right, some, Math.max(spread.size, Math.round(speeches * share)), score, ...places]];
}

/** The count of {@link rowWithout}, without making the row; 0 if it has no place left. */
export function countWithout(row: readonly number[], numberOf: NumberOf): number {
  const count = row[2] ?? 0;
  let kept = 0;
  for (let i = HEAD; i + PLACE <= row.length; i += PLACE) if (numberOf(row[i] ?? -1) !== -1) kept++;
  if (kept === 0) return 0;
  const share = (kept * PLACE) / (row.length - HEAD);
  return share === 1 ? count : countOfShare(count, kept, share);
}

/** Of pairs that are so frequent that only a part of their places is kept, what is left is told from that part. */
const countOfShare = (count: number, kept: number, share: number): number => Math.max(kept, Math.round(count * share));
