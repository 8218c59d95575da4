import { readFile } from 'node:fs/promises';
import { type AccessPolicy, DEFAULT_POLICY, parseAccessPolicy } from './slack/index.ts';
import { ZhibiError } from './speech/index.ts';

/**
 * Reads the file that says who may use the bot and see what; without one, what holds by default. A file that is named and
 * not there is an error: who named it meant to shut people out.
 *
 * @throws ZhibiError `access-invalid`, `file-vanished`, `file-unreadable`, `encoding-unknown`
 */
export async function readAccessPolicy(file: string | undefined): Promise<AccessPolicy> {
  return file === undefined ? DEFAULT_POLICY : parseAccessPolicy(decoded(await bytesOf(file), file), file);
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    if (reason === 'ENOENT') throw new ZhibiError('file-vanished', { file }, { cause: error });
    throw new ZhibiError('file-unreadable', { file, reason }, { cause: error });
  }
}

/** A folder whose name was read wrongly would be hidden from nobody. */
function decoded(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new ZhibiError('encoding-unknown', { file }, { cause: error });
  }
}
