import { setTimeout as wait } from 'node:timers/promises';
import { type AskedOnce, answersTo, askOnce, isAcknowledged, isDoubled, isLeaked } from '../asked.ts';
import type { Workplace } from '../part.ts';
import { subjectOf } from '../slack/ids.ts';
import type { FaultCase } from './cases.ts';

/** After so long whoever asked must have been answered or told. In milliseconds. */
export const TOLD_IN = 75_000;
/** A second question, when nothing goes wrong any more, must be answered after so long. In milliseconds. */
const AGAIN_IN = 15_000;
/** What comes twice comes within this. In milliseconds. */
const DOUBLED_IN = 3000;
/** Bystanders ask this often. In milliseconds. */
const BYSTANDER_EVERY = 500;

/** What became of cases, by name of method and fault. */
export interface FaultFigures {
  cases: number;
  lost: string[];
  /** Nothing reached the person, and there was no way left. */
  unreachable: string[];
  doubled: string[];
  leaked: string[];
  notAcknowledged: string[];
  /** A second question in the same place was not answered. */
  stuck: string[];
  /** How long people waited who had nothing to do with any of it. In milliseconds. */
  bystanders: number[];
}

const nameOf = ({ faultName, method }: FaultCase): string => `${method} ${faultName}`;

/** Asks in every case at once, waits for what comes, and asks again in the same places. @param first number of bystanders */
export async function runCases(
  workplace: Workplace,
  cases: readonly FaultCase[],
  first: number,
): Promise<FaultFigures> {
  const { slack } = workplace;
  await prepare(workplace, cases);
  for (const { fault, method, subject, times } of cases) slack.faults.set(method, subject, fault, times);
  const bystanders = watchBystanders(workplace, first);
  const asked = await Promise.all(
    cases.map(async (one) => ({
      one,
      asked: await askOnce(workplace, one.subject, one.doing(workplace, one.subject)),
    })),
  );
  await until(() => asked.every((each) => answersTo(workplace, each.asked).length > 0), TOLD_IN);
  await wait(DOUBLED_IN);
  slack.faults.clear();
  const named = (isSo: (one: FaultCase, asked: AskedOnce) => boolean): string[] =>
    asked.filter((each) => isSo(each.one, each.asked)).map(({ one }) => nameOf(one));
  const isSilent = (each: AskedOnce): boolean => answersTo(workplace, each).length === 0;
  const isClosed = ({ isOnlyWay = false, times }: FaultCase): boolean => isOnlyWay && !Number.isFinite(times);
  const figures = {
    cases: cases.length,
    lost: named((one, each) => isSilent(each) && !isClosed(one)),
    unreachable: named((one, each) => isSilent(each) && isClosed(one)),
    doubled: named((_, each) => isDoubled(answersTo(workplace, each))),
    leaked: named(({ subject }) => slack.sentFor(subject).some(isLeaked)),
    notAcknowledged: named((_, each) => !isAcknowledged(each)),
  };
  const stuck = await askAgain(workplace, cases);
  return { ...figures, stuck, bystanders: await bystanders() };
}

/** What has to have happened before, and the files that are sent. */
async function prepare(workplace: Workplace, cases: readonly FaultCase[]): Promise<void> {
  const { slack } = workplace;
  for (const { subject } of cases) {
    slack.files.set(`F${subject}`, {
      name: 'sent.txt',
      bytes: Buffer.from('在会上的讲话\n同志们：\n一、办实事\n把事办实。'),
    });
  }
  const before = cases.flatMap(({ before: doing, subject }) => (doing === undefined ? [] : [{ doing, subject }]));
  for (const { doing, subject } of before) await askOnce(workplace, subject, doing(workplace, subject));
  await until(() => before.every(({ subject }) => slack.sentFor(subject).length > 0), AGAIN_IN);
}

/** People who had nothing to do with it ask at a steady pace. @returns what ends that, with how long each waited */
function watchBystanders(workplace: Workplace, first: number): () => Promise<number[]> {
  const asked: Promise<AskedOnce>[] = [];
  const typing = setInterval(() => {
    const subject = subjectOf(first + asked.length);
    asked.push(askOnce(workplace, subject, workplace.people.command(subject, 'find 银杏台')));
  }, BYSTANDER_EVERY);
  return async () => {
    clearInterval(typing);
    const all = await Promise.all(asked);
    const answered = (each: AskedOnce): number =>
      (answersTo(workplace, each)[0]?.at ?? Number.POSITIVE_INFINITY) - each.at;
    await until(() => all.every((each) => Number.isFinite(answered(each))), AGAIN_IN);
    return all.map(answered);
  };
}

/** Asks a second time in every place, by the way that it was asked the first time. @returns where no answer came */
async function askAgain(workplace: Workplace, cases: readonly FaultCase[]): Promise<string[]> {
  const { people } = workplace;
  const again = await Promise.all(
    cases.map(async (one) => {
      const isDirect = /direct|update|file$|Prompts|publish/.test(one.method);
      const told = isDirect ? people.write(one.subject, '银杏台') : people.command(one.subject, 'find 银杏台');
      return { one, asked: await askOnce(workplace, one.subject, told) };
    }),
  );
  const isAnswered = ({ asked }: { asked: AskedOnce }): boolean =>
    answersTo(workplace, asked).some(({ place }) => place === asked.told.place);
  await until(() => again.every(isAnswered), AGAIN_IN);
  return again.filter((each) => !isAnswered(each)).map(({ one }) => nameOf(one));
}

/** Waits until something is so, no longer than `ms`. */
export async function until(isSo: () => boolean, ms: number): Promise<void> {
  for (const end = performance.now() + ms; !isSo() && performance.now() < end; ) await wait(50);
}
