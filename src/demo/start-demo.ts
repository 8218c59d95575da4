import type { Logger } from 'pino';
import { assistantOver, errorText, type Language, textsIn } from '../assistant/index.ts';
import { openIntake } from '../intake/index.ts';
import { Access, createApp, DEFAULT_POLICY, manifest } from '../slack/index.ts';
import { ZhibiError } from '../speech/index.ts';
import { memoryStore } from '../store/index.ts';
import type { Library } from './library/index.ts';
import { type Action, type ActionReply, type ActionRequest, LARGEST_FILE } from './protocol.ts';
import { doAction, LocalReceiver } from './receiver/index.ts';
import { PageFiles, type Served, serve } from './server/index.ts';
import { type DemoTexts, demoTextsIn } from './texts/index.ts';
import { BOT_TOKEN, localSlack, SLACK_API } from './web-api/index.ts';
import {
  type AppFeatures,
  LocalWorkspace,
  mayUseApp,
  type Reading,
  type Resident,
  residentNamed,
} from './workspace/index.ts';

export interface DemoOptions {
  /** Makes the library, which tells how far it has read. */
  openLibrary: (onReading: (reading: Reading | null) => void) => Library;
  host: string;
  /** 0 for any that is free. */
  port: number;
  /** Whether another will do where that is taken. */
  orAnyPort?: boolean;
  log: Logger;
}

/** A local workspace that runs. */
export interface Demo extends Served {
  library: Library;
  workspace: LocalWorkspace;
}

/** The app as Slack would be told of it. */
const featuresIn = (language: Language) => manifest({ mode: 'socket' }, language).features;

const FEATURES: AppFeatures = {
  command: featuresIn('zh').slash_commands?.[0]?.command ?? '',
  commandDescription: (language) => featuresIn(language).slash_commands?.[0]?.description ?? '',
  shortcuts: (language) =>
    (featuresIn(language).shortcuts ?? []).map(({ callback_id: callbackId, name }) => ({ callbackId, name })),
};

const KNOWN = {
  command: FEATURES.command,
  shortcuts: FEATURES.shortcuts('zh').map(({ callbackId }) => callbackId),
};

/**
 * Starts the app of src/slack/ in a workspace of its own, and the server of its page. The app is the very one that runs in
 * Slack: what is local are the ways in and out.
 *
 * @throws Error `EADDRINUSE` where the port is taken
 */
export async function startDemo({ log, openLibrary, ...where }: DemoOptions): Promise<Demo> {
  const workspace = new LocalWorkspace(FEATURES);
  const library = openLibrary((reading) => workspace.setReading(reading));
  const receiver = new LocalReceiver();
  const slack = localSlack(workspace);
  const intake = openIntake();
  const app = createApp({
    assistant: assistantOver(library.draft),
    access: new Access(DEFAULT_POLICY, log),
    store: memoryStore(),
    readDocument: intake.read,
    fetch: slack,
    log,
    botToken: BOT_TOKEN,
    receiver,
    clientOptions: { slackApiUrl: SLACK_API, fetch: slack },
  });
  await app.init();
  const files = new PageFiles('执笔 · 本地工作区');
  const onFault = (error: unknown): void =>
    log.error({ type: error instanceof Error ? error.name : 'unknown' }, 'failed');
  const act = (request: ActionRequest): Promise<ActionReply> =>
    actFor({ workspace, library, receiver, onFault }, request);
  const served = await serve({ ...where, workspace, files, act, onFault });
  files.prepare().catch(onFault);
  const close = async (): Promise<void> => {
    await served.close();
    await app.stop();
    intake.close();
  };
  return { ...served, library, workspace, close };
}

interface Parts {
  workspace: LocalWorkspace;
  library: Library;
  receiver: LocalReceiver;
  onFault: (error: unknown) => void;
}

/** Does what the page asks for. Never throws: what goes wrong is the reply. */
async function actFor(parts: Parts, { action, person: id }: ActionRequest): Promise<ActionReply> {
  const { workspace, receiver, onFault } = parts;
  const person = residentNamed(id);
  if (person === undefined || person.kind === 'bot') return { ok: false, error: demoTextsIn('zh').gone };
  const texts = demoTextsIn(person.language);
  try {
    if (action.type === 'import_file') return await takeIn(parts, person, action, texts);
    const complaint = await doAction({ workspace, receiver, person }, action, KNOWN);
    return complaint === null ? { ok: true } : { ok: false, error: complaint(texts) };
  } catch (error) {
    onFault(error);
    return { ok: false, error: texts.failed };
  }
}

/** Takes a file among the speeches, and says what it was read as. */
async function takeIn(
  { library, receiver, workspace }: Parts,
  person: Resident,
  { file }: Extract<Action, { type: 'import_file' }>,
  texts: DemoTexts,
): Promise<ActionReply> {
  if (!mayUseApp(person)) return { ok: false, error: texts.gone };
  const bytes = Buffer.from(file.base64, 'base64');
  if (bytes.length > LARGEST_FILE) return { ok: false, error: texts.tooLarge(LARGEST_FILE / 1024 / 1024) };
  const { restrictions } = textsIn(person.language);
  try {
    const { rights, speeches, title } = await library.add(file.name, bytes);
    workspace.notify(person.id, 'info', ({ imported }) => imported({ title, speeches, rights: restrictions[rights] }));
    // Slack draws a Home tab when it is opened; one that lies open would go on telling of the speeches before.
    const opened = { type: 'home_opened', tab: 'home' } as const;
    if (workspace.views.homeOf(person.id) !== null) await doAction({ workspace, receiver, person }, opened, KNOWN);
    return { ok: true };
  } catch (error) {
    if (!(error instanceof ZhibiError)) throw error;
    return { ok: false, error: errorText(textsIn(person.language), error) };
  }
}
