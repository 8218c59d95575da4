import type { ActionsBlock, Button, KnownBlock, RichTextElement } from '@slack/types';
import { z } from 'zod';
import type { Texts } from '../../assistant/index.ts';
import {
  PHRASE_KINDS,
  type PhraseExample,
  type PhraseGroup,
  type PhraseItem,
  type PhraseKind,
  type PhraseRequest,
  type PhrasingAnswer,
} from '../../drafting/index.ts';
import { GENRES } from '../../speech/index.ts';
import { citationLine, header, richText, section, words } from './elements.ts';
import { clip, LIMITS } from './limits.ts';

/** The kinds whose words are told by how they stand in a sentence. */
const IN_CONTEXT: ReadonlySet<PhraseKind> = new Set(['fillings', 'frames', 'collocations', 'near-synonyms']);

/** Groups of phrasing, a few items of each; of a single kind as many as a message holds. */
export function phrasingBlocks(texts: Texts, answer: PhrasingAnswer): KnownBlock[] {
  const most = answer.groups.length > 1 ? LIMITS.phrasings : LIMITS.phrasingsOfOneKind;
  let left: number = LIMITS.phrasingCharacters;
  const blocks = answer.groups.flatMap((group): KnownBlock[] => {
    const drawn: RichTextElement[][] = [];
    for (const item of group.items.slice(0, most)) {
      const elements = drawItem(texts, group.kind, item);
      const length = elements.reduce((sum, element) => sum + ('text' in element ? (element.text?.length ?? 0) : 0), 0);
      if (length > left) break;
      left -= length;
      drawn.push(elements);
    }
    const more = group.items.length - drawn.length + group.more;
    if (drawn.length === 0) return [];
    const title = words(texts.phraseKinds[group.kind], { bold: true });
    const note = more > 0 ? [words(`\n${texts.more(more)}`)] : [];
    return [richText(section([title, ...drawn.flat(), ...note]))];
  });
  return [header(texts.headings.phrasing(answer.section?.heading ?? answer.query)), ...blocks];
}

function drawItem(texts: Texts, kind: PhraseKind, item: PhraseItem): RichTextElement[] {
  const [example] = item.examples;
  const remarks = [
    ...(item.count > 1 ? [texts.counted(item.count, item.speeches)] : []),
    ...(item.isSetPhrase === true ? [texts.setPhrase] : []),
  ];
  const changed = item.changed === undefined || item.changed.length === 0 ? '' : `\n　${texts.changed(item.changed)}`;
  return [
    words(`\n${clip(item.text, LIMITS.phrasing)}`, { bold: true }),
    ...(remarks.length > 0 ? [words(`  ${remarks.join(' · ')}`)] : []),
    ...(changed === '' ? [] : [words(clip(changed, LIMITS.phrasing))]),
    ...(example !== undefined && IN_CONTEXT.has(kind) ? drawContext(example) : []),
    words(`\n　${citationLine(texts, item.citations[0])}`),
  ];
}

const drawContext = ({ left, match, right }: PhraseExample): RichTextElement[] => [
  words(`\n　…${clip(left, LIMITS.context)}`),
  words(clip(match, LIMITS.phrasing), { bold: true }),
  words(`${clip(right, LIMITS.context)}…`),
];

/** What a “more of this kind” button does. */
export const PHRASING_ACTION = 'phrasing_more';

/** Slack allows so many elements in an actions block; a button's label and value are short. */
const MOST_BUTTONS = 25;
const LONGEST_VALUE = 2000;

/** A button for each kind that has more than is shown. */
export function phrasingButtons(texts: Texts, { groups }: PhrasingAnswer, request: PhraseRequest): ActionsBlock[] {
  if (groups.length < 2) return [];
  // What may not answer is decided anew whenever something is asked.
  const { hidden: _, ...filters } = request.filters;
  const buttons = groups
    .filter((group) => hasMore(group))
    .map(({ kind }): Button => {
      const value = JSON.stringify({ q: request.query, k: kind, f: filters });
      const label = texts.moreOf(texts.phraseKinds[kind]);
      return {
        type: 'button',
        action_id: `${PHRASING_ACTION}_${kind}`,
        text: { type: 'plain_text', text: label, emoji: false },
        value,
      };
    })
    .filter(({ value = '' }) => value.length <= LONGEST_VALUE);
  return buttons.length === 0 ? [] : [{ type: 'actions', elements: buttons.slice(0, MOST_BUTTONS) }];
}

const hasMore = ({ items, more }: PhraseGroup): boolean => more > 0 || items.length > LIMITS.phrasings;

const Kept = z.strictObject({
  q: z.string(),
  k: z.enum(PHRASE_KINDS),
  f: z.strictObject({
    genre: z.enum(GENRES).optional(),
    year: z.int().optional(),
    until: z.int().optional(),
    source: z.string().optional(),
    except: z.string().optional(),
  }),
});

/** Reads what a button kept: the person's own question, asked for one kind; `null` of anything else. */
export function unpackPhrasing(value: string): PhraseRequest | null {
  const kept = Kept.safeParse(parseJson(value));
  if (!kept.success) return null;
  const filters = Object.fromEntries(Object.entries(kept.data.f).filter(([, set]) => set !== undefined));
  return { kind: 'phrase', query: kept.data.q, filters, kinds: [kept.data.k], limit: LIMITS.phrasingsOfOneKind };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
