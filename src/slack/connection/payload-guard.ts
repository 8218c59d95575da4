import type { AckFn, App, ReceiverEvent } from '@slack/bolt';
import type { Logger } from 'pino';
import { z } from 'zod';
import { nameOfError, traceOfError } from '../../speech/index.ts';
import { doubtsOf } from '../reading/payloads.ts';

const id = z.string().min(1).max(255);
const Person = z.looseObject({ id });

/** What Bolt relies on in a payload, by its kind; what a listener needs of it beyond that is the listener's to look at. */
const SHAPES = {
  event: z.looseObject({ event: z.looseObject({ type: z.string() }) }),
  command: z.looseObject({ command: z.string(), user_id: id, team_id: id, channel_id: id, response_url: z.url() }),
  action: z.looseObject({ user: Person, actions: z.array(z.looseObject({ action_id: z.string() })).min(1) }),
  shortcut: z.looseObject({ user: Person, callback_id: z.string(), trigger_id: id }),
  view: z.looseObject({ user: Person, view: z.looseObject({ id, callback_id: z.string() }) }),
};
type Kind = keyof typeof SHAPES;

const KIND_OF_TYPE: Readonly<Record<string, Kind>> = {
  event_callback: 'event',
  block_actions: 'action',
  shortcut: 'shortcut',
  message_action: 'shortcut',
  view_submission: 'view',
  view_closed: 'view',
};

/** What a payload is, as far as we know such things; `null` for any other. */
function kindOf(body: unknown): Kind | null {
  const named = z.looseObject({ type: z.string().optional(), command: z.unknown().optional() }).safeParse(body);
  if (!named.success) return null;
  const { command, type } = named.data;
  if (type === undefined) return command === undefined ? null : 'command';
  return KIND_OF_TYPE[type] ?? null;
}

/** Why a payload is not given to Bolt; `null` where it is. */
function doubtOf(body: unknown): { kind: string; reason: string } | null {
  const kind = kindOf(body);
  if (kind === null) return { kind: 'unknown', reason: 'type' };
  const read = SHAPES[kind].safeParse(body);
  return read.success ? null : { kind, reason: doubtsOf(read.error) };
}

/**
 * The app as a receiver sees it: every payload is acknowledged, whatever is in it, and none ends in a rejection. What is
 * malformed, and what no listener takes, is told to the log with the reason.
 */
export const guarded = (app: App, log: Logger): App =>
  Object.create(app, { processEvent: { value: (event: ReceiverEvent) => processGuarded(app, event, log) } }) as App;

async function processGuarded(app: App, event: ReceiverEvent, log: Logger): Promise<void> {
  const doubt = doubtOf(event.body);
  let isAcknowledged = false;
  const ack: AckFn<unknown> = (response) => {
    isAcknowledged = true;
    return event.ack(response);
  };
  try {
    if (doubt !== null) log.warn(doubt, 'payload not read');
    else await app.processEvent({ ...event, ack });
    if (isAcknowledged) return;
    if (doubt === null) log.warn({ kind: kindOf(event.body) }, 'payload without a listener');
  } catch (error) {
    log.error({ kind: kindOf(event.body), ...traceOfError(error) }, 'payload failed');
    if (isAcknowledged) return;
  }
  await event.ack().catch((error: unknown) => log.warn({ code: nameOfError(error) }, 'not acknowledged'));
}
