import { parseSpeech, readCorpus } from '../../src/corpus/index.ts';
import { parseDocument } from '../../src/corpus/parse-speech.ts';
import { readText } from '../../src/corpus/readers/index.ts';
import { SpeechIndex } from '../../src/indexing/index.ts';
import type { Speech } from '../../src/speech/index.ts';
import type { Inspection } from '../../src/terminal/index.ts';

/** A speech from text written in a test. */
export const speechFrom = (text: string, file = 'speech.txt'): Speech => parseSpeech(text, file);

/** What `inspect` shows of text written in a test. */
export const inspectionFrom = (text: string, file = 'speech.txt'): Inspection => ({
  ...parseDocument(readText(text, file, '.txt'), file),
  blanks: 0,
});

/** An index over texts written in a test: file names to texts. */
export const indexOf = (files: Record<string, string>): Promise<SpeechIndex> =>
  SpeechIndex.build(Object.entries(files).map(([file, text]) => parseSpeech(text, file)));

export const STARTER = 'corpus';

let starter: Promise<SpeechIndex> | undefined;

/** The starter corpus, indexed once a test file. */
export function starterIndex(): Promise<SpeechIndex> {
  starter ??= readCorpus([STARTER]).then(({ speeches }) => SpeechIndex.build(speeches));
  return starter;
}
