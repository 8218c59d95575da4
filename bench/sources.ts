/**
 * npm run sources -- --corpus DIR
 *
 * How good `source` is: sentences of a corpus, altered as people alter them, must come back to a speech that has them;
 * sentences that stand nowhere must not. Drawn with a fixed seed.
 */
import { parseArgs } from 'node:util';
import { Converter } from 'opencc-js/cn2t';
import { readCorpus } from '../src/corpus/index.ts';
import { type Answer, drafterOver } from '../src/drafting/index.ts';
import { SpeechIndex } from '../src/indexing/index.ts';
import type { Speech } from '../src/speech/index.ts';
import { clauses, sentences } from '../src/text/index.ts';
import { percentile, seededRandom } from './statistics.ts';

const { values: options } = parseArgs({
  options: {
    corpus: { type: 'string', default: '../shared/data/reports' },
    other: { type: 'string', default: 'corpus' },
    sentences: { type: 'string', default: '500' },
  },
});
const COUNT = Number(options.sentences);
const random = seededRandom(20_260_301);
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
const traditional = Converter({ from: 'cn', to: 't' });
const print = (line: string): boolean => process.stdout.write(`${line}\n`);

interface Drawn {
  speech: Speech;
  sentence: string;
}

/** A sentence long enough to be somebody's: shorter ones are set phrases. In UTF-16 units. */
const SHORTEST = 15;
const LONGEST = 200;

function draw(speeches: readonly Speech[]): Drawn {
  for (;;) {
    const speech = pick(speeches);
    const passage = pick(speech.passages);
    if (passage === undefined) continue;
    const text = speech.text.slice(passage.start, passage.end);
    const { start, end } = pick(sentences(text));
    const sentence = text.slice(start, end);
    if (sentence.length >= SHORTEST && sentence.length <= LONGEST) return { speech, sentence };
  }
}

const COMMON = '的是在有和为了上中大国会要以人不这地个到说时我们也着就对年';

const ALTERATIONS: Record<string, (sentence: string) => string> = {
  '5 % of characters changed': (sentence) => changed(sentence, 0.05),
  '10 % of characters changed': (sentence) => changed(sentence, 0.1),
  '20 % of characters changed': (sentence) => changed(sentence, 0.2),
  'a clause dropped': dropClause,
  'punctuation lost': (sentence) => sentence.replace(/[^\p{L}\p{N}]/gu, ''),
  'traditional characters': (sentence) => traditional(sentence),
};

const changed = (sentence: string, share: number): string =>
  [...sentence].map((character) => (random() < share ? pick([...COMMON]) : character)).join('');

function dropClause(sentence: string): string {
  const all = clauses(sentence);
  if (all.length < 2) return sentence;
  const { start, end } = pick(all);
  return sentence.slice(0, start) + sentence.slice(end);
}

const { speeches } = await readCorpus([options.corpus]);
const { speeches: others } = await readCorpus([options.other]);
let drafter = drafterOver(await SpeechIndex.build(speeches));
const times: number[] = [];

const bare = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '');

async function look(quote: string): Promise<Answer> {
  const started = performance.now();
  const answer = await drafter({ kind: 'source', quote });
  times.push(performance.now() - started);
  return answer;
}

await look(draw(speeches).sentence);
times.length = 0;
print(`${COUNT} sentences each`);
for (const [name, alter] of Object.entries(ALTERATIONS)) {
  let right = 0;
  const missed: string[] = [];
  for (let i = 0; i < COUNT; i++) {
    const { speech, sentence } = draw(speeches);
    const answer = await look(alter(sentence));
    const first = answer.kind === 'sources' ? answer.matches[0] : undefined;
    const isSet = answer.kind === 'nothing' && answer.everywhere !== undefined;
    const source = speeches.find(({ id }) => id === first?.citation.speech);
    // Reports repeat each other: any speech that has the very sentence is right.
    if (isSet || source === speech || source?.text.includes(sentence) === true) right++;
    else missed.push(sentence);
  }
  print(`${name.padEnd(30)}${((right / COUNT) * 100).toFixed(1).padStart(7)} % right speech first`);
  if (process.env['SHOW'] !== undefined) for (const sentence of missed.slice(0, 5)) print(`    ${sentence}`);
}

const share = (name: string, count: number, what: string): boolean =>
  print(`${name.padEnd(30)}${((count / COUNT) * 100).toFixed(1).padStart(7)} % ${what}`);

/** The words of a quote that an answer says are not the source's. */
const told = (answer: Answer): string =>
  answer.kind === 'sources'
    ? answer.matches.flatMap(({ differences }) => differences.map(({ quote }) => quote)).join()
    : '';

/** Words that stand in place of the first or the last of a sentence. */
const STRANGE = ['渔鼓', '瓷窑', '驼铃', '竹筏'];
const EDGES: Record<string, (sentence: string, words: string) => string> = {
  'its beginning changed': (sentence, words) => words + sentence.slice(2),
  'its end changed': (sentence, words) => sentence.replace(/.{2}([。！？；]?)$/su, `${words}$1`),
  'words before it': (sentence, words) => words + sentence,
};
for (const [name, alter] of Object.entries(EDGES)) {
  let right = 0;
  for (let i = 0; i < COUNT; i++) {
    const { sentence } = draw(speeches);
    const words = pick(STRANGE);
    if (told(await look(alter(sentence, words))).includes(words)) right++;
  }
  share(name, right, 'difference told');
}

/** Two clauses of one sentence or of two speeches, each long enough to be somebody's. */
const longClauses = (sentence: string): string[] =>
  clauses(sentence)
    .map(({ start, end }) => sentence.slice(start, end))
    .filter((clause) => clause.replaceAll(/[^\p{L}\p{N}]/gu, '').length >= 10);

const drawClauses = (least: number): string[] => {
  for (;;) {
    const found = longClauses(draw(speeches).sentence);
    if (found.length >= least) return found;
  }
};
const STITCHED: Record<string, () => [string, string]> = {
  'first and last clause of one': () => {
    const all = drawClauses(3);
    return [all[0] as string, all.at(-1) as string];
  },
  'clauses of two sentences': () => [pick(drawClauses(1)), pick(drawClauses(1))],
};
for (const [name, make] of Object.entries(STITCHED)) {
  let right = 0;
  for (let i = 0; i < COUNT; i++) {
    const parts = make();
    const answer = await look(`${parts.join('，')}。`);
    const texts = answer.kind === 'sources' ? answer.matches.filter(({ kind }) => kind === 'exact') : [];
    const isThere = (part: string): boolean => texts.some(({ text }) => bare(text).includes(bare(part)));
    if (answer.kind === 'nothing' && answer.everywhere !== undefined) right++;
    else if (parts.every(isThere)) right++;
    else if (process.env['SHOW'] !== undefined)
      print(`    ${parts.join(' | ')} => ${texts.map(({ text }) => text).join(' | ')}`);
  }
  share(name, right, 'both word for word');
}

async function countSources(name: string, corpus: readonly Speech[], isNowhere: (sentence: string) => boolean) {
  let wrong = 0;
  for (let i = 0; i < COUNT; ) {
    const { sentence } = draw(corpus);
    if (!isNowhere(sentence)) continue;
    i++;
    const answer = await look(sentence);
    if (answer.kind !== 'sources') continue;
    wrong++;
    const [match] = answer.matches;
    if (process.env['SHOW'] !== undefined) print(`    ${sentence} ${match?.similarity.toFixed(2)} ${match?.text}`);
  }
  share(name, wrong, 'given a source');
}
await countSources('standing nowhere', others, () => true);

/** The same genre: speeches that are left out of the index, and sentences of them that share no long run with the others. */
const isLeftOut = (_: Speech, i: number): boolean => i % 3 === 0;
const kept = speeches.filter((speech, i) => !isLeftOut(speech, i));
const everything = kept.map(({ text }) => bare(text)).join('\n');
const RUN = 8;
const sharesNoRun = (sentence: string): boolean => {
  const plain = bare(sentence);
  for (let at = 0; at + RUN <= plain.length; at++) if (everything.includes(plain.slice(at, at + RUN))) return false;
  return true;
};
drafter = drafterOver(await SpeechIndex.build(kept));
await countSources('of the same genre, nowhere', speeches.filter(isLeftOut), sharesNoRun);
print(`\nmedian ${percentile(times, 50).toFixed(1)} ms, 99 % ${percentile(times, 99).toFixed(1)} ms`);
