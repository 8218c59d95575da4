/** workspace/: who is in the local workspace, what was said in it, and what is open on whose screen; all in memory. */
export { fillInIds, hasElement } from './fill-in-ids.ts';
export type { Kept } from './messages.ts';
export type { Response } from './one-time.ts';
export {
  APP,
  BOT,
  BOT_ID,
  directRoomOf,
  mayUseApp,
  RESIDENTS,
  type Resident,
  type Room,
  residentNamed,
  roomNamed,
  TEAM,
} from './residents.ts';
export { type AppFeatures, type KeptFile, LocalWorkspace, type Reading } from './workspace.ts';
