import { HIDDEN, INTERNAL } from '../../tests/support/guarded-speeches.ts';
import type { Workplace } from './part.ts';
import type { Acknowledgement } from './slack/delivery.ts';
import { standingOf } from './slack/ids.ts';
import type { Told } from './slack/requests.ts';
import type { SentWords } from './slack/sent.ts';

/** Something that a person asked, and what came of it. One subject asks one thing that is counted. */
export interface AskedOnce {
  subject: string;
  told: Told;
  /** Milliseconds, by `performance.now()`. */
  at: number;
  acknowledgement: Acknowledgement;
}

/** Delivers something to the bot; never rejects. */
export async function askOnce({ bot, delivery }: Workplace, subject: string, told: Told): Promise<AskedOnce> {
  const at = performance.now();
  return { subject, told, at, acknowledgement: await delivery.deliver(bot.port, told) };
}

/** Whether Slack was told that it came. */
export const isAcknowledged = ({ acknowledgement: { status } }: AskedOnce): boolean => status === 200;

/** What came for it, oldest first; an edited message counts where it is edited. */
export const answersTo = ({ slack }: Workplace, { at, subject }: AskedOnce): SentWords[] =>
  slack.sentFor(subject).filter((sent) => sent.at >= at);

/** Messages of which there must be one alone: a view that is shown again is the same view. */
const isMessage = ({ way }: SentWords): boolean => way === 'response' || way === 'post' || way === 'ephemeral';

/** Whether the same thing came twice: two answers, or one message twice in one place. */
export function isDoubled(sent: readonly SentWords[]): boolean {
  const messages = sent.filter(isMessage);
  const answers = messages.filter(({ isAnswer }) => isAnswer);
  return answers.length > 1 || new Set(messages.map(({ json, place }) => place + json)).size < messages.length;
}

/** Whether something internal was shown where others read it or to somebody from outside, or something hidden anywhere. */
export const isLeaked = ({ isPublic, json, subject }: SentWords): boolean =>
  HIDDEN.test(json) || ((isPublic || standingOf(subject) !== 'member') && INTERNAL.test(json));
