import { z } from 'zod';
import { type Action, type OpenView, ViewSchema } from '../protocol.ts';
import { hasElement, mayUseApp } from '../workspace/index.ts';
import { type Acting, type Complaint, deliver, GONE, seen } from './acting.ts';
import { LISTENER } from './listeners.ts';
import { closed, pressedInMessage, pressedInView, shortcutPayload, submitted } from './payloads.ts';

type Of<Type extends Action['type']> = Extract<Action, { type: Type }>;

/** Presses a button, chooses of a menu or list. */
export async function press(acting: Acting, action: Of<'block_action'>): Promise<Complaint> {
  const { workspace, person } = acting;
  const { container } = action;
  const { block_id, action_id } = action.action;
  if (container.type === 'view') {
    const view = workspace.views.find(person.id, container.view);
    if (view === undefined || !hasElement(view.view.blocks, block_id, action_id)) return GONE;
    return deliver(acting, LISTENER.press, pressedInView(workspace, person, { view, action }));
  }
  const found = seen(acting, container.conversation, container.ts);
  if (found === undefined || !hasElement(found.message.blocks, block_id, action_id)) return GONE;
  return deliver(acting, LISTENER.press, pressedInMessage(workspace, person, { ...found, action }));
}

/** What a view is answered with when it is submitted (docs.slack.dev/surfaces/modals, “response_action”). */
const Answer = z.union([
  z.undefined(),
  z.literal(''),
  z.object({ response_action: z.literal('clear') }),
  z.object({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string()) }),
  z.object({ response_action: z.enum(['update', 'push']), view: ViewSchema }),
]);

/** Submits a modal. */
export async function submit(acting: Acting, { values, view: id }: Of<'view_submission'>): Promise<Complaint> {
  const { workspace, person, receiver } = acting;
  const view = workspace.views.stackOf(person.id).at(-1);
  if (view === undefined || view.id !== id) return GONE;
  const cause = { person: person.id, listener: LISTENER.form };
  const acknowledged = await receiver.deliver(submitted(workspace, person, view, values), cause);
  if (!acknowledged.isInTime) return ({ noAnswer }) => noAnswer;
  const answer = Answer.safeParse(acknowledged.response);
  if (!answer.success) return ({ unsupported }) => unsupported('response_action');
  show(acting, view, answer.data);
  workspace.showModals(person.id);
  return null;
}

function show({ workspace: { views }, person }: Acting, view: OpenView, answer: z.infer<typeof Answer>): void {
  const called = { method: 'response_action', madeBy: LISTENER.form };
  if (answer === undefined || answer === '') views.close(person.id, view.id);
  else if (answer.response_action === 'errors') views.complain(person.id, view.id, answer.errors);
  else if (answer.response_action === 'clear') views.clear(person.id);
  else if (answer.response_action === 'update') views.update(person.id, view.id, answer.view, called);
  else views.push(person.id, answer.view, called);
}

/** Closes the top modal, or all. The app is told where it asked for that. */
export async function close(acting: Acting, { isCleared, view: id }: Of<'view_closed'>): Promise<Complaint> {
  const { workspace, person } = acting;
  const stack = workspace.views.stackOf(person.id);
  // Closed already: nothing is wrong.
  if (!stack.some((view) => view.id === id)) return null;
  if (isCleared) workspace.views.clear(person.id);
  else workspace.views.close(person.id, id);
  workspace.showModals(person.id);
  const told = stack.filter((view) => view.view.notify_on_close === true && (isCleared || view.id === id));
  for (const view of told) await deliver(acting, LISTENER.form, closed(person, view, isCleared));
  return null;
}

/** Chooses a shortcut in the menu of a message. */
export async function choose(
  acting: Acting,
  { callbackId, conversation, ts }: Of<'message_shortcut'>,
  known: readonly string[],
): Promise<Complaint> {
  const { workspace, person } = acting;
  const found = seen(acting, conversation, ts);
  if (found === undefined || found.message.isEphemeral || !mayUseApp(person) || !known.includes(callbackId)) {
    return GONE;
  }
  return deliver(acting, LISTENER.shortcut, shortcutPayload(workspace, person, { ...found, callbackId }));
}
