import type { KnownBlock } from '@slack/types';
import { filtersLine, type Reply, type Texts } from '../../assistant/index.ts';
import type { Answer } from '../../drafting/index.ts';
import { asWordsButton, pageButtons, phrasingButtons, shareButton } from './answer-buttons.ts';
import { nothingBlocks, passagesBlocks, sourcesBlocks } from './answers.ts';
import type { Drawing, Message } from './drawing.ts';
import { context, header, richText, section, words } from './elements.ts';
import { answerLines, fallbackText } from './fallback.ts';
import { overviewBlocks } from './home.ts';
import { phrasingBlocks } from './phrasing.ts';
import { passageBlocks, placeBlocks } from './place.ts';
import { alternativesBlocks, skeletonsBlocks } from './skeletons.ts';
import { traceBlocks } from './trace.ts';
import { wordsOf } from './words-of.ts';

/** Draws a reply within Slack's limits: the question again, what answers it, what may be pressed. */
export function toMessage(texts: Texts, reply: Reply, drawing: Drawing): Message {
  if (reply.kind === 'help') return helpMessage(texts, reply.unknownWord);
  const notes = narrownessNotes(texts, drawing);
  const narrowed = narrowedTo(texts, reply.answer, drawing);
  const [line = '', ...lines] = answerLines(texts, reply.answer, drawing);
  const [heading, ...blocks] = answerBlocks(texts, reply.answer, drawing);
  return {
    text: fallbackText([line, ...narrowed, ...lines], notes),
    blocks: [
      ...(heading === undefined ? [] : [heading]),
      ...narrowed.map(context),
      ...blocks,
      ...asWordsButton(texts, drawing),
      ...notes.map(context),
    ],
  };
}

/** What an answer was narrowed to (2019 年 · 总结): a part of the question, so it stands below that. */
function narrowedTo(texts: Texts, answer: Answer, { request }: Drawing): string[] {
  const line = request !== undefined && 'filters' in request ? filtersLine(texts, request.filters) : null;
  if (line === null) return [];
  return [answer.kind === 'nothing' ? texts.widen(line) : texts.filters.scope(line)];
}

/** Members hear that internal speeches were not asked. Nobody else does, and nothing in it depends on the question. */
function narrownessNotes(texts: Texts, { closed }: Drawing): string[] {
  const isMember = closed !== undefined && closed !== 'outsider' && closed !== 'unidentified';
  return isMember ? [texts.internalNotSearched] : [];
}

function answerBlocks(texts: Texts, answer: Answer, drawing: Drawing): KnownBlock[] {
  switch (answer.kind) {
    case 'passages':
      return [...passagesBlocks(texts, answer, drawing), ...pageButtons(texts, answer.more, drawing)];
    case 'skeletons':
      return skeletonsBlocks(texts, answer, drawing);
    case 'phrasing':
      return [
        ...phrasingBlocks(texts, answer),
        ...phrasingButtons(texts, answer.groups, drawing),
        ...shareButton(texts, drawing),
      ];
    case 'sources':
      return [...sourcesBlocks(texts, answer), ...shareButton(texts, drawing)];
    case 'trace':
      return [...traceBlocks(texts, answer), ...shareButton(texts, drawing)];
    case 'place':
      return placeBlocks(texts, answer, drawing.offers);
    case 'overview':
      return overviewBlocks(texts, answer);
    case 'nothing':
      return nothingBlocks(texts, answer);
  }
}

/** What could stand in place of the headings of a composed skeleton. */
export function alternativesMessage(texts: Texts, reply: Reply, drawing: Drawing): Message {
  const skeleton = reply.kind === 'answer' && reply.answer.kind === 'skeletons' ? reply.answer.skeletons[0] : undefined;
  if (reply.kind === 'help' || skeleton === undefined) return toMessage(texts, reply, drawing);
  const notes = narrownessNotes(texts, drawing);
  const blocks = alternativesBlocks(texts, skeleton);
  return { text: fallbackText(wordsOf(blocks), notes), blocks: [...blocks, ...notes.map(context)] };
}

/** An answer for the whole channel, in the name of who shares it; of a passage its words, without what is around them. */
export function sharedMessage(texts: Texts, reply: Reply, drawing: Drawing): Message {
  const place = reply.kind === 'answer' && reply.answer.kind === 'place' ? reply.answer : null;
  const message = toMessage(texts, reply, place === null ? drawing : { ...drawing, closed: undefined });
  const blocks = place === null ? message.blocks : passageBlocks(texts, place, drawing);
  return withNote({ ...message, blocks }, texts.sharedBy(drawing.person.name));
}

/** A message with a sentence of ours above it. */
export const withNote = (message: Message, note: string): Message => ({
  text: `${fallbackText([note])}\n${message.text}`,
  blocks: [context(note), ...message.blocks],
});

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

/** Where questions can't be suggested otherwise: what can be asked in direct messages. */
export function welcomeMessage(texts: Texts): Message {
  const { title, prompts } = texts.suggestions;
  const lines = prompts.map((prompt) => prompt.message);
  return {
    text: fallbackText([title, ...lines]),
    blocks: [
      richText(section([words(title, { bold: true })])),
      richText({
        type: 'rich_text_list',
        style: 'bullet',
        elements: lines.map((line) => section([words(line)])),
      }),
      context(texts.help.inThreads),
    ],
  };
}

/** One sentence of ours: an error that the person can mend, an apology. */
export const sentenceMessage = (sentence: string): Message => ({
  text: fallbackText([sentence]),
  blocks: [richText(section([words(sentence)]))],
});
