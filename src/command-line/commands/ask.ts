import type { DraftRequest } from '../../drafting/index.ts';
import { ZhibiError } from '../../speech/index.ts';
import { answerJson, phrasingCsv, renderAnswer } from '../../terminal/index.ts';
import { askedDrafter } from '../asked-index.ts';
import { type CommonOptions, type Context, EXIT, type ExitCode, print } from '../context.ts';

/** One question to the index: find, outline, phrase, source. */
export async function ask(
  context: Context,
  request: DraftRequest,
  options: CommonOptions & { explain?: boolean; csv?: boolean; full?: boolean },
): Promise<ExitCode> {
  const drafter = await askedDrafter(context, options);
  const answer = await drafter(request);
  // Who types an id made a mistake.
  const typed = request.kind === 'passage' ? request.passage : request.kind === 'find' ? request.like : undefined;
  if (answer.kind === 'nothing' && answer.gone === true && typed !== undefined) {
    throw new ZhibiError('passage-unknown', { passage: typed });
  }
  if (options.csv === true && answer.kind === 'phrasing') {
    context.terminal.out(`${phrasingCsv(context.texts, answer)}\r\n`);
    return EXIT.answered;
  }
  const how = { explain: options.explain === true, full: options.full === true };
  print(context, options, answerJson(answer), () => renderAnswer(context.page, answer, how));
  return answer.kind === 'nothing' ? EXIT.nothing : EXIT.answered;
}
