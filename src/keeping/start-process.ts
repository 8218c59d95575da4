import { type ChildProcess, fork } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Starts a program in a process of its own, for what must not leave memory behind. It stands beside the module that asks,
 * as that of `startThread`; messages pass as structured clones. It ends with the process that started it, if it listens for
 * `disconnect`.
 *
 * @param beside `import.meta.url` of the module that asks
 * @param name of the program's file, without its extension
 */
export function startProcess(beside: string, name: string): ChildProcess {
  const extension = extname(beside);
  const program = fileURLToPath(new URL(`./${name}${extension}`, beside));
  const execArgv = extension === '.ts' ? ['--import', import.meta.resolve('tsx')] : [];
  // What it says is said in messages; standard output may be somebody's answer.
  return fork(program, [], { execArgv, serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
}
