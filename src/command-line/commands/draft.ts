import { readCorpus } from '../../corpus/index.ts';
import { type Answer, type DraftRequest, drafterOver } from '../../drafting/index.ts';
import { fingerprintAt, fingerprintOf, SpeechIndex } from '../../indexing/index.ts';
import { answerJson, renderAnswer } from '../../terminal/index.ts';
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
  const drafter = drafterOver(await currentIndex(context, options));
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

async function currentIndex(context: Context, options: CommonOptions): Promise<SpeechIndex> {
  const folder = indexFolder(context, options);
  const { speeches } = await readCorpus(corpusFolders(context, options));
  const [there, wanted] = await Promise.all([fingerprintAt(folder), fingerprintOf(speeches)]);
  if (there?.corpus === wanted.corpus) return SpeechIndex.read(folder);
  say(context, context.texts.terminal.indexing);
  return (await build(context, options)).index;
}

/** The composed skeleton, or the nearest speech's, and a few phrasings of each kind. */
function forOneScreen(answer: Answer): Answer {
  if (answer.kind === 'skeletons')
    return { ...answer, skeletons: answer.skeletons.slice(-1), sets: answer.sets.slice(0, 2) };
  if (answer.kind !== 'phrasing') return answer;
  return { ...answer, groups: answer.groups.map((group) => ({ ...group, items: group.items.slice(0, 3), more: 0 })) };
}
