import type { Answer, Drafter } from '../drafting/index.ts';
import type { Audience } from '../speech/index.ts';
import type { Command } from './command.ts';
import { release } from './withhold.ts';

/** What a person gets for what they typed: an answer they may see, or how to ask. */
export type Reply = { kind: 'answer'; answer: Answer } | { kind: 'help'; unknownWord: string | null };

/** Answers commands with what may be shown; see {@link Drafter} for what it throws. */
export type Assistant = (command: Command, audience: Audience) => Promise<Reply>;

export const assistantOver =
  (drafter: Drafter): Assistant =>
  async (command, audience) => {
    if (command.kind === 'help') return command;
    return { kind: 'answer', answer: release(await drafter(command.request, audience), audience) };
  };
