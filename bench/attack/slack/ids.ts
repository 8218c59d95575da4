/** What the workspace takes a person for. */
export type Standing = 'member' | 'guest' | 'stranger';

const LETTERS: Readonly<Record<Standing, string>> = { member: 'M', guest: 'G', stranger: 'X' };

/**
 * The name that ties together what belongs to one person: `M12` has the user `UM12`, the direct messages `DM12`, the channel
 * `CM12` and the file `FM12`. So every request to Slack tells whose question it is for.
 */
export const subjectOf = (number: number, standing: Standing = 'member'): string => `${LETTERS[standing]}${number}`;

export const userOf = (subject: string): string => `U${subject}`;
export const directOf = (subject: string): string => `D${subject}`;
export const channelOf = (subject: string): string => `C${subject}`;
export const fileOf = (subject: string): string => `F${subject}`;
export const viewOf = (subject: string): string => `V${subject}`;
let triggers = 0;
/** A trigger is good once. */
export const nextTrigger = (subject: string): string => `T${subject}.${++triggers}`;

/** @returns the subject of an id; '' of anything else */
export const subjectIn = (id: unknown): string =>
  typeof id === 'string' ? (/^[UDCFVT]([MGX]\d+)(?:\.\d+)?$/.exec(id)?.[1] ?? '') : '';

export const standingOf = (subject: string): Standing => {
  const letter = subject[0];
  if (letter === LETTERS.guest) return 'guest';
  return letter === LETTERS.stranger ? 'stranger' : 'member';
};
