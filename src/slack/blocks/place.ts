import type { InputBlock, KnownBlock, ModalView, RichTextElement } from '@slack/types';
import { placeLine, rightsLine, type Texts } from '../../assistant/index.ts';
import type { PlaceAnswer, PlacedParagraph } from '../../drafting/index.ts';
import { type Citation, strictest } from '../../speech/index.ts';
import { passageButtons } from './answer-buttons.ts';
import { button, buttons } from './button.ts';
import type { Drawing } from './drawing.ts';
import { citationContext, context, header, plain, richText, section, words } from './elements.ts';
import { clip, clipCitation, LIMITS } from './limits.ts';
import { modal, type Window } from './modal.ts';
import type { Verb } from './press.ts';
import { inOrder, printable } from './reading-order.ts';

/** What the window of a passage is submitted as: its one input makes Slack want a button that submits. Nothing is read. */
export const PLACE_VIEW = 'draft_place';

/** The passage in its place, as a window, with its words to copy. */
export function placeView(
  texts: Texts,
  answer: PlaceAnswer,
  { metadata, offers }: { metadata: string; offers: ReadonlySet<Verb> },
): ModalView {
  const { place, done } = texts.views;
  const blocks = [...placeBlocks(texts, answer, offers), copyInput(texts, answer)];
  return modal(texts, { title: place.title, metadata }, blocks, { submit: done, callback: PLACE_VIEW });
}

/** For an id whose passage has changed or gone. */
export const goneView = (texts: Texts, { metadata }: Pick<Window, 'metadata'>): ModalView =>
  modal(texts, { title: texts.views.place.title, metadata }, [richText(section([words(texts.views.place.gone)]))]);

/** The passage in its place: what stands before it, its paragraph, what stands after it, and what may be done with it. */
export function placeBlocks(texts: Texts, answer: PlaceAnswer, offers: ReadonlySet<Verb>): KnownBlock[] {
  const { place } = texts.views;
  return [
    header(`《${clip(answer.title, LIMITS.header - 40)}》`),
    context(speechLine(texts, answer)),
    ...beside(texts, place.before, answer.before.slice(-LIMITS.besides)),
    { type: 'rich_text', elements: marked(texts, answer) },
    context(standing(texts, answer.citation)),
    ...beside(texts, place.after, answer.after.slice(0, LIMITS.besides)),
    ...rightsBlocks(texts, answer.citation),
    ...placeButtons(texts, answer, offers),
  ];
}

/** The passage by itself, with where it stands, its notices, and what leads on from it. */
export function passageBlocks(texts: Texts, answer: PlaceAnswer, drawing: Drawing): KnownBlock[] {
  const { citation, text } = answer;
  const isFree = citation.rights.length === 0;
  return [
    richText({ type: 'rich_text_quote', elements: [words(clip(text, LIMITS.placed))] }),
    isFree ? citationContext(texts, citation) : context(placeLine(texts, clipCitation(citation))),
    ...(isFree ? [] : rightsBlocks(texts, citation)),
    ...passageButtons(texts, answer, drawing),
  ];
}

function speechLine({ genres, views }: Texts, { date, genre, citation }: PlaceAnswer): string {
  const path = citation.path.map((heading) => clip(heading, LIMITS.pathHeading));
  const known = [date ?? views.home.unknownDate, genre === null ? views.home.unknownGenre : genres[genre]];
  return [known.join(' · '), ...path.slice(-LIMITS.pathLength)].join(' › ');
}

/** Speech and headings stand above, notices below. */
function standing(texts: Texts, { paragraph, rights }: Citation): string {
  const number = paragraph === 0 ? texts.titleBlock : texts.paragraph(paragraph);
  return `${number} · ${texts.restrictions[strictest(rights)]}`;
}

function beside(texts: Texts, title: string, paragraphs: readonly PlacedParagraph[]): KnownBlock[] {
  if (paragraphs.length === 0) return [];
  const lines = paragraphs.flatMap(({ paragraph, text, kind }): RichTextElement[] => [
    words(`\n${texts.paragraph(paragraph)}  `),
    words(clip(text, LIMITS.beside), kind === 'heading' ? { bold: true } : undefined),
  ]);
  return [richText(section([words(title, { bold: true }), ...lines]))];
}

/**
 * The paragraph with the passage in it: set off with a border, in bold, and with words at both ends, since neither of
 * these is heard. Of a long paragraph the ends that are far from the passage are cut.
 */
function marked(texts: Texts, { paragraph: { text, mark } }: PlaceAnswer): Parameters<typeof richText> {
  const { begins, ends } = texts.views.place;
  const before = text.slice(0, mark.start);
  const after = text.slice(mark.end);
  return [
    ...(before.trim() === '' ? [] : [section([words(clipStart(before, LIMITS.rest))])]),
    {
      type: 'rich_text_quote',
      elements: [
        words(`${begins}\n`),
        words(clip(text.slice(mark.start, mark.end) || '…', LIMITS.placed), { bold: true }),
        words(`\n${ends}`),
      ],
    },
    ...(after.trim() === '' ? [] : [section([words(clip(after, LIMITS.rest))])]),
  ];
}

/** The end of a text, with an ellipsis where something was cut. Never splits a surrogate pair. */
function clipStart(text: string, length: number): string {
  if (text.length <= length) return text;
  return `…${text.slice(text.length - length + 1).replace(/^[\uDC00-\uDFFF]/, '')}`;
}

/** Every notice, whole as far as there is room: here is where a writer looks it up. */
function rightsBlocks(texts: Texts, { rights }: Citation): KnownBlock[] {
  const title = words(texts.views.place.rights, { bold: true });
  if (rights.length === 0) return [richText(section([title, words(`：${texts.restrictions.none}`)]))];
  const most = Math.max(60, Math.floor(LIMITS.allNotices / rights.length));
  const notices = rights.map(({ restriction, text }) =>
    words(clip(`\n${texts.restrictions[restriction]}：${text}`, most)),
  );
  return [richText(section([title, ...notices]))];
}

function placeButtons(texts: Texts, { passage, section: under }: PlaceAnswer, offers: ReadonlySet<Verb>): KnownBlock[] {
  const { similar, skeleton, share, phrasing } = texts.buttons;
  return buttons([
    ...(offers.has('similar') ? [button(similar, { verb: 'similar', passage })] : []),
    ...(offers.has('skeleton') ? [button(skeleton, { verb: 'skeleton', passage })] : []),
    ...(offers.has('phrasing') && under !== null ? [button(phrasing, { verb: 'phrasing', section: under.id })] : []),
    ...(offers.has('share') ? [button(share, { verb: 'share', passage })] : []),
  ]);
}

/**
 * Block Kit has no button that copies (docs.slack.dev/reference/block-kit/block-elements), and what Slack's programs offer
 * beside a code block differs. Text in an input can be selected whole by keyboard, by touch and with a screen reader.
 */
const copyInput = (texts: Texts, answer: PlaceAnswer): InputBlock => ({
  type: 'input',
  block_id: 'copy',
  label: plain(texts.views.place.copy, LIMITS.label),
  hint: plain(texts.views.place.copyHint, LIMITS.note),
  optional: true,
  element: { type: 'plain_text_input', action_id: 'text', multiline: true, initial_value: copyText(texts, answer) },
});

/** Characters of the place and of the rights under copied words. */
const LONGEST_LINE = 900;

/** The passage with its citation and its notices, as it goes into a draft: the words are cut before these are. */
function copyText(texts: Texts, { text, citation }: PlaceAnswer): string {
  const place = placeLine(texts, citation);
  const shown = place.length <= LONGEST_LINE ? place : placeLine(texts, clipCitation(citation));
  const lines = `\n——${inOrder(shown)}\n${inOrder(clip(rightsLine(texts, citation), LONGEST_LINE))}`;
  return clip(printable(text), LIMITS.copy - lines.length) + lines;
}
