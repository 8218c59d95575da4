import { setTimeout as wait } from 'node:timers/promises';
import { askOnce } from '../asked.ts';
import { bystandersWhile, measuredOf } from '../bystanders.ts';
import { hostileFiles } from '../files/hostile-files.ts';
import { attackWatchedCorpus } from '../files/watched-corpus.ts';
import { type IdleServer, startIdleServer } from '../idle-server.ts';
import { type AttackContext, type AttackPart, Workplace } from '../part.ts';
import { type Measured, mustBeNone, mustStayBelow, round, told } from '../promise.ts';
import type { Fault } from '../slack/fault.ts';
import { fileOf, subjectOf } from '../slack/ids.ts';

/** Whoever sent a file is to be told of it by then. In milliseconds. */
const TOLD_IN = 30_000;
/** Others are watched for at least so long. In milliseconds. */
const WATCHED_FOR = 3000;

/** A file that is dropped, or a server of files that fails. */
interface Dropped {
  name: string;
  bytes: Uint8Array;
  fault?: Fault;
}

const NEVER_ENDING: Dropped = {
  name: 'endless.txt',
  bytes: new Uint8Array(1000),
  fault: { kind: 'endless', isAccepted: false },
};
const HANGING: Dropped = {
  name: 'hanging.txt',
  bytes: new Uint8Array(1000),
  fault: { kind: 'hang', isAccepted: false },
};
const REDIRECTED = (to: string): Dropped => ({
  name: 'redirected.txt',
  bytes: new Uint8Array(1000),
  fault: { kind: 'redirect', to, isAccepted: false },
});

/** Files that take a reader long or much memory: dropped into direct messages while others type, and into the corpus. */
export const attackFiles: AttackPart = async (context) => [
  ...(await attackDirectMessages(context)),
  ...(await attackWatchedCorpus(context)),
];

const attackDirectMessages: AttackPart = (context) =>
  Workplace.during(context, 'http', async (workplace) => {
    const idle = await startIdleServer();
    // The first commands after a start find people whom nobody has looked up.
    await bystandersWhile(workplace, idle, 0, () => wait(WATCHED_FOR));
    const undisturbed = await bystandersWhile(workplace, idle, 0, () => wait(WATCHED_FOR));
    const figures: Measured[] = [measuredOf('nobody sends a file', undisturbed)];
    const drops = [...hostileFiles(), NEVER_ENDING, HANGING, REDIRECTED(workplace.slack.elsewhere)];
    const before = await workplace.bot.megabytes();
    let most = before;
    const watch = setInterval(() => void workplace.bot.megabytes().then((now) => (most = Math.max(most, now))), 200);
    for (const [i, dropped] of drops.entries()) {
      context.progress(dropped.name);
      figures.push(...(await drop(workplace, idle, dropped, 1000 + i)));
    }
    figures.push(...(await dropAll(context, workplace, idle, drops)));
    clearInterval(watch);
    await idle.stop();
    return [
      ...figures,
      told('memory before, and at most', `${round(before)} MB, ${round(most)} MB`),
      mustBeNone('exits', workplace.exits.length),
      mustBeNone('requests that strayed', workplace.slack.strayed.length, workplace.slack.strayed.join(', ')),
      mustBeNone('leaks in the log', workplace.log.leakCount, [...workplace.log.leaks.keys()].join(', ')),
    ];
  });

/** Sends a file to the bot. @returns how long it took until the person was told of it, and what */
async function sendFile(
  workplace: Workplace,
  dropped: Dropped,
  person: number,
): Promise<{ ms: number; words: string }> {
  const { people, slack } = workplace;
  const subject = subjectOf(person);
  const id = fileOf(subject);
  slack.files.set(id, dropped);
  if (dropped.fault !== undefined) slack.faults.set('file', subject, dropped.fault, Number.POSITIVE_INFINITY);
  const { at } = await askOnce(workplace, subject, people.write(subject, '', [id]));
  for (;;) {
    const [sent] = slack.sentFor(subject);
    if (sent !== undefined) return { ms: sent.at - at, words: sent.text };
    if (performance.now() - at > TOLD_IN) return { ms: Number.POSITIVE_INFINITY, words: '' };
    await workplace.revive(dropped.name);
    await wait(20);
  }
}

async function drop(workplace: Workplace, idle: IdleServer, dropped: Dropped, person: number): Promise<Measured[]> {
  const { bytes, name } = dropped;
  let sender = { ms: 0, words: '' };
  const others = await bystandersWhile(workplace, idle, person * 10_000, async () => {
    sender = await sendFile(workplace, dropped, person);
    // What is read goes on being read when its sender has been told that it takes too long.
    if (sender.ms < WATCHED_FOR) await wait(WATCHED_FOR);
  });
  const size = `${name}, ${round(bytes.length / 2 ** 20)} MB`;
  return [
    measuredOf(size, others),
    {
      ...mustStayBelow(`${size}: its sender is told`, sender.ms / 1000, TOLD_IN / 1000, 's'),
      figure: `${round(sender.ms / 1000)} s: ${sender.words.replaceAll(/\s+/g, ' ').slice(0, 50)}`,
    },
  ];
}

/** All files at once, each by another person. */
async function dropAll(
  context: AttackContext,
  workplace: Workplace,
  idle: IdleServer,
  drops: readonly Dropped[],
): Promise<Measured[]> {
  const rounds = context.isQuick ? 1 : 3;
  const late: string[] = [];
  const others = await bystandersWhile(workplace, idle, 90_000_000, async () => {
    const all = Array.from({ length: rounds }, () => drops).flat();
    await Promise.all(
      all.map(async (dropped, i) => {
        const { ms } = await sendFile(workplace, dropped, 2000 + i);
        if (ms > TOLD_IN) late.push(dropped.name);
      }),
    );
  });
  return [
    measuredOf(`${rounds * drops.length} files at once`, others),
    mustBeNone(`of these not told within ${TOLD_IN / 1000} s`, late.length, late.join(', ')),
  ];
}
