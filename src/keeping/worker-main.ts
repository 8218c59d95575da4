import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { findFiles, readSpeech } from '../corpus/index.ts';
import { indexHolderOver } from '../drafting/index.ts';
import { checkIndexFolder, indexStamp } from '../indexing/index.ts';
import { Alarm } from './alarm.ts';
import { failed, type KeepingEvent } from './events.ts';
import { Keeper } from './keeper.ts';
import type { KeptFolders } from './keeper-thread.ts';
import { readLedger } from './ledger.ts';
import { startFreeze } from './start-freeze.ts';
import { FolderWatch } from './watch-folders.ts';

/** The program of the keeper's thread: looks, reads and has the index changed, whenever something happens. */
const { folders, indexFolder }: KeptFolders = workerData;
const tell = (event: KeepingEvent): void => parentPort?.postMessage(event);
const alarm = new Alarm();
const ring = (): void => alarm.ring();

const keeper = new Keeper({
  folders,
  find: findFiles,
  read: ({ path }, folder) => readSpeech(path, folder),
  indexStamp: () => indexStamp(indexFolder),
  checkIndex: () => checkIndexFolder(indexFolder),
  ledgerOf: async (corpus) => (await readLedger(indexFolder, corpus))?.files ?? null,
  freeze: () => startFreeze({ folders, indexFolder }),
  tell,
  wake: ring,
  now: () => performance.now(),
});
const watch = new FolderWatch([...folders, indexFolder], ring, (error) => tell(failed('watch', error)));

parentPort?.on('message', (port: MessagePort) => keeper.connect(indexHolderOver(port)));

/** Things that happen within this time are one: a copy of many files is not looked at for each. In milliseconds. */
const TOGETHER = 50;

for (;;) {
  await alarm.sleep(await keeper.step());
  await new Promise((resolve) => setTimeout(resolve, TOGETHER));
  watch.renew();
}
