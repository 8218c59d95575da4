import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type AskedOnce, answersTo, askOnce, isAcknowledged, isDoubled } from '../asked.ts';
import { until } from '../faults/run-cases.ts';
import { deliverAgain, editQuestions, pressButtons, someQuestion } from '../kills/questions.ts';
import { faultsOfState } from '../kills/state.ts';
import { type AttackContext, type AttackPart, Workplace } from '../part.ts';
import { type Measured, mustBeNone, tally, told } from '../promise.ts';
import { Random } from '../random.ts';
import { subjectOf } from '../slack/ids.ts';

/** So many ask in each life of the bot. */
const QUESTIONS = 12;
/** They ask over so long, and the bot is killed within so long. In milliseconds. */
const ASKED_WITHIN = 250;
const KILLED_WITHIN = 400;
/** After a start this is waited for what was asked in the life before. In milliseconds. */
const SETTLED_IN = 10_000;
/** Slack delivers an event so many times more. */
const REDELIVERIES = 3;
/** One acknowledged event in so many comes again all the same. */
const AGAIN_OF = 8;

/** What came of kills. */
interface KillTotals {
  asked: AskedOnce[];
  damaged: string[];
  pressed: number;
  dead: number;
  edited: number;
  anew: number;
}

/** Kills at random moments while the bot answers. */
export const attackKills: AttackPart = (context) =>
  Workplace.during(context, 'http', async (workplace) => {
    const totals: KillTotals = { asked: [], damaged: [], pressed: 0, dead: 0, edited: 0, anew: 0 };
    const kills = context.isQuick ? 5 : 200;
    const lives = new Lives(context, workplace, totals);
    for (let kill = 1; kill <= kills; kill++) {
      await lives.live();
      context.progress(`${kill} of ${kills} kills, ${lostAmong(workplace, totals).length} lost`);
    }
    await lives.comeBack();
    return [...figuresOf(workplace, totals, kills), ...(await deleteState(workplace))];
  });

/** One life of the bot after the other, over the same state. */
class Lives {
  private readonly random: Random;
  private readonly workplace: Workplace;
  private readonly totals: KillTotals;
  /** What was asked in the life before. */
  private before: AskedOnce[] = [];
  private isFirst = true;
  private people = 0;

  constructor({ seed }: AttackContext, workplace: Workplace, totals: KillTotals) {
    this.workplace = workplace;
    this.totals = totals;
    this.random = new Random(seed);
  }

  private readonly nextSubject = (): string => subjectOf(++this.people);

  /** Begins, looks after what was asked in the life before, is asked, and is killed. */
  async live(): Promise<void> {
    if (!this.isFirst) await this.comeBack();
    this.isFirst = false;
    const { random, totals, workplace } = this;
    const asking = Array.from({ length: QUESTIONS }, async () => {
      await wait(random.number() * ASKED_WITHIN);
      const subject = this.nextSubject();
      return askOnce(workplace, subject, someQuestion(workplace, subject, random));
    });
    await wait(random.number() * KILLED_WITHIN);
    await workplace.bot.kill();
    // Nobody can ask a bot that is not there: Slack says so to who types a command, and keeps an event.
    const asked = await Promise.all(asking);
    const faults = await faultsOfState(workplace.state);
    totals.damaged.push(...faults);
    totals.asked.push(...asked);
    this.before = asked;
  }

  /** Begins again: Slack delivers what it must, and what was acknowledged has its time. */
  async comeBack(): Promise<void> {
    const { before, random, totals, workplace } = this;
    await workplace.start();
    const isDue = (asked: AskedOnce): boolean =>
      asked.told.kind === 'events' && (!isAcknowledged(asked) || random.below(AGAIN_OF) === 0);
    const delivered = await Promise.all(before.map((asked) => (isDue(asked) ? this.redeliver(asked) : asked)));
    totals.asked.splice(-before.length, before.length, ...delivered);
    const acknowledged = delivered.filter(isAcknowledged);
    const answered = acknowledged.filter((asked) => answersTo(workplace, asked).length > 0);
    const buttons = await pressButtons(workplace, answered, this.nextSubject);
    const edits = await editQuestions(workplace, answered);
    totals.pressed += buttons.pressed;
    totals.dead += buttons.dead;
    totals.edited += edits.edited;
    totals.anew += edits.anew;
    await until(() => acknowledged.every((asked) => answersTo(workplace, asked).length > 0), SETTLED_IN);
  }

  private async redeliver(asked: AskedOnce): Promise<AskedOnce> {
    let now = asked;
    for (let attempt = 1; attempt <= REDELIVERIES; attempt++) {
      now = await deliverAgain(this.workplace, now, attempt);
      if (isAcknowledged(now)) return now;
    }
    return now;
  }
}

/** What was acknowledged, and neither answered nor told. */
const lostAmong = (workplace: Workplace, { asked }: KillTotals): AskedOnce[] =>
  asked.filter((one) => isAcknowledged(one) && answersTo(workplace, one).length === 0);

function figuresOf(workplace: Workplace, totals: KillTotals, kills: number): Measured[] {
  const { anew, asked, damaged, dead, edited, pressed } = totals;
  const acknowledged = asked.filter(isAcknowledged);
  const lost = lostAmong(workplace, totals);
  const doubled = asked.filter((one) => isDoubled(answersTo(workplace, one).filter(({ way }) => way !== 'update')));
  const kinds = (all: readonly AskedOnce[]): string =>
    tally(all.map(({ told: { kind, place } }) => `${kind} ${place[0]}`));
  return [
    told('kills', String(kills)),
    mustBeNone('states that were not whole', damaged.length, tally(damaged)),
    told('asked, and acknowledged in the end', `${asked.length}, ${acknowledged.length}`),
    mustBeNone('acknowledged, and neither answered nor told', lost.length, kinds(lost)),
    mustBeNone('doubled', doubled.length, kinds(doubled)),
    mustBeNone(`dead among ${pressed} buttons of answers that left before a kill`, dead),
    mustBeNone(`answered anew among ${edited} edits of what was answered before a kill`, anew),
    mustBeNone('leaks in the log', workplace.log.leakCount),
  ];
}

/** The folder of the state goes while the bot runs. */
async function deleteState(workplace: Workplace): Promise<Measured[]> {
  const { people, state } = workplace;
  rmSync(state, { recursive: true });
  const subject = subjectOf(9_000_000);
  const asked = await askOnce(workplace, subject, people.command(subject, 'find 乡村振兴'));
  await until(() => answersTo(workplace, asked).length > 0 && existsSync(join(state, 'store.journal')), SETTLED_IN);
  const isAnswered = answersTo(workplace, asked).length > 0;
  return [
    mustBeNone('questions not answered when the state folder is deleted', isAnswered ? 0 : 1),
    mustBeNone('state folders not made again', existsSync(join(state, 'store.journal')) ? 0 : 1),
  ];
}
