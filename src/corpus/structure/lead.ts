import type { Span } from '../../speech/index.ts';
import { enclosures, sentences, trimSpan } from '../../text/index.ts';

/** The words at the beginning of a text that name what it is about, relative to the text. */
export interface Lead extends Span {
  /** What it is of the text: what stands before a colon, its first sentence, or only the first clause of that. */
  kind: 'label' | 'sentence' | 'clause';
}

/** A first sentence up to this long is a lead as a whole; of a longer one its first clause is. In characters. */
const WHOLE_SENTENCE = { heading: 60, point: 32 } as const;

/** Before a colon so near the beginning stands a label (总体要求：…), not a sentence. In characters. */
const LONGEST_LABEL = 24;

/** No lead reaches farther: the search for it stays short, however long the paragraph. In characters. */
const FARTHEST = 300;

const FINAL_MARKS = /[。；;！!？?：:，,、…\s]+$/;

/**
 * The lead of a text: a label, its first sentence when that is short enough to be spoken as a heading, else its first
 * clause; without the mark that ends it.
 */
export function leadOf(paragraph: string, as: keyof typeof WHOLE_SENTENCE): Lead {
  const text = paragraph.slice(0, FARTHEST);
  const sentence = sentences(text)[0] ?? { start: 0, end: text.length };
  const words = text.slice(sentence.start, sentence.end);
  const label = firstMark(words, '：:');
  if (label > 0 && label <= LONGEST_LABEL) {
    return { start: sentence.start, end: sentence.start + label, kind: 'label' };
  }
  const whole = words.replace(FINAL_MARKS, '').length;
  if (whole <= WHOLE_SENTENCE[as]) return { start: sentence.start, end: sentence.start + whole, kind: 'sentence' };
  const clause = firstMark(words, '，,：:');
  const end = clause > 0 ? clause : whole;
  return { ...trimSpan(text, { start: sentence.start, end: sentence.start + end }), kind: 'clause' };
}

/** 12,745,390: a comma between figures parts no clauses. */
const isInNumber = (words: string, at: number): boolean =>
  /[0-9０-９]/.test(words[at - 1] ?? '') && /^[0-9０-９]{3}/.test(words.slice(at + 1, at + 4));

/** Where the first of these marks stands outside quotations and brackets; -1 without one. */
function firstMark(words: string, marks: string): number {
  const enclosed = enclosures(words);
  for (let at = 0; at < words.length; at++) {
    if (!marks.includes(words[at] ?? ' ') || isInNumber(words, at)) continue;
    if (!enclosed.some(({ open, close }) => open < at && at < close)) return at;
  }
  return -1;
}
