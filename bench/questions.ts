import type { Speech } from '../src/speech/index.ts';
import { sentences, terms } from '../src/text/index.ts';
import { seededRandom } from './statistics.ts';

/** Questions as people ask: neighbouring terms of a passage, or one of its sentences. The same seed gives the same. */
export function questionsFrom(speeches: readonly Speech[], length: number | 'sentence', count: number): string[] {
  const random = seededRandom(20_260_101);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const questions: string[] = [];
  while (questions.length < count) {
    const speech = pick(speeches);
    const passage = pick(speech?.passages ?? []);
    if (speech === undefined || passage === undefined) continue;
    const text = speech.text.slice(passage.start, passage.end);
    const sentence = pick(sentences(text));
    const words = terms(text);
    const from = Math.floor(random() * Math.max(1, words.length - Number(length)));
    const question =
      length === 'sentence'
        ? text.slice(sentence?.start, sentence?.end).slice(0, 200)
        : words.slice(from, from + length).join(' ');
    if (/\p{Script=Han}/u.test(question)) questions.push(question);
  }
  return questions;
}
