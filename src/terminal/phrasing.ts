import { citationLine } from '../assistant/index.ts';
import type { PhraseExample, PhraseGroup, PhraseItem, PhraseKind, PhrasingAnswer } from '../drafting/index.ts';
import { block, type Page, withRemark } from './page.ts';
import { heading } from './parts.ts';

const INDENT = '    ';
/** Examples of one item on a screen; `--json` and `--csv` have them all. */
const MOST_EXAMPLES = 2;
/** Where the example shows more than the item says: its context, or what a frame was filled with. */
const IN_CONTEXT: ReadonlySet<PhraseKind> = new Set(['fillings', 'clauses', 'frames', 'near-synonyms', 'collocations']);

export function renderPhrasing(page: Page, answer: PhrasingAnswer): string {
  const groups = answer.groups.map((group) => renderGroup(page, group));
  return [heading(page, page.texts.headings.phrasing(answer.query)), ...groups].join('\n\n');
}

function renderGroup(page: Page, { kind, items, more }: PhraseGroup): string {
  const left = more > 0 ? [page.colours.dim(`  ${page.texts.more(more)}`)] : [];
  const lines = items.map((item) => renderItem(page, kind, item));
  return [page.colours.underline(page.texts.phraseKinds[kind]), ...lines, ...left].join('\n');
}

function renderItem(page: Page, kind: PhraseKind, item: PhraseItem): string {
  const { texts, colours } = page;
  const remarks = [
    ...(item.count > 1 ? [texts.counted(item.count, item.speeches)] : []),
    ...(item.score === undefined ? [] : [texts.score(item.score)]),
    ...(item.isSetPhrase === true ? [texts.setPhrase] : []),
  ];
  const words = block(page, item.text, '  ');
  const changed =
    (item.changed ?? []).length === 0 ? [] : [block(page, texts.changed(item.changed ?? []), INDENT, colours.yellow)];
  const shown = IN_CONTEXT.has(kind) ? MOST_EXAMPLES : 1;
  return [
    remarks.length > 0 ? withRemark(page, words, remarks.join(' · '), INDENT, colours.green) : words,
    ...changed,
    ...item.examples.slice(0, shown).flatMap((example) => renderExample(page, kind, example)),
  ].join('\n');
}

function renderExample(page: Page, kind: PhraseKind, { left, match, right, citation }: PhraseExample): string[] {
  const { texts, colours } = page;
  const place = block(page, citationLine(texts, citation), INDENT, colours.dim);
  if (!IN_CONTEXT.has(kind)) return [place];
  return [block(page, `${left}【${match}】${right}`, INDENT), place];
}
