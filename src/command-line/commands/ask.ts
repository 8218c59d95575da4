import { type DraftRequest, openDrafter } from '../../drafting/index.ts';
import { ZhibiError } from '../../speech/index.ts';
import { answerJson, phrasingCsv, renderAnswer } from '../../terminal/index.ts';
import { type CommonOptions, type Context, EXIT, type ExitCode, indexFolder, print } from '../context.ts';

/** One question to the index: find, outline, phrase, source. */
export async function ask(
  context: Context,
  request: DraftRequest,
  options: CommonOptions & { explain?: boolean; csv?: boolean },
): Promise<ExitCode> {
  const answer = await openDrafter(indexFolder(context, options))(request);
  // Who types an id made a mistake.
  if (answer.kind === 'nothing' && answer.gone === true && request.kind === 'find' && request.like !== undefined) {
    throw new ZhibiError('passage-unknown', { passage: request.like });
  }
  if (options.csv === true && answer.kind === 'phrasing') {
    context.terminal.out(`${phrasingCsv(context.texts, answer)}\r\n`);
    return EXIT.answered;
  }
  const how = options.explain === undefined ? {} : { explain: options.explain };
  print(context, options, answerJson(answer), () => renderAnswer(context.page, answer, how));
  return answer.kind === 'nothing' ? EXIT.nothing : EXIT.answered;
}
