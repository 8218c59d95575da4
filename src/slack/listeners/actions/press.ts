import type { App, webApi } from '@slack/bolt';
import { textsIn } from '../../../assistant/index.ts';
import { answerIn } from '../../answering/answering.ts';
import { wordsOfFile } from '../../answering/documents.ts';
import { share } from '../../answering/sharing.ts';
import { ACTION, alternativesMessage, type Press, sentenceMessage, unpack } from '../../blocks/index.ts';
import type { Outlet } from '../../delivery/index.ts';
import { Pressing, readPayload } from '../../reading/payloads.ts';
import { type PressedIn, pressedIn } from '../../reading/pressed-in.ts';
import type { Services } from '../../services.ts';
import { questionBehind } from './question-behind.ts';
import { unfold } from './unfold.ts';

/**
 * Every button, menu and list of ours. What is pressed keeps ids alone: the question or the passage behind it is asked for
 * again, under the rules that hold for who pressed it, where they pressed it.
 */
export function registerPresses(app: App, services: Services): void {
  app.action(new RegExp(`^${ACTION}`), async ({ ack, body, client, context, respond }) => {
    await ack();
    const { log } = services;
    const pressing = readPayload(Pressing, body, { kind: 'action', log });
    if (pressing === null) return;
    const press = unpack(pressing.actions[0]);
    if (press === null) return log.warn({ kind: 'action', reason: 'value' }, 'payload not read');
    const place = pressedIn(services, { client, context, respond }, pressing);
    await act(services, client, press, place);
  });
}

async function act(services: Services, client: webApi.WebClient, press: Press, place: PressedIn): Promise<void> {
  if (press.verb === 'trace') return traceFile(services, client, press.file, place.beside);
  const asked = questionBehind(press, services);
  if (asked === null) return tellGone(services, client, place.beside);
  switch (press.verb) {
    case 'share':
    case 'share-skeleton':
    case 'share-answer':
      if (place.toChannel !== null) await share(services, client, asked, place.toChannel);
      return;
    case 'unfold':
      return unfold(services, client, asked, place);
    case 'alternatives':
      await answerIn(services, client, { ...asked, draw: alternativesMessage }, place.beside);
      return;
    case 'page':
      await answerIn(services, client, asked, place.instead);
      return;
    default:
      await answerIn(services, client, asked, place.beside);
  }
}

async function traceFile(services: Services, client: webApi.WebClient, file: string, outlet: Outlet): Promise<void> {
  const admission = await services.access.admit(client, outlet.where);
  const texts = textsIn(admission.person.language);
  if (!admission.isAllowed) return outlet.tell(sentenceMessage(texts.notAllowed[admission.reason]), texts);
  const read = await wordsOfFile(services, client, file, { texts, person: outlet.where.user });
  if ('message' in read) {
    await outlet.send(read.message, texts);
    return;
  }
  const request = { kind: 'trace', text: read.text } as const;
  await answerIn(services, client, { surface: 'button', command: { kind: 'request', request } }, outlet);
}

/** Says that what a button named is no longer kept. */
async function tellGone(services: Services, client: webApi.WebClient, outlet: Outlet): Promise<void> {
  const { person } = await services.access.admit(client, outlet.where);
  const texts = textsIn(person.language);
  await outlet.tell(sentenceMessage(texts.questionGone), texts);
}
