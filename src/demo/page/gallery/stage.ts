import type { Action, ServerEvent, State } from '../../protocol.ts';
import { ANSWER, PUSHED } from './blocks.ts';
import { MODAL_VIEW } from './state.ts';

/** What a server would send after an action: enough to try the page by hand. */
export function eventsAfter({ me, modals }: State, action: Action): ServerEvent[] {
  const now = (later = 0): string => (Date.now() / 1000 + later).toFixed(6);
  const message = { isBroadcast: false, blocks: [], isEphemeral: false, isEdited: false, files: [], sent: null };
  switch (action.type) {
    case 'message': {
      const files = action.files.map(({ name, base64 }) => ({ name, bytes: Math.round(base64.length * 0.75) }));
      const { conversation, thread, text } = action;
      return [{ type: 'message', message: { ...message, conversation, thread, text, files, author: me, ts: now() } }];
    }
    case 'command': {
      const sent = { method: 'respond', payload: { response_type: 'ephemeral', blocks: ANSWER } };
      const answer = { ...message, blocks: ANSWER, text: '回答', isEphemeral: true, author: 'U-BOT', ts: now(), sent };
      return [{ type: 'message', message: { ...answer, conversation: action.conversation, thread: action.thread } }];
    }
    case 'message_shortcut':
      return [{ type: 'modals', modals: [MODAL_VIEW] }];
    case 'view_submission': {
      const view = { type: 'modal', title: { type: 'plain_text', text: '没有找到' }, blocks: PUSHED } as const;
      return [
        { type: 'modals', modals: [...modals, { id: `V-${modals.length}`, method: 'views.push', view, errors: {} }] },
      ];
    }
    case 'view_closed':
      return [{ type: 'modals', modals: action.isCleared ? [] : modals.slice(0, -1) }];
    case 'home_opened':
      return [];
    default:
      return [{ type: 'notice', notice: { level: 'info', text: JSON.stringify(action) } }];
  }
}
