import { spawn } from 'node:child_process';
import { once } from 'node:events';

const PROGRAM = `const server = require('node:http').createServer((request, response) => {
  request.resume();
  response.end('ok');
});
server.listen(0, '127.0.0.1', () => process.stdout.write(String(server.address().port)));
process.stdin.resume().on('end', () => process.exit());`;

/** A server in a process of its own that does nothing: what it takes to answer is what the machine takes meanwhile. */
export interface IdleServer {
  port: number;
  stop: () => Promise<void>;
}

/** Starts an idle server; it ends with this process. */
export async function startIdleServer(): Promise<IdleServer> {
  const child = spawn(process.execPath, ['-e', PROGRAM], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [port] = (await once(child.stdout, 'data')) as [Buffer];
  return {
    port: Number(port.toString()),
    stop: async () => {
      const ended = once(child, 'exit');
      child.stdin.end();
      await ended;
    },
  };
}
