import type { ContextBlock, HeaderBlock, RichTextBlock, RichTextElement, RichTextSection } from '@slack/types';
import { type Texts, citationLine as wholeCitationLine } from '../../assistant/index.ts';
import type { Citation, Span } from '../../speech/index.ts';
import { clip, clipCitation, LIMITS } from './limits.ts';

// Words from the corpus and from people go into `plain_text` and rich text elements alone: neither reads <!channel>,
// <@U…>, *bold* or :emoji: as anything but letters, so no document can ping or format.

export const header = (text: string): HeaderBlock => ({
  type: 'header',
  text: { type: 'plain_text', text: clip(text, LIMITS.header), emoji: false },
});

export const context = (text: string): ContextBlock => ({
  type: 'context',
  elements: [{ type: 'plain_text', text: clip(text, LIMITS.note), emoji: false }],
});

/** {@link wholeCitationLine}, each part short enough to be shown. */
export const citationLine = (texts: Texts, citation: Citation): string =>
  wholeCitationLine(texts, clipCitation(citation));

/** The line below every item. */
export const citationContext = (texts: Texts, citation: Citation, note?: string): ContextBlock =>
  context([citationLine(texts, citation), ...(note === undefined ? [] : [note])].join(' · '));

export const words = (text: string, style?: { bold: true }): RichTextElement => ({
  type: 'text',
  text,
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
