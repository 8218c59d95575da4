import type { App } from '@slack/bolt';
import { textsIn } from '../../../assistant/index.ts';
import { answerIn } from '../../answering/answering.ts';
import { ASK_FORM, askForm, readAskForm, sentenceMessage } from '../../blocks/index.ts';
import {
  type Opening,
  type Outlet,
  packModal,
  privateReply,
  respondTo,
  showModal,
  unpackModal,
} from '../../delivery/index.ts';
import { readPayload, Submission } from '../../reading/payloads.ts';
import { personally } from '../../reading/where.ts';
import type { Services } from '../../services.ts';

/**
 * Opens the form of `/draft` alone; what is asked with it is answered where it was opened. Who may not ask there is told so
 * at once.
 */
export async function openAskForm(
  services: Services,
  opening: Opening,
  { outlet, responseUrl }: { outlet: Outlet; responseUrl: string },
): Promise<void> {
  const admission = await services.access.admit(opening.client, opening.where);
  const texts = textsIn(admission.person.language);
  if (!admission.isAllowed) {
    await outlet.tell(sentenceMessage(texts.notAllowed[admission.reason]), texts);
    return;
  }
  const delivery = opening.where.delivery === 'direct' ? 'direct' : 'private';
  const metadata = packModal({ delivery, channel: opening.where.channel, depth: 1, responseUrl });
  await showModal(opening, askForm(texts, { metadata }), texts);
}

/** The form, filled in. */
export function registerAskForm(app: App, services: Services): void {
  app.view({ callback_id: ASK_FORM, type: 'view_submission' }, async ({ ack, body, client, context }) => {
    const form = readPayload(Submission, body, { kind: 'view', log: services.log });
    if (form === null) return ack();
    const { user, view } = form;
    const kept = unpackModal(view.private_metadata);
    const told = { channel: kept?.channel ?? undefined, user: user.id, userTeam: user.team_id };
    const where = personally(services, context, told);
    const { person } = await services.access.admit(client, where);
    const read = readAskForm(textsIn(person.language), view.state.values);
    if (!read.ok) {
      await ack({ response_action: 'errors', errors: read.errors });
      return;
    }
    await ack();
    if (kept?.responseUrl === undefined) return;
    const respond = respondTo(services.respondWith, kept.responseUrl);
    const outlet = privateReply({ respond, client, log: services.log, where });
    await answerIn(services, client, { surface: 'form', command: { kind: 'request', request: read.request } }, outlet);
  });
}
