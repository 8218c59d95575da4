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

/** What a browser prints above and below a page: when and which, and its address. */
const PRINTED_HEAD =
  /^\d{1,4}[/.年-]\d{1,2}[/.月-]\d{1,4}日?[,，]?\s*(?:上午|下午)?\s*\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AP]M)?(?=\s|$)/i;
const PRINTED_FOOT =
  /(?:^|\s)(?:https?|file|about):\S*.*?(?:\d{1,4}\s*[/／]\s*\d{1,4})?$|^(?:www\.|localhost|\d{1,3}(?:\.\d{1,3}){3})\S*(?:\s+\d{1,4}\s*[/／]\s*\d{1,4})?$/i;

/** Takes page numbers away, and lifts out what stands at the same edge of most pages but for its figures. */
export function liftRunningHeads(pages: readonly Page[]): Lifted {
  const tops = running(pages, (page) => page.lines.slice(0, EDGE));
  const bottoms = running(pages, (page) => page.lines.slice(-EDGE));
  const heads = new Set<string>();
  const feet = new Set<string>();
  const text = pages.map((page) => {
    const numbers = pageNumbers(page);
    const isHead = (line: PageLine, place: number): boolean =>
      (place < EDGE && tops.has(shape(line))) || (place === 0 && PRINTED_HEAD.test(line.text));
    const isFoot = (line: PageLine, place: number): boolean =>
      (place >= page.lines.length - EDGE && bottoms.has(shape(line))) ||
      (place === page.lines.length - 1 && PRINTED_FOOT.test(line.text));
    const lines = page.lines.filter((line, place) => {
      if (numbers.has(line)) return false;
      const beside = isHead(line, place) ? heads : isFoot(line, place) ? feet : null;
      beside?.add(line.text);
      return beside === null;
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
