import { constants, access as mayAccess } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, resolve } from 'node:path';
import type { Installation } from '../../config.ts';
import { readCorpus } from '../../corpus/index.ts';
import { checkIndexFolder, fingerprintOf, SpeechIndex } from '../../indexing/index.ts';
import { ZhibiError } from '../../speech/index.ts';
import { loadSegmenter } from '../../text/index.ts';
import type { ConnectionFact, Facts, PortUse } from './facts.ts';

/** How long something on our own machine may take to answer; in milliseconds. */
const LOCAL_PATIENCE = 2000;

/** Looks at everything that the bot needs: files, Slack, the port. Slow things at once; what fails is a fact too. */
export async function gatherFacts(
  { slack, problems, config }: Installation,
  corpusFolders: readonly string[],
  indexFolder: string,
): Promise<Facts> {
  const asked = Promise.all([askSlack(slack), usePort(slack.port), stateOf(config.stateFolder)]);
  const corpus = await orFault(() => corpusIn(corpusFolders));
  const index = await orFault(() => indexIn(indexFolder));
  const dictionary = await orFault(async () => {
    loadSegmenter();
    return null;
  });
  const access = await orFault(() => accessIn(slack.accessFile, corpus));
  const [ofSlack, use, state] = await asked;
  const port = { number: slack.port, use };
  return { node: process.versions.node, problems, corpus, index, dictionary, state, access, port, ...ofSlack };
}

async function orFault<Fact>(look: () => Promise<Fact>): Promise<Fact | ZhibiError> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof ZhibiError) return error;
    throw error;
  }
}

async function corpusIn(folders: readonly string[]): Promise<Exclude<Facts['corpus'], ZhibiError>> {
  const { speeches, skipped } = await readCorpus(folders);
  if (speeches.length === 0) throw new ZhibiError('corpus-empty', { folder: folders.join(' ') });
  const { corpus: fingerprint } = await fingerprintOf(speeches);
  return { speeches: speeches.length, skipped: skipped.length, fingerprint, files: speeches.map(({ file }) => file) };
}

async function indexIn(folder: string): Promise<Exclude<Facts['index'], ZhibiError>> {
  await checkIndexFolder(folder);
  const index = await SpeechIndex.read(folder);
  const { speeches, passageCount: passages, fingerprint } = index;
  return { folder, speeches: speeches.length, passages, fingerprint: fingerprint.corpus };
}

async function stateOf(folder: string): Promise<Facts['state']> {
  return { folder, fault: await refusesWriting(folder) };
}

/** A folder whose name is mistyped in the policy would be hidden from nobody. */
async function accessIn(
  file: string | undefined,
  corpus: Facts['corpus'],
): Promise<Exclude<Facts['access'], ZhibiError>> {
  if (file === undefined) return null;
  const { readAccessPolicy } = await import('../../access-file.ts');
  const { folders } = await readAccessPolicy(file);
  const files = corpus instanceof ZhibiError ? [] : corpus.files;
  const unmatched = folders
    .map(({ folder }) => folder)
    .filter((folder) => !files.some((one) => one.startsWith(folder)));
  return { file, folders: folders.length, unmatched: corpus instanceof ZhibiError ? [] : unmatched };
}

/** Why a folder, or where it does not exist the folder that it would be made in, cannot be written; else `null`. */
async function refusesWriting(folder: string): Promise<string | null> {
  try {
    await mayAccess(folder, constants.W_OK | constants.X_OK);
    return null;
  } catch (error) {
    const parent = dirname(resolve(folder));
    const isMissing = codeOf(error) === 'ENOENT' && parent !== folder;
    return isMissing ? refusesWriting(parent) : codeOf(error);
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : 'unknown');

async function askSlack(slack: Installation['slack']): Promise<Pick<Facts, 'bot' | 'connection' | 'wanted'>> {
  const { SCOPES, probeApp, probeBot } = await import('../../slack/index.ts');
  const { botToken, appToken, signingSecret, apiUrl } = slack;
  const connect = async (): Promise<ConnectionFact> => {
    if (appToken !== undefined) return { mode: 'socket', probe: await probeApp(appToken, apiUrl) };
    return signingSecret === undefined ? null : { mode: 'http' };
  };
  const [bot, connection] = await Promise.all([botToken === undefined ? null : probeBot(botToken, apiUrl), connect()]);
  const wanted = Object.entries(SCOPES).map(([scope, need]) => ({ scope, ...need }));
  return { bot, connection, wanted };
}

/** Whether the bot could listen on a port, or does so already. */
async function usePort(port: number): Promise<PortUse> {
  const reason = await new Promise<string | null>((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(codeOf(error)));
    server.listen(port, () => server.close(() => resolve(null)));
  });
  if (reason === null) return { kind: 'free' };
  return (await isHealthy(port)) ? { kind: 'ours' } : { kind: 'taken', reason };
}

async function isHealthy(port: number): Promise<boolean> {
  const signal = AbortSignal.timeout(LOCAL_PATIENCE);
  return fetch(`http://127.0.0.1:${port}/healthz`, { signal }).then(
    async (answer) => answer.ok && (await answer.text()) === 'ok',
    () => false,
  );
}
