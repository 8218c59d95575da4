import { setTimeout as wait } from 'node:timers/promises';
import { type AttackContext, type AttackPart, Workplace } from '../part.ts';
import { BREAKING_FRAMES, hostileFrames } from '../payloads/frames.ts';
import { type HostileRequest, hostileRequests } from '../payloads/http.ts';
import { holdUnfinished } from '../payloads/unfinished.ts';
import { type Measured, mustBeNone, mustStayBelow, tally, told } from '../promise.ts';
import { Random } from '../random.ts';
import { FAULTS } from '../slack/fault.ts';
import { subjectOf } from '../slack/ids.ts';
import { envelopeOf } from '../slack/requests.ts';

/** So many requests are under way at once. */
const AT_ONCE = 16;
/** A bot has ended of what came before when it is gone after so long. In milliseconds. */
const AFTERMATH = 300;
/** Half-sent requests are to be closed by then. In milliseconds. */
const UNFINISHED_FOR = 15_000;

/** Hostile payloads over HTTP and Socket Mode. */
export const attackPayloads: AttackPart = async (context) => {
  const [requests, frames] = context.isQuick ? [300, 100] : [8000, 2000];
  const overHttp = await Workplace.during(context, 'http', (workplace) => attackHttp(context, workplace, requests));
  const overSocket = await Workplace.during(context, 'socket', (workplace) => attackSocket(context, workplace, frames));
  return [...overHttp, ...overSocket];
};

async function attackHttp(context: AttackContext, workplace: Workplace, count: number): Promise<Measured[]> {
  const random = new Random(context.seed);
  const before = await workplace.bot.megabytes();
  const statuses: { kind: string; status: number | null; isTold: boolean }[] = [];
  let batch: HostileRequest[] = [];
  const send = async (): Promise<void> => {
    const { port } = workplace.bot;
    const answers = await Promise.all(
      batch.map(({ body, headers, method, path }) => workplace.delivery.post(port, body, headers, path, method)),
    );
    answers.forEach(({ body, status }, i) => {
      statuses.push({ kind: batch[i]?.kind ?? '', status, isTold: body !== '' });
    });
    if (answers.some(({ status }) => status === null)) await wait(AFTERMATH);
    await workplace.revive();
    batch = [];
  };
  for (const request of hostileRequests(workplace.people, random, count)) {
    batch.push(request);
    if (batch.length === AT_ONCE) await send();
    context.progress(`${statuses.length} of ${count} requests, ${workplace.exits.length} exits`);
  }
  await send();
  const failed = statuses.filter(({ status }) => status !== null && status >= 500);
  return [
    told('requests over HTTP', String(statuses.length)),
    told('answered with', tally(statuses.map(({ status }) => String(status)))),
    mustBeNone(
      'answers of 5xx that do not say why',
      failed.filter(({ isTold }) => !isTold).length,
      tally(failed.map(({ kind }) => kind)),
    ),
    ...(await aftermath(workplace)),
    ...(await unfinished(workplace, before, context.isQuick ? 30 : 150)),
  ];
}

/** What a workplace looks like after an attack. */
async function aftermath(workplace: Workplace): Promise<Measured[]> {
  await wait(AFTERMATH);
  await workplace.revive();
  const { exits, log } = workplace;
  return [
    mustBeNone('exits', exits.length, tally(exits)),
    mustBeNone('unhandled rejections and exceptions in the log', log.unhandled.length),
    mustBeNone('leaks in the log', log.leakCount, [...log.leaks.keys()].join(', ')),
    mustBeNone('requests that strayed', workplace.slack.strayed.length, tally(workplace.slack.strayed)),
  ];
}

async function unfinished(workplace: Workplace, before: number, count: number): Promise<Measured[]> {
  const { bot, delivery, people } = workplace;
  let most = 0;
  const watch = setInterval(() => void bot.megabytes().then((now) => (most = Math.max(most, now))), 200);
  const holding = holdUnfinished(bot.port, count, UNFINISHED_FOR);
  const ordinary = await delivery.deliver(bot.port, people.command(subjectOf(1), 'find 乡村振兴'));
  const { open } = await holding;
  clearInterval(watch);
  return [
    mustBeNone(`of ${count} unfinished requests of 4 MB open after ${UNFINISHED_FOR / 1000} s`, open),
    mustStayBelow('memory that they took', most - before, 150, 'MB'),
    mustStayBelow(
      'acknowledgement of an ordinary command meanwhile',
      ordinary.status === 200 ? ordinary.ms : Infinity,
      3000,
      'ms',
    ),
  ];
}

async function attackSocket(context: AttackContext, workplace: Workplace, count: number): Promise<Measured[]> {
  const random = new Random(context.seed + 1);
  await untilConnected(workplace);
  let sent = 0;
  for (const { bytes, kind } of hostileFrames(workplace.people, random, count)) {
    workplace.slack.socket?.write(bytes);
    if (++sent % AT_ONCE === 0) await wait(20);
    if (await workplace.revive(kind)) await untilConnected(workplace);
    context.progress(`${sent} of ${count} frames, ${workplace.exits.length} exits`);
  }
  await breakConnections(context, workplace);
  const isAnswered = await answersOverSocket(workplace);
  return [
    told('frames over Socket Mode', String(sent)),
    ...(await aftermath(workplace)),
    mustBeNone('ordinary commands that are not acknowledged after all that', isAnswered ? 0 : 1),
  ];
}

/** Faults of `apps.connections.open` when the bot connects again. */
const AT_RECONNECT = ['invalid_auth', '500', '200 with a page', 'drops the connection', '200 with null', '429, 1 s'];

async function breakConnections(context: AttackContext, workplace: Workplace): Promise<void> {
  const breaking = context.isQuick ? BREAKING_FRAMES.slice(0, 2) : BREAKING_FRAMES;
  for (const { bytes, kind } of breaking) {
    context.progress(kind);
    await breakConnection(workplace, bytes, kind);
  }
  for (const name of context.isQuick ? AT_RECONNECT.slice(0, 1) : AT_RECONNECT) {
    const fault = FAULTS[name];
    if (fault === undefined) throw new TypeError(`no fault ${name}`);
    context.progress(`connecting again: ${name}`);
    workplace.slack.faults.set('apps.connections.open', '', fault, 1);
    await breakConnection(workplace, BREAKING_FRAMES[0]?.bytes ?? Buffer.alloc(0), `connecting again: ${name}`);
    workplace.slack.faults.clear();
  }
}

/** A connection that broke is to be there again after so long. In milliseconds. */
const RECONNECTED_IN = 40_000;

async function breakConnection(workplace: Workplace, bytes: Uint8Array, kind: string): Promise<void> {
  const old = workplace.slack.socket;
  old?.write(bytes);
  for (const end = Date.now() + RECONNECTED_IN; Date.now() < end; await wait(50)) {
    const { socket } = workplace.slack;
    if (socket !== null && socket !== old) return;
    if (await workplace.revive(kind)) return untilConnected(workplace);
  }
  workplace.exits.push(`${kind}: never connected again`);
  await workplace.restart();
  await untilConnected(workplace);
}

async function untilConnected({ slack }: Workplace): Promise<void> {
  for (const end = Date.now() + RECONNECTED_IN; slack.socket === null; await wait(20)) {
    if (Date.now() > end) throw new Error('the bot opened no web socket');
  }
}

async function answersOverSocket({ people, slack }: Workplace): Promise<boolean> {
  slack.socket?.send(JSON.stringify(envelopeOf(people.command(subjectOf(1), 'find 乡村振兴'), 'the-last')));
  for (const end = Date.now() + 3000; Date.now() < end; await wait(20)) {
    if (slack.acknowledged.has('the-last')) return true;
  }
  return false;
}
