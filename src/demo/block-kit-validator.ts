import type { KnownBlock, RichTextBlockElement, RichTextElement } from '@slack/types';
import { z } from 'zod';

/*
 * Slack's limits on a message. "docs" is https://docs.slack.dev/reference/block-kit/. Lengths are counted in UTF-16
 * units, never fewer than the characters that Slack counts. Objects are strict, since Slack answers `invalid_blocks` to
 * a property it does not document. Types that no test needs yet (video, card, datepicker, …) are violations too.
 */
const MAX_BLOCKS = 50; // docs blocks: "up to 50 blocks in each message"
const MAX_VIEW_BLOCKS = 100; // docs views/modal-views, views/home-tab-views: "Max of 100 blocks"
const MAX_VIEW_LABEL = 24; // docs views/modal-views: title, close and submit
const MAX_METADATA = 3_000; // docs views/*: private_metadata
const MAX_VIEW = 250_000; // docs.slack.dev/reference/methods/views.open: `view_too_large`, "greater than 250kb"
const MAX_INPUT = 3_000; // docs block-elements/plain-text-input-element: min_length and max_length up to 3000
const MAX_TEXT = 40_000; // docs.slack.dev/reference/methods/chat.postMessage: longer text is truncated
const ADVISED_TEXT = 4_000; // the same page advises 4,000; longer text may be split into several messages
const MAX_TEXT_OBJECT = 3_000; // docs composition-objects/text-object: 1 to 3000 characters
const MAX_ID = 255; // docs blocks/*: block_id; docs block-elements/*: action_id
const MAX_URL = 3_000; // docs block-elements/button-element, composition-objects/option-object, blocks/image-block
const MAX_MARKDOWN = 12_000; // docs blocks/markdown-block: for "all markdown blocks in a single payload"
const MAX_CELL_TEXT = 10_000; // docs blocks/data-table-block: "across all table cells for a single message"
/*
 * Observed, not documented: chat.postMessage answers `msg_blocks_too_long` when the text of the blocks and something
 * for each block pass about 13,200 (github.com/slackapi/bolt-js/issues/2509: a divider costs 125; issues/2867: 9,597
 * characters in 50 blocks were accepted, 11,341 in 45 refused). What respond() posts is not held to it.
 */
const MAX_WEIGHT = 13_200;

/** What pings or links in mrkdwn: docs.slack.dev/messaging/formatting-message-text; `&lt;!here&gt;` does not. */
const MENTION = /<(?:@[UWB]|#C|!(?:channel|here|everyone|group)\b|!subteam\^)[^>]*>/g;
/** The same as elements of rich_text: docs blocks/rich-text-block. */
const MENTION_ELEMENTS: readonly unknown[] = ['user', 'usergroup', 'broadcast', 'channel'];

const flag = z.boolean().optional();
const maybe = z.string().optional();
const filled = (what: string) => z.string().min(1, `${what} is empty`);

const textUpTo = (max: number, what: string) =>
  z
    .string(`${what} is not a string`)
    .min(1, `${what} is empty`)
    .max(max, { error: ({ input }) => `${what} has ${String(input).length} characters, Slack allows ${max}` });

/** Not `max`, which hides what is wrong with the items of a list that is too long. */
const listUpTo = <Item extends z.ZodType>(item: Item, max: number, what: string) =>
  z
    .array(item, `${what} are not a list`)
    .min(1, `no ${what}`)
    .refine((list) => list.length <= max, {
      when: ({ value }) => Array.isArray(value),
      error: ({ input }) => `${Array.isArray(input) ? input.length : 0} ${what}, Slack allows ${max}`,
    });

type Tagged = z.core.$ZodTypeDiscriminable;
const oneOf = <Options extends [Tagged, ...Tagged[]]>(what: string, options: Options) =>
  z.discriminatedUnion('type', options, {
    error: ({ input }) => `unknown ${what} ${JSON.stringify(isNode(input) ? input.type : input)}`,
  });

const ofType = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.strictObject({ type: z.literal(type), ...shape });

const plainText = (max: number, what: string) => ofType('plain_text', { text: textUpTo(max, what), emoji: flag });
const mrkdwn = (max: number, what: string) => ofType('mrkdwn', { text: textUpTo(max, what), verbatim: flag });
const textObject = (max: number, what: string) => oneOf('text object', [plainText(max, what), mrkdwn(max, what)]);

const blockOf = <Type extends KnownBlock['type'], Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  ofType(type, { block_id: textUpTo(MAX_ID, 'block_id').optional(), ...shape });

// docs composition-objects/confirmation-dialog-object: title 100, text 300, confirm and deny 30.
const colour = z.enum(['primary', 'danger']).optional();
const confirm = z.strictObject({
  title: plainText(100, 'confirm title'),
  text: textObject(300, 'confirm text'),
  confirm: plainText(30, 'confirm label'),
  deny: plainText(30, 'deny label'),
  style: colour,
});
const action = { action_id: textUpTo(MAX_ID, 'action_id').optional(), confirm: confirm.optional() };

// docs block-elements/button-element: text 75, value 2000, url 3000, accessibility_label 75.
const button = ofType('button', {
  ...action,
  text: plainText(75, 'button text'),
  value: textUpTo(2_000, 'button value').optional(),
  url: textUpTo(MAX_URL, 'button url').optional(),
  style: colour,
  accessibility_label: textUpTo(75, 'accessibility_label').optional(),
});

// docs composition-objects/option-object: text 75, value 150 (@slack/types says 75), description 75, url 3000.
const option = z.strictObject({
  text: plainText(75, 'option text'),
  value: textUpTo(150, 'option value'),
  description: plainText(75, 'option description').optional(),
  url: textUpTo(MAX_URL, 'option url').optional(),
});

// docs block-elements/overflow-menu-element: "up to five option objects" (older docs: at least two).
const overflow = ofType('overflow', { ...action, options: listUpTo(option, 5, 'options') });

// docs block-elements/select-menu-element: 100 options or 100 groups, placeholder 150; option-group-object: label 75.
const optionGroup = z.strictObject({ label: plainText(75, 'group label'), options: listUpTo(option, 100, 'options') });
const staticSelect = ofType('static_select', {
  ...action,
  options: listUpTo(option, 100, 'options').optional(),
  option_groups: listUpTo(optionGroup, 100, 'option groups').optional(),
  initial_option: option.optional(),
  focus_on_load: flag,
  placeholder: plainText(150, 'placeholder').optional(),
})
  .refine(
    ({ options, option_groups: groups, initial_option: first }) =>
      first === undefined ||
      [...(options ?? []), ...(groups ?? []).flatMap((group) => group.options)].some((it) => isSame(it, first)),
    'initial_option is none of the options',
  )
  .refine((it) => (it.options === undefined) !== (it.option_groups === undefined), 'needs options or option_groups');

// docs block-elements/radio-button-group-element, block-elements/checkboxes-element: ten options.
const radioButtons = ofType('radio_buttons', {
  ...action,
  options: listUpTo(option, 10, 'options'),
  initial_option: option.optional(),
  focus_on_load: flag,
}).refine(
  ({ options, initial_option: first }) => first === undefined || options.some((it) => isSame(it, first)),
  'initial_option is none of the options',
);
const checkboxes = ofType('checkboxes', {
  ...action,
  options: listUpTo(option, 10, 'options'),
  initial_options: listUpTo(option, 10, 'initial options').optional(),
  focus_on_load: flag,
}).refine(
  ({ options, initial_options: first = [] }) => first.every((chosen) => options.some((it) => isSame(it, chosen))),
  'initial_options are none of the options',
);

// docs block-elements/plain-text-input-element: placeholder 150; what it is filled with must fit in it.
const inputLength = z.int().min(0).max(MAX_INPUT).optional();
const plainTextInput = ofType('plain_text_input', {
  action_id: textUpTo(MAX_ID, 'action_id').optional(),
  initial_value: z.string().max(MAX_INPUT, `initial_value is longer than ${MAX_INPUT}`).optional(),
  multiline: flag,
  min_length: inputLength,
  max_length: inputLength,
  focus_on_load: flag,
  placeholder: plainText(150, 'placeholder').optional(),
}).refine(
  ({ initial_value: value = '', max_length: most = MAX_INPUT }) => value.length <= most,
  'initial_value is longer than max_length',
);

// docs blocks/input-block: label and hint 2000; in windows and on the Home tab.
const input = blockOf('input', {
  label: plainText(2_000, 'input label'),
  element: oneOf('input element', [plainTextInput, staticSelect, radioButtons, checkboxes]),
  dispatch_action: flag,
  hint: plainText(2_000, 'input hint').optional(),
  optional: flag,
});

// docs blocks/image-block: alt_text 2000, image_url 3000, title 2000; block-elements/image-element has the same fields.
const imageFields = {
  alt_text: textUpTo(2_000, 'alt_text'),
  image_url: textUpTo(MAX_URL, 'image_url').optional(),
  slack_file: z.union([z.strictObject({ id: z.string() }), z.strictObject({ url: z.string() })]).optional(),
};
const hasOneSource = (it: { image_url?: unknown; slack_file?: unknown }): boolean =>
  (it.image_url === undefined) !== (it.slack_file === undefined);
const imageElement = ofType('image', imageFields).refine(hasOneSource, 'needs image_url or slack_file');
const image = blockOf('image', { ...imageFields, title: plainText(2_000, 'image title').optional() }).refine(
  hasOneSource,
  'needs image_url or slack_file',
);

// docs blocks/rich-text-block: four containers and their elements; no lengths are documented, an empty text is refused.
const style = z.partialRecord(z.enum(['bold', 'italic', 'strike', 'code', 'underline']), z.boolean()).optional();
const leaf = <Type extends RichTextElement['type'], Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  ofType(type, { ...shape, style });
const richText = leaf('text', { text: filled('rich text') });
const link = leaf('link', { url: filled('link url'), text: filled('link text').optional(), unsafe: flag });
const richElement = oneOf('rich text element', [
  richText,
  link,
  leaf('emoji', { name: filled('emoji name'), unicode: maybe, url: maybe, skin_tone: z.int().optional() }),
  leaf('user', { user_id: filled('user_id') }),
  leaf('usergroup', { usergroup_id: filled('usergroup_id') }),
  leaf('channel', { channel_id: filled('channel_id') }),
  leaf('broadcast', { range: z.enum(['here', 'channel', 'everyone']) }),
  leaf('date', { timestamp: z.int(), format: filled('date format'), url: maybe, fallback: maybe }),
]);
const border = z.union([z.literal(0), z.literal(1)]).optional();
const container = <Type extends RichTextBlockElement['type'], Item extends z.ZodType, Shape extends z.ZodRawShape>(
  type: Type,
  item: Item,
  shape: Shape,
) => ofType(type, { elements: z.array(item).min(1, `${type} is empty`), ...shape });
const richSection = container('rich_text_section', richElement, {});
const richContainer = oneOf('rich text container', [
  richSection,
  container('rich_text_list', richSection, {
    style: z.enum(['bullet', 'ordered']),
    indent: z.int().min(0).max(8).optional(),
    offset: z.int().min(0).optional(),
    border,
  }),
  container('rich_text_quote', richElement, { border }),
  container('rich_text_preformatted', oneOf('preformatted element', [richText, link]), { border, language: maybe }),
]);
const richTextBlock = blockOf('rich_text', { elements: z.array(richContainer).min(1, 'rich_text is empty') });

// docs blocks/section-block: text 1 to 3000, ten fields of 2000; one of the two is required.
const section = blockOf('section', {
  text: textObject(MAX_TEXT_OBJECT, 'section text').optional(),
  fields: listUpTo(textObject(2_000, 'field'), 10, 'fields').optional(),
  accessory: oneOf('accessory', [button, overflow, staticSelect, radioButtons, checkboxes, imageElement]).optional(),
  expand: flag,
}).refine((it) => it.text !== undefined || it.fields !== undefined, 'needs text or fields');

// docs blocks/actions-block: 25 elements; docs block-elements/*: an action_id is unique in its block.
const actions = blockOf('actions', {
  elements: listUpTo(
    oneOf('action element', [button, overflow, staticSelect, radioButtons, checkboxes]),
    25,
    'elements',
  ).refine((list) => repeated(list.map((it) => it.action_id)).length === 0, {
    when: ({ value }) => Array.isArray(value) && value.every(isNode),
    error: 'repeated action_id',
  }),
});

// docs blocks/context-block: ten images and text objects (3000 each, as every text object).
const contextElement = oneOf('context element', [imageElement, textObject(MAX_TEXT_OBJECT, 'context text')]);

// docs blocks/table-block: 100 rows of 20 cells, 20 column settings (null skips a column).
const cell = oneOf('cell', [
  ofType('raw_text', { text: filled('cell') }),
  ofType('raw_number', { value: z.number(), text: filled('cell') }),
  richTextBlock,
]);
const column = z.strictObject({ align: z.enum(['left', 'center', 'right']).optional(), is_wrapped: flag });
const table = blockOf('table', {
  rows: listUpTo(listUpTo(cell, 20, 'cells'), 100, 'rows'),
  column_settings: listUpTo(column.nullable(), 20, 'column settings').optional(),
});

// docs blocks/*: what stands in messages, in windows and on the Home tab alike.
const anywhere = [
  actions,
  blockOf('context', { elements: listUpTo(contextElement, 10, 'elements') }),
  blockOf('divider', {}),
  blockOf('header', { text: plainText(150, 'header') }), // docs blocks/header-block: plain_text up to 150
  image,
  richTextBlock,
  section,
] as const;

const blocksSchema = listUpTo(
  oneOf('block type', [...anywhere, blockOf('markdown', { text: filled('markdown') }), table]),
  MAX_BLOCKS,
  'blocks',
);

const viewBlocks = listUpTo(oneOf('block type of a view', [...anywhere, input]), MAX_VIEW_BLOCKS, 'blocks');

// docs views/modal-views, views/home-tab-views.
const viewFields = {
  blocks: viewBlocks,
  private_metadata: z.string().max(MAX_METADATA, `private_metadata is longer than ${MAX_METADATA}`).optional(),
  callback_id: textUpTo(MAX_ID, 'callback_id').optional(),
  external_id: textUpTo(MAX_ID, 'external_id').optional(),
};
const viewSchema = oneOf('view', [
  ofType('modal', {
    ...viewFields,
    title: plainText(MAX_VIEW_LABEL, 'title'),
    close: plainText(MAX_VIEW_LABEL, 'close').optional(),
    submit: plainText(MAX_VIEW_LABEL, 'submit').optional(),
    clear_on_close: flag,
    notify_on_close: flag,
  }).refine(
    // docs views/modal-views: "submit is required when an input block is within the blocks array"
    (view) => view.submit !== undefined || !view.blocks.some((block) => block.type === 'input'),
    'has an input and no submit',
  ),
  ofType('home', viewFields),
]);

/** The same for a window or the Home tab. What is not documented for messages alone holds here too. */
export function viewProblems(view: unknown): string[] {
  const issues = viewSchema.safeParse(view).error?.issues ?? [];
  const problems = issues.map((issue) => `${z.core.toDotPath(['view', ...issue.path])}: ${issue.message}`);
  const blocks = isNode(view) && 'blocks' in view && Array.isArray(view.blocks) ? view.blocks.filter(isNode) : [];
  const size = new TextEncoder().encode(JSON.stringify(view)).length;
  return [
    ...problems,
    ...repeated(blocks.map((it) => it.block_id)).map((id) => `view: repeated block_id ${JSON.stringify(id)}`),
    ...(size > MAX_VIEW ? [`view: ${size} bytes, Slack allows ${MAX_VIEW}`] : []),
    ...[...placesIn(view, 'view')].flatMap(mentionProblems),
  ];
}

/**
 * One line for each way in which a message breaks a limit that Slack documents (or is known to enforce), or would ping
 * someone: the speeches a message quotes must never do that. Each line begins with the path of what it is about.
 */
export function blockKitProblems(message: { text?: string; blocks?: unknown }): string[] {
  const { text, blocks } = message;
  const problems = textProblems(text ?? '');
  if (blocks === undefined) return problems;
  const issues = blocksSchema.safeParse(blocks).error?.issues ?? [];
  const places = [...placesIn(blocks, 'blocks')];
  const invalid = issues.map((issue) => `blocks${z.core.toDotPath(issue.path)}: ${issue.message}`);
  return [...problems, ...invalid, ...wholeMessageProblems(blocks, places), ...places.flatMap(mentionProblems)];
}

function textProblems(text: string): string[] {
  if (text.trim() === '') return ['text: missing or empty; notifications and screen readers have nothing to show'];
  const problems = [...text.matchAll(MENTION)].map(([mention]) => `text: active mention ${mention}`);
  if (text.length > MAX_TEXT) problems.push(`text: ${text.length} characters, Slack truncates at ${MAX_TEXT}`);
  else if (text.length > ADVISED_TEXT) problems.push(`text: ${text.length} characters, Slack advises ${ADVISED_TEXT}`);
  return problems;
}

interface Node {
  readonly type?: unknown;
  readonly text?: unknown;
  readonly block_id?: unknown;
}

type Place = { readonly node: Node; readonly path: string };

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every object below `value`, with its path. */
function* placesIn(value: unknown, path: string): Generator<Place> {
  if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* placesIn(item, `${path}[${i}]`);
  if (!isNode(value)) return;
  yield { node: value, path };
  for (const [key, child] of Object.entries(value)) yield* placesIn(child, `${path}.${key}`);
}

function mentionProblems({ node, path }: Place): string[] {
  if (MENTION_ELEMENTS.includes(node.type)) return [`${path}: active mention (${String(node.type)} element)`];
  if (node.type !== 'mrkdwn' && node.type !== 'markdown') return [];
  return [...String(node.text).matchAll(MENTION)].map(([mention]) => `${path}.text: active mention ${mention}`);
}

/** Limits that hold for the blocks of a message together. */
function wholeMessageProblems(blocks: unknown, places: readonly Place[]): string[] {
  const list = Array.isArray(blocks) ? blocks.filter(isNode) : [];
  const markdown = places.filter(({ node }) => node.type === 'markdown');
  const cells = places.filter(({ path }) => path.includes('.rows['));
  const weight = list.reduce((total, it) => total + (it.type === 'divider' || it.type === 'header' ? 125 : 70), 0);
  const checks: [total: number, max: number, what: string][] = [
    [list.filter((it) => it.type === 'table').length, 1, 'tables'], // docs blocks/table-block: `only_one_table_allowed`
    [textLength(markdown), MAX_MARKDOWN, 'characters in all markdown blocks'],
    [textLength(cells), MAX_CELL_TEXT, 'characters in all table cells'],
    [textLength(places) + weight, MAX_WEIGHT, 'characters and block weights in all blocks'],
  ];
  return [
    // docs blocks/*: block_id "should be unique for each message"
    ...repeated(list.map((it) => it.block_id)).map((id) => `blocks: repeated block_id ${JSON.stringify(id)}`),
    ...checks.flatMap(([total, max, what]) => (total > max ? [`blocks: ${total} ${what}, Slack allows ${max}`] : [])),
  ];
}

function textLength(places: readonly Place[]): number {
  return places.reduce((total, { node }) => total + (typeof node.text === 'string' ? node.text.length : 0), 0);
}

const isSame = (one: object, other: object): boolean => JSON.stringify(one) === JSON.stringify(other);

function repeated(ids: readonly unknown[]): unknown[] {
  const given = ids.filter((id) => id !== undefined);
  return [...new Set(given.filter((id, i) => given.indexOf(id) !== i))];
}
