import type { App, webApi } from '@slack/bolt';
import { type Asked, ask } from '../../answering/answering.ts';
import { PLACE_VIEW, placeView } from '../../blocks/index.ts';
import { depthOf, packModal, showModal } from '../../delivery/index.ts';
import type { PressedIn } from '../../reading/pressed-in.ts';
import type { Services } from '../../services.ts';

/** A passage in its place, in a modal: at once, since what opens it is good for three seconds. */
export async function unfold(
  services: Services,
  client: webApi.WebClient,
  asked: Asked,
  { above, opening, where }: PressedIn,
): Promise<void> {
  const { message, reply, texts } = await ask(services, client, asked, above);
  if (reply?.kind !== 'answer' || reply.answer.kind !== 'place') {
    await above.send(message, texts);
    return;
  }
  const delivery = where.delivery === 'direct' ? 'direct' : 'private';
  const metadata = packModal({ delivery, channel: where.channel, depth: depthOf(opening) });
  await showModal(opening, placeView(texts, reply.answer, { metadata, offers: above.offers }), texts);
}

/** The modal of a passage has a button that closes it. */
export function registerPlaceView(app: App): void {
  app.view({ callback_id: PLACE_VIEW, type: 'view_submission' }, async ({ ack }) => {
    await ack();
  });
}
