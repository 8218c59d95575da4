import type { HeadingLine } from './headings.ts';

/**
 * The level of each heading of a body, 1 for the top. Numbers say theirs (GB/T 9704-2012, 7.3.3). What the format marks
 * (# in Markdown, styles in Word) has the level that numbers of the same depth have, else the one that its depth gives,
 * counted from the least. What only stands as a heading is one below the number it stands under; 结束语, and what
 * stands between paragraphs that are merely numbered, is at the top.
 */
export function levelsOf(lines: readonly (HeadingLine | null)[]): (number | null)[] {
  const headings = underParts(lines);
  const marked = headings.flatMap((heading) => heading ?? []);
  const fromDepth = depthToLevel(marked);
  const top = least(marked.map((heading) => heading.level ?? Number.POSITIVE_INFINITY));
  let above: HeadingLine | null = null;
  return headings.map((heading) => {
    if (heading === null) return null;
    if (heading.level !== null) {
      above = heading;
      return heading.level;
    }
    if (heading.depth > 0) return fromDepth(heading.depth);
    if (above === null || !Number.isFinite(top)) return 1;
    return isOwnLine(above) && !heading.isPartName ? (above.level ?? top) + 1 : top;
  });
}

/** How many levels 第一部分, 第一章, 第一节, 第一条 and 一、 have together: each that occurs is below the one before. */
function underParts(headings: readonly (HeadingLine | null)[]): (HeadingLine | null)[] {
  const levels = new Set(headings.flatMap((heading) => heading?.level ?? []).filter((level) => level <= 1));
  const order = [...levels].sort((a, b) => a - b);
  const shift = Math.max(0, order.length - 1);
  return headings.map((heading) => {
    if (heading === null || heading.level === null) return heading;
    return { ...heading, level: heading.level <= 1 ? order.indexOf(heading.level) + 1 : heading.level + shift };
  });
}

const least = (values: readonly number[]): number =>
  values.reduce((smallest, value) => Math.min(smallest, value), Number.POSITIVE_INFINITY);

const isOwnLine = (heading: HeadingLine): boolean => heading.rest === null;

/** How a format's depths are levels here: by the numbered headings that have one, else from the least on. */
function depthToLevel(headings: readonly HeadingLine[]): (depth: number) => number {
  const deep = headings.filter((heading) => heading.depth > 0);
  const numbered = deep.find((heading) => heading.level !== null);
  const shallowest = least(deep.map((heading) => heading.depth));
  const shift = numbered === undefined ? 1 - shallowest : (numbered.level ?? 1) - numbered.depth;
  return (depth) => Math.max(1, depth + shift);
}
