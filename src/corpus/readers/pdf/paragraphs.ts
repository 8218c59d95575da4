import type { Page, PageLine } from './page.ts';

/** Where the text of a document stands on its pages, in points. */
interface Measure {
  left: number;
  right: number;
  /** From base line to base line inside paragraphs. */
  leading: number;
}

/** An indent this deep, in the size of the type, begins a paragraph. */
const INDENT = 1.2;
/** A line that ends this far from the margin ends its paragraph: punctuation and Latin words leave up to two. */
const SHORT = 2.2;
/** A gap this much greater than the leading stands between paragraphs. */
const WIDE_LEADING = 1.35;
/** Type that differs this much is another kind of line. */
const SAME_SIZE = 0.08;

/** Joins the lines of pages to paragraphs; one that runs over the page's end goes on. */
export function joinParagraphs(pages: readonly Page[]): string[] {
  const lines = pages.flatMap((page) => page.lines);
  const measure = measureOf(pages);
  const paragraphs: string[] = [];
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    const current = paragraphs.length - 1;
    if (before === undefined || begins(line, before, lines[i + 1], measure)) paragraphs.push(line.text);
    else paragraphs[current] = joined(paragraphs[current] ?? '', line.text);
  });
  return paragraphs;
}

/** Latin words that a line's end parted keep their space; Chinese has none. */
const joined = (before: string, words: string): string =>
  /[\p{Script=Latin},.]/u.test(before.slice(-1)) && /^[\p{Script=Latin}\d]/u.test(words)
    ? `${before} ${words}`
    : before + words;

/** Behind the end of a sentence a heading's number begins a line of its own: 三、… */
const NUMBERED =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[章节条])/;
const ENDED = /[。！？；：!?;:][”』」）)]?$/;

/** A day alone on its line, and what an official paper has behind it, are never joined. */
const DAY_ALONE =
  /^\s*(?:\d{4}|[〇○零一二三四五六七八九]{4})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日\s*$/;
const IMPRINT = /^\s*(?:抄送|抄报|分送|附件|联系人|主送)\s*[：:]/;

function begins(line: PageLine, before: PageLine, after: PageLine | undefined, measure: Measure): boolean {
  if (Math.abs(line.size - before.size) > before.size * SAME_SIZE) return true;
  if (NUMBERED.test(line.text) && ENDED.test(before.text)) return true;
  if (DAY_ALONE.test(before.text) || DAY_ALONE.test(line.text) || IMPRINT.test(line.text)) return true;
  const gap = before.base - line.base;
  if (gap > measure.leading * WIDE_LEADING) return true;
  if (before.right < measure.right - before.size * SHORT) return true;
  const indent = line.left - measure.left;
  // Where every line is set in, as in a quotation or under a hanging number, none of them begins by that.
  const isHanging = before.left > measure.left + line.size && Math.abs(line.left - before.left) < line.size / 2;
  if (indent < line.size * INDENT) return false;
  return !isHanging || (after !== undefined && after.left < line.left - line.size);
}

function measureOf(pages: readonly Page[]): Measure {
  const all = pages.flatMap((page) => page.lines);
  const inColumns = all.some(({ isAcross }) => isAcross) ? all.filter(({ isAcross }) => !isAcross) : all;
  const lines = inColumns.length > 0 ? inColumns : all;
  const gaps = pages.flatMap((page) =>
    page.lines.slice(1).map((line, i) => Math.round(((page.lines[i]?.base ?? 0) - line.base) * 2) / 2),
  );
  return {
    left: commonest(lines.map((line) => Math.round(line.left))) ?? 0,
    right: quantile(
      lines.map((line) => line.right),
      0.9,
    ),
    leading: commonest(gaps.filter((gap) => gap > 0)) ?? 0,
  };
}

/** The value that occurs most often, the smaller of equals. */
function commonest(values: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: number | null = null;
  for (const [value, count] of [...counts].sort((a, b) => a[0] - b[0])) {
    if (best === null || count > (counts.get(best) ?? 0)) best = value;
  }
  return best;
}

function quantile(values: readonly number[], share: number): number {
  const inOrder = [...values].sort((a, b) => a - b);
  return inOrder[Math.min(inOrder.length - 1, Math.floor(inOrder.length * share))] ?? 0;
}
