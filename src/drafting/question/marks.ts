/** What signs in a question say, and the question without them. */
export interface Marks {
  rest: string;
  quoted: string[];
  without: string[];
}

const OPENING = '["“「『]';
const CLOSING = '["”」』]';
const INSIDE = '([^"“”「」『』]+)';
/** A mark behind a quotation or an excluded word is no part of it. */
const MARK = '[，,。.、；;：:！!？?…]*(?=\\s|$)';
/** Quotation marks are a demand where they stand by themselves; in the middle of a sentence they are the sentence's. */
const QUOTED = new RegExp(`(?<=^|\\s)${OPENING}${INSIDE}${CLOSING}${MARK}`, 'g');
/** A minus sign before a word, at the beginning or behind white space: 5-10 and 长-短 are no such thing. */
const WITHOUT = new RegExp(`(?<=^|\\s)[-－−](?:${OPENING}${INSIDE}${CLOSING}|([^\\s-]\\S*?))${MARK}`, 'g');

/** Takes "原话" and -不要 out of a normalised question. */
export function readMarks(query: string): Marks {
  const quoted: string[] = [];
  const without: string[] = [];
  const rest = query
    .replace(WITHOUT, (_, words: string | undefined, word: string | undefined) => {
      const excluded = (words ?? word ?? '').trim();
      if (excluded !== '') without.push(excluded);
      return ' ';
    })
    .replace(QUOTED, (_, words: string) => {
      if (words.trim() !== '') quoted.push(words.trim());
      return ' ';
    });
  return { rest: rest.trim(), quoted, without };
}
