import { readCorpus } from '../../../src/corpus/index.ts';
import { makeIndex } from '../../../src/keeping/index.ts';
import { loadSegmenter } from '../../../src/text/index.ts';

/** The program that is killed: makes the index of one corpus after the other in the same folder, over and over. */
const [indexFolder = '', ...corpora] = process.argv.slice(2);
process.once('disconnect', () => process.exit(1));
loadSegmenter();
process.send?.('ready');
for (;;) {
  for (const corpus of corpora) {
    await makeIndex(await readCorpus([corpus]), [corpus], indexFolder);
    process.send?.('made');
  }
}
