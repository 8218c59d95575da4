import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from '../src/corpus/parse-speech.ts';
import { decode } from '../src/corpus/readers/decode.ts';
import { readText } from '../src/corpus/readers/index.ts';
import { SpeechIndex } from '../src/indexing/index.ts';
import { terms } from '../src/text/index.ts';
import { percentile } from './statistics.ts';

/** A step on the way from files to an index, and what it took. In milliseconds. */
export interface Step {
  name: string;
  ms: number;
}

const REPEATS = 15;

/** The median of several runs: the first one compiles. */
function median<T>(work: () => T): { value: T; ms: number } {
  let value: T | undefined;
  const times = Array.from({ length: REPEATS }, () => {
    const started = performance.now();
    value = work();
    return performance.now() - started;
  });
  return { value: value as T, ms: percentile(times, 50) };
}

/** Times each step of indexing the plain texts of a folder, by itself. The dictionary must have been loaded. */
export async function measureSteps(folder: string): Promise<{ bytes: number; steps: Step[] }> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.txt') || file.endsWith('.md'));
  const speakers = files.filter((file) => !/^readme/i.test(file));
  const buffers = speakers.map((file) => readFileSync(join(folder, file)));
  const decoding = median(() => buffers.map((bytes, i) => decode(bytes, speakers[i] ?? '').text));
  const lines = median(() => decoding.value.map((text, i) => readText(text, speakers[i] ?? '', '.txt')));
  const structure = median(() => lines.value.map((document, i) => parseDocument(document, speakers[i] ?? '').speech));
  const speeches = structure.value;
  const segmenting = median(() =>
    speeches.map((speech) => speech.passages.map(({ start, end }) => terms(speech.text.slice(start, end)).length)),
  );
  const started = performance.now();
  await SpeechIndex.build(speeches);
  const building = performance.now() - started;
  return {
    bytes: buffers.reduce((sum, bytes) => sum + bytes.length, 0),
    steps: [
      { name: 'decoding', ms: decoding.ms },
      { name: 'lines and front matter', ms: lines.ms },
      { name: 'structure, rights, metadata', ms: structure.ms },
      { name: 'segmenting the passages', ms: segmenting.ms },
      { name: 'MiniSearch, and what is learned once', ms: Math.max(0, building - segmenting.ms) },
    ],
  };
}
