/** Which listener hears of what people do, by its path in the sources: shown beside what it sends. */
export const LISTENER = {
  command: 'src/slack/listeners/commands/draft.ts',
  press: 'src/slack/listeners/actions/press.ts',
  form: 'src/slack/listeners/views/ask-form.ts',
  shortcut: 'src/slack/listeners/shortcuts/message-shortcuts.ts',
  mention: 'src/slack/listeners/events/app-mention.ts',
  direct: 'src/slack/listeners/messages/direct-message.ts',
  home: 'src/slack/listeners/events/app-home-opened.ts',
} as const;
