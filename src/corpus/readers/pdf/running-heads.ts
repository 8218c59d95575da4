import type { Page, PageLine } from './page.ts';

/** Pages without what stands on each of them, and that, each distinct line once. */
export interface Lifted {
  text: Page[];
  heads: string[];
  feet: string[];
}

/** Lines at the top and the bottom of a page that may be running heads and feet. */
const EDGE = 2;
/** Share of the pages that must have a line for it to be running: those on the left may have another than the right. */
const RUNNING = 0.4;

/** 3, - 3 -, 第 3 页, 3/12, 第3页 共12页: a line that only numbers its page. */
const PAGE_NUMBER =
  /^[\s\-–—－·.•~]*(?:第\s*)?(?:\d{1,4}|[ivxlc]{1,6}|[一二三四五六七八九十百〇]{1,5})(?:\s*页)?(?:\s*[/／,，]?\s*(?:共|of)?\s*\d{1,4}\s*页?)?[\s\-–—－·.•~]*$/i;

/** In characters. */
const LONGEST_NUMBER = 24;

/** Takes page numbers away, and lifts out what stands at the same edge of most pages but for its figures. */
export function liftRunningHeads(pages: readonly Page[]): Lifted {
  const tops = running(pages, (page) => page.lines.slice(0, EDGE));
  const bottoms = running(pages, (page) => page.lines.slice(-EDGE));
  const heads = new Set<string>();
  const feet = new Set<string>();
  const text = pages.map((page) => {
    const numbers = pageNumbers(page);
    const lines = page.lines.filter((line, place) => {
      if (numbers.has(line)) return false;
      const isHead = place < EDGE && tops.has(shape(line));
      const isFoot = place >= page.lines.length - EDGE && bottoms.has(shape(line));
      if (isHead) heads.add(line.text);
      else if (isFoot) feet.add(line.text);
      return !isHead && !isFoot;
    });
    return { ...page, lines };
  });
  return { text, heads: [...heads], feet: [...feet] };
}

/** A line without its figures: 第3页 and 第4页 have one shape. */
const shape = (line: PageLine): string => line.text.replace(/\d+/g, '#').replace(/\s+/g, '');

function running(pages: readonly Page[], edge: (page: Page) => readonly PageLine[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const words of new Set(edge(page).map(shape))) counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const least = Math.max(2, Math.ceil(pages.length * RUNNING));
  return new Set([...counts].filter(([, count]) => count >= least).map(([words]) => words));
}

/** The first and the last line of a page, where they are only its number. */
const pageNumbers = ({ lines }: Page): ReadonlySet<PageLine> =>
  new Set(
    [lines[0], lines.at(-1)].filter(
      (line) => line !== undefined && line.text.length <= LONGEST_NUMBER && PAGE_NUMBER.test(line.text),
    ) as PageLine[],
  );
