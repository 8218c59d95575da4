import { describe, expect, it } from 'vitest';
import {
  type Concordance,
  type ConcordanceOptions,
  concordance,
} from '../../../../src/drafting/phrasing/pattern/index.ts';
import { CharacterIndex, type SpeechIndex } from '../../../../src/indexing/index.ts';
import type { Speech } from '../../../../src/speech/index.ts';
import { indexOf, speechFrom } from '../../../support/corpus.ts';
import { plainSpeech } from '../../../support/plain-speech.ts';

const OPTIONS: ConcordanceOptions = { context: 6, limit: 10, examples: 2 };

const over = (speeches: readonly Speech[]) => ({ speeches, characters: CharacterIndex.build(speeches) });

function ask(speeches: readonly Speech[], pattern: string, options: Partial<ConcordanceOptions> = {}): Concordance {
  const answer = concordance(over(speeches), pattern, { ...OPTIONS, ...options });
  if (answer.kind !== 'concordance') throw new Error(`${pattern} is refused`);
  return answer;
}

const found = (speeches: readonly Speech[], pattern: string, options: Partial<ConcordanceOptions> = {}) =>
  ask(speeches, pattern, options).fillings.map(({ words, count, speeches: spread }) => [words, count, spread]);

const DYKES = [
  plainSpeech('a', '在某市水利会上的讲话', ['要加固河堤，管好渠道。要加固海堤，看住水库！', '既要修渠，又要管水。']),
  plainSpeech('b', '在某县水利会上的讲话', [
    '要加固河堤。要修好渠道、看住水库；既要防汛，又要抗旱。',
    '河堤要常看，渠道要常修。',
  ]),
];

describe('fillings', () => {
  it('are counted, those of most speeches first', () => {
    expect(found(DYKES, '加固*堤')).toEqual([
      ['加固河堤', 2, 2],
      ['加固海堤', 1, 1],
    ]);
    expect(ask(DYKES, '加固*堤')).toMatchObject({ count: 3, speeches: 2, distinct: 2, clauses: [] });
  });

  it('tell what each wildcard took', () => {
    expect(ask(DYKES, '既要*，又要*').fillings.map(({ taken }) => taken)).toEqual([
      ['修渠', '管水'],
      ['防汛', '抗旱'],
    ]);
    expect(ask(DYKES, '[管 修]好??').fillings.map(({ taken }) => taken)).toEqual([
      ['管', '渠道'],
      ['修', '渠道'],
    ]);
  });

  it('stay inside one clause, but for the marks that were typed', () => {
    expect(found(DYKES, '河堤*渠道')).toEqual([]);
    expect(found(DYKES, '河堤，*渠道')).toEqual([['河堤，管好渠道', 1, 1]]);
  });

  it('go to the edges of the clause where the pattern is open', () => {
    expect(found(DYKES, '*水库').map(([words]) => words)).toEqual(['看住水库']);
    expect(found(DYKES, '要加*').map(([words]) => words)).toEqual(['要加固河堤', '要加固海堤']);
  });

  it('are of near-synonyms, too', () => {
    const synonymsOf = (word: string): string[] => (word === '管好' ? ['修好'] : []);
    expect(found(DYKES, '#管好*', { synonymsOf }).map(([words]) => words)).toEqual(['管好渠道', '修好渠道']);
  });

  it('have their members in any order', () => {
    expect(found(DYKES, '{看 河堤}')).toEqual([['河堤要常看', 1, 1]]);
  });

  it('of parts with a blank between are sentences that hold both', () => {
    const answer = ask(DYKES, '修 渠道');
    expect(answer.fillings.map(({ words, count }) => [words, count])).toEqual([['修…渠道', 2]]);
    expect(answer.fillings[0]?.examples.map(({ match }) => match)).toEqual(['修好渠道', '渠道要常修']);
    expect(ask(DYKES, '海堤 抗旱').count).toBe(0);
  });

  it('do not cross from one paragraph, or from the title, to the next', () => {
    const speeches = [plainSpeech('a', '水利', ['渠道', '河堤'])];
    expect(found(speeches, '渠道*河堤')).toEqual([]);
    expect(found(speeches, '水利*')).toEqual([['水利', 1, 1]]);
  });

  it('are at most so many, and all are counted', () => {
    expect(ask(DYKES, '加固*堤', { limit: 1 })).toMatchObject({
      distinct: 2,
      count: 3,
      fillings: [{ words: '加固河堤' }],
    });
  });

  it('are looked for in the speeches that are kept alone', () => {
    expect(found(DYKES, '加固*堤', { filter: ({ id }) => id === 'b' })).toEqual([['加固河堤', 1, 1]]);
  });

  it('are in a run without punctuation no longer than a run may be', () => {
    const speeches = [plainSpeech('a', '会', [`修${'水'.repeat(64)}堤修${'水'.repeat(65)}堤`])];
    expect(ask(speeches, '修*堤').fillings.map(({ taken }) => taken[0]?.length)).toEqual([64]);
  });
});

describe('the edges of what matches', () => {
  const one = (text: string, pattern: string) =>
    found([plainSpeech('a', '会', [text])], pattern).map(([words]) => words);

  it('a way that failed does not stand in the way of another', () => {
    expect(one('修渠渠大田水堤', '修*渠?田*水*堤')).toEqual(['修渠渠大田水堤']);
  });

  it('a part that runs into the next sentence is not in this one', () => {
    expect(one('修渠。堤好。', '修 渠。堤')).toEqual([]);
    expect(one('修渠。堤好。', '渠。堤')).toEqual(['渠。堤']);
  });

  it('no run begins inside a character', () => {
    expect(one(`${'𠀀'.repeat(40)}水堤`, '*堤')).toEqual([`${'𠀀'.repeat(31)}水堤`]);
  });
});

describe('words alone', () => {
  it('have one filling, and the clauses that they stand in', () => {
    const answer = ask(DYKES, '河堤');
    expect(answer.fillings).toMatchObject([{ words: '河堤', taken: [], count: 3, speeches: 2 }]);
    expect(answer.clauses.map(({ words, count }) => [words, count])).toEqual([
      ['要加固河堤', 2],
      ['河堤要常看', 1],
    ]);
    expect(answer.clauses[0]?.examples[0].match).toBe('河堤');
  });

  it('are found in full-width and traditional form, and shown as they stand', () => {
    const speeches = [plainSpeech('a', '會', ['修好渠道ＡＢ。'])];
    expect(found(speeches, '渠道ab')).toEqual([['渠道ＡＢ', 1, 1]]);
    expect(found([plainSpeech('a', '会', ['築好河堤'])], '筑好')).toEqual([['築好', 1, 1]]);
  });

  it('may be as common as they like', () => {
    const speeches = [plainSpeech('a', '会', ['水，'.repeat(5000)])];
    expect(ask(speeches, '水')).toMatchObject({ count: 5000, clauses: [] });
  });
});

describe('an example', () => {
  it('shows the match between what stands beside it, cut to so many characters', () => {
    expect(ask(DYKES, '海堤').fillings[0]?.examples[0]).toMatchObject({
      left: '渠道。要加固',
      match: '海堤',
      right: '，看住水库！',
    });
    expect(ask(DYKES, '海堤', { context: 0 }).fillings[0]?.examples[0]).toMatchObject({ left: '', right: '' });
  });

  it('is cited with its headings; its heading too', () => {
    const speech = speechFrom('在某市水利会上的讲话\n同志们：\n一、把河堤看住\n汛期要加固河堤。\n');
    const [, below] = ask([speech], '河堤').fillings[0]?.examples ?? [];
    expect(below?.citation).toMatchObject({ path: ['把河堤看住'], paragraph: 2 });
    const [heading] = ask([speech], '把*看住').fillings[0]?.examples ?? [];
    expect(heading?.citation).toMatchObject({ path: [], paragraph: 1 });
    expect(heading?.left).toBe('');
    const [title] = ask([speech], '水利会').fillings[0]?.examples ?? [];
    expect(title?.citation.paragraph).toBe(0);
  });
});

describe('a pattern that matches nearly everything', () => {
  const speeches = [plainSpeech('a', '会', ['水的堤的，'.repeat(3000)])];

  it('is refused with the words that are too common, as an answer', () => {
    expect(concordance(over(speeches), '的*', OPTIONS)).toMatchObject({
      kind: 'too-common',
      words: ['的'],
      count: 6000,
    });
    expect(concordance(over(speeches), '的? *水', OPTIONS).kind).toBe('too-common');
  });

  it('is answered once a rarer word is in it', () => {
    const more = [...speeches, plainSpeech('b', '会', ['渠的道'])];
    expect(ask(more, '渠*的').count).toBe(1);
  });

  it('is answered in a small corpus, where even that is little', () => {
    expect(ask(DYKES, '要*').count).toBeGreaterThan(5);
  });
});

describe('hostile patterns and texts', () => {
  const dense = over([plainSpeech('a', '会', ['水'.repeat(100_000)])]);
  const sparse = over([plainSpeech('a', '会', [`${'水'.repeat(200)}堤`.repeat(500)])]);

  it.each([
    ['many runs', '水*水*水*水*水*水*水*水*渠'],
    ['many runs that nearly match', '水*水*水*水*水*水*水*渠*堤'],
    ['many alternatives', `${'[水 水水 水水水 堤]*'.repeat(8)}`],
    ['alternatives side by side', `${'[水 水水 水水水]'.repeat(60)}堤`],
    ['members that repeat', '{水 水 水 水 水}*堤'],
    [
      'many parts',
      Array.from({ length: 200 }, () => '水*堤')
        .slice(0, 8)
        .join(' '),
    ],
    ['many words', Array.from({ length: 200 }, () => '水').join(' ')],
  ])('%s: an answer or a refusal in bounded time', (_, pattern) => {
    for (const asked of [dense, sparse]) {
      expect(['concordance', 'too-common']).toContain(concordance(asked, pattern, OPTIONS).kind);
    }
  });

  it('are the same every time', () => {
    const twice = [1, 2].map(() => concordance(sparse, '水*水*水*堤', OPTIONS));
    expect(twice[0]).toEqual(twice[1]);
  });
});

describe('the index of a corpus', () => {
  it('is asked as it is', async () => {
    const index: SpeechIndex = await indexOf({ 'a.txt': '在某市水利会上的讲话\n同志们：\n汛期要加固河堤。\n' });
    expect(concordance(index, '加固*', OPTIONS)).toMatchObject({ count: 1 });
  });
});
