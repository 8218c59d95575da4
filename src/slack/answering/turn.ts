import type { webApi } from '@slack/bolt';
import { type Command, type Previous, readFollowUp, type Texts } from '../../assistant/index.ts';
import type { DraftRequest } from '../../drafting/index.ts';
import type { Whereabouts } from '../access/index.ts';
import { conversationReply, type Outlet } from '../delivery/index.ts';
import type { Services } from '../services.ts';
import { type Answered, answerNow, type Surface, sayIn } from './answering.ts';

/** A message in a conversation that is to be answered. */
export interface Turn {
  surface: Surface;
  where: Whereabouts & { channel: string };
  /** Timestamp of the thread's first message; `undefined` in direct messages outside threads. */
  threadTs: string | undefined;
  /** Timestamp of the message itself. */
  ts: string;
}

/**
 * Runs what answers a message once all that came before it in its conversation is answered: only then is it known what
 * 更多 follows, and which reply of ours an edited message already has.
 */
export function inTurn(
  { conversations, inOrder, log }: Services,
  client: webApi.WebClient,
  { where, threadTs, ts }: Turn,
  answer: (outlet: Outlet) => Promise<void>,
): Promise<void> {
  return inOrder.run(`${where.channel} ${threadTs ?? ''}`, () => {
    const replaces = conversations.replyTo(where.channel, ts);
    return answer(conversationReply({ client, log, where, threadTs, replaces }));
  });
}

/**
 * Answers what was said in a conversation, as a follow-up to the answer before it (更多) or as a question of its own, and
 * remembers the answer for the next turn. To be called in its turn: see {@link inTurn}.
 *
 * @param read what a question of its own means here
 */
export async function takeTurn(
  services: Services,
  client: webApi.WebClient,
  turn: Turn & { typed: string },
  outlet: Outlet,
  read: (typed: string) => Command,
): Promise<void> {
  const { conversations } = services;
  const { surface, threadTs = '', typed, where } = turn;
  const previous = conversations.lastAnswer(where.channel, threadTs);
  const followUp = previous === undefined ? null : readFollowUp(typed, previous);
  if (followUp !== null && 'problem' in followUp) {
    await saySentence(services, client, turn, outlet, (texts) => texts.followUpProblem(followUp));
    return;
  }
  const command: Command = followUp === null ? read(typed) : { kind: 'request', request: followUp.request };
  const page = followUp?.page ?? 1;
  const answered = await answerNow(services, client, { surface, command, page }, outlet);
  if (answered.ts !== null) conversations.rememberReply(where.channel, turn.ts, answered.ts);
  // What was refused, or failed, leaves nothing to go on from.
  if (command.kind === 'request' && answered.reply !== null) {
    const { request } = command;
    const { shown, more } = passagesIn(answered);
    const passages = [...numberedBefore(request, previous), ...shown];
    conversations.rememberAnswer(where.channel, threadTs, { request, page, passages, more });
  }
}

/** Says a sentence of ours in answer to a message, so that editing the message edits it. */
export async function saySentence(
  services: Services,
  client: webApi.WebClient,
  { where, ts }: Turn,
  outlet: Outlet,
  sentence: (texts: Texts) => string,
): Promise<void> {
  const said = await sayIn(services, client, outlet, sentence);
  if (said !== null) services.conversations.rememberReply(where.channel, ts, said);
}

/** The passages on the pages before: numbers go on from page to page. */
const numberedBefore = (request: DraftRequest, previous: Previous | undefined): string[] =>
  Array.from({ length: request.kind === 'find' ? (request.skip ?? 0) : 0 }, (_, i) => previous?.passages[i] ?? '');

/** The passages that an answer showed, in their order, and how many stand behind them. */
function passagesIn({ reply }: Answered): { shown: string[]; more: number } {
  if (reply?.kind !== 'answer' || reply.answer.kind !== 'passages') return { shown: [], more: 0 };
  const { hits, more } = reply.answer;
  return { shown: hits.map(({ passage }) => passage), more };
}
