import { dirname } from 'node:path';
import { readSentences } from '../../assistant/index.ts';
import { readFileAsSpeech } from '../../corpus/index.ts';
import { wordsAt } from '../../speech/index.ts';
import type { CommonOptions, Context, ExitCode } from '../context.ts';
import { ask } from './ask.ts';

/** Where a sentence stands, or each of several. */
export async function traceWords(context: Context, words: string, options: CommonOptions): Promise<ExitCode> {
  const command = readSentences(words);
  // Words are always a request.
  if (command.kind !== 'request') throw new TypeError('a quote asks for its source');
  return ask(context, command.request, options);
}

/** Where the sentences of a document stand, notices and furniture aside. */
export async function traceFile(context: Context, file: string, options: CommonOptions): Promise<ExitCode> {
  const { speech } = await readFileAsSpeech(file, dirname(file));
  const text = speech.passages.map((passage) => wordsAt(speech, passage)).join('\n');
  return ask(context, { kind: 'trace', text }, options);
}
