import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { answersTo, askOnce } from '../asked.ts';
import { until } from '../faults/run-cases.ts';
import { type AttackContext, Workplace } from '../part.ts';
import { type Measured, mustBeNone, mustStayBelow } from '../promise.ts';
import { subjectOf } from '../slack/ids.ts';
import { hostileFiles } from './hostile-files.ts';

/** A speech that comes after the hostile files is answerable after so long. In milliseconds. */
const ANSWERABLE_IN = 60_000;
/** It is asked for this often. In milliseconds. */
const ASKED_EVERY = 1000;
/** A file grows this often. In milliseconds. */
const GROWS_EVERY = 200;

const GOOD = '在全市鹿角灯塔工作会议上的讲话\n同志们：\n一、点亮鹿角灯塔\n鹿角灯塔的灯一夜也不能灭，谁值班谁签字。\n';

/** These are read to their end, and are thousands of passages to be indexed: whoever has such a speech waits for it. */
const IS_READ = /^(?:long|points)\.txt$/;

/** Hostile files, a FIFO and a file that grows come into the folder of a bot that watches it; then a good one. */
export async function attackWatchedCorpus(context: AttackContext): Promise<Measured[]> {
  const root = mkdtempSync(join(context.root, 'watched-'));
  const places = { ...context.places, corpus: join(root, 'corpus'), index: join(root, 'index') };
  cpSync(context.places.corpus, places.corpus, { recursive: true });
  cpSync(context.places.index, places.index, { recursive: true });
  return Workplace.during({ ...context, places }, 'http', async (workplace) => {
    const grows = join(places.corpus, 'grows.txt');
    const hostile = hostileFiles().filter(({ name }) => !IS_READ.test(name));
    for (const { bytes, name } of hostile) writeFileSync(join(places.corpus, name), bytes);
    execFileSync('mkfifo', [join(places.corpus, 'fifo.txt')]);
    mkdirSync(join(places.corpus, 'folder.txt'));
    writeFileSync(join(places.corpus, 'damaged.docx'), Buffer.from('PK\u0003\u0004 and nothing more'));
    const growing = setInterval(() => appendFileSync(grows, '又长了一截。\n'), GROWS_EVERY);
    await wait(ASKED_EVERY);
    writeFileSync(join(places.corpus, 'good.txt'), GOOD);
    const ms = await untilAnswerable(workplace);
    clearInterval(growing);
    return [
      mustStayBelow(
        'a good file among hostile ones in the watched folder is answerable',
        ms / 1000,
        ANSWERABLE_IN / 1000,
        's',
      ),
      mustBeNone('exits of a bot with hostile files in its folder', workplace.exits.length),
    ];
  });
}

/** @returns after how many milliseconds the good speech was found */
async function untilAnswerable(workplace: Workplace): Promise<number> {
  const { people } = workplace;
  const started = performance.now();
  for (let person = 1; performance.now() - started < ANSWERABLE_IN; person++) {
    await workplace.revive('hostile files in the corpus');
    const subject = subjectOf(3_000_000 + person);
    const asked = await askOnce(workplace, subject, people.command(subject, 'source 鹿角灯塔的灯一夜也不能灭'));
    await until(() => answersTo(workplace, asked).length > 0, ASKED_EVERY);
    if (answersTo(workplace, asked).some(({ json }) => json.includes('鹿角灯塔工作会议')))
      return performance.now() - started;
    await wait(ASKED_EVERY);
  }
  return Number.POSITIVE_INFINITY;
}
