import type { Item, Phraseology } from '../../src/indexing/phraseology/index.ts';
import { learnFrom } from '../../src/indexing/phraseology/learn.ts';
import { cutSpeeches } from '../../src/indexing/phraseology/words.ts';
import type { Speech } from '../../src/speech/index.ts';
import { speechFrom } from './corpus.ts';

/** Speeches of paragraphs written in a test, one after another. */
const speechesOf = (...paragraphs: readonly (readonly string[])[]): Speech[] =>
  paragraphs.map((lines, i) => speechFrom(`在第${i + 1}次会上的讲话\n同志们：\n${lines.join('\n')}`, `${i + 1}.txt`));

/** What is learned of such speeches, with a way to the words of every place. */
export function learned(...paragraphs: readonly (readonly string[])[]) {
  const speeches = speechesOf(...paragraphs);
  const phraseology = learnFrom(cutSpeeches(speeches));
  const wordsOf = (item: Item): string[] =>
    item.spans.map(({ speech, start, end }) => speeches[speech]?.text.slice(start, end) ?? '');
  return { speeches, phraseology, wordsOf };
}

/** Every item of every kind. */
export const allItems = (phraseology: Phraseology): Item[] => Object.values(phraseology).flat();
