import { differencesLine, type Texts } from '../../assistant/index.ts';
import type { Answer, Difference, PlaceAnswer, PlacedParagraph } from '../../drafting/index.ts';
import type { Citation } from '../../speech/index.ts';
import { nothingLines, passagesLines, quotedLine, unmatchedLines } from './answers.ts';
import type { Drawing } from './drawing.ts';
import { citationLine } from './elements.ts';
import { overviewLines } from './home.ts';
import { clip, LIMITS } from './limits.ts';
import { phrasingLines } from './phrasing.ts';
import { inOrder, printable } from './reading-order.ts';
import { skeletonsBlocks } from './skeletons.ts';
import { traceLines } from './trace.ts';
import { wordsOf } from './words-of.ts';

/**
 * The message in plain words, for notifications and screen readers. Slack reads this text as mrkdwn, so the three
 * characters that begin a mention or a link are escaped (docs.slack.dev/messaging/formatting-message-text).
 */
const escapeMrkdwn = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * Entries as one text, escaped and short enough. What has no room is left out from the end, an entry at a time, so that no
 * words stand without their citation.
 *
 * @param closing what is said at the end in any case
 */
export function fallbackText(entries: readonly string[], closing: readonly string[] = []): string {
  const end = closing.map(drawText);
  let room = LIMITS.fallback - end.join('\n').length - '\n…\n'.length;
  const drawn: string[] = [];
  for (const entry of entries) {
    const text = drawText(entry);
    room -= text.length + 1;
    if (room < 0) break;
    drawn.push(text);
  }
  if (drawn.length === 0) return cutText([...entries.slice(0, 1), ...closing].join('\n'));
  return [...drawn, ...(drawn.length < entries.length ? ['…'] : []), ...end].join('\n');
}

const drawText = (text: string): string => escapeMrkdwn(printable(text).split('\n').map(inOrder).join('\n'));

/** Cut before escaping, so that no entity is cut in two. */
function cutText(text: string): string {
  let length: number = LIMITS.fallback;
  while (drawText(clip(text, length)).length > LIMITS.fallback) length -= 200;
  return drawText(clip(text, length));
}

/** What an answer says, line by line. */
export function answerLines(texts: Texts, answer: Answer, drawing: Drawing): string[] {
  const cited = (text: string, citation: Citation): string =>
    `${clip(text, LIMITS.item)}\n${citationLine(texts, citation)}`;
  switch (answer.kind) {
    case 'passages':
      return passagesLines(texts, answer, drawing);
    case 'sources':
      return [
        texts.headings.sources,
        quotedLine(answer.quote),
        ...answer.matches.map((match) =>
          [
            cited(`${texts.match(match)}：${match.text}`, match.citation),
            ...differenceLines(texts, match.differences),
          ].join('\n'),
        ),
        ...unmatchedLines(texts, answer),
      ];
    case 'place':
      return placeLines(texts, answer);
    case 'trace':
      return traceLines(texts, answer);
    case 'overview':
      return overviewLines(texts, answer);
    case 'phrasing':
      return phrasingLines(texts, answer);
    case 'skeletons':
      return wordsOf(skeletonsBlocks(texts, answer, drawing));
    case 'nothing':
      return nothingLines(texts, answer);
  }
}

function differenceLines(texts: Texts, differences: readonly Difference[]): string[] {
  const line = differencesLine(texts, differences);
  return line === null ? [] : [clip(line, LIMITS.item)];
}

/** The passage first, then what stands around it: who hears it came for the passage. */
function placeLines(texts: Texts, { text, before, after, citation }: PlaceAnswer): string[] {
  const { place } = texts.views;
  const beside = (paragraphs: readonly PlacedParagraph[]): string[] =>
    paragraphs.map((one) => `${texts.paragraph(one.paragraph)}：${clip(one.text, LIMITS.fallbackParagraph)}`);
  return [
    `${clip(text, LIMITS.item * 2)}\n${citationLine(texts, citation)}`,
    ...(before.length === 0 ? [] : [place.before, ...beside(before.slice(-LIMITS.besides))]),
    ...(after.length === 0 ? [] : [place.after, ...beside(after.slice(0, LIMITS.besides))]),
  ];
}
