import type { webApi } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Logger } from 'pino';
import type { Texts } from '../../assistant/index.ts';
import type { Whereabouts } from '../access/index.ts';
import { answerModal, type Message, sentenceMessage } from '../blocks/index.ts';
import { tellDirectly } from './conversation-reply.ts';
import { packModal } from './modal-metadata.ts';
import { OFFERED_DIRECTLY, type Outlet } from './outlet.ts';
import { refusalOf } from './slack-fault.ts';

/** Modals lie on one another three deep at most (docs.slack.dev/surfaces/modals). */
const DEEPEST = 3;

/** What a modal needs. */
export interface Opening {
  client: webApi.WebClient;
  log: Logger;
  where: Whereabouts;
  /** Good for three seconds after the person did something. */
  triggerId: string;
  /** The modal that it was pressed in, and how many lie below that one, itself counted; none from a message. */
  over?: { id: string; depth: number } | undefined;
  /** Whether it stands in place of that one. */
  replaces?: boolean;
}

/** An answer in a modal: the person's own, above what they were reading. */
export function modalReply(opening: Opening): Outlet {
  const depth = depthOf(opening);
  const send = async (message: Message, texts: Texts): Promise<null> => {
    const delivery = opening.where.delivery === 'direct' ? 'direct' : 'private';
    const metadata = packModal({ delivery, channel: opening.where.channel, depth });
    await showModal(opening, answerModal(texts, message, { title: texts.appName, metadata }), texts);
    return null;
  };
  const tell = async (message: Message, texts: Texts): Promise<void> => void (await send(message, texts));
  return { where: opening.where, offers: OFFERED_DIRECTLY, send, tell };
}

/** How many modals there will be. */
export const depthOf = ({ over, replaces = false }: Opening): number =>
  over === undefined ? 1 : Math.min(DEEPEST, replaces ? over.depth : over.depth + 1);

/** Opens a modal, puts it on another, or in its place; never throws. A person who waited too long is told to press again. */
export async function showModal(opening: Opening, view: ModalView, texts: Texts): Promise<void> {
  const { client, log, triggerId, over, replaces = false, where } = opening;
  try {
    if (over === undefined) await client.views.open({ trigger_id: triggerId, view });
    else if (replaces || over.depth >= DEEPEST) await client.views.update({ view_id: over.id, view });
    else await client.views.push({ trigger_id: triggerId, view });
  } catch (error) {
    const refusal = refusalOf(error);
    log.warn(refusal, 'modal refused');
    await tellDirectly(client, log, where.user, sentenceMessage(texts.slackFaults[refusal.fault](refusal.needed)));
  }
}
