/** What signs in a question say, and the question without them. */
export interface Marks {
  rest: string;
  quoted: string[];
  without: string[];
}

/** Quotation marks are a demand where they stand by themselves; in the middle of a sentence they are the sentence's. */
const QUOTED = /(?<=^|\s)["“「『]([^"“”「」『』]+)["”」』](?=\s|$)/g;
/** A minus sign before a word, at the beginning or behind white space: 5-10 and 长-短 are no such thing. */
const WITHOUT = /(?<=^|\s)[-－−]([^\s-][^\s]*)/g;

/** Takes "原话" and -不要 out of a normalised question. */
export function readMarks(query: string): Marks {
  const quoted: string[] = [];
  const without: string[] = [];
  const rest = query
    .replace(QUOTED, (_, words: string) => {
      if (words.trim() !== '') quoted.push(words.trim());
      return ' ';
    })
    .replace(WITHOUT, (_, words: string) => {
      without.push(words);
      return ' ';
    });
  return { rest: rest.trim(), quoted, without };
}
