import type { Action } from '../protocol.ts';
import { BOT, mayUseApp } from '../workspace/index.ts';
import { type Acting, type Complaint, deliver, GONE, seen } from './acting.ts';
import { LISTENER } from './listeners.ts';
import { changedEvent, commandPayload, directEvent, homeOpened, mentionEvent } from './payloads.ts';

type Of<Type extends Action['type']> = Extract<Action, { type: Type }>;

const MENTION = `<@${BOT}>`;

/** Writes a message. The app hears of it where it is told to the app: in direct messages, or by a mention. */
export async function write(acting: Acting, action: Of<'message'>): Promise<Complaint> {
  const { workspace, person } = acting;
  const room = workspace.roomFor(person.id, action.conversation);
  const first = action.thread === null ? null : seen(acting, action.conversation, action.thread);
  // Nobody can reply to what only one person sees.
  if (room === undefined || first === undefined || first?.message.isEphemeral === true) return GONE;
  const files = action.files.map(({ base64, name }) => workspace.keepFile(name, Buffer.from(base64, 'base64')));
  const message = workspace.say({
    conversation: room.id,
    ts: workspace.nextTs(),
    thread: first === null ? null : (first.message.thread ?? first.message.ts),
    author: person.id,
    text: action.text,
    files: files.map(({ bytes, name }) => ({ name, bytes: bytes.length })),
    fileIds: files.map(({ id }) => id),
  });
  if (room.kind === 'app') return deliver(acting, LISTENER.direct, directEvent(workspace, message));
  return message.text.includes(MENTION) ? deliver(acting, LISTENER.mention, mentionEvent(message, null)) : null;
}

/** Changes one's own message. */
export async function edit(acting: Acting, { conversation, text, ts }: Of<'edit'>): Promise<Complaint> {
  const { workspace, person } = acting;
  const found = seen(acting, conversation, ts);
  if (found === undefined || found.message.author !== person.id) return GONE;
  const { message: before, room } = found;
  const after = workspace.change(conversation, ts, { text, isEdited: true });
  if (after === undefined) return GONE;
  const edited = workspace.nextTs();
  if (room.kind === 'app') return deliver(acting, LISTENER.direct, changedEvent(workspace, before, after, edited));
  return after.text.includes(MENTION) ? deliver(acting, LISTENER.mention, mentionEvent(after, edited)) : null;
}

/** Types a slash command. */
export async function type(acting: Acting, command: string, action: Of<'command'>): Promise<Complaint> {
  const { workspace, person } = acting;
  const room = workspace.roomFor(person.id, action.conversation);
  if (room === undefined) return GONE;
  if (action.command !== command || !mayUseApp(person)) return ({ noSuchCommand }) => noSuchCommand(action.command);
  if (action.thread !== null) return ({ commandInThread }) => commandInThread;
  return deliver(acting, LISTENER.command, commandPayload(workspace, person, room, action));
}

/** Opens the app's Home tab, or its messages. */
export async function openHome(acting: Acting, room: string, { tab }: Of<'home_opened'>): Promise<Complaint> {
  const { workspace, person } = acting;
  const direct = workspace.roomFor(person.id, room);
  if (direct === undefined) return GONE;
  return deliver(acting, LISTENER.home, homeOpened(person, direct, tab, workspace.nextTs()));
}
