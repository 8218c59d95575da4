import type { Message, ServerEvent, State } from '../../protocol.ts';

/**
 * The state after an event. What the first `state` has not prepared for is ignored: it will hold it already.
 * Notices are no state.
 */
export function reduce(state: State | null, event: ServerEvent): State | null {
  if (event.type === 'state') return { ...event.state, messages: inOrder(event.state.messages) };
  if (state === null) return null;
  switch (event.type) {
    case 'message':
      return { ...state, messages: withMessage(state.messages, event.message) };
    case 'message_deleted':
      return { ...state, messages: state.messages.filter((message) => !isAt(message, event)) };
    case 'conversation':
      return { ...state, conversations: replaced(state.conversations, event.conversation) };
    case 'status': {
      const { conversation, thread, text } = event.status;
      const others = state.statuses.filter((one) => one.conversation !== conversation || one.thread !== thread);
      return { ...state, statuses: text === '' ? others : [...others, event.status] };
    }
    case 'modals':
      return { ...state, modals: event.modals };
    case 'home':
      return { ...state, home: event.home };
    case 'indexing':
      return { ...state, indexing: event.progress };
    case 'notice':
      return state;
  }
}

interface Place {
  conversation: string;
  ts: string;
}

const isAt = (message: Message, place: Place): boolean =>
  message.conversation === place.conversation && message.ts === place.ts;

function withMessage(messages: readonly Message[], message: Message): Message[] {
  const at = messages.findIndex((one) => isAt(one, message));
  return at < 0 ? inOrder([...messages, message]) : messages.with(at, message);
}

const inOrder = (messages: readonly Message[]): Message[] =>
  messages.toSorted((a, b) => Number(a.ts) - Number(b.ts) || (a.ts < b.ts ? -1 : 1));

function replaced<Known extends { id: string }>(all: readonly Known[], one: Known): Known[] {
  const at = all.findIndex(({ id }) => id === one.id);
  return at < 0 ? [...all, one] : all.with(at, one);
}
