import { spawn } from 'node:child_process';

/** What opens an address on a system, and what stands before the address. */
export function openerOn(platform: NodeJS.Platform): [command: string, ...args: string[]] {
  if (platform === 'darwin') return ['open'];
  // `start` takes its first quoted argument for a title.
  return platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open'];
}

/** Shows an address to the person in front of this machine. Never throws: the address stands in the terminal too. */
export function openBrowser(address: string): void {
  const [command, ...args] = openerOn(process.platform);
  const browser = spawn(command, [...args, address], { stdio: 'ignore', detached: true });
  browser.on('error', () => undefined);
  browser.unref();
}
