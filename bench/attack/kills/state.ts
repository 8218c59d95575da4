import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../../src/store/index.ts';

/** What is wrong with a state folder, by code, looked at in a copy; empty where it is whole. */
export async function faultsOfState(folder: string): Promise<string[]> {
  const copy = mkdtempSync(join(tmpdir(), 'zhibi-state-'));
  try {
    cpSync(folder, copy, { recursive: true });
    rmSync(join(copy, 'lock'), { force: true });
    const faults: string[] = [];
    const store = await openStore(copy, { onFault: ({ code }) => faults.push(code) });
    await store.close();
    return faults;
  } catch (error) {
    return [String(error)];
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
