import { dirname } from 'node:path';
import { blanksSaid, type Reading, readFileAsSpeech } from '../../corpus/index.ts';
import { type Inspection, inspectionJson, renderInspection } from '../../terminal/index.ts';
import { type CommonOptions, type Context, EXIT, type ExitCode, print } from '../context.ts';

/** What one file is read as. */
export async function inspect(context: Context, file: string, options: CommonOptions): Promise<ExitCode> {
  const inspection = inspectionOf(await readFileAsSpeech(file, dirname(file)));
  print(context, options, inspectionJson(context.texts, inspection), () => renderInspection(context.page, inspection));
  return EXIT.answered;
}

/** A reading with its blanks counted: those in what is said. */
export const inspectionOf = ({ speech, parts }: Reading): Inspection => ({ speech, parts, blanks: blanksSaid(speech) });
