/**
 * access/: who may use the bot, where, and what they may see there. policy.ts reads the file that says so; decide.ts
 * decides, and knows nothing of Slack's API; people.ts, channels.ts and user-groups.ts look up what it needs to know.
 */
export { Access } from './access.ts';
export type { Admission, Person, Whereabouts, Withholding } from './decide.ts';
export { type AccessPolicy, DEFAULT_POLICY, parseAccessPolicy } from './policy.ts';
