import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { drafterOver } from '../../drafting/index.ts';
import { asSpeech, type Evaluation, evaluate, readDocuments, readJudgedSet } from '../../evaluation/index.ts';
import { SpeechIndex } from '../../indexing/index.ts';
import { ZhibiError } from '../../speech/index.ts';
import { type CommonOptions, type Context, EXIT, type ExitCode, indexFolder, print } from '../context.ts';

/** `--docs`: a plain collection to ask instead of the index. */
export interface EvaluateOptions extends CommonOptions {
  docs?: string;
}

/** How good `find` is on a set of judged questions. */
export async function evaluateSet(context: Context, set: string, options: EvaluateOptions): Promise<ExitCode> {
  const index =
    options.docs === undefined
      ? await SpeechIndex.read(indexFolder(context, options))
      : await indexDocuments(options.docs);
  const queries = readJudgedSet(await readLines(set), basename(set), index);
  const { evaluation } = await evaluate(drafterOver(index), queries);
  print(context, options, { set: basename(set), ...evaluation }, () => renderEvaluation(evaluation));
  return EXIT.answered;
}

async function indexDocuments(file: string): Promise<SpeechIndex> {
  return SpeechIndex.build(readDocuments(await readLines(file), basename(file)).map(asSpeech));
}

/** The text of a file of JSON lines, unpacked when its name says that it is packed. */
async function readLines(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new ZhibiError('file-vanished', { file }, { cause: error });
  });
  return (file.endsWith('.gz') ? await promisify(gunzip)(bytes) : bytes).toString();
}

/** The names are the field's and the same in every language. */
const renderEvaluation = (evaluation: Evaluation): string =>
  Object.entries(evaluation)
    .map(
      ([name, value]) =>
        `${name.padEnd(14)}${value === null ? '-' : Number(value).toFixed(name === 'queries' ? 0 : 3)}`,
    )
    .join('\n');
