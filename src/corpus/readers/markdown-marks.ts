/**
 * What people write in Markdown beside words: comments, pictures, links, emphasis, lists, tables, escapes. It is taken out of
 * the text before the text is read, line for line, so that numbers of lines stay. A grammar of CommonMark would not do: people
 * and converters set marks beside Chinese punctuation, where CommonMark knows none.
 */
import { LINE_END } from '../../text/index.ts';

const FENCE = /^\s*(?:```|~~~)/;
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
const TABLE_RULE = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*$/;
const TABLE_ROW = /^\s*\|.*\|\s*$/;
const BULLET = /^(\s{0,8})[-*+]\s+(?=\S)/;
/** A line that is nothing but strong words: a heading as people type it. */
const STRONG_LINE = /^\s*(\*\*|__)(?!\s)([^*_\n]{2,40})(?<!\s)\1\s*[：:]?\s*$/;
const TAG = /<\/?(?:b|i|u|s|strong|em|font|span|p|div|center|sup|sub|small|mark|br|hr)(?:\s[^<>\n]{0,200})?\/?>/gi;

/** Marks with the words in them; the longer mark first. A single character between two pairs (**县**) is no emphasis. */
const INLINE: readonly [RegExp, string][] = [
  [/!\[[^\]\n]{0,200}\](?:\([^()\n]{0,500}\)|\[[^\]\n]{0,100}\])/g, ''],
  [/(?<!\\)\[([^\]\n]{1,200})\]\((?:[^()\n]|\([^()\n]*\)){0,500}\)/g, '$1'],
  [/(?<!\\)\[\^[^\]\s]{1,40}\]:?/g, ''],
  [/(?<![\\*])\*\*\*(?=\S)([^*\n]{2,2000}?)(?<=\S)\*\*\*(?!\*)/g, '$1'],
  [/(?<![\\*])\*\*(?=\S)([^*\n]{2,2000}?)(?<=\S)\*\*(?!\*)/g, '$1'],
  [/(?<![\\*])\*(?=[^\s*])([^*\n]{2,2000}?)(?<=[^\s\\])\*(?!\*)/g, '$1'],
  [/(?<![\\\w])__(?=\S)([^_\n]{2,2000}?)(?<=\S)__(?![\w])/g, '$1'],
  [/(?<![\\\w])_(?=[^\s_])([^_\n]{2,2000}?)(?<=[^\s\\])_(?![\w])/g, '$1'],
  [/~~(?=\S)[^~\n]{1,2000}?~~/g, ''],
  [/(?<![\\`])`([^`\n]{1,2000})`(?!`)/g, '$1'],
  [TAG, ''],
  [/\\([\\`*_{}[\]()#+\-.!|>~<])/g, '$1'],
];

/** A line without the marks in it. */
const withoutInlineMarks = (line: string): string =>
  INLINE.reduce((words, [mark, instead]) => words.replace(mark, instead), line);

/** Text without the marks that stand beside words; as many lines as before. Between code fences nothing is touched. */
export function withoutMarks(text: string): string {
  const lines = splitKeepingEnds(text.replace(COMMENT, (comment) => comment.replace(/[^\r\n\u2028\u2029]/g, '')));
  const isTitled = lines.some(([line]) => /^#{2,6}\s/.test(line));
  let isFenced = false;
  return lines
    .map(([line, end]) => {
      if (FENCE.test(line)) isFenced = !isFenced;
      return (isFenced ? line : plainLine(line, isTitled)) + end;
    })
    .join('');
}

/** @param isTitled there are headings with marks of their own, so that strong words are only strong */
function plainLine(line: string, isTitled: boolean): string {
  if (TABLE_RULE.test(line)) return '';
  if (TABLE_ROW.test(line)) return cellsOf(line).map(withoutInlineMarks).join('\t');
  const strong = isTitled ? null : STRONG_LINE.exec(line);
  // A number tells its level better than a mark does.
  if (strong !== null && !/^[\d（(一二三四五六七八九十第]/.test(strong[2] ?? '')) return `## ${strong[2]}`;
  return withoutInlineMarks(line.replace(BULLET, '$1'));
}

const cellsOf = (row: string): string[] =>
  row
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());

function splitKeepingEnds(text: string): [line: string, end: string][] {
  const lines: [string, string][] = [];
  let start = 0;
  for (const { 0: end, index } of text.matchAll(LINE_END)) {
    lines.push([text.slice(start, index), end]);
    start = index + end.length;
  }
  lines.push([text.slice(start), '']);
  return lines;
}

/** Words as a line of Markdown that reads as these words again. */
export const escapeMarks = (words: string): string =>
  plainLine(words, true) === words && plainLine(words, false) === words
    ? words
    : words.replace(/[\\`*_[\]<>|~]|^[-+](?=\s)/g, '\\$&');
