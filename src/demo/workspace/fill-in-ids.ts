import type { AnyBlock } from '../protocol.ts';

/** Blocks as Slack keeps them: each with a `block_id`, and what can be pressed with an `action_id`. */
export function fillInIds(blocks: readonly AnyBlock[]): AnyBlock[] {
  const taken = new Set(blocks.map((block) => block.block_id));
  return blocks.map((block, i) => ({ ...withActionIds(block), block_id: block.block_id ?? free(`block-${i}`, taken) }));
}

const free = (id: string, taken: ReadonlySet<string | undefined>): string =>
  taken.has(id) ? free(`${id}-`, taken) : id;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Elements stand under `element`, `accessory` and `elements`; texts among them have no use for an id, nor harm of it. */
function withActionIds(block: AnyBlock): AnyBlock {
  if (block.type === 'rich_text') return block;
  const named = (element: unknown, i: number): unknown =>
    isObject(element) && element['type'] !== 'mrkdwn' && element['type'] !== 'plain_text'
      ? { action_id: `action-${i}`, ...element }
      : element;
  const { element, accessory, elements } = block;
  return {
    ...block,
    ...(element === undefined ? {} : { element: named(element, 0) }),
    ...(accessory === undefined ? {} : { accessory: named(accessory, 0) }),
    ...(Array.isArray(elements) ? { elements: elements.map(named) } : {}),
  };
}

/** Whether an element with these ids is among the blocks. */
export function hasElement(blocks: readonly AnyBlock[], blockId: string, actionId: string): boolean {
  const block = blocks.find(({ block_id }) => block_id === blockId);
  if (block === undefined) return false;
  const { element, accessory, elements } = block;
  const all = [element, accessory, ...(Array.isArray(elements) ? elements : [])];
  return all.some((one) => isObject(one) && one['action_id'] === actionId);
}
