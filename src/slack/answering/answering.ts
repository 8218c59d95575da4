import { randomUUID } from 'node:crypto';
import type { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { type Command, errorText, type Reply, type Texts, textsIn } from '../../assistant/index.ts';
import type { DraftRequest } from '../../drafting/index.ts';
import { type ErrorCode, traceOfError, ZhibiError } from '../../speech/index.ts';
import type { Admission } from '../access/index.ts';
import { type Drawing, type Message, sentenceMessage, toMessage } from '../blocks/index.ts';
import type { Outlet } from '../delivery/index.ts';
import type { Services } from '../services.ts';
import { itemsOf } from './items.ts';

/** The features of Slack that a question comes by, for the log. */
export type Surface = 'command' | 'form' | 'mention' | 'direct-message' | 'button' | 'shortcut' | 'home';

/** A question in its place. */
export interface Asked {
  surface: Surface;
  command: Command;
  /** Of several pages, which; 1 if not given. */
  page?: number;
  /** How the reply becomes a message; as an answer to what was typed, if not given. */
  draw?: (texts: Texts, reply: Reply, drawing: Drawing) => Message;
}

/** What became of a question. */
export interface Answered {
  texts: Texts;
  /** `null` where it failed, or may not be asked here. */
  reply: Reply | null;
  message: Message;
  /** Whether it may be asked here. */
  isAdmitted: boolean;
}

/** Faults that the person can mend at once; all others get an apology with a number that the log has too. */
const FOR_THE_PERSON: ReadonlySet<ErrorCode> = new Set(['query-empty', 'query-too-long', 'pattern-invalid']);

/**
 * Answers a question where one person asked it, one after another in each place; never throws.
 *
 * @returns what was answered, and the timestamp of the message where it can be edited
 */
export async function answerIn(
  services: Services,
  client: webApi.WebClient,
  asked: Asked,
  outlet: Outlet,
): Promise<Answered & { ts: string | null }> {
  const { channel, user } = outlet.where;
  return services.inOrder.run(`${channel} ${user}`, () => answerNow(services, client, asked, outlet));
}

/** The same at once, for who has waited for their turn already. */
export async function answerNow(
  services: Services,
  client: webApi.WebClient,
  asked: Asked,
  outlet: Outlet,
): Promise<Answered & { ts: string | null }> {
  const answered = await ask(services, client, asked, outlet);
  const { isAdmitted, message, texts } = answered;
  if (isAdmitted) return { ...answered, ts: await outlet.send(message, texts) };
  await outlet.tell(message, texts);
  return { ...answered, ts: null };
}

/**
 * Says one sentence of ours where an answer would stand; whoever may not ask there is told that alone. Never throws.
 *
 * @returns the timestamp of the message where it can be edited
 */
export async function sayIn(
  services: Services,
  client: webApi.WebClient,
  outlet: Outlet,
  sentence: (texts: Texts) => string,
): Promise<string | null> {
  const admission = await services.access.admit(client, outlet.where);
  const texts = textsIn(admission.person.language);
  if (admission.isAllowed) return outlet.send(sentenceMessage(sentence(texts)), texts);
  await outlet.tell(sentenceMessage(texts.notAllowed[admission.reason]), texts);
  return null;
}

/**
 * Asks under the rules of a place, and draws what comes back for it; never throws. Writes one log line: what kind of
 * question, how many items, how many milliseconds, and why it failed if it did; never the words of the question or the
 * answer.
 */
export async function ask(
  services: Services,
  client: webApi.WebClient,
  asked: Asked,
  { where, offers }: Pick<Outlet, 'where' | 'offers'>,
): Promise<Answered> {
  const admission = await services.access.admit(client, where);
  const texts = textsIn(admission.person.language);
  if (!admission.isAllowed) {
    services.log.info({ surface: asked.surface, reason: admission.reason }, 'not admitted');
    const message = sentenceMessage(texts.notAllowed[admission.reason]);
    return { texts, reply: null, message, isAdmitted: false };
  }
  return { texts, isAdmitted: true, ...(await reply(services, asked, { offers, user: where.user }, admission)) };
}

async function reply(
  services: Services,
  asked: Asked,
  { offers, user }: { offers: Outlet['offers']; user: string },
  { person, audience, closed }: Extract<Admission, { isAllowed: true }>,
): Promise<Pick<Answered, 'reply' | 'message'>> {
  const { command, draw = toMessage, page = 1, surface } = asked;
  const requestId = randomUUID().slice(0, 8);
  const texts = textsIn(person.language);
  const request = command.kind === 'request' ? command.request : undefined;
  const log = services.log.child({ requestId, surface, kind: request?.kind ?? command.kind });
  const started = performance.now();
  try {
    const answer = await services.line.run(user, () => services.assistant(command, audience));
    if (answer === 'busy') {
      log.warn({ ms: since(started) }, 'too many ask');
      return { reply: null, message: sentenceMessage(texts.busy) };
    }
    log.info({ items: itemsOf(answer), ms: since(started) }, 'answered');
    const question = request === undefined ? null : services.questions.keep(withoutPage(request));
    const asWords = command.kind === 'request' && command.asWords ? services.questions.keep(command.asWords) : null;
    // A button must not reach a person before the question behind it would outlive us.
    if (question !== null || asWords !== null) await services.saved();
    return {
      reply: answer,
      message: draw(texts, answer, { person, closed, offers, request, question, asWords, page }),
    };
  } catch (error) {
    return { reply: null, message: sentenceMessage(sayFault(texts, log, error, requestId, since(started))) };
  }
}

const since = (started: number): number => Math.round(performance.now() - started);

/** A question is kept without the page that was looked at. */
function withoutPage(request: DraftRequest): DraftRequest {
  if (request.kind !== 'find') return request;
  const { skip: _, ...first } = request;
  return first;
}

function sayFault(texts: Texts, log: Logger, error: unknown, requestId: string, ms: number): string {
  if (error instanceof ZhibiError && FOR_THE_PERSON.has(error.code)) {
    log.info({ code: error.code, ms }, 'refused');
    return errorText(texts, error);
  }
  log.error({ ...faultOf(error), ms }, 'failed');
  return texts.apology(requestId);
}

/** Of our own faults everything is known to be fit for a log; of others only where they happened. */
function faultOf(error: unknown): object {
  if (error instanceof ZhibiError) return { code: error.code, details: error.details };
  const { code, stack } = traceOfError(error);
  return { code: 'unknown', type: code, stack };
}
