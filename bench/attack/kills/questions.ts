import { textsIn } from '../../../src/assistant/index.ts';
import { type AskedOnce, answersTo, askOnce, isAcknowledged } from '../asked.ts';
import { until } from '../faults/run-cases.ts';
import type { Workplace } from '../part.ts';
import type { Random } from '../random.ts';
import type { Told } from '../slack/requests.ts';

const TOPICS = ['乡村振兴', '人才', '安全生产', '党课', '审计', '青年'] as const;
const COMMANDS = ['find', 'outline', 'phrase'] as const;

/** A question as people ask, by one of the ways. */
export function someQuestion({ people, slack }: Workplace, subject: string, random: Random): Told {
  const topic = random.one(TOPICS);
  const typed = `${random.one(COMMANDS)} ${topic}`;
  const ways: [() => Told, ...(() => Told)[]] = [
    () => people.command(subject, typed),
    () => people.command(subject, typed),
    () => people.mention(subject, topic),
    () => people.write(subject, topic, [], slack.nextTs()),
    () => people.shortcut(subject, 'draft_similar', '乡村振兴要靠能人领着干，干出来才算数。'),
  ];
  return random.one(ways)();
}

/** What an answer offers that only a kept question can answer. */
const KEPT_BEHIND = /"value":"((?:page|kind|share-answer):[^"]+)"/;

/** Presses a button of each of these answers, each as another person. @returns how many were pressed, and how many were dead */
export async function pressButtons(
  workplace: Workplace,
  answered: readonly AskedOnce[],
  nextSubject: () => string,
): Promise<{ pressed: number; dead: number }> {
  const { people } = workplace;
  const values = answered.flatMap((asked) => {
    const [sent] = answersTo(workplace, asked).slice(-1);
    const value = KEPT_BEHIND.exec(sent?.json ?? '')?.[1];
    return value === undefined ? [] : [value];
  });
  const pressed = await Promise.all(
    values.map((value) => {
      const subject = nextSubject();
      return askOnce(workplace, subject, people.press(subject, { action_id: 'draft_x', value }));
    }),
  );
  await until(() => pressed.every((asked) => answersTo(workplace, asked).length > 0), 10_000);
  const gone = textsIn('zh').questionGone;
  const isDead = (asked: AskedOnce): boolean => {
    const answers = answersTo(workplace, asked);
    return answers.length === 0 || answers.some(({ json }) => json.includes(gone));
  };
  return { pressed: pressed.length, dead: pressed.filter(isDead).length };
}

/** Edits direct messages whose answers are there. @returns how many, and how many got a second message in place of an edit */
export async function editQuestions(
  workplace: Workplace,
  answered: readonly AskedOnce[],
): Promise<{ edited: number; anew: number }> {
  const { people } = workplace;
  const direct = answered.filter(({ told }) => told.kind === 'events' && told.place.startsWith('D'));
  const edits = await Promise.all(
    direct.map(({ subject, told }) => {
      const { text, ts } = (JSON.parse(told.body) as { event: { text: string; ts: string } }).event;
      return askOnce(workplace, subject, people.edit(subject, ts, text, '银杏台'));
    }),
  );
  await until(() => edits.every((asked) => answersTo(workplace, asked).length > 0), 10_000);
  const isAnew = (asked: AskedOnce): boolean => answersTo(workplace, asked).some(({ way }) => way !== 'update');
  return { edited: edits.length, anew: edits.filter(isAnew).length };
}

/** How an event is told to come again (docs.slack.dev/apis/events-api, “Retries”). */
const retryHeaders = (attempt: number): Record<string, string> => ({
  'x-slack-retry-num': String(attempt),
  'x-slack-retry-reason': 'http_timeout',
});

/** Delivers an event again, as Slack does what was not acknowledged. */
export async function deliverAgain(workplace: Workplace, asked: AskedOnce, attempt: number): Promise<AskedOnce> {
  const { bot, delivery } = workplace;
  const acknowledgement = await delivery.deliver(bot.port, asked.told, retryHeaders(attempt));
  return isAcknowledged(asked) ? asked : { ...asked, acknowledgement };
}
