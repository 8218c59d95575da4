/**
 * What the local workspace and its server say to each other. Two routes, JSON both ways:
 *
 * - `GET  /api/events?person=ID`: server-sent events, each `data:` one {@link ServerEvent}. The first is always `state`,
 *   the whole workspace as that person sees it, so that a page that reconnects is right again whatever it missed; the
 *   server may send it again at any time. Without `person`, or with one that is unknown, the server picks. Another
 *   person is another stream: the page closes this one and opens that one.
 * - `POST /api/actions`: an {@link ActionRequest}, answered by an {@link ActionReply} as soon as the app has
 *   acknowledged. What follows from it arrives as events, never in the reply.
 *
 * The server should listen on the loopback address alone and refuse a request whose `Host` or `Origin` is not its own:
 * any page that is open in the same browser could speak to it otherwise. It answers `/` with index.html and serves
 * page.js and page.css beside it.
 *
 * Everything that the server sends is already filtered for the person: ephemeral messages, channels, the language of
 * names and hints. Blocks and views travel as the app sent them; the page reads each block by itself and draws what it
 * can't read as a box. The server fills in a missing `block_id` or `action_id`, as Slack does. Times are Slack's `ts`:
 * seconds since 1970 with six decimals, unique in a conversation, the order of its messages.
 */
import * as z from 'zod';

/** A block of any type, read no further here. */
export const BlockSchema = z.looseObject({ type: z.string(), block_id: z.string().optional() });
export type AnyBlock = z.infer<typeof BlockSchema>;

const PlainText = z.looseObject({ type: z.literal('plain_text'), text: z.string() });

/** A modal or a Home tab, as the app sent it. */
export const ViewSchema = z.looseObject({
  type: z.enum(['modal', 'home']),
  title: PlainText.optional(),
  submit: PlainText.nullish(),
  close: PlainText.nullish(),
  notify_on_close: z.boolean().optional(),
  blocks: z.array(BlockSchema),
});
/** @public */
export type View = z.infer<typeof ViewSchema>;

/** A view that is open. A new `id` starts with empty inputs; under the same `id` what was entered is kept. */
export const OpenViewSchema = z.object({
  id: z.string(),
  view: ViewSchema,
  /** What the app called last to show it: `views.open`, `views.push`, `views.update`, `views.publish`. */
  method: z.string(),
  /** What `response_action: 'errors'` said, by `block_id`; shown under the inputs. */
  errors: z.record(z.string(), z.string()),
  /** As in {@link SentSchema}. */
  madeBy: z.string().optional(),
});
export type OpenView = z.infer<typeof OpenViewSchema>;

export const PersonSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['member', 'guest', 'external', 'bot']),
  /** One line for the switch of persons: what they are, what they may see. */
  about: z.string(),
  /** The page speaks to this person in this language. */
  language: z.enum(['zh', 'en']),
});
export type Person = z.infer<typeof PersonSchema>;

/** A suggested prompt. A click sends `message` as if it were typed: as a command if it begins with `/`. */
const PromptSchema = z.object({ title: z.string(), message: z.string() });
/** @public */
export type Prompt = z.infer<typeof PromptSchema>;

export const ConversationSchema = z.object({
  id: z.string(),
  /** `app`: the direct message with the bot, which has the Home tab beside it. */
  kind: z.enum(['channel', 'app']),
  /** Without `#`. */
  name: z.string(),
  topic: z.string(),
  /** The organisation that shares the channel, as shown; `null` if nobody else does. */
  sharedWith: z.string().nullable(),
  members: z.int(),
  prompts: z.array(PromptSchema),
});
export type Conversation = z.infer<typeof ConversationSchema>;

export const FileSchema = z.object({ name: z.string(), bytes: z.int() });

/** What the app called. */
const SentSchema = z.object({
  method: z.string(),
  payload: z.record(z.string(), z.unknown()),
  /** The listener that called it, by its path in the sources; `GET /` with that path shows it. Absent where nobody asked. */
  madeBy: z.string().optional(),
});
/** @public */
export type Sent = z.infer<typeof SentSchema>;

export const MessageSchema = z.object({
  conversation: z.string(),
  ts: z.string(),
  /** The `ts` of the message that it answers; `null` where it stands in the conversation itself. */
  thread: z.string().nullable(),
  /** A reply that the conversation shows too. */
  isBroadcast: z.boolean(),
  author: z.string(),
  /** Slack's mrkdwn: shown where there are no blocks. */
  text: z.string(),
  blocks: z.array(BlockSchema),
  isEphemeral: z.boolean(),
  isEdited: z.boolean(),
  files: z.array(FileSchema),
  /** What the app called to send it, last of all if it was updated; `null` for what people wrote. */
  sent: SentSchema.nullable(),
});
export type Message = z.infer<typeof MessageSchema>;

/** A slash command, for the composer to complete. */
export const CommandHintSchema = z.object({
  /** With its `/`. */
  command: z.string(),
  description: z.string(),
  /** What may stand first behind it, each with what it does and, if that helps, words to try. */
  words: z.array(z.object({ word: z.string(), hint: z.string(), example: z.string().optional() })),
});
export type CommandHint = z.infer<typeof CommandHintSchema>;

const MessageShortcutSchema = z.object({ callbackId: z.string(), name: z.string() });

/** What the bot says that it is doing (`assistant.threads.setStatus`). */
const StatusSchema = z.object({ conversation: z.string(), thread: z.string().nullable(), text: z.string() });
/** @public */
export type Status = z.infer<typeof StatusSchema>;

/** Reading and indexing, in `done` of `total` speeches; `total` 0 while it is not known. */
const ProgressSchema = z.object({ label: z.string(), done: z.int(), total: z.int() });
/** @public */
export type Progress = z.infer<typeof ProgressSchema>;

/** All that one person sees. */
export const StateSchema = z.object({
  workspace: z.object({ name: z.string() }),
  /** Whose eyes these are. */
  me: z.string(),
  people: z.array(PersonSchema),
  conversations: z.array(ConversationSchema),
  messages: z.array(MessageSchema),
  statuses: z.array(StatusSchema),
  home: OpenViewSchema.nullable(),
  /** The stack of modals, the top one last. */
  modals: z.array(OpenViewSchema),
  indexing: ProgressSchema.nullable(),
  commands: z.array(CommandHintSchema),
  shortcuts: z.array(MessageShortcutSchema),
});
export type State = z.infer<typeof StateSchema>;

/** A message at the edge of the page: `text` says for instance what the local workspace does not support. */
export const NoticeSchema = z.object({ level: z.enum(['info', 'warning', 'error']), text: z.string() });
export type Notice = z.infer<typeof NoticeSchema>;

/** Every event replaces what it names; one that comes twice changes nothing the second time (but `notice`). */
export const ServerEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('state'), state: StateSchema }),
  /** New or changed: known by `conversation` and `ts`. */
  z.object({ type: z.literal('message'), message: MessageSchema }),
  z.object({ type: z.literal('message_deleted'), conversation: z.string(), ts: z.string() }),
  /** New or changed: known by `id`. */
  z.object({ type: z.literal('conversation'), conversation: ConversationSchema }),
  /** An empty `text` ends it. */
  z.object({ type: z.literal('status'), status: StatusSchema }),
  /** The whole stack after any opening, pushing, updating, closing or refusal. */
  z.object({ type: z.literal('modals'), modals: z.array(OpenViewSchema) }),
  z.object({ type: z.literal('home'), home: OpenViewSchema.nullable() }),
  z.object({ type: z.literal('indexing'), progress: ProgressSchema.nullable() }),
  z.object({ type: z.literal('notice'), notice: NoticeSchema }),
]);
export type ServerEvent = z.infer<typeof ServerEventSchema>;

const Option = z.looseObject({ text: z.looseObject({ type: z.string(), text: z.string() }), value: z.string() });

/** What an input holds, in the form of Slack's `view.state.values`. */
export const InputValueSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('plain_text_input'), value: z.string().nullable() }),
  z.object({ type: z.literal('static_select'), selected_option: Option.nullable() }),
  z.object({ type: z.literal('radio_buttons'), selected_option: Option.nullable() }),
  z.object({ type: z.literal('checkboxes'), selected_options: z.array(Option) }),
  z.object({ type: z.literal('datepicker'), selected_date: z.string().nullable() }),
]);
export type InputValue = z.infer<typeof InputValueSchema>;

/** By `block_id`, then `action_id`. */
export const InputValuesSchema = z.record(z.string(), z.record(z.string(), InputValueSchema));
export type InputValues = z.infer<typeof InputValuesSchema>;

/** One of `actions` in Slack's `block_actions` payload, but for `action_ts`. */
export const BlockActionSchema = z.intersection(
  z.object({ block_id: z.string(), action_id: z.string() }),
  z.union([
    z.object({ type: z.literal('button'), value: z.string().optional(), text: z.looseObject({ text: z.string() }) }),
    z.object({ type: z.literal('overflow'), selected_option: Option }),
    InputValueSchema,
  ]),
);
export type BlockAction = z.infer<typeof BlockActionSchema>;

/** Where an element stands: in a message, or in a modal or the Home tab by the id of its {@link OpenView}. */
export const ContainerSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('message'), conversation: z.string(), ts: z.string() }),
  z.object({ type: z.literal('view'), view: z.string() }),
]);
export type Container = z.infer<typeof ContainerSchema>;

/** No file may be larger: it travels in one piece. */
export const LARGEST_FILE = 20 * 1024 * 1024;

const SentFile = z.object({ name: z.string(), base64: z.string() });

const place = { conversation: z.string(), thread: z.string().nullable() };

export const ActionSchema = z.discriminatedUnion('type', [
  /** Written by the person, as Slack's events have it: `&`, `<`, `>` escaped, `@执笔` as `<@ID>`. Files that were dropped come with it, perhaps alone. */
  z.object({
    ...place,
    type: z.literal('message'),
    text: z.string(),
    files: z.array(SentFile),
  }),
  /** `text` as in `message`. */
  z.object({ type: z.literal('edit'), conversation: z.string(), ts: z.string(), text: z.string() }),
  /** `text`: what stands behind the command, escaped, mentions by name (the app has `should_escape: false`). */
  z.object({ ...place, type: z.literal('command'), command: z.string(), text: z.string() }),
  /** `values`: the inputs of the message or view at that moment. */
  z.object({
    type: z.literal('block_action'),
    container: ContainerSchema,
    action: BlockActionSchema,
    values: InputValuesSchema,
  }),
  z.object({ type: z.literal('view_submission'), view: z.string(), values: InputValuesSchema }),
  /** The top modal was closed, or with `isCleared` the whole stack. */
  z.object({ type: z.literal('view_closed'), view: z.string(), isCleared: z.boolean() }),
  z.object({ type: z.literal('message_shortcut'), callbackId: z.string(), conversation: z.string(), ts: z.string() }),
  /** The app's Home tab came into view, or its messages. */
  z.object({ type: z.literal('home_opened'), tab: z.enum(['home', 'messages']) }),
  /** A file for the speeches that are asked, not for the app: the local workspace's own doing. */
  z.object({ type: z.literal('import_file'), file: SentFile }),
]);
export type Action = z.infer<typeof ActionSchema>;

export const ActionRequestSchema = z.object({ person: z.string(), action: ActionSchema });
export type ActionRequest = z.infer<typeof ActionRequestSchema>;

/** `error`: a sentence in the person's language, shown as a notice. */
export const ActionReplySchema = z.union([
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), error: z.string() }),
]);
/** @public */
export type ActionReply = z.infer<typeof ActionReplySchema>;
