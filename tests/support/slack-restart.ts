import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SpeechIndex } from '../../src/indexing/index.ts';
import { openStore } from '../../src/store/index.ts';
import { type SlackWorkspace, workspaceOver } from './slack-workspace.ts';

/** Runs with a workspace whose app can be started anew, over what the one before has left on disk. */
export async function overRestart(
  index: SpeechIndex,
  given: Parameters<typeof workspaceOver>[1],
  run: (own: SlackWorkspace, restart: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'zhibi-state-'));
  const open = () => openStore(folder, { onFault: ({ code }) => Promise.reject(new Error(code)) });
  let store = await open();
  const own = await workspaceOver(index, { ...given, store });
  const reopened = async () => {
    await store.close();
    store = await open();
    return store;
  };
  try {
    await run(own, () => own.restart(reopened));
  } finally {
    await own.stop();
    await store.close();
    await rm(folder, { recursive: true });
  }
}
