import type { KnownBlock, RichTextElement } from '@slack/types';
import type { Texts } from '../../assistant/index.ts';
import type { PhraseExample, PhraseItem, PhraseKind, PhrasingAnswer } from '../../drafting/index.ts';
import type { Citation } from '../../speech/index.ts';
import { citationLine, header, richText, section, words } from './elements.ts';
import { clip, LIMITS } from './limits.ts';

/** The kinds whose words are told by how they stand in a sentence. */
const IN_CONTEXT: ReadonlySet<PhraseKind> = new Set(['fillings', 'frames', 'collocations', 'near-synonyms']);

/** The same in words, without what stands around each. */
export const phrasingLines = (texts: Texts, answer: PhrasingAnswer): string[] => [
  phrasingHeading(texts, answer),
  ...answer.groups.flatMap(({ kind, items, more }) => {
    const shown = items.slice(0, shownOfEach(answer.groups.length));
    const left = items.length - shown.length + more;
    return [
      texts.phraseKinds[kind],
      ...shown.map((item) => wordsOfItem(texts, item)),
      ...(left > 0 ? [texts.more(left)] : []),
    ];
  }),
];

const phrasingHeading = ({ headings }: Texts, { section, query }: PhrasingAnswer): string =>
  headings.phrasing(section?.heading ?? query);

const wordsOfItem = (texts: Texts, item: PhraseItem): string =>
  [
    [clip(item.text, LIMITS.phrasing), ...remarksOf(texts, item)].join(' · '),
    ...changedLines(texts, item),
    citationLine(texts, item.citations[0]),
  ].join('\n');

const remarksOf = (texts: Texts, { count, speeches, isSetPhrase }: PhraseItem): string[] => [
  ...(count > 1 ? [texts.counted(count, speeches)] : []),
  ...(isSetPhrase === true ? [texts.setPhrase] : []),
];

const changedLines = (texts: Texts, { changed = [] }: PhraseItem): string[] =>
  changed.length === 0 ? [] : [clip(texts.changed(changed), LIMITS.phrasing)];

/** Groups of phrasing. */
export function phrasingBlocks(texts: Texts, answer: PhrasingAnswer): KnownBlock[] {
  const most = shownOfEach(answer.groups.length);
  let left: number = LIMITS.phrasingCharacters;
  const blocks = answer.groups.flatMap((group): KnownBlock[] => {
    const drawn: RichTextElement[][] = [];
    for (const [i, item] of group.items.slice(0, most).entries()) {
      const elements = drawItem(texts, group.kind, item, group.items[i - 1]?.citations[0]);
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
  return [header(phrasingHeading(texts, answer)), ...blocks];
}

/** How many items of each kind are shown among so many kinds: a screen or two in all. */
export function shownOfEach(kinds: number): number {
  if (kinds === 1) return LIMITS.phrasingsOfOneKind;
  return kinds > LIMITS.fewKinds ? LIMITS.phrasingsOfMany : LIMITS.phrasings;
}

function drawItem(texts: Texts, kind: PhraseKind, item: PhraseItem, above?: Citation): RichTextElement[] {
  const [example] = item.examples;
  const remarks = remarksOf(texts, item);
  return [
    words(`\n${clip(item.text, LIMITS.phrasing)}`, { bold: true }),
    ...(remarks.length > 0 ? [words(`  ${remarks.join(' · ')}`)] : []),
    ...changedLines(texts, item).map((line) => words(`\n　${line}`)),
    ...(example !== undefined && IN_CONTEXT.has(kind) ? drawContext(example) : []),
    words(`\n　${citationLine(texts, item.citations[0], above)}`),
  ];
}

const drawContext = ({ left, match, right }: PhraseExample): RichTextElement[] => [
  words(`\n　…${clip(left, LIMITS.context)}`),
  words(clip(match, LIMITS.phrasing), { bold: true }),
  words(`${clip(right, LIMITS.context)}…`),
];
