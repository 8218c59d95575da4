import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import {
  type Assistant,
  type Audience,
  type Command,
  errorText,
  type Reply,
  type Texts,
  textsIn,
} from '../assistant/index.ts';
import { type ErrorCode, ZhibiError } from '../speech/index.ts';
import { type Message, type Offered, sentenceMessage, toMessage } from './blocks/index.ts';
import type { Person } from './people.ts';

/** A question in its place. */
export interface Asked {
  /** The feature of Slack that it came by, for the log. */
  surface: 'command' | 'mention' | 'direct-message' | 'button';
  command: Command;
  person: Person;
  audience: Audience;
  /** Buttons that the answer may have. */
  offered?: Offered;
}

/** Faults that the person can mend at once; all others get an apology with a number that the log has too. */
const FOR_THE_PERSON: ReadonlySet<ErrorCode> = new Set(['query-empty', 'query-too-long', 'pattern-invalid']);

/**
 * Answers a question as a message; never throws. Writes one log line: what kind of question, how many items, how many
 * milliseconds, and why it failed if it did; never the words of the question or the answer.
 *
 * @param draw how the reply becomes a message; as an answer to what was typed, if not given
 */
export async function answerAsked(
  assistant: Assistant,
  log: Logger,
  asked: Asked,
  draw = (texts: Texts, reply: Reply): Message => defaultMessage(texts, reply, asked),
): Promise<Message> {
  const requestId = randomUUID().slice(0, 8);
  const { command, surface } = asked;
  const kind = command.kind === 'request' ? command.request.kind : command.kind;
  const requestLog = log.child({ requestId, surface, kind });
  const texts = textsIn(asked.person.language);
  const started = performance.now();
  const ms = (): number => Math.round(performance.now() - started);
  try {
    const reply = await assistant(command, asked.audience);
    requestLog.info({ items: countItems(reply), ms: ms() }, 'answered');
    return draw(texts, reply);
  } catch (error) {
    if (error instanceof ZhibiError && FOR_THE_PERSON.has(error.code)) {
      requestLog.info({ code: error.code, ms: ms() }, 'refused');
      return sentenceMessage(errorText(texts, error));
    }
    requestLog.error({ ...faultOf(error), ms: ms() }, 'failed');
    return sentenceMessage(texts.apology(requestId));
  }
}

/** Buttons come only where a message is the person's own. */
function defaultMessage(texts: Texts, reply: Reply, { command, person, offered }: Asked): Message {
  const again = offered !== undefined && command.kind === 'request' ? command.request : undefined;
  return toMessage(texts, reply, person.isInsider, offered, again);
}

/** Of our own faults everything is known to be fit for a log; of others only where they happened. */
function faultOf(error: unknown): object {
  if (error instanceof ZhibiError) return { code: error.code, details: error.details };
  if (!(error instanceof Error)) return { code: 'unknown' };
  const stack = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return { code: 'unknown', type: error.name, stack };
}

function countItems(reply: Reply): number {
  if (reply.kind === 'help') return 0;
  const { answer } = reply;
  switch (answer.kind) {
    case 'passages':
      return answer.hits.length;
    case 'skeletons':
      return answer.skeletons.length;
    case 'phrasing':
      return answer.groups.length;
    case 'sources':
      return answer.matches.length;
    case 'place':
      return 1;
    case 'trace':
      return answer.sentences.length;
    case 'overview':
      return answer.speeches.length;
    case 'nothing':
      return 0;
  }
}
