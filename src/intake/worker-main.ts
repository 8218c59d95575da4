import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import { basename } from 'node:path';
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

/** How far behind: the least that Linux has. */
const NICE = 19;

/**
 * Lets every other thread go first where they want the processor at once. Linux has a priority for each thread, under the
 * number that it has for itself; elsewhere there is none, and nothing is lost.
 */
function giveWay(): void {
  try {
    setPriority(Number(basename(readlinkSync('/proc/thread-self'))), NICE);
  } catch {
    // No Linux, or not allowed.
  }
}

giveWay();
parentPort?.on('message', async (message: ToReader) => {
  const outcome: FromReader = await read(message).then(
    (digest) => ({ digest }),
    (error: unknown) => ({ fault: toFault(error) }),
  );
  parentPort?.postMessage(outcome);
});
