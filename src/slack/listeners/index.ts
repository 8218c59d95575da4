import type { App } from '@slack/bolt';
import type { Services } from '../services.ts';
import { registerPresses } from './actions/press.ts';
import { registerPlaceView } from './actions/unfold.ts';
import { registerDraftCommand } from './commands/draft.ts';
import { registerAppHome } from './events/app-home-opened.ts';
import { registerAppMention } from './events/app-mention.ts';
import { registerPermissionsChanged } from './events/permissions-changed.ts';
import { registerDirectMessage } from './messages/direct-message.ts';
import { registerMessageShortcuts } from './shortcuts/message-shortcuts.ts';
import { registerAskForm } from './views/ask-form.ts';

/** Every feature of Slack that we listen to. */
export function registerListeners(app: App, services: Services): void {
  registerDraftCommand(app, services);
  registerAskForm(app, services);
  registerAppMention(app, services);
  registerDirectMessage(app, services);
  registerAppHome(app, services);
  registerPermissionsChanged(app, services);
  registerMessageShortcuts(app, services);
  registerPresses(app, services);
  registerPlaceView(app);
}
