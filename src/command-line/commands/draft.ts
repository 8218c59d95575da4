import { type Answer, type Drafter, type DraftRequest, drafterOver, openDrafter } from '../../drafting/index.ts';
import { indexState } from '../../keeping/index.ts';
import { answerJson, renderAnswer } from '../../terminal/index.ts';
import { drafterInMemory, sayIfStale } from '../asked-index.ts';
import {
  type CommonOptions,
  type Context,
  corpusFolders,
  EXIT,
  type ExitCode,
  indexFolder,
  print,
  say,
} from '../context.ts';
import { build } from './build-index.ts';

/** Everything on a topic at once, from an index that is made if there is none of this corpus. */
export async function draft(context: Context, topic: string, options: CommonOptions): Promise<ExitCode> {
  const drafter = await currentDrafter(context, options);
  const requests: DraftRequest[] = [
    { kind: 'find', query: topic, filters: {}, limit: 3 },
    { kind: 'outline', query: topic, filters: {} },
    { kind: 'phrase', query: topic, filters: {} },
  ];
  const answers: Answer[] = [];
  for (const request of requests) answers.push(forOneScreen(await drafter(request)));
  const json = Object.fromEntries(answers.map((answer, i) => [requests[i]?.kind, answerJson(answer)]));
  print(context, options, json, () => answers.map((answer) => renderAnswer(context.page, answer)).join('\n\n\n'));
  return answers.every((answer) => answer.kind === 'nothing') ? EXIT.nothing : EXIT.answered;
}

/**
 * As for any question (see `askedDrafter`), but that an index that is missing, or of the same folders and stale, is built and
 * written first.
 */
async function currentDrafter(context: Context, options: CommonOptions): Promise<Drafter> {
  const folder = indexFolder(context, options);
  const folders = corpusFolders(context, options);
  const state = await indexState(folder, folders);
  if (state === 'current') return openDrafter(folder);
  if (state === 'missing' || state === 'stale') {
    say(context, context.texts.terminal.indexing);
    return drafterOver((await build(context, options)).index);
  }
  if (options.corpus !== undefined) return drafterInMemory(context, options.corpus, folder);
  await sayIfStale(context, folder);
  return openDrafter(folder);
}

/** The composed skeleton, or the nearest speech's, and a few phrasings of each kind. */
function forOneScreen(answer: Answer): Answer {
  if (answer.kind === 'skeletons')
    return { ...answer, skeletons: answer.skeletons.slice(-1), sets: answer.sets.slice(0, 2) };
  if (answer.kind !== 'phrasing') return answer;
  return { ...answer, groups: answer.groups.map((group) => ({ ...group, items: group.items.slice(0, 3), more: 0 })) };
}
