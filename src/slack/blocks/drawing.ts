import type { KnownBlock } from '@slack/types';
import type { DraftRequest } from '../../drafting/index.ts';
import type { Person, Withholding } from '../access/index.ts';
import type { Verb } from './press.ts';

/** What is sent: blocks for the eye, the same in plain text for notifications and screen readers. */
export interface Message {
  text: string;
  blocks: KnownBlock[];
}

/** How an answer is drawn for where it will be shown. */
export interface Drawing {
  /** Who asked. */
  person: Pick<Person, 'name'>;
  /** Why internal speeches were not asked, where they were not. */
  closed?: Withholding | undefined;
  /** What may be pressed under it. */
  offers: ReadonlySet<Verb>;
  /** What was asked, and the short id that a button can ask it again by. */
  request: DraftRequest | undefined;
  question: string | null;
  /** The short id of the same words as a question for passages, where the command word may be one of them. */
  asWords?: string | null;
  /** Which page of it this is, from 1. */
  page: number;
}
