import type { Warning } from '../../speech/index.ts';
import type { Line } from '../readers/index.ts';
import { isSalutation } from './lines.ts';

/** 第2篇, 【篇二】, 范文三：, 之二: how collections count what they hold. */
const PIECE =
  /^[【[（(]?\s*(?:第\s*[\d一二三四五六七八九十]{1,3}\s*篇|篇\s*[\d一二三四五六七八九十]{1,3}|范文\s*[\d一二三四五六七八九十]{1,3})\s*[】\])）]?(?:[：:、\s].{0,40})?$/;
/** How a title of something spoken ends, a part of it in brackets behind. */
const TITLE = /(?:讲话|讲话稿|致辞|致词|发言|演讲|报告|讲稿|主持词|党课)(?:[（(][^）)]{1,20}[）)])?$/;
const LONGEST_TITLE = 50;
/** A title stands so near above the words to the audience: a name, an office, a date between. In lines. */
const NEAR = 4;

/**
 * Doubts that a document holds several speeches: it counts them, or another title stands above another salutation behind the
 * end of the first. Where one ends is not decided.
 *
 * @param lines those of the text, in order
 */
export function severalWarnings(lines: readonly Line[]): Warning[] {
  const pieces = lines.filter(({ text }) => PIECE.test(text));
  const first = lines.findIndex(isSalutation);
  const titles = lines.filter((line, i) => i > first && first !== -1 && isTitleOfAnother(lines, line, i));
  const found = pieces.length > 1 ? pieces[1] : titles[0];
  return found === undefined ? [] : [{ code: 'several-speeches', line: found.number, details: {} }];
}

const isTitleOfAnother = (lines: readonly Line[], { text }: Line, i: number): boolean =>
  text.length <= LONGEST_TITLE &&
  TITLE.test(text) &&
  !/[。！？；，了过]|^(?:刚才|今天|听)/.test(text) &&
  lines.slice(i + 1, i + 1 + NEAR).some(isSalutation);
