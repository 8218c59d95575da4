import { type ChildProcess, fork } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { build } from 'esbuild';
import type { Answered, BuiltMessage, EndedMessage, OpenedMessage, Order, Task } from './protocol.ts';

/** Beside the packages of the engines, so that they are found from it. */
const OUT = 'bench/peers/dist';
const HEAP = 12_288;
/** Of what a process says when it fails, the end is kept. In characters. */
const LONGEST_REASON = 2000;

/** Builds the program that the processes run. */
export async function buildChild(): Promise<void> {
  await rm(OUT, { recursive: true, force: true });
  await build({
    entryPoints: ['bench/comparison/child.ts'],
    outdir: OUT,
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    logLevel: 'warning',
  });
}

function start(task: Task): ChildProcess {
  return fork(`${OUT}/child.mjs`, [JSON.stringify(task)], {
    execArgv: ['--expose-gc', `--max-old-space-size=${HEAP}`],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
  });
}

/** Its next message, to an order if there is one. Rejects with the gist of what it said of itself, if it ends instead. */
function messageOf<T>(child: ChildProcess, order?: Order): Promise<T> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said = (said + chunk).slice(-LONGEST_REASON);
    };
    const end = (): void => reject(new Error(gistOf(said) ?? `ended with ${child.exitCode ?? child.signalCode}`));
    // Messages come before the channel closes, though perhaps after the process has ended; what it said may come last.
    const disconnected = (): void => {
      if (child.exitCode === null && child.signalCode === null) child.once('close', end);
      else setImmediate(end);
    };
    child.stderr?.on('data', listen);
    child.once('disconnect', disconnected);
    // Both ends are one build: messages are typed and not parsed.
    child.once('message', (message) => {
      child.stderr?.off('data', listen);
      child.off('disconnect', disconnected).off('close', end);
      resolve(message as T);
    });
    if (order !== undefined) child.send(order, (error) => error !== null && reject(error));
  });
}

function gistOf(said: string): string | null {
  if (said.includes('heap out of memory')) return `more than ${HEAP / 1024} GB of heap`;
  return said.trim().split('\n').at(-1) || null;
}

/** Makes and saves an index. */
export const buildIndex = (task: Omit<Task & { task: 'build' }, 'task'>): Promise<BuiltMessage> =>
  messageOf(start({ task: 'build', ...task }));

/** Milliseconds from the start of a process to its first answer. */
export async function timeFirstAnswer(task: Omit<Task & { task: 'first' }, 'task'>): Promise<number> {
  const started = performance.now();
  await messageOf<'answered'>(start({ task: 'first', ...task }));
  return performance.now() - started;
}

/** An engine that is open in a process of its own, and idle unless it is asked. */
export interface Server {
  megabytes: number;
  ask: (questions: readonly (readonly string[])[]) => Promise<readonly Answered[]>;
  end: () => Promise<EndedMessage>;
}

export async function startServer(task: Omit<Task & { task: 'serve' }, 'task'>): Promise<Server> {
  const child = start({ task: 'serve', ...task });
  const { megabytes } = await messageOf<OpenedMessage>(child);
  return {
    megabytes,
    ask: (questions) => messageOf(child, { ask: questions }),
    end: () => messageOf(child, 'end'),
  };
}
