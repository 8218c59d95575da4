/** Gaps in a frame are drawn as this. */
const GAP = '…';
/** Fewer letters in common are a coincidence. In characters. */
const SHORTEST = 2;

/**
 * The frame that headings share, with … for what differs (在…上下功夫，让…); `null` where they share too little. Punctuation
 * is part of a frame, but makes none by itself.
 */
export function sharedFrame(headings: readonly string[]): string | null {
  const all = headings.map(unitsOf);
  const [first = [], ...others] = all;
  const common = others.reduce(commonSubsequence, first);
  if (common.filter((unit) => /[\p{L}\p{N}]/u.test(unit)).length < SHORTEST) return null;
  const places = all.map((units) => placesIn(units, common));
  let frame = '';
  for (let i = 0; i <= common.length; i++) {
    if (all.some((units, h) => hasGapBefore(units, places[h] ?? [], i))) frame += GAP;
    frame += common[i] ?? '';
  }
  return frame;
}

/** Characters, numbers being one: 2024年 and 2025年 share 年, and no 202. */
const unitsOf = (heading: string): string[] => heading.match(/\d+|\P{Nd}/gu) ?? [];

/** The first place in a heading for each unit of its subsequence. */
function placesIn(heading: readonly string[], common: readonly string[]): number[] {
  const places: number[] = [];
  let from = 0;
  for (const unit of common) {
    const at = heading.indexOf(unit, from);
    places.push(at);
    from = at + 1;
  }
  return places;
}

function hasGapBefore(heading: readonly string[], places: readonly number[], i: number): boolean {
  const before = i === 0 ? -1 : (places[i - 1] ?? -1);
  const next = i === places.length ? heading.length : (places[i] ?? heading.length);
  return next - before > 1;
}

/** The longest run of units that both have in the same order, apart or not (Wagner and Fischer 1974). */
function commonSubsequence(a: readonly string[], b: readonly string[]): string[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = lengths[i] as Uint16Array;
      row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const common: string[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      common.push(a[i] ?? '');
      i++;
      j++;
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return common;
}
