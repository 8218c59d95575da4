import type { Texts } from '../../assistant/index.ts';
import type { Whereabouts } from '../access/index.ts';
import type { Message, Verb } from '../blocks/index.ts';

/** A place that an answer can be shown in. */
export interface Outlet {
  /** Who reads it there. */
  readonly where: Whereabouts;
  /** What may be pressed under an answer there. */
  readonly offers: ReadonlySet<Verb>;
  /**
   * Shows an answer; never throws: what Slack refuses is shown to the person in another place, or told to the log.
   *
   * @returns the timestamp of the message, where Slack gives it one that can be edited later
   */
  send(message: Message, texts: Texts): Promise<string | null>;
  /** Shows something to who asked and to nobody else. */
  tell(message: Message, texts: Texts): Promise<void>;
}

/** An answer that only the person sees, in a channel: everything can be pressed. */
export const OFFERED_PRIVATELY: ReadonlySet<Verb> = new Set<Verb>([
  'unfold',
  'similar',
  'skeleton',
  'share',
  'phrasing',
  'page',
  'kind',
  'alternatives',
  'share-skeleton',
  'share-answer',
  'as-words',
]);

const without = (offers: ReadonlySet<Verb>, ...verbs: Verb[]): ReadonlySet<Verb> =>
  new Set([...offers].filter((verb) => !verbs.includes(verb)));

/** In a direct message with the bot, in a modal: there is no channel to share to. */
export const OFFERED_DIRECTLY = new Set<Verb>([
  ...without(OFFERED_PRIVATELY, 'share', 'share-skeleton', 'share-answer'),
  'trace',
]);

/** Under what everybody reads: nobody turns its pages for the others. What a button brings is for who pressed it. */
export const OFFERED_TO_ALL = without(OFFERED_DIRECTLY, 'page', 'trace');
