import * as z from 'zod';

// What the page can draw of Block Kit. Everything else, and everything malformed, is shown as a box with its type.

export const TextObject = z.object({ type: z.enum(['plain_text', 'mrkdwn']), text: z.string() });
export type TextObject = z.infer<typeof TextObject>;

const Style = z
  .object({
    bold: z.boolean().optional(),
    italic: z.boolean().optional(),
    strike: z.boolean().optional(),
    underline: z.boolean().optional(),
    code: z.boolean().optional(),
  })
  .optional();
export type Style = z.infer<typeof Style>;

const KnownInline = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string(), style: Style }),
  z.object({ type: z.literal('link'), url: z.string(), text: z.string().optional(), style: Style }),
  z.object({ type: z.literal('user'), user_id: z.string(), style: Style }),
  z.object({ type: z.literal('channel'), channel_id: z.string(), style: Style }),
  z.object({ type: z.literal('broadcast'), range: z.string(), style: Style }),
  z.object({ type: z.literal('emoji'), name: z.string(), unicode: z.string().optional(), style: Style }),
  z.object({
    type: z.literal('date'),
    timestamp: z.number(),
    format: z.string(),
    fallback: z.string().optional(),
    style: Style,
  }),
]);
const Unknown = z
  .looseObject({ type: z.string() })
  .transform((value) => ({ type: 'unknown' as const, name: value.type, json: value }));

const Inline = z.union([KnownInline, Unknown]);
export type Inline = z.infer<typeof Inline>;

const Section = z.object({ type: z.literal('rich_text_section'), elements: z.array(Inline) });
const RichTextElement = z.union([
  Section,
  z.object({
    type: z.literal('rich_text_list'),
    style: z.enum(['bullet', 'ordered']),
    indent: z.number().optional(),
    offset: z.number().optional(),
    border: z.number().optional(),
    elements: z.array(Section),
  }),
  z.object({ type: z.literal('rich_text_quote'), elements: z.array(Inline), border: z.number().optional() }),
  z.object({ type: z.literal('rich_text_preformatted'), elements: z.array(Inline), border: z.number().optional() }),
  Unknown,
]);
export type RichTextElement = z.infer<typeof RichTextElement>;

const RichText = z.object({ type: z.literal('rich_text'), elements: z.array(RichTextElement) });

const Confirm = z.object({
  title: TextObject,
  text: TextObject,
  confirm: TextObject,
  deny: TextObject,
  style: z.enum(['primary', 'danger']).optional(),
});
export type Confirm = z.infer<typeof Confirm>;

const Option = z.object({ text: TextObject, value: z.string(), description: TextObject.optional() });
export type Option = z.infer<typeof Option>;

const action = { action_id: z.string().default(''), confirm: Confirm.optional() };

const Button = z.object({
  ...action,
  type: z.literal('button'),
  text: TextObject,
  value: z.string().optional(),
  url: z.string().optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: z.string().optional(),
});
export type Button = z.infer<typeof Button>;

const Overflow = z.object({ ...action, type: z.literal('overflow'), options: z.array(Option) });
export type Overflow = z.infer<typeof Overflow>;

const StaticSelect = z.object({
  ...action,
  type: z.literal('static_select'),
  placeholder: TextObject.optional(),
  options: z.array(Option).optional(),
  option_groups: z.array(z.object({ label: TextObject, options: z.array(Option) })).optional(),
  initial_option: Option.optional(),
});
export type StaticSelect = z.infer<typeof StaticSelect>;

const RadioButtons = z.object({
  ...action,
  type: z.literal('radio_buttons'),
  options: z.array(Option),
  initial_option: Option.optional(),
});
export type RadioButtons = z.infer<typeof RadioButtons>;

const Checkboxes = z.object({
  ...action,
  type: z.literal('checkboxes'),
  options: z.array(Option),
  initial_options: z.array(Option).optional(),
});
export type Checkboxes = z.infer<typeof Checkboxes>;

const Datepicker = z.object({
  ...action,
  type: z.literal('datepicker'),
  placeholder: TextObject.optional(),
  initial_date: z.string().optional(),
});
export type Datepicker = z.infer<typeof Datepicker>;

const PlainTextInput = z.object({
  ...action,
  type: z.literal('plain_text_input'),
  placeholder: TextObject.optional(),
  initial_value: z.string().optional(),
  multiline: z.boolean().optional(),
  min_length: z.number().optional(),
  max_length: z.number().optional(),
  focus_on_load: z.boolean().optional(),
});
export type PlainTextInput = z.infer<typeof PlainTextInput>;

const ImageElement = z.object({
  type: z.literal('image'),
  alt_text: z.string(),
  image_url: z.string().optional(),
});

const StatefulElement = z.discriminatedUnion('type', [
  StaticSelect,
  RadioButtons,
  Checkboxes,
  Datepicker,
  PlainTextInput,
]);
/** An element that holds a value. */
export type StatefulElement = z.infer<typeof StatefulElement>;

const BlockElement = z.union([Button, Overflow, StatefulElement, ImageElement, Unknown]);
export type BlockElement = z.infer<typeof BlockElement>;

const id = { block_id: z.string().default('') };

const RawCell = z
  .object({ type: z.enum(['raw_text', 'raw_number']), text: z.string().optional(), value: z.number().optional() })
  .transform(({ text, value }) => ({ type: 'raw' as const, text: text ?? String(value ?? '') }));
const Cell = z.union([RawCell, RichText, Unknown]);
export type Cell = z.infer<typeof Cell>;

const Table = z.object({
  ...id,
  type: z.literal('table'),
  rows: z.array(z.array(Cell)),
  column_settings: z
    .array(
      z
        .object({ align: z.enum(['left', 'center', 'right']).optional(), is_wrapped: z.boolean().optional() })
        .nullable(),
    )
    .optional(),
});
export type Table = z.infer<typeof Table>;

const Input = z.object({
  ...id,
  type: z.literal('input'),
  label: TextObject,
  element: z.union([StatefulElement, Unknown]),
  hint: TextObject.optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
});
export type Input = z.infer<typeof Input>;

export const DrawnBlock = z.discriminatedUnion('type', [
  z.object({ ...id, type: z.literal('header'), text: TextObject }),
  z.object({
    ...id,
    type: z.literal('section'),
    text: TextObject.optional(),
    fields: z.array(TextObject).optional(),
    accessory: BlockElement.optional(),
  }),
  RichText.extend(id),
  z.object({ ...id, type: z.literal('context'), elements: z.array(z.union([TextObject, ImageElement, Unknown])) }),
  z.object({ ...id, type: z.literal('actions'), elements: z.array(BlockElement) }),
  z.object({ ...id, type: z.literal('divider') }),
  z.object({ ...id, type: z.literal('image'), alt_text: z.string(), title: TextObject.optional() }),
  Table,
  Input,
]);
export type DrawnBlock = z.infer<typeof DrawnBlock>;
