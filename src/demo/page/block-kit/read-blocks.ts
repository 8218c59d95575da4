import type { AnyBlock } from '../../protocol.ts';
import { DrawnBlock } from './schema.ts';

/** A block that the page can't draw: of a type that it doesn't know, or not as Slack's reference has it. */
export interface UnknownBlock {
  type: 'unknown';
  name: string;
  block_id: string;
  json: unknown;
}

/** Reads blocks one by one, so that one that can't be drawn hides no other. A missing `block_id` becomes the place. */
export function readBlocks(blocks: readonly AnyBlock[]): (DrawnBlock | UnknownBlock)[] {
  return blocks.map((block, i) => {
    const block_id = block.block_id ?? `block-${i}`;
    const read = DrawnBlock.safeParse({ ...block, block_id });
    return read.success ? read.data : { type: 'unknown', name: block.type, block_id, json: block };
  });
}
