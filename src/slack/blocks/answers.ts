import type { KnownBlock } from '@slack/types';
import { differencesLine, type Texts } from '../../assistant/index.ts';
import type { Difference, NothingFound, PassagesAnswer, SourcesAnswer } from '../../drafting/index.ts';
import { citationContext, context, header, markedWords, richText, section, words } from './elements.ts';
import { clip, LIMITS } from './limits.ts';

export function passagesBlocks(texts: Texts, answer: PassagesAnswer): KnownBlock[] {
  const hits = answer.hits.flatMap((hit, i): KnownBlock[] => [
    richText(section([words(`${i + 1}  `, { bold: true }), ...markedWords(hit.snippet, hit.marks, LIMITS.item)])),
    citationContext(texts, hit.citation, hit.alsoIn.length > 0 ? texts.alsoIn(hit.alsoIn.length) : undefined),
  ]);
  const more = answer.more > 0 && answer.hits.length > 0 ? [context(texts.more(answer.more))] : [];
  const corrected = answer.corrections.map(({ typed, read }) => context(texts.corrected(typed, read)));
  return [header(texts.headings.passages(answer.query)), ...corrected, ...hits, ...more];
}

export function sourcesBlocks(texts: Texts, answer: SourcesAnswer): KnownBlock[] {
  const matches = answer.matches.flatMap(({ kind, similarity, text, differences, citation }): KnownBlock[] => [
    richText(section([words(`${texts.match(kind, similarity)}  `, { bold: true }), words(clip(text, LIMITS.item))])),
    ...differenceContext(texts, differences),
    citationContext(texts, citation),
  ]);
  return [header(texts.headings.sources), ...matches];
}

function differenceContext(texts: Texts, differences: readonly Difference[]): KnownBlock[] {
  const line = differencesLine(texts, differences);
  return line === null ? [] : [context(clip(line, LIMITS.item))];
}

export function nothingBlocks(texts: Texts, answer: NothingFound): KnownBlock[] {
  if (answer.gone === true) return [richText(section([words(texts.gone)]))];
  const echo = clip(answer.query, LIMITS.header / 2);
  const lines: KnownBlock[] = [richText(section([words(texts.headings.nothing[answer.asked](echo))]))];
  if (answer.lookedFor.length > 0 && answer.asked !== 'source') lines.push(context(texts.lookedFor(answer.lookedFor)));
  if (answer.tooCommon !== undefined) lines.push(context(texts.tooCommon(answer.tooCommon)));
  if (answer.everywhere !== undefined) lines.push(context(texts.everywhere(answer.everywhere)));
  if (answer.nearest.length > 0) lines.push(context(texts.nearest(answer.nearest)));
  return answer.query === '' ? lines : [...lines, context(texts.nothingAdvice)];
}
