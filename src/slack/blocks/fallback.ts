import { fillIn, type Texts } from '../../assistant/index.ts';
import type { Answer, PlaceAnswer, Skeleton, TraceAnswer, TracedSentence } from '../../drafting/index.ts';
import type { Citation } from '../../speech/index.ts';
import { citationLine } from './elements.ts';
import { clip, LIMITS } from './limits.ts';

/**
 * The message in plain words, for notifications and screen readers. Slack reads this text as mrkdwn, so the three
 * characters that begin a mention or a link are escaped (docs.slack.dev/messaging/formatting-message-text).
 */
const escapeMrkdwn = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Lines joined, escaped and kept short enough: cut before escaping, so that no entity is cut in two. */
export function fallbackText(lines: readonly string[]): string {
  let text = lines.join('\n');
  for (let length = LIMITS.fallback; escapeMrkdwn(text).length > LIMITS.fallback; length -= 200) {
    text = clip(text, length);
  }
  return escapeMrkdwn(text);
}

/** What an answer says, line by line. */
export function answerLines(texts: Texts, answer: Answer): string[] {
  const cited = (text: string, citation: Citation): string =>
    `${clip(text, LIMITS.item)}\n${citationLine(texts, citation)}`;
  switch (answer.kind) {
    case 'passages':
      return [
        texts.headings.passages(answer.query),
        ...answer.hits.map((hit, i) => `${i + 1}. ${cited(hit.snippet, hit.citation)}`),
      ];
    case 'sources':
      return [
        texts.headings.sources,
        ...answer.matches.map((match) =>
          cited(`${texts.match(match.kind, match.similarity)}：${match.text}`, match.citation),
        ),
      ];
    case 'phrasing':
      return [
        texts.headings.phrasing(answer.section?.heading ?? answer.query),
        ...answer.groups.flatMap(({ kind, items }) => [
          texts.phraseKinds[kind],
          ...items.slice(0, LIMITS.phrasings).map((item) => cited(clip(item.text, LIMITS.phrasing), item.citations[0])),
        ]),
      ];
    case 'skeletons':
      return [
        ...(answer.query === '' ? [] : [texts.headings.skeletons(answer.query)]),
        ...answer.skeletons.flatMap((skeleton) => skeletonLines(texts, skeleton)),
      ];
    case 'place':
      return placeLines(texts, answer);
    case 'trace':
      return traceLines(texts, answer);
    case 'overview':
      return [
        texts.holds(answer.speeches.length, answer.passages),
        ...answer.speeches.map(({ citation }) => citationLine(texts, citation)),
      ];
    case 'nothing':
      if (answer.gone === true) return [texts.gone];
      return [
        texts.headings.nothing[answer.asked](clip(answer.query, LIMITS.header)),
        ...(answer.query === '' ? [] : [texts.nothingAdvice]),
      ];
  }
}

function placeLines(texts: Texts, { title, before, paragraph, after, citation }: PlaceAnswer): string[] {
  const paragraphs = [...before, paragraph, ...after].map(({ text }) => clip(text, LIMITS.item));
  return [`《${clip(title, LIMITS.title)}》`, ...paragraphs, citationLine(texts, citation)];
}

const traceLines = (texts: Texts, { sentences, left }: TraceAnswer): string[] => [
  texts.headings.sources,
  ...sentences.flatMap((sentence) => sentenceLines(texts, sentence)),
  ...(left > 0 ? [texts.more(left)] : []),
];

/** A sentence that was traced, and under it where it stands. */
function sentenceLines(texts: Texts, { quote, match, everywhere }: TracedSentence): string[] {
  const line = clip(quote, LIMITS.item);
  if (match !== null) {
    return [line, `${texts.match(match.kind, match.similarity)} · ${citationLine(texts, match.citation)}`];
  }
  return [line, everywhere === undefined ? texts.headings.nothing.source('') : texts.everywhere(everywhere)];
}

function skeletonLines(texts: Texts, { kind, title, sections }: Skeleton): string[] {
  if (kind === 'delivered') return [`《${title}》`, ...sections.map(({ marker, heading }) => `${marker}${heading}`)];
  const lines = sections.map(
    (section) => `${section.marker}${fillIn(section)}\n${citationLine(texts, section.citation)}`,
  );
  return [texts.skeleton.composed(new Set(sections.map(({ citation }) => citation.speech)).size), ...lines];
}

/** What could stand in place of each main section. */
export const alternativeLines = (texts: Texts, { sections }: Skeleton): string[] =>
  sections.flatMap((main) => [
    texts.skeleton.insteadOf(fillIn(main)),
    ...main.alternatives.map((other) => `${fillIn(other)}\n${citationLine(texts, other.citation)}`),
  ]);
