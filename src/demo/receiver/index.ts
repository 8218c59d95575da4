/** receiver/: what people do in the local workspace, as the payloads that Slack would send, handed to the app in process. */
import type { Action } from '../protocol.ts';
import { directRoomOf } from '../workspace/index.ts';
import type { Acting, Complaint } from './acting.ts';
import { choose, close, press, submit } from './press.ts';
import { edit, openHome, type, write } from './say.ts';

export type { Acting, Complaint } from './acting.ts';
export { LISTENER } from './listeners.ts';
export { LocalReceiver } from './local-receiver.ts';

/** What the app has for people to use. */
export interface Known {
  command: string;
  shortcuts: readonly string[];
}

/**
 * Does what a person does in Slack; settles when the app has acknowledged.
 *
 * @returns why nothing was done, for the person; `null` where it was
 */
export function doAction(
  acting: Acting,
  action: Exclude<Action, { type: 'import_file' }>,
  { command, shortcuts }: Known,
): Promise<Complaint> {
  switch (action.type) {
    case 'message':
      return write(acting, action);
    case 'edit':
      return edit(acting, action);
    case 'command':
      return type(acting, command, action);
    case 'block_action':
      return press(acting, action);
    case 'view_submission':
      return submit(acting, action);
    case 'view_closed':
      return close(acting, action);
    case 'message_shortcut':
      return choose(acting, action, shortcuts);
    case 'home_opened':
      return openHome(acting, directRoomOf(acting.person.id)?.id ?? '', action);
  }
}
