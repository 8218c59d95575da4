import { placeLabels } from './place-labels.ts';

/** A line: what it is called, its colour, and its points (passages; milliseconds) from left to right. */
export interface Line {
  label: string;
  colour: string;
  /** The line that the plot is about. */
  isMain: boolean;
  points: readonly { passages: number; ms: number }[];
}

export interface Panel {
  title: string;
  lines: readonly Line[];
}

/** What stands above and below the panels. */
export interface Caption {
  title: string;
  subtitle: string;
  footnote: string;
}

/** All lengths in user units of the SVG, which are pixels at its own size. */
const COLUMNS = 3;
const MARGIN = { top: 92, right: 20, bottom: 54, left: 24 };
const CELL = { width: 366, height: 312 };
/** Around the area that is drawn in, inside a cell: a title above, figures at the left and below, labels at the right. */
const INSET = { top: 46, right: 78, bottom: 34, left: 52 };
const AREA = { width: CELL.width - INSET.left - INSET.right, height: CELL.height - INSET.top - INSET.bottom };
const LABEL_GAP = 8;
/** Of a letter of a label, on average. */
const LETTER_WIDTH = 6.4;
const BOLD_WIDTH = 7;

const FONT = "Inter, 'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', sans-serif";
const INK = '#1f2328';
const FAINT_INK = '#59636e';
const GRID = '#e4e7eb';
const GROUND = '#ffffff';

type Scale = (value: number) => number;

function logScale([low, high]: readonly [number, number], [from, to]: readonly [number, number]): Scale {
  const [a, b] = [Math.log10(low), Math.log10(high)];
  return (value) => from + ((Math.log10(value) - a) / (b - a)) * (to - from);
}

/** Powers of ten from one that is at most the least to one that is at least the most. */
function decades(values: readonly number[]): number[] {
  const [from, to] = [Math.floor(Math.log10(Math.min(...values))), Math.ceil(Math.log10(Math.max(...values)))];
  return Array.from({ length: to - from + 1 }, (_, i) => 10 ** (from + i));
}

const round = (value: number): string => String(Math.round(value * 10) / 10);

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const inMilliseconds = (ms: number): string => (ms < 1000 ? `${Number(ms.toPrecision(1))} ms` : `${ms / 1000} s`);

const inThousands = (count: number): string =>
  count < 1_000_000 ? `${Math.round(count / 1000)},000` : `${count / 1_000_000} million`;

interface TextOptions {
  size?: number;
  weight?: number;
  fill?: string;
  anchor?: 'start' | 'middle' | 'end';
  /** With a rim in the colour of the ground, for what stands over lines. */
  rim?: boolean;
}

function text(x: number, y: number, words: string, options: TextOptions = {}): string {
  const { size = 12, weight = 400, fill = INK, anchor = 'start', rim = false } = options;
  const halo = rim ? ` stroke="${GROUND}" stroke-width="4" stroke-linejoin="round" paint-order="stroke"` : '';
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}"${halo}>${escaped(words)}</text>`;
}

/** An SVG of small panels with the same axes, both logarithmic, each line labelled where it ends. */
export function plot({ title, subtitle, footnote }: Caption, panels: readonly Panel[]): string {
  const points = panels.flatMap(({ lines }) => lines.flatMap((line) => line.points));
  const times = decades(points.map(({ ms }) => ms));
  const sizes = decades(points.map(({ passages }) => passages));
  const x = logScale([sizes[0] ?? 1, sizes.at(-1) ?? 10], [0, AREA.width]);
  const y = logScale([times[0] ?? 1, times.at(-1) ?? 10], [AREA.height, 0]);
  const rows = Math.ceil(panels.length / COLUMNS);
  const width = MARGIN.left + COLUMNS * CELL.width + MARGIN.right;
  const height = MARGIN.top + rows * CELL.height + MARGIN.bottom;
  const cells = panels.map((panel, i) => {
    const left = MARGIN.left + (i % COLUMNS) * CELL.width + INSET.left;
    const top = MARGIN.top + Math.floor(i / COLUMNS) * CELL.height + INSET.top;
    return `<g transform="translate(${left} ${top})">\n${drawPanel(panel, { x, y, times, sizes })}\n</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${FONT}" role="img" aria-labelledby="title">
<title id="title">${escaped(`${title}: ${subtitle}`)}</title>
<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8" fill="${GROUND}" stroke="#d1d9e0"/>
${text(MARGIN.left + 8, 40, title, { size: 21, weight: 650 })}
${text(MARGIN.left + 8, 66, subtitle, { size: 13.5, fill: FAINT_INK })}
${cells.join('\n')}
${text(MARGIN.left + 8, height - 22, footnote, { size: 12, fill: FAINT_INK })}
</svg>
`;
}

interface Axes {
  x: Scale;
  y: Scale;
  times: readonly number[];
  sizes: readonly number[];
}

function drawPanel({ title, lines }: Panel, axes: Axes): string {
  // What the plot is about is drawn last, over the others.
  const ordered = [...lines].sort((a, b) => Number(a.isMain) - Number(b.isMain));
  return [
    text(0, -26, title, { size: 14.5, weight: 650 }),
    ...drawAxes(axes),
    ...ordered.map((line) => drawLine(line, axes)),
    ...drawLabels(ordered, axes),
  ].join('\n');
}

function* drawAxes({ x, y, times, sizes }: Axes): Generator<string> {
  for (const ms of times) {
    const at = round(y(ms));
    yield `<line x1="0" x2="${AREA.width}" y1="${at}" y2="${at}" stroke="${GRID}"/>`;
    yield text(-8, y(ms) + 4, inMilliseconds(ms), { size: 11, fill: FAINT_INK, anchor: 'end' });
  }
  for (const size of sizes) {
    const at = round(x(size));
    yield `<line x1="${at}" x2="${at}" y1="0" y2="${AREA.height}" stroke="${GRID}"/>`;
    yield text(x(size), AREA.height + 18, inThousands(size), { size: 11, fill: FAINT_INK, anchor: 'middle' });
  }
}

function drawLine({ colour, isMain, points }: Line, { x, y }: Axes): string {
  const path = points.map(({ passages, ms }, i) => `${i === 0 ? 'M' : 'L'}${round(x(passages))} ${round(y(ms))}`);
  const dots = points.map(
    ({ passages, ms }) =>
      `<circle cx="${round(x(passages))}" cy="${round(y(ms))}" r="${isMain ? 3.5 : 2.6}" fill="${colour}"/>`,
  );
  const width = isMain ? 3 : 1.8;
  return `<path d="${path.join('')}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linejoin="round" stroke-linecap="round"/>${dots.join('')}`;
}

/** Each line's label right of where it ends, or near there. */
function* drawLabels(lines: readonly Line[], { x, y }: Axes): Generator<string> {
  const drawn = lines.filter(({ points }) => points.length > 0);
  const paths = drawn.map(({ points }) => points.map(({ passages, ms }) => ({ x: x(passages), y: y(ms) })));
  const labels = drawn.map(({ label, isMain }, i) => {
    const end = paths[i]?.at(-1) ?? { x: 0, y: 0 };
    return { x: end.x + LABEL_GAP, y: end.y, width: label.length * (isMain ? BOLD_WIDTH : LETTER_WIDTH) };
  });
  const heights = placeLabels(labels, paths);
  for (const [i, { label, colour, isMain }] of drawn.entries()) {
    const options = { size: 12, weight: isMain ? 700 : 500, fill: colour, rim: true };
    yield text(labels[i]?.x ?? 0, (heights[i] ?? 0) + 4, label, options);
  }
}
