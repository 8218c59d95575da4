import type {
  ContextBlock,
  HeaderBlock,
  PlainTextElement,
  RichTextBlock,
  RichTextElement,
  RichTextSection,
} from '@slack/types';
import { type Texts, citationLine as wholeCitationLine } from '../../assistant/index.ts';
import type { Citation, Span } from '../../speech/index.ts';
import { clip, clipCitation, LIMITS } from './limits.ts';
import { inOrder, printable } from './reading-order.ts';

// Words from the corpus and from people go into `plain_text` and rich text elements alone: neither reads <!channel>,
// <@U…>, *bold* or :emoji: as anything but letters, so no document can ping or format.

/** A text of at most so many characters (not fewer than 50), whatever its words do to the order of reading. */
export function plain(text: string, length: number): PlainTextElement {
  const clean = printable(text);
  let shown = inOrder(clip(clean, length));
  for (let most = length; shown.length > length; ) {
    most -= shown.length - length;
    shown = inOrder(clip(clean, most));
  }
  return { type: 'plain_text', text: shown, emoji: false };
}

export const header = (text: string): HeaderBlock => ({ type: 'header', text: plain(text, LIMITS.header) });

export const context = (text: string): ContextBlock => ({ type: 'context', elements: [plain(text, LIMITS.note)] });

/** {@link wholeCitationLine}, each part short enough to be shown. */
export const citationLine = (texts: Texts, citation: Citation, above?: Citation): string =>
  wholeCitationLine(texts, clipCitation(citation), above);

/** The line below every item. */
export const citationContext = (texts: Texts, citation: Citation, note?: string): ContextBlock =>
  context([citationLine(texts, citation), ...(note === undefined ? [] : [note])].join(' · '));

type Style = { [Kind in 'bold' | 'strike']?: true };

export const words = (text: string, style?: Style): RichTextElement => ({
  type: 'text',
  text: inOrder(text),
  ...(style === undefined ? {} : { style }),
});

export const section = (elements: RichTextElement[]): RichTextSection => ({ type: 'rich_text_section', elements });

export const richText = (...elements: RichTextBlock['elements']): RichTextBlock => ({ type: 'rich_text', elements });

/** Text with the marked spans in bold, cut to `length`. */
export function markedWords(text: string, marks: readonly Span[], length: number): RichTextElement[] {
  const shown = clip(text, length);
  const kept = shown === text ? text.length : shown.length - 1;
  const elements: RichTextElement[] = [];
  let at = 0;
  for (const mark of marks) {
    const end = Math.min(mark.end, kept);
    if (end <= mark.start) break;
    if (mark.start > at) elements.push(words(shown.slice(at, mark.start)));
    elements.push(words(shown.slice(mark.start, end), { bold: true }));
    at = end;
  }
  if (at < shown.length) elements.push(words(shown.slice(at)));
  return elements;
}
