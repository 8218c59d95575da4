import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { drafterOver } from '../../src/drafting/index.ts';
import { asSpeech, evaluate, readDocuments, readJudgedSet } from '../../src/evaluation/index.ts';
import { SpeechIndex } from '../../src/indexing/index.ts';
import { starterIndex } from '../support/corpus.ts';

const SETS = 'tests/relevance';
const COLLECTIONS = '../shared/data/retrieval';
/** Of each plain collection, every so many questions, so that the test takes seconds. */
const STEP = { cmrc: 20, headings: 3 } as const;

/** What was reached (docs/retrieval.md), less what chance may move: a change that goes below it has to say why. */
describe('find stays as good as it was', () => {
  it('on the judged questions of the starter corpus', async () => {
    const index = await starterIndex();
    const files = readdirSync(SETS).filter((file) => file.endsWith('.jsonl'));
    const judged = files.flatMap((file) => readJudgedSet(readFileSync(join(SETS, file), 'utf8'), file, index));
    const { evaluation } = await evaluate(drafterOver(index), judged);
    expect(evaluation.queries).toBeGreaterThanOrEqual(120);
    expect(judged.filter(({ judgements }) => judgements.size === 0).length).toBeGreaterThanOrEqual(15);
    expect(evaluation.ndcg10).toBeGreaterThan(0.53);
    expect(evaluation.recall100).toBeGreaterThan(0.76);
    expect(evaluation.nothingRight).toBeGreaterThan(0.65);
    expect(evaluation.refused).toBeLessThan(0.04);
  });

  it.skipIf(!existsSync(COLLECTIONS)).each([
    ['cmrc', 0.97],
    ['headings', 0.28],
  ] as const)(
    'on %s',
    async (name, least) => {
      const unpack = (part: string): string =>
        gunzipSync(readFileSync(join(COLLECTIONS, `${name}.${part}.jsonl.gz`))).toString();
      const index = await SpeechIndex.build(readDocuments(unpack('corpus'), name).map(asSpeech));
      const judged = readJudgedSet(unpack('queries'), name, index).filter((_, i) => i % STEP[name] === 0);
      const { evaluation } = await evaluate(drafterOver(index), judged);
      expect(evaluation.mrr10).toBeGreaterThan(least);
      // A machine with other work takes long.
    },
    180_000,
  );
});
