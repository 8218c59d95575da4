import { describe, expect, it } from 'vitest';
import { readTyped } from '../../src/demo/page/composer/read-typed.ts';
import { eventsAfter } from '../../src/demo/page/gallery/stage.ts';
import { STATE } from '../../src/demo/page/gallery/state.ts';
import { type Action, ActionRequestSchema, ServerEventSchema } from '../../src/demo/protocol.ts';

const overWire = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const place = { conversation: 'C1', thread: null };
const option = { text: { type: 'plain_text', text: '动员' }, value: 'd' };
const container = { type: 'view', view: 'V1' } as const;
const element = { block_id: 'b', action_id: 'a' };

const ACTIONS: Action[] = [
  { type: 'message', ...place, text: '你好', files: [{ name: '讲话.docx', base64: 'AAAA' }] },
  { type: 'edit', conversation: 'C1', ts: '1.000000', text: '改' },
  { type: 'command', ...place, command: '/draft', text: '提纲 引才' },
  { type: 'view_submission', view: 'V1', values: { b: { a: { type: 'static_select', selected_option: option } } } },
  { type: 'view_closed', view: 'V1', isCleared: true },
  { type: 'message_shortcut', callbackId: 'draft_source', conversation: 'C1', ts: '1.000000' },
  { type: 'home_opened', tab: 'messages' },
  { type: 'import_file', file: { name: '讲话.docx', base64: 'AAAA' } },
  {
    type: 'block_action',
    container,
    action: { ...element, type: 'button', text: { type: 'plain_text', text: '按' }, value: '1' },
    values: {},
  },
  {
    type: 'block_action',
    container: { type: 'message', conversation: 'C1', ts: '1.000000' },
    action: { ...element, type: 'overflow', selected_option: option },
    values: {},
  },
  {
    type: 'block_action',
    container,
    action: { ...element, type: 'checkboxes', selected_options: [option] },
    values: { b: { a: { type: 'checkboxes', selected_options: [option] } } },
  },
];

describe('the protocol', () => {
  it.each(ACTIONS.map((action, i) => [`${i} ${action.type}`, action] as const))(
    'brings %s over the wire as it was',
    (_, action) => {
      const request = { person: 'U1', action };
      expect(ActionRequestSchema.parse(overWire(request))).toEqual(request);
    },
  );

  it('brings what is typed over the wire', () => {
    const typed = readTyped('/draft 提纲', place, STATE);
    const action = typed.kind === 'action' ? typed.action : null;
    expect(ActionRequestSchema.safeParse({ person: 'U1', action }).success).toBe(true);
  });

  it('brings a whole state and what follows an action over the wire', () => {
    const events = [{ type: 'state', state: STATE }, ...ACTIONS.flatMap((action) => eventsAfter(STATE, action))];
    for (const event of events) expect(ServerEventSchema.parse(overWire(event))).toEqual(overWire(event));
  });

  it('keeps what it does not know of a block or a view', () => {
    const view = {
      type: 'modal',
      callback_id: 'find',
      private_metadata: '{}',
      blocks: [{ type: 'carousel', elements: [] }],
    };
    const event = { type: 'modals', modals: [{ id: 'V1', method: 'views.open', view, errors: {} }] };
    expect(ServerEventSchema.parse(event)).toEqual(event);
  });

  it('refuses an action that it does not know', () => {
    expect(ActionRequestSchema.safeParse({ person: 'U1', action: { type: 'delete_everything' } }).success).toBe(false);
  });
});
