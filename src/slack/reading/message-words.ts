import { z } from 'zod';
import { typedText } from './typed-text.ts';

/**
 * The parts of a message that words are in (docs.slack.dev/reference/block-kit/blocks,
 * docs.slack.dev/legacy/legacy-messaging/legacy-secondary-message-attachments). Each is read by itself: one that is not as
 * described costs itself alone.
 */
export const MessageParts = z.object({
  text: z.string().nullish().catch(null),
  blocks: z.array(z.unknown()).nullish().catch(null),
  attachments: z.array(z.unknown()).nullish().catch(null),
});
export type MessageParts = z.infer<typeof MessageParts>;

/**
 * The words that a person sees in a message: what its writer typed, else what its blocks say, and what was forwarded with
 * it. The preview of a link is nobody's words, unless the message has no others.
 */
export function messageWords({ text, blocks, attachments }: MessageParts): string {
  const shown = (blocks ?? []).map(blockWords);
  const isLaidOut = shown.some(({ isTyped, words }) => !isTyped && words !== '');
  const typed = typedText(text ?? '');
  const own = isLaidOut || typed === '' ? lines(shown.map(({ words }) => words)) : typed;
  const attached = (attachments ?? []).flatMap((attachment) => Attachment.safeParse(attachment).data ?? []);
  const forwarded = attached.filter(({ is_share: isShare }) => isShare === true).map(attachmentWords);
  const words = lines([own, ...forwarded]);
  return words === '' ? lines(attached.filter((one) => !isPreview(one)).map(attachmentWords)) : words;
}

const lines = (all: readonly string[]): string => all.filter((words) => words !== '').join('\n');

const maybeText = z.string().nullish().catch(null);
const Attachment = z.object({
  is_share: z.boolean().nullish().catch(null),
  is_msg_unfurl: z.boolean().nullish().catch(null),
  from_url: maybeText,
  pretext: maybeText,
  title: maybeText,
  text: maybeText,
  message_blocks: z
    .array(z.object({ message: z.object({ blocks: z.array(z.unknown()) }) }))
    .nullish()
    .catch(null),
  blocks: z.array(z.unknown()).nullish().catch(null),
});
type Attachment = z.infer<typeof Attachment>;

const isPreview = ({ from_url: from, is_msg_unfurl: isUnfurl }: Attachment): boolean =>
  (from !== null && from !== undefined) || isUnfurl === true;

function attachmentWords({ pretext, title, text, blocks, message_blocks: messages }: Attachment): string {
  const written = lines([pretext, title, text].map((words) => typedText(words ?? '')));
  if (written !== '') return written;
  const all = [...(blocks ?? []), ...(messages ?? []).flatMap(({ message }) => message.blocks)];
  return lines(all.map((block) => blockWords(block).words));
}

const Words = z.object({ text: z.string() });
const Block = z.discriminatedUnion('type', [
  z.object({ type: z.literal('rich_text'), elements: z.array(z.unknown()) }),
  z.object({
    type: z.literal('section'),
    text: Words.nullish().catch(null),
    fields: z.array(z.unknown()).nullish().catch(null),
  }),
  z.object({ type: z.literal('header'), text: Words }),
  z.object({ type: z.literal('context'), elements: z.array(z.unknown()) }),
  z.object({ type: z.literal('markdown'), text: z.string() }),
]);

/** What a block says, and whether it is one that Slack makes of what a person types. */
function blockWords(block: unknown): { words: string; isTyped: boolean } {
  const { data } = Block.safeParse(block);
  switch (data?.type) {
    case 'rich_text':
      return { words: lines(data.elements.map((element) => richWords(element, 0))), isTyped: true };
    case 'section':
      return { words: lines([data.text, ...(data.fields ?? [])].map(textWords)), isTyped: false };
    case 'context':
      return { words: lines(data.elements.map(textWords)), isTyped: false };
    case 'header':
      return { words: textWords(data.text), isTyped: false };
    case 'markdown':
      return { words: typedText(data.text), isTyped: false };
    case undefined:
      return { words: '', isTyped: false };
  }
}

const textWords = (text: unknown): string => typedText(Words.safeParse(text).data?.text ?? '');

const RichElement = z.object({
  type: z.string(),
  text: z.string().nullish().catch(null),
  url: z.string().nullish().catch(null),
  elements: z.array(z.unknown()).nullish().catch(null),
});
/** Lists hold sections, which hold words: nothing of Slack's is nested deeper. */
const DEEPEST = 4;

/** The words of an element of a rich text; those of mentions and emoji are none. Items of a list are lines. */
function richWords(element: unknown, depth: number): string {
  const { data } = RichElement.safeParse(element);
  if (data === undefined || depth > DEEPEST) return '';
  if (data.elements === null || data.elements === undefined) {
    return data.type === 'text' || data.type === 'link' ? (data.text ?? data.url ?? '') : '';
  }
  const parts = data.elements.map((part) => richWords(part, depth + 1));
  return data.type === 'rich_text_list' ? lines(parts) : parts.join('').trim();
}
