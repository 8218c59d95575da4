import type { Logger } from 'pino';
import { z } from 'zod';
import { MessageParts } from './message-words.ts';

/*
 * What we read of what Slack sends (docs.slack.dev/reference/events, docs.slack.dev/reference/interaction-payloads). What
 * does not look so is not answered.
 */

/** Where a payload is not as Slack describes it: paths and zod's codes, no value. */
export const doubtsOf = (error: z.ZodError): string =>
  error.issues
    .slice(0, 5)
    .map(({ code, path }) => `${path.join('.')}: ${code}`)
    .join('; ');

/** Reads what somebody did; `null`, with a line in the log that says why, of what lacks something that is needed. */
export function readPayload<Schema extends z.ZodType>(
  schema: Schema,
  payload: unknown,
  { kind, log }: { kind: string; log: Logger },
): z.infer<Schema> | null {
  const read = schema.safeParse(payload);
  if (read.success) return read.data;
  log.warn({ kind, reason: doubtsOf(read.error) }, 'payload not read');
  return null;
}

const id = z.string().min(1).max(255);
const maybe = <Schema extends z.ZodType>(schema: Schema) => schema.nullish().transform((value) => value ?? undefined);

export const Mention = MessageParts.extend({
  channel: id,
  ts: id,
  user: id,
  thread_ts: maybe(id),
  bot_id: maybe(z.string()),
  user_team: maybe(id),
});

export const SentFile = z.object({
  id,
  /** Slack leaves fields empty of a file that it has not looked into yet, or no longer keeps. */
  name: z.string().catch(''),
  size: z.number().nonnegative().catch(0),
  /** What Slack takes it for: `text`, `docx` … */
  filetype: z.string().optional().catch(undefined),
  url_private_download: z.url().optional().catch(undefined),
});
export type SentFile = z.infer<typeof SentFile>;

/** Files that were sent together, each judged by itself: one that has no id can't be asked for. */
const SentFiles = z
  .array(z.unknown())
  .catch([])
  .transform((files) => files.flatMap((file) => SentFile.safeParse(file).data ?? []));

/** A message that a person wrote to us directly, with files or without. */
const Written = MessageParts.extend({
  subtype: maybe(z.enum(['file_share', 'thread_broadcast'])),
  ts: id,
  user: id,
  thread_ts: maybe(id),
  bot_id: maybe(z.undefined()),
  files: SentFiles,
});

/** A message in direct messages: one that was written, or one that was edited. */
export const DirectMessage = z.union([
  Written.extend({ channel: id, channel_type: z.literal('im'), edited: z.undefined().optional() }),
  z.object({
    channel: id,
    channel_type: z.literal('im'),
    subtype: z.literal('message_changed'),
    message: Written.extend({ edited: z.object({ user: id, ts: id }) }),
    previous_message: MessageParts.nullish().catch(null),
  }),
]);
export type DirectMessage = z.infer<typeof DirectMessage>;

export const HomeOpened = z.object({ channel: id, user: id, tab: z.enum(['home', 'messages']).default('home') });

/** `/draft …` (docs.slack.dev/interactivity/implementing-slash-commands). */
export const SlashCommand = z.object({
  channel_id: id,
  user_id: id,
  team_id: id.optional(),
  text: z.string().default(''),
  trigger_id: id,
  response_url: z.url(),
});

/** A form of ours, filled in. */
export const Submission = z.object({
  user: z.object({ id, team_id: id.optional() }),
  view: z.object({ private_metadata: z.string().default(''), state: z.object({ values: z.unknown() }) }),
});

export const Shortcut = z.object({
  callback_id: z.string(),
  trigger_id: id,
  channel: z.object({ id }),
  user: z.object({ id, team_id: id.optional() }),
  message: MessageParts.extend({ thread_ts: maybe(id) }),
});

const Pressable = z.union([
  z.object({ type: z.literal('button'), value: z.string() }).transform(({ value }) => value),
  z.object({ selected_option: z.object({ value: z.string() }) }).transform((chosen) => chosen.selected_option.value),
]);

const Container = z.union([
  z.object({
    type: z.literal('message'),
    is_ephemeral: z.boolean().default(false),
    message_ts: id,
    thread_ts: id.optional(),
  }),
  z.object({ type: z.literal('view'), view_id: id }),
]);

/** Something of ours that was pressed. */
export const Pressing = z.object({
  trigger_id: id,
  user: z.object({ id, team_id: id.optional() }),
  channel: z.object({ id }).optional(),
  container: Container,
  view: z.object({ id, type: z.enum(['modal', 'home']), private_metadata: z.string().default('') }).optional(),
  actions: z.tuple([Pressable], z.unknown()),
});
export type Pressing = z.infer<typeof Pressing>;
