/**
 * One engine in a process of its own: makes its index, opens it, answers. Built into one file with the engine's adapter
 * (`processes.ts`), so that no TypeScript is read while time is taken.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ENGINES } from '../peers/engines.ts';
import type { Ask, Peer } from '../peers/peer.ts';
import type { Answered, BuiltMessage, EndedMessage, OpenedMessage, Order, Task } from './protocol.ts';

const MEGABYTE = 2 ** 20;
/** Where Linux says how a process does. */
const STATUS = '/proc/self/status';

function residentMegabytes(): number {
  globalThis.gc?.();
  return process.memoryUsage().rss / MEGABYTE;
}

/**
 * The most that this program took. What `getrusage` says begins with what the process took before it became this program:
 * its parent's. In KiB, both.
 */
function peakMegabytes(): number {
  const status = existsSync(STATUS) ? readFileSync(STATUS, 'utf8') : '';
  const peak = /^VmHWM:\s*(\d+)/m.exec(status)?.[1];
  return Number(peak ?? process.resourceUsage().maxRSS) / 1024;
}

const send = (message: BuiltMessage | OpenedMessage | EndedMessage | readonly Answered[] | 'answered'): void => {
  process.send?.(message);
};

/** One a line. All of them together may be longer than a string can be. */
function readPassages(file: string): string[] {
  const bytes = readFileSync(file);
  const passages: string[] = [];
  for (let from = 0, end = 0; from < bytes.length; from = end + 1) {
    end = bytes.indexOf('\n', from);
    passages.push(bytes.toString('utf8', from, end));
  }
  return passages;
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const bytesIn = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);

async function build(peer: Peer, { corpus, folder }: Task & { task: 'build' }): Promise<void> {
  const passages = readPassages(corpus);
  const started = performance.now();
  const { save } = await peer.build(passages, folder);
  const unsaved = await save().then(() => null, reasonOf);
  const ms = performance.now() - started;
  send({ ms, megabytes: peakMegabytes(), unsaved, bytes: bytesIn(peer.indexIn?.(folder) ?? folder) });
}

async function answerFirst(peer: Peer, { folder, question }: Task & { task: 'first' }): Promise<void> {
  const ask = await peer.open(folder, false);
  if ('text' in question) {
    const { terms } = await import('../../src/text/index.ts');
    await ask(terms(question.text));
  } else await ask(question);
  send('answered');
}

async function answer(ask: Ask, questions: readonly (readonly string[])[]): Promise<Answered[]> {
  const answers: Answered[] = [];
  for (const terms of questions) {
    const started = performance.now();
    const passages = await ask(terms);
    answers.push({ ms: performance.now() - started, passages });
  }
  return answers;
}

async function serve(peer: Peer, { corpus, folder, saved }: Task & { task: 'serve' }): Promise<void> {
  const ask = saved ? await peer.open(folder, true) : (await peer.build(readPassages(corpus), folder)).ask;
  send({ megabytes: residentMegabytes() });
  process.on('message', (order: Order) => {
    if (order !== 'end') answer(ask, order.ask).then(send, fail);
    else {
      send({ megabytes: residentMegabytes(), peak: peakMegabytes() });
      process.disconnect();
    }
  });
}

function fail(error: unknown): void {
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exit(1);
}

async function run(task: Task): Promise<void> {
  const peer = await ENGINES[task.engine].load();
  if (task.task === 'serve') return serve(peer, task);
  await (task.task === 'build' ? build(peer, task) : answerFirst(peer, task));
  process.exit();
}

run(JSON.parse(process.argv[2] ?? '')).catch(fail);
