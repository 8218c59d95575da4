import type { DemoTexts } from '../texts/index.ts';
import type { Kept, LocalWorkspace, Resident, Room } from '../workspace/index.ts';
import type { LocalReceiver } from './local-receiver.ts';

/** What is needed to do what a person does. */
export interface Acting {
  workspace: LocalWorkspace;
  receiver: LocalReceiver;
  person: Resident;
}

/** Why nothing was done, for the person; `null` where it was. */
export type Complaint = ((texts: DemoTexts) => string) | null;

export const GONE = ({ gone }: DemoTexts): string => gone;

/** Takes a payload to the app. @returns a complaint where the app did not acknowledge it */
export async function deliver(
  { receiver, person }: Acting,
  listener: string,
  payload: Record<string, unknown>,
): Promise<Complaint> {
  const { isInTime } = await receiver.deliver(payload, { person: person.id, listener });
  return isInTime ? null : ({ noAnswer }) => noAnswer;
}

/** A message of a room that the person can see. */
export function seen(
  { workspace, person }: Acting,
  conversation: string,
  ts: string,
): { room: Room; message: Kept } | undefined {
  const room = workspace.roomFor(person.id, conversation);
  const message = workspace.messageFor(person.id, conversation, ts);
  return room === undefined || message === undefined ? undefined : { room, message };
}
