import { z } from 'zod';
import type { Store } from '../../store/index.ts';

/** Slack delivers an event again for up to an hour (docs.slack.dev/apis/events-api, “Retries”). In milliseconds. */
const REMEMBERED_FOR = 60 * 60_000;

/** What an event is known again by. */
const Delivered = z.object({
  event_id: z.string().min(1).max(255),
  event: z.object({
    type: z.string(),
    channel: z.string().optional(),
    ts: z.string().optional(),
    edited: z.object({ ts: z.string() }).optional(),
    message: z.object({ ts: z.string(), edited: z.object({ ts: z.string() }).optional() }).optional(),
  }),
});

/**
 * Whether an event comes by for the first time, also across a restart: known by its id, and by the message that it is
 * about, as one message can be told of by two events. What is no event, a command or a button, is always new.
 */
export function isFirstDelivery(store: Store, body: unknown): boolean {
  const delivered = Delivered.safeParse(body);
  if (!delivered.success) return true;
  const { event_id, event } = delivered.data;
  const isNewEvent = store.add(`event:${event_id}`, true, REMEMBERED_FOR).added;
  const ts = event.message?.ts ?? event.ts;
  if (event.channel === undefined || ts === undefined) return isNewEvent;
  const edited = event.message?.edited?.ts ?? event.edited?.ts ?? '';
  const isNewMessage = store.add(`said:${event.channel}:${ts}:${edited}`, true, REMEMBERED_FOR).added;
  return isNewEvent && isNewMessage;
}
