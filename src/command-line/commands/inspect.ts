import { dirname } from 'node:path';
import { readSpeech } from '../../corpus/index.ts';
import { inspectionJson, renderInspection } from '../../terminal/index.ts';
import { type CommonOptions, type Context, EXIT, type ExitCode, print } from '../context.ts';

/** What one file is read as. */
export async function inspect(context: Context, file: string, options: CommonOptions): Promise<ExitCode> {
  const speech = await readSpeech(file, dirname(file));
  print(context, options, inspectionJson(context.texts, speech), () => renderInspection(context.page, speech));
  return EXIT.answered;
}
