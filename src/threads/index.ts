/**
 * threads/: programs in threads of their own. Starts one, in TypeScript or built, and takes errors from one thread to
 * another.
 */
export { type Fault, toError, toFault } from './fault.ts';
export { startThread } from './start-thread.ts';
