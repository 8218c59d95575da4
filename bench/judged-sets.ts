import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readCorpus } from '../src/corpus/index.ts';
import { asSpeech, type JudgedQuery, readDocuments, readJudgedSet } from '../src/evaluation/index.ts';
import { SpeechIndex } from '../src/indexing/index.ts';

const SETS = 'tests/relevance';
const COLLECTIONS = '../shared/data/retrieval';

/** Judged questions with the index that they are asked of. */
export interface JudgedIndex {
  name: string;
  index: SpeechIndex;
  queries: JudgedQuery[];
}

/** Every set of tests/relevance over the starter corpus; then, where they lie beside the project, the plain collections. */
export async function* judgedIndexes(): AsyncGenerator<JudgedIndex> {
  const { speeches } = await readCorpus(['corpus']);
  const starter = await SpeechIndex.build(speeches);
  const sets = existsSync(SETS) ? readdirSync(SETS).filter((file) => file.endsWith('.jsonl')) : [];
  const queries = sets.flatMap((file) => readJudgedSet(readFileSync(join(SETS, file), 'utf8'), file, starter));
  if (queries.length > 0) yield { name: 'starter corpus', index: starter, queries };
  for (const name of ['cmrc', 'headings']) {
    const file = (part: string): string => join(COLLECTIONS, `${name}.${part}.jsonl.gz`);
    if (!existsSync(file('corpus'))) continue;
    const index = await SpeechIndex.build(readDocuments(unpack(file('corpus')), name).map(asSpeech));
    yield { name, index, queries: readJudgedSet(unpack(file('queries')), name, index) };
  }
}

const unpack = (file: string): string => gunzipSync(readFileSync(file)).toString();
