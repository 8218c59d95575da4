/** A point of a picture. In pixels, from its upper left corner. */
export interface Point {
  x: number;
  y: number;
}

/** A label that wants to stand at a height, from `x` on. */
export interface Label extends Point {
  width: number;
}

/** From the middle of a label to where the next may begin, and to where a line may pass. In pixels. */
const HALF_HEIGHT = 7;
const CLEARANCE = 9;
/** Lines are looked at in so many places along a label. In pixels. */
const STEP = 4;
/** How far a label may go from where it wants to be, up or down. In pixels. */
const FURTHEST = 60;
/** What is as bad as going so much further: covering a label, covering one place of a line, standing behind a line. */
const LABEL_COST = 1000;
const LINE_COST = 12;
const BEHIND_COST = 30;

/**
 * Heights for labels, each as near to the one that it wants as can be without covering another label or a line, or having
 * a line between itself and there. Where that can't be had, lines are covered rather than labels. Labels that begin at one
 * place keep their order.
 *
 * @param lines by their points from left to right
 */
export function placeLabels(labels: readonly Label[], lines: readonly (readonly Point[])[]): number[] {
  const placed: Label[] = [];
  const heights = labels.map(({ y }) => y);
  const order = [...labels.entries()].sort(([, a], [, b]) => b.y - a.y);
  for (const [i, label] of order) {
    const best = { ...label, y: bestHeight(label, placed, lines) };
    heights[i] = best.y;
    placed.push(best);
  }
  return heights;
}

function bestHeight(label: Label, placed: readonly Label[], lines: readonly (readonly Point[])[]): number {
  let best = { y: label.y, cost: Number.POSITIVE_INFINITY };
  for (let away = -FURTHEST; away <= FURTHEST; away++) {
    const there = { ...label, y: label.y + away };
    const cost =
      Math.abs(away) +
      LABEL_COST * covered(there, placed) +
      LINE_COST * crossed(there, lines) +
      BEHIND_COST * between(label, there, lines);
    if (cost < best.cost) best = { y: there.y, cost };
  }
  return best.y;
}

/** Labels that it covers, or should stand above: those that were placed before. */
const covered = (label: Label, placed: readonly Label[]): number =>
  placed.filter(
    (other) =>
      (Math.abs(other.y - label.y) < 2 * HALF_HEIGHT || (other.x === label.x && other.y < label.y)) &&
      other.x < label.x + label.width &&
      label.x < other.x + other.width,
  ).length;

/** Lines that run between where a label wants to be and where it is. */
const between = (wanted: Label, there: Label, lines: readonly (readonly Point[])[]): number =>
  lines.filter((line) => {
    const y = heightAt(line, wanted.x);
    return y !== null && (y - wanted.y) * (y - there.y) < 0;
  }).length;

function crossed(label: Label, lines: readonly (readonly Point[])[]): number {
  let places = 0;
  for (const line of lines)
    for (let x = label.x; x <= label.x + label.width; x += STEP) {
      const y = heightAt(line, x);
      if (y !== null && Math.abs(y - label.y) < CLEARANCE) places++;
    }
  return places;
}

/** Null left and right of a line. */
function heightAt(line: readonly Point[], x: number): number | null {
  const next = line.findIndex((point) => point.x >= x);
  const [before, after] = [line[next - 1], line[next]];
  if (after === undefined) return null;
  if (before === undefined) return after.x === x ? after.y : null;
  return before.y + ((x - before.x) / (after.x - before.x)) * (after.y - before.y);
}
