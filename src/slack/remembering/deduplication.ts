import { z } from 'zod';

/** What an event is known again by. */
const Delivered = z.object({
  event_id: z.string().min(1).max(255),
  event: z.object({
    /** What is answered; what tells of a change does no harm twice, and comes often. */
    type: z.enum(['app_home_opened', 'app_mention', 'message']),
    channel: z.string().optional(),
    ts: z.string().optional(),
    edited: z.object({ ts: z.string() }).optional(),
    message: z.object({ ts: z.string(), edited: z.object({ ts: z.string() }).optional() }).optional(),
  }),
});

/**
 * By what an event is known again: by its id, and by the message that it is about, as one message can be told of by two
 * events. What is no event, a command or a button, is always new, and has none.
 */
export function eventKeys(body: unknown): string[] {
  const delivered = Delivered.safeParse(body);
  if (!delivered.success) return [];
  const { event_id, event } = delivered.data;
  const ts = event.message?.ts ?? event.ts;
  if (event.channel === undefined || ts === undefined) return [`event:${event_id}`];
  const edited = event.message?.edited?.ts ?? event.edited?.ts ?? '';
  return [`event:${event_id}`, `said:${event.channel}:${ts}:${edited}`];
}
