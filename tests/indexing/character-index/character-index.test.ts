import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CharacterIndex } from '../../../src/indexing/index.ts';
import { clauses, normaliseDocument, originalSpan, sentences } from '../../../src/text/index.ts';
import { speechFrom } from '../../support/corpus.ts';
import { plainSpeech } from '../../support/plain-speech.ts';
import { bytesOf, reopened } from '../../support/section-files.ts';

const PIECES = [
  '水',
  '利',
  '實',
  'Ａ',
  '，',
  '。',
  '“',
  '”',
  '（',
  '）',
  '…',
  ' ',
  '\n',
  '⑴',
  '𠀀',
  'e\u0301',
  '\uffff',
  '\ud840',
];
const paragraph = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join(''));
const paragraphs = fc.array(paragraph, { minLength: 1, maxLength: 4 });
const corpus = fc
  .array(paragraphs, { maxLength: 4 })
  .map((all) => all.map((texts, i) => plainSpeech(`s${i}`, '水利会', texts)));

/** Every place where a run begins, by plain search. */
function placesOf(text: string, run: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(run); at !== -1; at = text.indexOf(run, at + 1)) places.push(at);
  return places;
}

/** What the index must say of a segment at `place`, told from the segment alone; returns its length. */
function expectSegment(index: CharacterIndex, place: number, original: string, start: number): number {
  const normalised = normaliseDocument(original);
  const { length } = normalised.text;
  const spans = clauses(original);
  const begins = sentences(original).map((sentence) => sentence.start);
  for (let i = 0; i < length; i++) {
    const offset = normalised.offsets[i] ?? 0;
    expect(index.isInClause(place + i)).toBe(spans.some((span) => span.start <= offset && offset < span.end));
    expect(index.segmentAt(place + i)).toEqual({ start: place, end: place + length });
    const to = Math.min(i + 2, length);
    const back = originalSpan(normalised, i, to);
    expect(index.originalSpan(place + i, place + to)).toEqual({ start: start + back.start, end: start + back.end });
    const begin = begins.slice(1).findLast((at) => at <= offset) ?? 0;
    const from = normalised.offsets.findIndex((at) => at >= begin);
    expect(index.sentenceAt(place + i).start).toBe(place + from);
    expect(index.sentenceAt(place + i).end).toBeGreaterThan(place + i);
  }
  return length;
}

describe('the characters of the speeches', () => {
  const speech = speechFrom(
    [
      '在某市水利会上的讲话',
      '（内部资料，请勿外传）',
      '同志们：',
      '渠道要修通。',
      '一、把水管好',
      '水厂每天公布水質。',
    ].join('\n'),
  );
  const index = CharacterIndex.build([speech]);

  it('are what is spoken, in reading order, without notices and numbers of headings', () => {
    expect(index.text.split('\uffff')).toEqual([
      '在某市水利会上的讲话',
      '渠道要修通。',
      '把水管好',
      '水厂每天公布水质。',
      '',
    ]);
  });

  it('lead back to the original', () => {
    const [at = 0] = index.occurrences('水质');
    const { start, end } = index.originalSpan(at, at + 2);
    expect(speech.text.slice(start, end)).toBe('水質');
  });

  it('are none of no speech', () => {
    const empty = CharacterIndex.build([]);
    expect(empty.text).toBe('');
    expect(CharacterIndex.fromSections(reopened(empty.toSections())).occurrences('水')).toHaveLength(0);
  });
});

describe('over any speeches', () => {
  it('runs are found where plain search finds them', () => {
    fc.assert(
      fc.property(
        corpus,
        fc.array(fc.constantFrom('水', '利', '实', 'a', ',', '𠀀'), { minLength: 1, maxLength: 3 }),
        (speeches, run) => {
          const index = CharacterIndex.build(speeches);
          const words = run.join('');
          expect([...index.occurrences(words)]).toEqual(placesOf(index.text, words));
          expect(index.mostOccurrences(words)).toBeGreaterThanOrEqual(placesOf(index.text, words).length);
        },
      ),
    );
  });

  it('segments, clauses, sentences and the way back are those of each paragraph by itself', () => {
    fc.assert(
      fc.property(corpus, (speeches) => {
        const index = CharacterIndex.build(speeches);
        let place = 0;
        for (const [number, speech] of speeches.entries()) {
          for (const span of [...speech.titleSpans, ...speech.passages].filter(({ start, end }) => end > start)) {
            const length = expectSegment(index, place, speech.text.slice(span.start, span.end), span.start);
            expect(index.speechAt(place)).toBe(number);
            expect(index.speechAt(place + length - 1)).toBe(number);
            expect(index.isInClause(place + length)).toBe(false);
            place += length + 1;
          }
        }
        expect(index.text).toHaveLength(place);
        const segments = speeches.flatMap((speech) => [...speech.titleSpans, ...speech.passages]);
        expect(index.text.split('\uffff')).toHaveLength(segments.filter(({ start, end }) => end > start).length + 1);
      }),
    );
  });

  it('what was written reads back as it was', () => {
    fc.assert(
      fc.property(corpus, (speeches) => {
        const index = CharacterIndex.build(speeches);
        const read = CharacterIndex.fromSections(reopened(index.toSections()));
        expect(read).toEqual(index);
        expect(bytesOf(read.toSections())).toEqual(bytesOf(index.toSections()));
      }),
    );
  });

  it('an index takes at most eight bytes a character beside the text', () => {
    const index = CharacterIndex.build(
      Array.from({ length: 50 }, (_, i) => plainSpeech(`s${i}`, '水利会', ['渠道要修通，水要管好。'.repeat(40)])),
    );
    expect(bytesOf(index.toSections()).length / index.text.length).toBeLessThan(8 + 2);
  });
});
