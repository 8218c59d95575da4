import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import { errorText, type Texts, textsIn } from '../../assistant/index.ts';
import { type Digest, nameOfError, ZhibiError } from '../../speech/index.ts';
import { inspectionMessage, type Message, sentenceMessage } from '../blocks/index.ts';
import { type Outlet, refusalOf } from '../delivery/index.ts';
import type { Scope } from '../installation/scopes.ts';
import { SentFile } from '../reading/payloads.ts';
import { downloadSent, NotLetIn, nameOfSent } from '../reading/sent-file.ts';
import type { Services } from '../services.ts';

const FILES_SCOPE = 'files:read' satisfies Scope;

/** Says what a file that somebody sent is read as; its sentences are traced when that is asked for. */
export async function inspectFile(
  services: Services,
  client: webApi.WebClient,
  file: SentFile,
  outlet: Outlet,
): Promise<void> {
  const admission = await services.access.admit(client, outlet.where);
  const texts = textsIn(admission.person.language);
  if (!admission.isAllowed) {
    await outlet.tell(sentenceMessage(texts.notAllowed[admission.reason]), texts);
    return;
  }
  const read = await readSent(services, client, file, { texts, person: outlet.where.user });
  const message = 'title' in read ? inspectionMessage(texts, read, file.id) : read.message;
  await outlet.send(message, texts);
}

/** Who asks about a file, and in which language. */
interface Asking {
  person: string;
  texts: Texts;
}

const FileInfo = z.object({ file: SentFile });

/** The sentences of a file that was sent before; a message where it can't be read, or is gone. */
export async function wordsOfFile(
  services: Services,
  client: webApi.WebClient,
  file: string,
  asking: Asking,
): Promise<{ text: string } | { message: Message }> {
  const info = FileInfo.safeParse(await client.files.info({ file }).catch(refusalOf));
  if (!info.success) return { message: sentenceMessage(asking.texts.fileGone) };
  const read = await readSent(services, client, info.data.file, asking);
  return 'message' in read ? read : { text: read.words };
}

async function readSent(
  services: Services,
  client: webApi.WebClient,
  file: SentFile,
  { person, texts }: Asking,
): Promise<Digest | { message: Message }> {
  // What was deleted, or is older than the workspace keeps, has a name and no address.
  if (file.url_private_download === undefined) return { message: sentenceMessage(texts.fileGone) };
  try {
    const { slackApiUrl, token } = client;
    const load = () => downloadSent({ fetch: services.fetch, slackApiUrl, token }, file);
    return await services.readDocument(nameOfSent(file), load, person);
  } catch (error) {
    if (error instanceof NotLetIn) {
      services.log.warn({ code: 'missing_scope', needed: FILES_SCOPE }, 'file not read');
      return { message: sentenceMessage(texts.slackFaults['missing-scope'](FILES_SCOPE)) };
    }
    const known = error instanceof ZhibiError;
    services.log.warn({ code: known ? error.code : 'unknown' }, 'file not read');
    const unreadable = new ZhibiError('download-failed', { file: file.name, reason: nameOfError(error) });
    return { message: sentenceMessage(errorText(texts, known ? error : unreadable)) };
  }
}
