import { parentPort } from 'node:worker_threads';
import { blanksSaid, readDocumentAsSpeech } from '../corpus/index.ts';
import { type Digest, digestOf } from '../speech/index.ts';
import { toFault } from '../threads/index.ts';
import type { FromReader, ToReader } from './reading-thread.ts';

/** Of a document that is sent: a speech has 10,000 characters, the longest report 40,000. */
const BOUNDS = { characters: 300_000, pages: 200, megabytes: 16 };

/** The program of a thread that reads documents: takes one after another, and gives what is told of each. */
async function read({ bytes, name }: ToReader): Promise<Digest> {
  const { speech } = await readDocumentAsSpeech(name, bytes, BOUNDS);
  return digestOf(speech, blanksSaid(speech));
}

parentPort?.on('message', async (message: ToReader) => {
  const outcome: FromReader = await read(message).then(
    (digest) => ({ digest }),
    (error: unknown) => ({ fault: toFault(error) }),
  );
  parentPort?.postMessage(outcome);
});
