import { z } from 'zod';

/** What the client of Socket Mode sees to itself. */
const Housekeeping = z.looseObject({ type: z.enum(['hello', 'disconnect']) });

/** What holds a payload (docs.slack.dev/apis/events-api/using-socket-mode). */
const Envelope = z.looseObject({
  type: z.enum(['events_api', 'interactive', 'slash_commands']),
  envelope_id: z.string().min(1).max(255),
  payload: z.looseObject({}),
});
const Answerable = z.looseObject({ envelope_id: z.string().min(1).max(255) });

/** A frame for the client, and what was wrong with what came; no frame where nothing can be done with it. */
export interface ReadFrame {
  frame: string | null;
  doubt: string | null;
}

/**
 * What the client of Socket Mode may be given of what came. It ends the process on JSON that is no object and on an event
 * without a payload; and it tells each event under the event's own name, also one that is the client's (`close`).
 *
 * So it is given all payloads as interactions, which it passes on in the same way. A frame without a payload that can be
 * acknowledged is given with an empty one, so that it is.
 */
export function readFrame(data: unknown): ReadFrame {
  const value = typeof data === 'string' ? parsed(data) : undefined;
  if (value === undefined) return { frame: null, doubt: typeof data === 'string' ? 'json' : 'binary' };
  if (Housekeeping.safeParse(value).success) return { frame: JSON.stringify(value), doubt: null };
  const envelope = Envelope.safeParse(value);
  if (envelope.success) return { frame: asInteraction(envelope.data), doubt: null };
  const answerable = Answerable.safeParse(value);
  if (!answerable.success) return { frame: null, doubt: 'envelope' };
  const { envelope_id } = answerable.data;
  return { frame: asInteraction({ envelope_id, payload: {} }), doubt: 'payload' };
}

const asInteraction = (envelope: object): string => JSON.stringify({ ...envelope, type: 'interactive' });

/** `undefined` for what is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
