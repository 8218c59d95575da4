import { percentile } from '../statistics.ts';
import type { IdleServer } from './idle-server.ts';
import type { Workplace } from './part.ts';
import { type Measured, round } from './promise.ts';
import { subjectOf } from './slack/ids.ts';

/** Others type a command this often. In milliseconds. */
const EVERY = 20;
/** One that asks for little, so that the others are no load of their own. */
const TYPED = 'help';
const PEOPLE = 500;
/** Of an acknowledgement at the 99th percentile, beyond what an idle server takes to answer. In milliseconds. */
const ACKNOWLEDGED_IN = 100;

/** How long others waited for their acknowledgements, and how long an idle server took meanwhile. In milliseconds. */
export interface BystanderTimes {
  others: number[];
  idle: number[];
}

/** Lets others type at a steady pace while something goes on. @param from number of the first of them */
export async function bystandersWhile(
  { bot, delivery, people }: Workplace,
  idleServer: IdleServer,
  from: number,
  goOn: () => Promise<unknown>,
): Promise<BystanderTimes> {
  const others: Promise<number>[] = [];
  const idle: Promise<number>[] = [];
  const timed = async (port: number): Promise<number> => {
    const { ms, status } = await delivery.deliver(
      port,
      people.command(subjectOf(from + (others.length % PEOPLE)), TYPED),
    );
    return status === 200 ? ms : Number.POSITIVE_INFINITY;
  };
  const typing = setInterval(() => {
    others.push(timed(bot.port));
    idle.push(timed(idleServer.port));
  }, EVERY);
  await goOn();
  clearInterval(typing);
  return { others: await Promise.all(others), idle: await Promise.all(idle) };
}

/** Whether others were acknowledged in time, as far as the machine lets anybody be. */
export function measuredOf(what: string, { idle, others }: BystanderTimes): Measured {
  const beyond = percentile(others, 99) - percentile(idle, 99);
  const refused = others.filter((ms) => !Number.isFinite(ms)).length;
  const spread = (samples: readonly number[]): string =>
    [50, 99, 100].map((p) => round(percentile(samples, p))).join(' / ');
  return {
    what: `${what}: others are acknowledged, 50 / 99 / 100 of 100`,
    figure: `${spread(others)} ms; an idle server ${spread(idle)} ms${refused === 0 ? '' : `; ${refused} refused`}`,
    promise: `99 of 100 < ${ACKNOWLEDGED_IN} ms more`,
    isKept: beyond < ACKNOWLEDGED_IN,
  };
}
