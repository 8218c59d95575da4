import type { KnownBlock } from '@slack/types';
import type { Reply, Texts } from '../../assistant/index.ts';
import type { Answer } from '../../drafting/index.ts';
import { nothingBlocks, passagesBlocks, phrasingBlocks, skeletonsBlocks, sourcesBlocks } from './answers.ts';
import { context, header, richText, section, words } from './elements.ts';
import { answerLines, fallbackText } from './fallback.ts';

/** What is sent: blocks for the eye, the same in plain text for notifications and screen readers. */
export interface Message {
  text: string;
  blocks: KnownBlock[];
}

/**
 * Draws a reply within Slack's limits.
 *
 * @param forInsider whether who asked may see internal material elsewhere, and is told so where it is withheld
 */
export function toMessage(texts: Texts, reply: Reply, forInsider: boolean): Message {
  if (reply.kind === 'help') return helpMessage(texts, reply.unknownWord);
  const advice = forInsider ? texts.withheldAdvice : '';
  const withheld = reply.withheld > 0 ? [`${texts.withheld(reply.withheld)}${advice}`] : [];
  return {
    text: fallbackText([...answerLines(texts, reply.answer), ...withheld]),
    blocks: [...answerBlocks(texts, reply.answer), ...withheld.map(context)],
  };
}

function answerBlocks(texts: Texts, answer: Answer): KnownBlock[] {
  switch (answer.kind) {
    case 'passages':
      return passagesBlocks(texts, answer);
    case 'skeletons':
      return skeletonsBlocks(texts, answer);
    case 'phrasing':
      return phrasingBlocks(texts, answer);
    case 'sources':
      return sourcesBlocks(texts, answer);
    case 'nothing':
      return nothingBlocks(texts, answer);
  }
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
