import type { ActionsBlock, Button, KnownBlock, Overflow, StaticSelect } from '@slack/types';
import { fillIn, type Texts } from '../../assistant/index.ts';
import type { Hit, PhraseGroup, Skeleton } from '../../drafting/index.ts';
import { strictest } from '../../speech/index.ts';
import { button, buttons } from './button.ts';
import type { Drawing } from './drawing.ts';
import { plain } from './elements.ts';
import { LIMITS } from './limits.ts';
import { shownOfEach } from './phrasing.ts';
import { ACTION, type Press, pack } from './press.ts';

/** A button where it may be pressed, none elsewhere. */
const offered = ({ offers }: Drawing, label: string, press: Press, unique: string | number = ''): Button[] =>
  offers.has(press.verb) ? [button(label, press, unique)] : [];

/** Under a passage: unfold it, show it to the channel, and in a menu what leads on from it. */
export function passageButtons(
  texts: Texts,
  { passage, citation }: Pick<Hit, 'passage' | 'citation'>,
  drawing: Drawing,
): ActionsBlock[] {
  const { share, similar, skeleton, unfold } = texts.buttons;
  const isInternal = strictest(citation.rights) === 'internal';
  return buttons([
    ...offered(drawing, unfold, { verb: 'unfold', passage }),
    ...(isInternal ? [] : offered(drawing, share, { verb: 'share', passage })),
    ...menu([
      ...offered(drawing, similar, { verb: 'similar', passage }),
      ...offered(drawing, skeleton, { verb: 'skeleton', passage }),
    ]),
  ]);
}

/** Buttons that are wanted less often, as one menu. */
function menu(entries: readonly Button[]): Overflow[] {
  const options = optionsOf(entries);
  return options.length === 0 ? [] : [{ type: 'overflow', action_id: `${ACTION}menu`, options }];
}

const optionsOf = (entries: readonly Button[]): Overflow['options'] =>
  entries.map(({ text, value = '' }) => ({ text, value }));

/** Whether buttons lead to the other pages of an answer. */
export const hasPages = ({ offers, question }: Drawing): boolean => question !== null && offers.has('page');

/** Leads to the page before and the one behind. */
export function pageButtons(texts: Texts, more: number, drawing: Drawing): ActionsBlock[] {
  const { page, question } = drawing;
  if (question === null) return [];
  const { nextPage, previousPage } = texts.buttons;
  const toPage = (number: number, label: string): Button[] =>
    offered(drawing, label, { verb: 'page', question, page: number }, number);
  return buttons([
    ...(page > 1 ? toPage(page - 1, previousPage) : []),
    ...(more > 0 ? toPage(page + 1, nextPage(more)) : []),
  ]);
}

/** Under a skeleton: other headings, the tree for the channel, how the corpus puts one of its sections. */
export function skeletonButtons(texts: Texts, skeleton: Skeleton, drawing: Drawing): ActionsBlock[] {
  const { kind, sections } = skeleton;
  const given = sections.map(({ id, alternatives }) => ({ id, alternatives: alternatives.map((other) => other.id) }));
  const bare = sections.map(({ id }) => ({ id, alternatives: [] }));
  const isInternal = sections.some(({ citation }) => strictest(citation.rights) === 'internal');
  const hasAlternatives = sections.some(({ alternatives }) => alternatives.length > 0);
  const ofComposed = [
    ...(hasAlternatives
      ? offered(drawing, texts.skeleton.showAlternatives, { verb: 'alternatives', sections: given })
      : []),
    ...(isInternal ? [] : offered(drawing, texts.buttons.share, { verb: 'share-skeleton', sections: bare })),
  ];
  return buttons([...(kind === 'composed' ? ofComposed : []), ...sectionList(texts, skeleton, drawing)]);
}

function sectionList(texts: Texts, { sections }: Skeleton, { offers }: Drawing): StaticSelect[] {
  const options = sections
    .filter(({ kind }) => kind === 'heading')
    .map((main) => ({
      text: plain(main.marker + fillIn(main), LIMITS.label),
      value: pack({ verb: 'phrasing', section: main.id }),
    }));
  if (options.length === 0 || !offers.has('phrasing')) return [];
  const placeholder = plain(texts.buttons.phrasingOfSection, LIMITS.label);
  return [
    { type: 'static_select', action_id: `${ACTION}phrasing`, placeholder, options: options.slice(0, LIMITS.options) },
  ];
}

/** So many buttons are still read; more are a list. */
const FEW = 3;

/** What leads to more of each kind of phrasing that has more than is shown. */
export function phrasingButtons(texts: Texts, groups: readonly PhraseGroup[], drawing: Drawing): ActionsBlock[] {
  const { question } = drawing;
  if (question === null || groups.length < 2) return [];
  const shown = shownOfEach(groups.length);
  const hasMore = ({ items, more }: PhraseGroup): boolean => more > 0 || items.length > shown;
  const kinds = groups.filter(hasMore).map(({ kind }) => kind);
  const each = kinds.flatMap((kind) =>
    offered(drawing, texts.moreOf(texts.phraseKinds[kind]), { verb: 'kind', question, kind }, kind),
  );
  if (each.length <= FEW) return buttons(each);
  const placeholder = plain(texts.buttons.moreOfKind, LIMITS.label);
  return buttons([{ type: 'static_select', action_id: `${ACTION}kind`, placeholder, options: optionsOf(each) }]);
}

/** Asks for passages with the words that were read as a command. */
export function asWordsButton(texts: Texts, drawing: Drawing): ActionsBlock[] {
  const { asWords = null } = drawing;
  if (asWords === null) return [];
  return buttons(offered(drawing, texts.buttons.asWords, { verb: 'as-words', question: asWords }));
}

/** Shows a whole answer to the channel. */
export function shareButton(texts: Texts, drawing: Drawing): KnownBlock[] {
  const { question } = drawing;
  return question === null ? [] : buttons(offered(drawing, texts.buttons.share, { verb: 'share-answer', question }));
}
