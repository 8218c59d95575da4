import type { Drafter, DraftRequest } from '../drafting/index.ts';
import type { Command } from './command.ts';
import { type Clearance, type Released, release } from './withhold.ts';

/** What a person gets for what they typed: an answer they may see, or how to ask. */
export type Reply = ({ kind: 'answer' } & Released) | { kind: 'help'; unknownWord: string | null };

/** Answers commands with what may be shown; see {@link Drafter} for what it throws. */
export type Assistant = (command: Command, clearance: Clearance) => Promise<Reply>;

export const assistantOver =
  (drafter: Drafter): Assistant =>
  async (command, clearance) => {
    if (command.kind === 'help') return command;
    return { kind: 'answer', ...release(await drafter(narrowed(command.request, clearance)), clearance) };
  };

/** Not asking for what is hidden leaves full pages and true counts; what comes back goes through the gate all the same. */
function narrowed(request: DraftRequest, { hidden }: Clearance): DraftRequest {
  if (hidden.length === 0) return request;
  const filters = { ...request.filters, hidden: [...new Set([...(request.filters?.hidden ?? []), ...hidden])] };
  return { ...request, filters };
}
