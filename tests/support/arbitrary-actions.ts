import fc from 'fast-check';
import type { State } from '../../src/demo/protocol.ts';

const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('找 水源', '', '更多', '<@U0ZHIBI> 提纲', '句式 [', '\u0000', '找 '.repeat(500), '&lt;!channel&gt;'),
);

/** What the page could send, and what looks like it: ids that are there and ids that are not. */
export function arbitraryRequest(state: () => State): fc.Arbitrary<object> {
  const oneOf = (known: (now: State) => readonly string[]): fc.Arbitrary<string> =>
    fc.oneof(
      { weight: 3, arbitrary: fc.nat().map((n) => known(state())[n % Math.max(1, known(state()).length)] ?? '') },
      words,
    );
  const conversation = oneOf(({ conversations }) => conversations.map(({ id }) => id));
  const ts = oneOf(({ messages }) => messages.map((one) => one.ts));
  const view = oneOf(({ modals }) => modals.map(({ id }) => id));
  const person = fc.oneof({ weight: 4, arbitrary: oneOf(({ people }) => people.map(({ id }) => id)) }, words);
  const thread = fc.option(ts);
  const option = fc.record({ text: fc.record({ type: fc.constant('plain_text'), text: words }), value: words });
  const input = fc.oneof(
    fc.record({ type: fc.constant('plain_text_input'), value: fc.option(words) }),
    fc.record({ type: fc.constant('static_select'), selected_option: fc.option(option) }),
    fc.record({ type: fc.constant('checkboxes'), selected_options: fc.array(option, { maxLength: 2 }) }),
  );
  const blockIds = oneOf(({ messages, modals }) =>
    [...messages.flatMap(({ blocks }) => blocks), ...modals.flatMap((one) => one.view.blocks)].map((one) =>
      String(one.block_id),
    ),
  );
  const values = fc.dictionary(blockIds, fc.dictionary(words, input, { maxKeys: 2 }), { maxKeys: 3 });
  const pressed = fc.oneof(
    fc.record({ type: fc.constant('button'), value: words, text: fc.record({ text: words }) }),
    fc.record({ type: fc.constant('overflow'), selected_option: option }),
    input,
  );
  /** An element that is there, with a value that it does not have. */
  const element = fc
    .tuple(blockIds, fc.nat(3), words, pressed)
    .map(([block_id, n, id, rest]) => ({ block_id, action_id: actionIdIn(state(), block_id, n) ?? id, ...rest }));
  const container = fc.oneof(
    fc.record({ type: fc.constant('message'), conversation, ts }),
    fc.record({ type: fc.constant('view'), view }),
  );
  const file = fc.record({
    name: fc.oneof(words, fc.constantFrom('a.txt', '../../b.md', 'c.docx', 'd.pdf')),
    base64: fc.base64String(),
  });
  const of = (type: string, fields: Record<string, fc.Arbitrary<unknown>>) =>
    fc.record({ type: fc.constant(type), ...fields });
  const action = fc.oneof(
    of('message', { conversation, thread, text: words, files: fc.array(file, { maxLength: 2 }) }),
    of('edit', { conversation, ts, text: words }),
    of('command', { conversation, thread: fc.constant(null), command: fc.constantFrom('/draft', '/x'), text: words }),
    of('block_action', { container, action: element, values }),
    of('view_submission', { view, values }),
    of('view_closed', { view, isCleared: fc.boolean() }),
    of('message_shortcut', { callbackId: fc.oneof(words, fc.constant('draft_source')), conversation, ts }),
    of('home_opened', { tab: fc.constantFrom('home', 'messages') }),
    of('import_file', { file }),
    fc.object(),
  );
  return fc.record({ person, action });
}

function actionIdIn({ messages, modals }: State, blockId: string, n: number): string | undefined {
  const blocks = [...messages.flatMap((one) => one.blocks), ...modals.flatMap((one) => one.view.blocks)];
  const ids = [...JSON.stringify(blocks.filter((one) => one.block_id === blockId)).matchAll(/"action_id":"([^"]+)"/g)];
  return ids[n % Math.max(1, ids.length)]?.[1];
}
