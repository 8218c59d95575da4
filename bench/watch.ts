/**
 * npm run bench:watch -- [--corpus DIR] [--rounds 20]
 *
 * Times what follows when a file is put into a corpus folder, changed, and taken out again: from the rename (or removal)
 * until a question is answered by it, in the threads that the bot has. The corpus is copied; of its files so many as there
 * are rounds come one by one. Meanwhile a question that takes no time is asked over and over: the longest wait is that of a
 * question in the drafter's thread. The longest pause is that of the event loop of the thread that asks, which is the one
 * that talks to Slack. Both are also given for when nothing happens, since other programs keep a thread waiting too.
 */
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { readCorpus } from '../src/corpus/index.ts';
import { type DraftRequest, openDrafterInWorker } from '../src/drafting/index.ts';
import { type KeepingEvent, openKeeper } from '../src/keeping/index.ts';
import { startFreeze } from '../src/keeping/start-freeze.ts';
import type { Speech } from '../src/speech/index.ts';
import { percentile } from './statistics.ts';

const { values: options } = parseArgs({
  options: { corpus: { type: 'string', default: 'corpus' }, rounds: { type: 'string', default: '20' } },
});
const say = (line: string): boolean => process.stdout.write(`${line}\n`);
const ROUNDS = Number(options.rounds);
/** How long nothing happens, for comparison. In milliseconds. */
const QUIET = 10_000;
/** How long before that, for what the start leaves behind to be cleared away. In milliseconds. */
const SETTLING = 12_000;
const PATIENCE = 180_000;

const root = await mkdtemp(join(tmpdir(), 'zhibi-watch-'));
const [corpus, index, aside] = ['corpus', 'index', 'aside'].map((name) => join(root, name)) as [string, string, string];
for (const folder of [corpus, aside]) await mkdir(folder);
const { speeches } = await readCorpus([options.corpus]);
/** Every so-manieth speech comes later, so that there are some of every kind. */
const coming = speeches.filter((_, i) => i % Math.floor(speeches.length / ROUNDS) === 0).slice(0, ROUNDS);
for (const speech of speeches) if (!coming.includes(speech)) await writeFile(join(corpus, nameOf(speech)), speech.text);
say(`${speeches.length} speeches, of which ${coming.length} come later`);

await startFreeze({ folders: [corpus], indexFolder: index });
const events: KeepingEvent[] = [];
const keeper = openKeeper({ folders: [corpus], indexFolder: index }, (event) => events.push(event));
const drafter = openDrafterInWorker(index, (reach) => keeper.connect(reach));
const FIRST: readonly DraftRequest[] = [
  { kind: 'find', query: '讲话', filters: {}, limit: 1 },
  { kind: 'outline', query: '讲话', filters: {} },
  { kind: 'phrase', query: '加强工作', filters: {}, limit: 1 },
  { kind: 'source', quote: '讲话' },
];
for (const request of FIRST) await drafter.draft(request);
await until(() => Promise.resolve(events.some(({ event }) => event === 'kept')));

/** Waits of questions that take no time themselves. In milliseconds. */
let waits: number[] = [];
let isAsking = true;
const asking = (async () => {
  while (isAsking) {
    const asked = performance.now();
    await drafter.draft({ kind: 'passage', passage: 'none' }).catch(() => undefined);
    waits.push(performance.now() - asked);
    await wait(3);
  }
})();
const loop = monitorEventLoopDelay({ resolution: 1 });

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`nothing came of it; last told: ${JSON.stringify(events.slice(-3))}`);
    await wait(2);
  }
}

/** Words that stand in no other speech. */
const markOf = (round: number, edition: number): string => `第${round}号泵站第${edition}次试车记录`;

async function stands(mark: string): Promise<boolean> {
  const answer = await drafter.draft({ kind: 'source', quote: mark });
  return answer.kind === 'sources' && answer.matches.some(({ kind }) => kind === 'exact');
}

/** Does something, and times how long it takes until it is answered by. */
async function time(act: () => Promise<void>, isSo: () => Promise<boolean>): Promise<number> {
  const started = performance.now();
  await act();
  await until(isSo);
  return performance.now() - started;
}

function nameOf({ id }: Speech): string {
  return `${id}.txt`;
}

/** Puts a speech, with a mark in its middle, where another program would have written it whole. */
async function put(speech: Speech, mark: string): Promise<void> {
  const middle = speech.passages[Math.floor(speech.passages.length / 2)]?.end ?? 0;
  const text = `${speech.text.slice(0, middle)}\n${mark}，存档备查。\n${speech.text.slice(middle)}`;
  await writeFile(join(aside, nameOf(speech)), text);
  await rename(join(aside, nameOf(speech)), join(corpus, nameOf(speech)));
}

const longest = (): { wait: number; pause: number } => {
  const found = { wait: Math.max(...waits), pause: loop.max / 1e6 };
  waits = [];
  loop.reset();
  return found;
};

loop.enable();
await wait(SETTLING);
longest();
await wait(QUIET);
const quiet = longest();

const times: Record<'add' | 'change' | 'remove', number[]> = { add: [], change: [], remove: [] };
for (const [round, speech] of coming.entries()) {
  const [first, second] = [markOf(round, 1), markOf(round, 2)];
  times.add.push(
    await time(
      () => put(speech, first),
      () => stands(first),
    ),
  );
  times.change.push(
    await time(
      () => put(speech, second),
      async () => (await stands(second)) && !(await stands(first)),
    ),
  );
  times.remove.push(
    await time(
      () => rm(join(corpus, nameOf(speech))),
      async () => !(await stands(second)),
    ),
  );
}
const changing = longest();

// What has come and gone is frozen when it is quiet; one more file comes while that goes on.
const [again] = coming;
if (again !== undefined) await put(again, markOf(0, 3));
const seen = events.length;
const since = (event: KeepingEvent['event']): boolean => events.slice(seen).some((one) => one.event === event);
await until(async () => since('frozen'));
await until(async () => since('kept'));
await wait(1000);
const freezing = longest();
isAsking = false;
await asking;

const ms = (value: number): string => value.toFixed(value < 100 ? 1 : 0).padStart(8);
say('\nfrom the act to the answer, ms       median    worst');
for (const [act, all] of Object.entries(times)) {
  say(`${act.padEnd(34)}${ms(percentile(all, 50))} ${ms(Math.max(...all))}`);
}
say('\nlongest, ms                 nothing happens  changes   freeze');
say(`wait in the drafter's thread      ${ms(quiet.wait)} ${ms(changing.wait)} ${ms(freezing.wait)}`);
say(`pause of the thread of Slack      ${ms(quiet.pause)} ${ms(changing.pause)} ${ms(freezing.pause)}`);
const failures = events.filter(({ event }) => event === 'failed').length;
const frozen = events.filter(({ event }) => event === 'frozen').length;
say(`\n${frozen} times frozen, ${failures} failures`);

await keeper.close();
await drafter.close();
await rm(root, { recursive: true });
