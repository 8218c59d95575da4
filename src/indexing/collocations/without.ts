import type { Collocations } from './collocations.ts';

/** Numbers of a row before its places, and of each place: see {@link Collocations}. */
const HEAD = 5;
const PLACE = 3;

/**
 * What stands together, without the places in some speeches; pairs with no place left are gone. Of pairs that are so
 * frequent that only a part of their places is kept, count and spread are what is left of that part. LogDice and the
 * classes of words stay those of all speeches.
 *
 * @param numberOf the new number of a speech; -1 of one that is left out
 */
export function collocationsWithout(learned: Collocations, numberOf: (speech: number) => number): Collocations {
  const left = (rows: Collocations['verbObject']): number[][] => rows.flatMap((row) => rowWithout(row, numberOf));
  return { ...learned, verbObject: left(learned.verbObject), modifierHead: left(learned.modifierHead) };
}

/** The row in a list; an empty one if it has no place left. */
function rowWithout(row: readonly number[], numberOf: (speech: number) => number): number[][] {
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
  const some = Math.max(places.length / PLACE, Math.round(count * share));
  return [[left, right, some, Math.max(spread.size, Math.round(speeches * share)), score, ...places]];
}
