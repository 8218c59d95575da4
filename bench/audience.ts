/**
 * npm run bench:audience
 *
 * What the rights of whoever asks cost: over 100,000 passages of which 30 in 100 are internal, the first question of somebody
 * who may not see them beside the same question of somebody who may, and the memory that the restricted view takes. Prints
 * a table; says that it was skipped where the collection does not lie beside the project.
 */
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { type DraftRequest, drafterOver } from '../src/drafting/index.ts';
import { asSpeech, readDocuments } from '../src/evaluation/index.ts';
import { SpeechIndex } from '../src/indexing/index.ts';
import type { Audience, Speech } from '../src/speech/index.ts';

const COLLECTION = '../shared/data/retrieval/scale100k.corpus.jsonl.gz';
/** Of ten speeches so many are internal. */
const INTERNAL_OF_TEN = 3;
const OUTSIDE: Audience = { internal: false, hidden: [] };
const QUERIES = ['安全生产 责任', '劳动者 工资', '环境保护', '怎么申请行政复议'];

const print = (line: string): boolean => process.stdout.write(`${line}\n`);

if (!existsSync(COLLECTION)) {
  print(`skipped: there is no ${COLLECTION}`);
  process.exit(0);
}
const documents = readDocuments(gunzipSync(readFileSync(COLLECTION)).toString(), 'scale100k');
const speeches = documents.map((document, i): Speech => {
  const rights = i % 10 < INTERNAL_OF_TEN ? [{ text: '内部资料', restriction: 'internal' as const }] : [];
  return { ...asSpeech(document), rights };
});
const index = await SpeechIndex.build(speeches);
const draft = drafterOver(index);
const asked = (query: string): DraftRequest => ({ kind: 'find', query, filters: {}, limit: 5 });

/** Milliseconds that a question takes. */
async function timeOf(query: string, audience?: Audience): Promise<number> {
  const began = performance.now();
  await draft(asked(query), audience);
  return performance.now() - began;
}

const megabytes = (): number => {
  globalThis.gc?.();
  const { arrayBuffers, heapUsed } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
};

// What the first questions load (the dictionary, what is shared by all) is nobody's rights.
await timeOf('会议');
const open: number[] = [];
for (const query of QUERIES) {
  await timeOf(query);
  open.push(await timeOf(query));
}
const before = megabytes();
print(`${index.passageCount} passages, ${INTERNAL_OF_TEN * 10} % internal; ${before.toFixed(0)} MB`);
print(['question'.padEnd(24), 'open, ms'.padStart(10), 'restricted, ms'.padStart(16)].join(''));
for (const [i, query] of QUERIES.entries()) {
  const restricted = await timeOf(query, OUTSIDE);
  print([query.padEnd(24), (open[i] ?? 0).toFixed(1).padStart(10), restricted.toFixed(1).padStart(16)].join(''));
}
const after = megabytes();
print(
  `memory of the restricted view: ${(after - before).toFixed(1)} MB, ${(((after - before) / before) * 100).toFixed(1)} %`,
);
