import { readCorpus } from '../corpus/index.ts';
import { toFault } from '../threads/index.ts';
import { makeIndex } from './make-index.ts';
import type { FreezeOrder, FreezeOutcome } from './start-freeze.ts';

/** The program of the process that makes an index anew: reads the corpus, writes the index, and ends with what it took. */
async function freeze({ folders, indexFolder }: FreezeOrder): Promise<FreezeOutcome> {
  try {
    const index = await makeIndex(await readCorpus(folders), folders, indexFolder);
    return { made: { speeches: index.speeches.length, passages: index.passageCount } };
  } catch (error) {
    return { fault: toFault(error) };
  }
}

// What nobody waits for any more is not finished: the index before stays as it is.
process.once('disconnect', () => process.exit(1));
process.once('message', async (order: FreezeOrder) => {
  const outcome = await freeze(order);
  process.send?.(outcome, () => process.exit(0));
});
