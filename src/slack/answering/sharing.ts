import type { webApi } from '@slack/bolt';
import { isEmpty } from '../../assistant/index.ts';
import { sentenceMessage, sharedMessage } from '../blocks/index.ts';
import type { Outlet } from '../delivery/index.ts';
import type { Services } from '../services.ts';
import { type Asked, ask } from './answering.ts';

/**
 * Shows an answer to the whole channel, in the name of who shares it: asked again under the rules for what everybody reads,
 * so that nothing internal is in it. Where nothing is left, only the person hears why.
 */
export async function share(
  services: Services,
  client: webApi.WebClient,
  asked: Asked,
  toChannel: Outlet,
): Promise<void> {
  const { isAdmitted, message, reply, texts } = await ask(
    services,
    client,
    { ...asked, draw: sharedMessage },
    toChannel,
  );
  if (!isAdmitted || reply === null) await toChannel.tell(message, texts);
  else if (reply.kind === 'help' || isEmpty(reply.answer))
    await toChannel.tell(sentenceMessage(texts.nothingToShare), texts);
  else await toChannel.send(message, texts);
}
