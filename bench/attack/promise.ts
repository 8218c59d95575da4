/** What a part of the attack measured. */
export interface Measured {
  what: string;
  /** As it is printed. */
  figure: string;
  /** What is promised; '' where the figure is only told. */
  promise: string;
  isKept: boolean;
}

/** A number of something that must not be. */
export const mustBeNone = (what: string, count: number, detail = ''): Measured => ({
  what,
  figure: detail === '' ? String(count) : `${count} (${detail})`,
  promise: '0',
  isKept: count === 0,
});

/** A number that must stay below a bound. */
export const mustStayBelow = (what: string, value: number, bound: number, unit: string): Measured => ({
  what,
  figure: `${round(value)} ${unit}`,
  promise: `< ${bound} ${unit}`,
  isKept: value < bound,
});

/** A figure without a promise. */
export const told = (what: string, figure: string): Measured => ({ what, figure, promise: '', isKept: true });

export const round = (value: number): string =>
  Number.isFinite(value) ? value.toFixed(Math.abs(value) < 10 ? 1 : 0) : 'never';

/** The figures of a part as lines of a table. */
export function tableOf(part: string, figures: readonly Measured[]): string[] {
  const rows = figures.map(({ figure, isKept, promise, what }) => [
    what,
    figure,
    promise,
    promise === '' ? '' : isKept ? 'kept' : 'BROKEN',
  ]);
  return [
    `| ${part} | measured | promised | |`,
    '|---|---|---|---|',
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
    '',
  ];
}

/** Counts by name, the most frequent first. */
export function tally(names: Iterable<string>): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .map(([name, count]) => `${name}: ${count}`)
    .join(', ');
}
