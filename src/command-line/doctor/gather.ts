import { access, constants } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, resolve } from 'node:path';
import type { Installation } from '../../config.ts';
import { readCorpus } from '../../corpus/index.ts';
import { fingerprintOf, SpeechIndex } from '../../indexing/index.ts';
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
  const [ofSlack, use, state] = await asked;
  const port = { number: slack.port, use };
  return { node: process.versions.node, problems, corpus, index, dictionary, state, port, ...ofSlack };
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
  return { speeches: speeches.length, skipped: skipped.length, fingerprint };
}

async function indexIn(folder: string): Promise<Exclude<Facts['index'], ZhibiError>> {
  const index = await SpeechIndex.read(folder);
  const { speeches, passageCount: passages, fingerprint } = index;
  return { folder, speeches: speeches.length, passages, fingerprint: fingerprint.corpus };
}

async function stateOf(folder: string | undefined): Promise<Facts['state']> {
  if (folder === undefined) return null;
  const fault = await refusesWriting(folder);
  return { folder, fault };
}

/** Why a folder, or where it does not exist the folder that it would be made in, cannot be written; else `null`. */
async function refusesWriting(folder: string): Promise<string | null> {
  try {
    await access(folder, constants.W_OK | constants.X_OK);
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
