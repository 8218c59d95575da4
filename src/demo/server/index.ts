/** server/: the page, its events and its actions over HTTP, for this machine and this page alone. */
export { isLoopback } from './guard.ts';
export { PageFiles } from './page-files.ts';
export { isTaken, type Served, serve } from './serve.ts';
