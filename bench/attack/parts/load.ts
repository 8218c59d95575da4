import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { percentile } from '../../statistics.ts';
import { type AskedOnce, answersTo, askOnce, isAcknowledged, isDoubled } from '../asked.ts';
import { until } from '../faults/run-cases.ts';
import { type AttackContext, type AttackPart, Workplace } from '../part.ts';
import { type Measured, mustBeNone, mustStayBelow, round, tally, told } from '../promise.ts';
import { Random } from '../random.ts';
import { subjectOf } from '../slack/ids.ts';

const EACH_SECOND = 30;
/** So many people type, each every seven seconds or so. */
const PEOPLE = 200;
/** An answer is waited for so long after the last command. In milliseconds. */
const PATIENCE = 60_000;
/** Sentences in place of an answer are counted by how they begin. In characters. */
const BEGINNING = 6;
const SAMPLE_EVERY = 2000;
/** The memory of the first part of a run is not part of its trend: caches fill. */
const WARMING_UP = 0.25;

/** Commands at a steady pace for minutes. */
export const attackLoad: AttackPart = (context) =>
  Workplace.during(context, 'http', async (workplace) => {
    const seconds = context.isQuick ? 30 : 600;
    const typed = questionsIn(context.places.corpus, new Random(context.seed));
    const memory: { minute: number; megabytes: number }[] = [];
    const started = performance.now();
    const sampling = setInterval(() => {
      const minute = (performance.now() - started) / 60_000;
      void workplace.bot.megabytes().then((megabytes) => memory.push({ minute, megabytes }));
    }, SAMPLE_EVERY);
    const asked = await typeSteadily(context, workplace, typed, seconds);
    clearInterval(sampling);
    await until(() => asked.every((one) => answersTo(workplace, one).length > 0), PATIENCE);
    return [...figuresOf(workplace, asked), ...trendOf(memory, context.isQuick)];
  });

/** Commands about words of the corpus, of every kind; of each five two are for passages. */
function* questionsIn(corpus: string, random: Random): Generator<string> {
  const files = readdirSync(corpus).filter((file) => file.endsWith('.md') && file !== 'README.md');
  const clauses = files
    .map((file) => readFileSync(join(corpus, file), 'utf8'))
    .flatMap((text) => text.match(/\p{Script=Han}{6,40}/gu) ?? []);
  for (;;) {
    const clause = random.pick(clauses) ?? '';
    const from = random.below(clause.length - 4);
    const words = clause.slice(from, from + 4);
    yield random.one([`find ${words}`, `find ${clause}`, `outline ${words}`, `phrase ${words}`, `source ${clause}`]);
  }
}

/** Types so many commands a second, whether those before were answered or not. */
async function typeSteadily(
  context: AttackContext,
  workplace: Workplace,
  typed: Iterator<string, void>,
  seconds: number,
): Promise<AskedOnce[]> {
  const all: Promise<AskedOnce>[] = [];
  const started = performance.now();
  for (let i = 0; i < seconds * EACH_SECOND; i++) {
    const due = started + (i * 1000) / EACH_SECOND;
    const early = due - performance.now();
    if (early > 0) await wait(early);
    const person = subjectOf(i % PEOPLE);
    const next = typed.next();
    // Each answer is told by its response URL, which belongs to a subject of its own.
    const command = workplace.people.command(person, next.value ?? '', subjectOf(1_000_000 + i));
    all.push(askOnce(workplace, subjectOf(1_000_000 + i), command));
    if (i % EACH_SECOND === 0) context.progress(`${i / EACH_SECOND} of ${seconds} s`);
  }
  return Promise.all(all);
}

function figuresOf(workplace: Workplace, asked: readonly AskedOnce[]): Measured[] {
  const acknowledged = asked.map(({ acknowledgement: { ms, status } }) =>
    status === 200 ? ms : Number.POSITIVE_INFINITY,
  );
  const firsts = asked.map((one) => ({ one, sent: answersTo(workplace, one)[0] }));
  const waits = firsts.map(({ one, sent }) => (sent?.at ?? Number.POSITIVE_INFINITY) - one.at);
  const words = firsts.flatMap(({ sent }) =>
    sent === undefined || sent.isAnswer ? [] : [sent.text.slice(0, BEGINNING)],
  );
  const lost = firsts.filter(({ one, sent }) => isAcknowledged(one) && sent === undefined);
  const spread = (samples: readonly number[]): string =>
    [50, 99, 100].map((p) => round(percentile(samples, p))).join(' / ');
  return [
    told('commands', `${asked.length}, ${EACH_SECOND} a second`),
    {
      ...mustStayBelow('acknowledged, 50 / 99 / 100 of 100', percentile(acknowledged, 99), 1000, 'ms'),
      figure: `${spread(acknowledged)} ms`,
    },
    {
      ...mustStayBelow('answered or told, 50 / 99 / 100 of 100', percentile(waits, 99), 6000, 'ms'),
      figure: `${spread(waits)} ms`,
    },
    told('told in place of an answer', `${words.length}${words.length === 0 ? '' : ` (${tally(words)})`}`),
    mustBeNone('acknowledged, and neither answered nor told', lost.length),
    mustBeNone('doubled', asked.filter((one) => isDoubled(answersTo(workplace, one))).length),
    mustBeNone('leaks in the log', workplace.log.leakCount),
  ];
}

/** Memory by least squares. */
function trendOf(samples: readonly { minute: number; megabytes: number }[], isQuick: boolean): Measured[] {
  const late = samples.slice(Math.floor(samples.length * WARMING_UP));
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const minutes = mean(late.map(({ minute }) => minute));
  const megabytes = mean(late.map((sample) => sample.megabytes));
  const covariance = mean(late.map((sample) => (sample.minute - minutes) * (sample.megabytes - megabytes)));
  const slope = covariance / mean(late.map(({ minute }) => (minute - minutes) ** 2));
  const most = Math.max(...samples.map((sample) => sample.megabytes));
  const figure = `${round(samples[0]?.megabytes ?? Number.NaN)} MB at first, ${round(most)} MB at most`;
  const what = 'memory, once it is warm';
  return [
    told('memory', figure),
    isQuick ? told(what, `${round(slope)} MB a minute`) : mustStayBelow(what, slope, 5, 'MB a minute'),
  ];
}
