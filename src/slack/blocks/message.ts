import type { KnownBlock } from '@slack/types';
import type { Reply, Texts } from '../../assistant/index.ts';
import type { Answer, DraftRequest } from '../../drafting/index.ts';
import { nothingBlocks, passagesBlocks, sourcesBlocks } from './answers.ts';
import { context, header, richText, section, words } from './elements.ts';
import { alternativeLines, answerLines, fallbackText } from './fallback.ts';
import { clip, LIMITS } from './limits.ts';
import { phrasingBlocks, phrasingButtons } from './phrasing.ts';
import type { Offered } from './skeleton-buttons.ts';
import { alternativesBlocks, composedBlocks, skeletonsBlocks } from './skeletons.ts';

/** What is sent: blocks for the eye, the same in plain text for notifications and screen readers. */
export interface Message {
  text: string;
  blocks: KnownBlock[];
}

/**
 * Draws a reply within Slack's limits.
 *
 * @param forInsider whether who asked may see internal material elsewhere, and is told so where it is withheld
 * @param offered the buttons that it may have
 * @param request what was asked, where buttons may ask it again
 */
export function toMessage(
  texts: Texts,
  reply: Reply,
  forInsider: boolean,
  offered: Offered = [],
  request?: DraftRequest,
): Message {
  if (reply.kind === 'help') return helpMessage(texts, reply.unknownWord);
  const advice = forInsider ? texts.withheldAdvice : '';
  const withheld = reply.withheld > 0 ? [`${texts.withheld(reply.withheld)}${advice}`] : [];
  return {
    text: fallbackText([...answerLines(texts, reply.answer), ...withheld]),
    blocks: [
      ...answerBlocks(texts, reply.answer, offered),
      ...moreButtons(texts, reply.answer, request),
      ...withheld.map(context),
    ],
  };
}

const moreButtons = (texts: Texts, answer: Answer, request: DraftRequest | undefined): KnownBlock[] =>
  answer.kind === 'phrasing' && request?.kind === 'phrase' ? phrasingButtons(texts, answer, request) : [];

function answerBlocks(texts: Texts, answer: Answer, offered: Offered): KnownBlock[] {
  switch (answer.kind) {
    case 'passages':
      return passagesBlocks(texts, answer);
    case 'skeletons':
      return skeletonsBlocks(texts, answer, offered);
    case 'phrasing':
      return phrasingBlocks(texts, answer);
    case 'sources':
      return sourcesBlocks(texts, answer);
    case 'place':
    case 'trace':
    case 'overview':
      return [richText(section([words(clip(answerLines(texts, answer).join('\n'), LIMITS.fallback))]))];
    case 'nothing':
      return nothingBlocks(texts, answer);
  }
}

/**
 * What a button of a composed skeleton brings: the headings to choose from, or the tree for everybody.
 *
 * @param sharedBy the name of who pressed it
 */
export function skeletonMessage(texts: Texts, reply: Reply, what: 'alternatives' | 'share', sharedBy: string): Message {
  const answer = reply.kind === 'answer' ? reply.answer : undefined;
  const skeleton = answer?.kind === 'skeletons' ? answer.skeletons[0] : undefined;
  const withheld = reply.kind === 'answer' && reply.withheld > 0 ? [texts.withheld(reply.withheld)] : [];
  if (answer === undefined || skeleton === undefined) return sentenceMessage(withheld[0] ?? texts.skeleton.gone);
  const blocks = what === 'alternatives' ? alternativesBlocks(texts, skeleton) : composedBlocks(texts, skeleton);
  const by = what === 'share' ? [context(texts.skeleton.sharedBy(sharedBy))] : [];
  const lines = what === 'alternatives' ? alternativeLines(texts, skeleton) : answerLines(texts, answer);
  return { text: fallbackText([...lines, ...withheld]), blocks: [...by, ...blocks, ...withheld.map(context)] };
}

function helpMessage(texts: Texts, unknownWord: string | null): Message {
  const { title, commands, inThreads, unknownCommand } = texts.help;
  const unknown = unknownWord === null ? [] : [unknownCommand(unknownWord)];
  const blocks: KnownBlock[] = [
    ...unknown.map((line) => richText(section([words(line)]))),
    header(title),
    ...commands.map(({ example, answer }) =>
      richText(section([{ type: 'text', text: example, style: { code: true } }, words(`  ${answer}`)])),
    ),
    context(inThreads),
  ];
  const lines = commands.map(({ example, answer }) => `${example}：${answer}`);
  return { text: fallbackText([...unknown, title, ...lines, inThreads]), blocks };
}

/** One sentence of ours: an error that the person can mend, an apology. */
export const sentenceMessage = (sentence: string): Message => ({
  text: fallbackText([sentence]),
  blocks: [richText(section([words(sentence)]))],
});
