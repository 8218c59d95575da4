import { type DraftRequest, openDrafter } from '../../drafting/index.ts';
import { answerJson, renderAnswer } from '../../terminal/index.ts';
import { type CommonOptions, type Context, EXIT, type ExitCode, indexFolder, print } from '../context.ts';

/** One question to the index: find, outline, phrase, source. */
export async function ask(
  context: Context,
  request: DraftRequest,
  options: CommonOptions & { explain?: boolean },
): Promise<ExitCode> {
  const answer = await openDrafter(indexFolder(context, options))(request);
  const how = options.explain === undefined ? {} : { explain: options.explain };
  print(context, options, answerJson(answer), () => renderAnswer(context.page, answer, how));
  return answer.kind === 'nothing' ? EXIT.nothing : EXIT.answered;
}
