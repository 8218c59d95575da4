import type { Drafter } from '../drafting/index.ts';
import type { Command } from './command.ts';
import { type Audience, type Released, release } from './withhold.ts';

/** What a person gets for what they typed: an answer they may see, or how to ask. */
export type Reply = ({ kind: 'answer' } & Released) | { kind: 'help'; unknownWord: string | null };

/** Answers commands; see {@link Drafter} for what it throws. */
export type Assistant = (command: Command, audience: Audience) => Promise<Reply>;

export const assistantOver =
  (drafter: Drafter): Assistant =>
  async (command, audience) => {
    if (command.kind === 'help') return command;
    return { kind: 'answer', ...release(await drafter(command.request), audience) };
  };
