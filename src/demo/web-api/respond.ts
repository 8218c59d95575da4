import { z } from 'zod';
import { BOT, fillInIds, type Response as Pass } from '../workspace/index.ts';
import { sentBy } from './chat.ts';
import { checkedMessage } from './check.ts';
import { type Calling, Refused } from './method.ts';

/** What may be posted to a response URL (docs.slack.dev/interactivity/handling-user-interaction). */
const Posted = z.object({
  text: z.string().optional(),
  blocks: z.unknown().optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).default('ephemeral'),
  replace_original: z.boolean().default(false),
  delete_original: z.boolean().default(false),
  thread_ts: z.string().optional(),
});

/** Shows what was posted to a response URL. @throws Refused */
export function respond(pass: Pass, body: unknown, calling: Calling): void {
  const read = Posted.safeParse(body);
  if (!read.success) throw new Refused('invalid_payload');
  const { workspace } = calling;
  const { delete_original: isDeleted, replace_original: isReplaced, response_type: type, thread_ts } = read.data;
  const original = pass.message === null ? undefined : workspace.messages.find(pass.room, pass.message);
  if (isDeleted) {
    if (original?.author === BOT) workspace.remove(original);
    return;
  }
  const content = checkedMessage(read.data, calling);
  const said = { text: content.text, blocks: fillInIds(content.blocks), sent: sentBy(calling) };
  if (isReplaced && original?.author === BOT) {
    workspace.change(pass.room, original.ts, { ...said, isEdited: !original.isEphemeral });
    return;
  }
  const isPrivate = type === 'ephemeral';
  workspace.say({
    ...said,
    conversation: pass.room,
    ts: workspace.nextTs(),
    author: BOT,
    thread: thread_ts ?? (isPrivate ? pass.thread : null),
    isEphemeral: isPrivate,
    only: isPrivate ? pass.person : null,
  });
}
