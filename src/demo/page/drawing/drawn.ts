import * as z from 'zod';
import { BlockSchema, FileSchema, type Message, type Person, type State, ViewSchema } from '../../protocol.ts';

const One = z.object({
  who: z.enum(['bot', 'person']),
  name: z.string(),
  text: z.string().default(''),
  blocks: z.array(BlockSchema).default([]),
  ephemeral: z.boolean().default(false),
  edited: z.boolean().default(false),
  files: z.array(FileSchema).default([]),
  /** `09:30`, today; one minute after the message before if not given. */
  time: z.string().optional(),
});

/** What is to be drawn: messages, threads opened below them, views. */
export const DrawnSchema = z.array(One.extend({ thread: z.array(One).default([]), view: ViewSchema.optional() }));
export type Drawn = z.infer<typeof DrawnSchema>;

const MINUTE = 60;
const CONVERSATION = 'C0DRAWN';

/** The workspace in which those messages stand. */
export function stateOf(drawn: Drawn, start: number): State {
  const people = new Map<string, Person>();
  const messages: Message[] = [];
  let ts = start;
  const add = (one: z.infer<typeof One>, thread: string | null): string => {
    const id = `U-${one.name}`;
    people.set(id, {
      id,
      name: one.name,
      kind: one.who === 'bot' ? 'bot' : 'member',
      about: '',
      language: 'zh',
    });
    ts = one.time === undefined ? ts + MINUTE : at(start, one.time);
    const { text, blocks, files } = one;
    const flags = { isBroadcast: false, isEphemeral: one.ephemeral, isEdited: one.edited };
    const message = { conversation: CONVERSATION, ts: ts.toFixed(6), thread, author: id, text, blocks, files };
    messages.push({ ...message, ...flags, sent: null });
    return message.ts;
  };
  for (const one of drawn) {
    if (one.view !== undefined) continue;
    const parent = add(one, null);
    for (const reply of one.thread) add(reply, parent);
  }
  const nothing = { statuses: [], home: null, modals: [], indexing: null, commands: [], shortcuts: [] };
  return { workspace: { name: '' }, me: '', people: [...people.values()], conversations: [], messages, ...nothing };
}

function at(start: number, time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(start * 1000).setHours(hours, minutes, 0, 0) / 1000;
}
