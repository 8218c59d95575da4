import type { Difference } from '../answer.ts';

/** The part of a source that is most like a quote, character by character. Offsets count UTF-16 units. */
export interface Alignment {
  /** Which part of the quote was found again. */
  quoteStart: number;
  quoteEnd: number;
  /** Which part of the source it was found in. */
  sourceStart: number;
  sourceEnd: number;
  /** How much is the same, in the same order. In UTF-16 units, as the offsets. */
  same: number;
  /** What is not the same between the two parts, in order. */
  differences: Difference[];
}

/** A character found again outweighs one that was changed; a clause left out costs little more than a word. */
const SAME = 2;
const CHANGED = -2;
const GAP_OPENED = -3;
const GAP_LONGER = -0.3;

/** Where the best path to a cell came from. */
const STOP = 0;
const BOTH = 1;
const IN_QUOTE = 2;
const IN_SOURCE = 3;

/**
 * The best local alignment of two texts with affine gaps (Smith and Waterman 1981, Gotoh 1982), `null` where they have
 * no character in common. Takes time and memory in proportion to the product of their lengths.
 */
export function align(quote: string, source: string): Alignment | null {
  const [ours, theirs] = [charactersOf(quote), charactersOf(source)];
  const table = fillTable(ours, theirs);
  return table.best === 0 ? null : trace(ours, theirs, table);
}

/** A text by its characters: one beyond the Basic Multilingual Plane has two units, which are never parted. */
interface Characters {
  all: string[];
  codes: Uint32Array;
  /** Where each begins, in UTF-16 units; one more entry for the end. */
  starts: Uint32Array;
}

function charactersOf(text: string): Characters {
  const all = [...text];
  const starts = new Uint32Array(all.length + 1);
  for (let i = 0; i < all.length; i++) starts[i + 1] = (starts[i] ?? 0) + (all[i] ?? '').length;
  return { all, codes: Uint32Array.from(all, (character) => character.codePointAt(0) ?? 0), starts };
}

interface Table {
  best: number;
  bestAt: number;
  width: number;
  /** For each cell: where the best path came from, and whether a gap that ends here was already open. */
  from: Uint8Array;
  quoteGapOpen: Uint8Array;
  sourceGapOpen: Uint8Array;
}

function fillTable(quote: Characters, source: Characters): Table {
  const width = source.codes.length + 1;
  const cells = (quote.codes.length + 1) * width;
  const table: Table = {
    best: 0,
    bestAt: 0,
    width,
    from: new Uint8Array(cells),
    quoteGapOpen: new Uint8Array(cells),
    sourceGapOpen: new Uint8Array(cells),
  };
  const row = {
    scores: new Float32Array(width),
    quoteGaps: new Float32Array(width).fill(Number.NEGATIVE_INFINITY),
  };
  for (let i = 1; i <= quote.codes.length; i++) fillRow(table, i, quote.codes[i - 1] as number, source.codes, row);
  return table;
}

/** The best scores of the row above, of any path and of those that end in a gap of the quote; read and overwritten. */
interface Row {
  scores: Float32Array;
  quoteGaps: Float32Array;
}

function fillRow(table: Table, i: number, character: number, source: Uint32Array, { scores, quoteGaps }: Row): void {
  let diagonal = scores[0] as number;
  let sourceGap = Number.NEGATIVE_INFINITY;
  for (let j = 1; j < table.width; j++) {
    const at = i * table.width + j;
    const quoteGap = longer(scores[j] as number, quoteGaps[j] as number, table.quoteGapOpen, at);
    sourceGap = longer(scores[j - 1] as number, sourceGap, table.sourceGapOpen, at);
    const both = diagonal + (character === source[j - 1] ? SAME : CHANGED);
    diagonal = scores[j] as number;
    quoteGaps[j] = quoteGap;
    scores[j] = choose(table, at, both, quoteGap, sourceGap);
  }
}

/** Notes where the best path to a cell comes from, and whether it is the best of all so far. */
function choose(table: Table, at: number, both: number, quoteGap: number, sourceGap: number): number {
  const score = Math.max(0, both, quoteGap, sourceGap);
  if (score === 0) return 0;
  if (score === both) table.from[at] = BOTH;
  else table.from[at] = score === quoteGap ? IN_QUOTE : IN_SOURCE;
  if (score > table.best) {
    table.best = score;
    table.bestAt = at;
  }
  return score;
}

/** The better of opening a gap here and making one longer; which of them it was is noted. */
function longer(score: number, gap: number, open: Uint8Array, at: number): number {
  const opened = score + GAP_OPENED;
  const extended = gap + GAP_LONGER;
  open[at] = extended > opened ? 1 : 0;
  return Math.max(opened, extended);
}

/** A step of a path: a character of both texts, or of one. */
interface Step extends Difference {
  at: number;
}

function trace(quote: Characters, source: Characters, table: Table): Alignment {
  const steps = [...pathBack(quote, source, table)];
  const start = steps.at(-1)?.at ?? table.bestAt;
  return {
    quoteStart: quote.starts[Math.floor(start / table.width)] ?? 0,
    quoteEnd: quote.starts[Math.floor(table.bestAt / table.width)] ?? 0,
    sourceStart: source.starts[start % table.width] ?? 0,
    sourceEnd: source.starts[table.bestAt % table.width] ?? 0,
    same: steps.reduce((sum, step) => sum + (step.quote === step.source ? step.quote.length : 0), 0),
    differences: differencesIn(steps.reverse()),
  };
}

/** The steps of the best path from its end to its start, each with the cell that it leads back to. */
function* pathBack(quote: Characters, source: Characters, table: Table): Generator<Step> {
  let at = table.bestAt;
  let gap = STOP;
  for (let step = table.from[at]; step !== STOP; step = gap === STOP ? table.from[at] : gap) {
    const inQuote = step === IN_SOURCE ? '' : (quote.all[Math.floor(at / table.width) - 1] ?? '');
    const inSource = step === IN_QUOTE ? '' : (source.all[(at % table.width) - 1] ?? '');
    gap = goesOn(table, step ?? STOP, at);
    at -= (step === IN_SOURCE ? 0 : table.width) + (step === IN_QUOTE ? 0 : 1);
    yield { quote: inQuote, source: inSource, at };
  }
}

/** The gap that a step is part of, if it was open before. */
function goesOn(table: Table, step: number, at: number): number {
  const open = step === IN_QUOTE ? table.quoteGapOpen : table.sourceGapOpen;
  return step !== BOTH && open[at] === 1 ? step : STOP;
}

/** Neighbouring steps that are not the same are one difference. */
function differencesIn(steps: readonly Difference[]): Difference[] {
  const differences: Difference[] = [];
  let isOpen = false;
  for (const step of steps) {
    const isSame = step.quote === step.source;
    const last = differences.at(-1);
    if (!isSame && isOpen && last !== undefined) {
      last.quote += step.quote;
      last.source += step.source;
    } else if (!isSame) differences.push({ quote: step.quote, source: step.source });
    isOpen = !isSame;
  }
  return differences;
}
