import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CharacterIndex } from '../../../src/indexing/index.ts';
import type { Speech } from '../../../src/speech/index.ts';
import { plainSpeech } from '../../support/plain-speech.ts';

const PIECES = ['水', '利', '水利', '實', 'Ａ', '，', '。', '“', '”', '…', ' ', '\n', '⑴', '𠀀', '\uffff', '\ud840'];
const paragraph = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(''));
const speeches = fc
  .array(fc.array(paragraph, { minLength: 1, maxLength: 3 }), { maxLength: 6 })
  .map((all) => all.map((paragraphs, i) => plainSpeech(`s${i}`, '水利会', paragraphs)));

const RUNS = ['水', '水利', '利水', '实', 'a', '。水', '(1)', '\ufffe', ''];

/** All that can be asked, place by place; places themselves as far as nothing was left out before them. */
function toldBy(index: CharacterIndex, count: number): object {
  return Array.from({ length: count }, (_, speech) => {
    const { start, end } = index.speechSpan(speech);
    const text = index.text.slice(start, end);
    return {
      text,
      found: RUNS.map((run) =>
        [...index.occurrences(run)].filter((at) => index.speechAt(at) === speech).map((at) => at - start),
      ),
      places: Array.from(text, (_unit, i) => {
        const [sentence, segment] = [index.sentenceAt(start + i), index.segmentAt(start + i)];
        return {
          isInClause: index.isInClause(start + i),
          sentence: [sentence.start - start, sentence.end - start],
          segment: [segment.start - start, segment.end - start],
          original: text.charCodeAt(i) === 0xffff ? null : index.originalSpan(start + i, start + i + 1),
        };
      }),
    };
  });
}

describe('characters of several indexes, joined', () => {
  it('answer as those of one index over all of the speeches', () => {
    fc.assert(
      fc.property(speeches, fc.array(fc.nat(6), { maxLength: 4 }), (all, cuts) => {
        const bounds = [0, ...cuts.filter((cut) => cut <= all.length).sort((a, b) => a - b), all.length];
        const parts = bounds.slice(1).map((end, i) => CharacterIndex.build(all.slice(bounds[i], end)));
        const joined = CharacterIndex.joined(parts);
        const whole = CharacterIndex.build(all);
        expect(toldBy(joined, all.length)).toEqual(toldBy(whole, all.length));
        expect(joined.clauseCount).toBe(whole.clauseCount);
        for (const run of RUNS) {
          expect(joined.occurrences(run)).toEqual(whole.occurrences(run));
          expect(joined.mostOccurrences(run)).toBeGreaterThanOrEqual(whole.occurrences(run).length);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('have nothing of speeches that were left out, before or after', () => {
    fc.assert(
      fc.property(speeches, speeches, fc.func(fc.boolean()), (before, after, isLeftOut) => {
        const left = (all: readonly Speech[]): Speech[] => all.filter((_, i) => !isLeftOut(i));
        const [first, second] = [before, after].map((all) => CharacterIndex.build(all).without((i) => isLeftOut(i)));
        if (first === undefined || second === undefined) return;
        const kept = [...left(before), ...left(after)];
        const expected = toldBy(CharacterIndex.build(kept), kept.length);
        expect(toldBy(CharacterIndex.joined([first, second]), kept.length)).toEqual(expected);
        const gone = CharacterIndex.joined([CharacterIndex.build(before), CharacterIndex.build(after)]).without(
          (i) => i < before.length,
        );
        expect(toldBy(gone, after.length)).toEqual(toldBy(CharacterIndex.build(after), after.length));
      }),
      { numRuns: 60 },
    );
  });

  it('are found in what is too long to be counted anew', () => {
    const long = plainSpeech('long', '会', ['水'.repeat(2 ** 17)]);
    const short = ['a', 'b', 'c'].map((id) => plainSpeech(id, '会', ['利水']));
    const parts = [long, ...short].map((speech) => CharacterIndex.build([speech]));
    const joined = parts.reduce((all, part) => CharacterIndex.joined([all, part]));
    expect(joined.occurrences('利水')).toEqual(CharacterIndex.build([long, ...short]).occurrences('利水'));
    expect(joined.occurrences('水')).toHaveLength(2 ** 17 + 3);
  });
});
