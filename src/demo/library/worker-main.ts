import { parentPort, workerData } from 'node:worker_threads';
import { toFault } from '../../threads/index.ts';
import { type LibraryFolders, openLibrary } from './library.ts';
import type { Call, FromThread, Given, ToThread } from './messages.ts';

/** The program of the library's thread: reads, indexes and answers, while the page and the app go on. */
const tell = (message: FromThread): void => parentPort?.postMessage(message);
const folders: LibraryFolders = workerData;
const library = openLibrary(folders, (reading) => tell({ reading }));

async function answer(call: Call): Promise<Given[Call['kind']]> {
  if (call.kind === 'draft') return library.draft(call.request, call.audience);
  if (call.kind === 'add') return library.add(call.name, call.bytes);
  const { skipped, speeches } = await library.open();
  return { speeches, skipped: skipped.map(toFault) };
}

parentPort?.on('message', async ({ id, call }: ToThread) => {
  tell(
    await answer(call).then(
      (value) => ({ id, value }),
      (error: unknown) => ({ id, fault: toFault(error) }),
    ),
  );
});
