import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ZhibiError } from '../../src/speech/index.ts';
import { openStore, type Store, type StoreOptions } from '../../src/store/index.ts';

/** A folder that is gone when the test is. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'zhibi-store-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Opens a folder's store, closed again when the test is finished, and what it tells of faults. */
export async function opened(
  folder: string,
  options: StoreOptions = {},
): Promise<{ store: Store; told: string[]; faults: ZhibiError[] }> {
  const told: string[] = [];
  const faults: ZhibiError[] = [];
  const onFault = (fault: ZhibiError): void => {
    told.push(fault.code);
    faults.push(fault);
  };
  const store = await openStore(folder, { onFault, ...options });
  onTestFinished(() => store.close());
  return { store, told, faults };
}
