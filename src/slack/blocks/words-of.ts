import type { KnownBlock, RichTextBlockElement } from '@slack/types';

/** What blocks say, an entry each: headings, lines below, rich text. What is pressed says nothing. */
export function wordsOf(blocks: readonly KnownBlock[]): string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'header') return [block.text.text];
    if (block.type === 'context') return block.elements.flatMap((element) => ('text' in element ? [element.text] : []));
    return block.type === 'rich_text' ? block.elements.map(saidIn) : [];
  });
}

function saidIn(part: RichTextBlockElement): string {
  if (part.type === 'rich_text_list') return part.elements.map(saidIn).join('\n');
  return part.elements.map((element) => (element.type === 'text' ? element.text : '')).join('');
}
