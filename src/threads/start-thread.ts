import { extname } from 'node:path';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * Starts a program in a thread of its own. It stands beside the module that asks: in TypeScript among the sources, in
 * JavaScript once built.
 *
 * @param beside `import.meta.url` of the module that asks
 * @param name of the program's file, without its extension
 */
export function startThread(beside: string, name: string, options: WorkerOptions): Worker {
  const extension = extname(beside);
  const program = new URL(`./${name}${extension}`, beside);
  return new Worker(extension === '.ts' ? readingTypeScript(program) : program, options);
}

/**
 * A program that has tsx read another. Neither `--import tsx` nor vitest reaches into a worker on Node 20
 * (github.com/privatenumber/tsx/issues/354).
 */
function readingTypeScript(program: URL): URL {
  const reader = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  const code = `import { register } from ${reader}; register(); await import(${JSON.stringify(program.href)});`;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}
