import type { KnownBlock, RichTextBlock, RichTextElement, TableBlock } from '@slack/types';
import { richText, section, words } from './elements.ts';
import { NO_VALUE } from './trace.ts';

/** Blocks with a list in place of each table: for windows, for the Home tab, and where Slack refuses a table. */
export const withoutTables = (blocks: readonly KnownBlock[]): KnownBlock[] =>
  blocks.map((block) => (block.type === 'table' ? asList(block) : block));

/** Each row is an entry, each cell that says something on a line of its own behind what its column is called. */
function asList({ rows: [head = [], ...rows] }: TableBlock): RichTextBlock {
  const names = head.map((cell) => elementsOf(cell));
  const entries = rows.map((row) =>
    section(
      row.flatMap((cell, i): RichTextElement[] => {
        const elements = elementsOf(cell);
        if (i === 0) return elements;
        return isEmpty(elements) ? [] : [words('\n'), ...(names[i] ?? []), words('：'), ...elements];
      }),
    ),
  );
  return richText({ type: 'rich_text_list', style: 'ordered', elements: entries });
}

const isEmpty = ([first]: readonly RichTextElement[]): boolean => first?.type !== 'text' || first.text === NO_VALUE;

function elementsOf(cell: TableBlock['rows'][number][number]): RichTextElement[] {
  if (cell.type !== 'rich_text') return [words(cell.text ?? '')];
  return cell.elements.flatMap((part) => (part.type === 'rich_text_section' ? part.elements : []));
}
