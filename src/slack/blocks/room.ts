import type { KnownBlock } from '@slack/types';

/**
 * What a message holds of items, so that header, buttons and notes have room beside them: Slack takes 50 blocks, and
 * refuses about 13,200 characters in all, counting 125 for a header or divider and some for every other block.
 */
const MOST_BLOCKS = 42;
const MOST_WEIGHT = 10_500;
const WEIGHT_OF_BLOCK = 125;

/**
 * Draws the first items that have room together, each whole: no words without the citation below them.
 *
 * @returns their blocks, and how many items are left
 */
export function withinRoom<Item>(
  items: readonly Item[],
  draw: (item: Item, index: number) => readonly KnownBlock[],
): { blocks: KnownBlock[]; left: number } {
  const blocks: KnownBlock[] = [];
  let room = MOST_WEIGHT;
  for (const [i, item] of items.entries()) {
    const drawn = draw(item, i);
    room -= drawn.reduce((sum, block) => sum + lengthOfText(block) + WEIGHT_OF_BLOCK, 0);
    if (room < 0 || blocks.length + drawn.length > MOST_BLOCKS) return { blocks, left: items.length - i };
    for (const block of drawn) blocks.push(block);
  }
  return { blocks, left: 0 };
}

/** Characters of all texts inside. */
function lengthOfText(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, inner]) => sum + (key === 'text' && typeof inner === 'string' ? inner.length : lengthOfText(inner)),
    0,
  );
}
