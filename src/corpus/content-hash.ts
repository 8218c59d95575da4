import { createHash } from 'node:crypto';
import { type Speech, strictest, walkSections, wordsAt } from '../speech/index.ts';

const NO_LETTER = /[^\p{L}\p{N}]/gu;

/**
 * What a speech says, as a hash: the letters and digits of its headings and passages, and what may be done with them.
 * The same speech as .docx and as .txt has one; with a stricter notice it has another, so that none is lost.
 */
export function contentHash(speech: Speech): string {
  const hash = createHash('sha256').update(strictest(speech.rights));
  const headings = [...walkSections(speech.sections)].filter(({ section }) => section.kind === 'heading');
  for (const { section } of headings) hash.update(letters(section.heading)).update(' ');
  for (const passage of speech.passages) hash.update(letters(wordsAt(speech, passage)));
  return hash.digest('hex');
}

/** Everything that was read of a file, its path too, as a hash. */
export function wholeHash({ text, ...speech }: Speech): string {
  return createHash('sha256').update(JSON.stringify(speech)).update(text).digest('hex').slice(0, 32);
}

const letters = (words: string): string => words.normalize('NFKC').replace(NO_LETTER, '');
