import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Section, type Speech, ZhibiError } from '../../src/speech/index.ts';
import { type Plan, plan, type WantedParagraph, writeSpeech } from './grammar.ts';
import { expectHeadingsCited, readSoundly } from './invariants.ts';

/** The passages of a speech, those of one paragraph joined. */
function paragraphsOf(speech: Speech): WantedParagraph[] {
  const paragraphs: WantedParagraph[] = [];
  for (const { start, end, path, paragraph } of speech.passages) {
    const last = paragraphs.at(-1);
    if (last?.paragraph === paragraph) last.end = end;
    else paragraphs.push({ start, end, path, paragraph });
  }
  return paragraphs;
}

/** The tree alone: roles are read from words, which the grammar draws by chance. */
const withoutRoles = ({ sections }: Speech): Section[] =>
  sections.map((section) => ({ ...section, role: null, evidence: null }));

const isShort = (made: Plan): boolean => JSON.stringify(made).length < 60_000;

describe('a speech that is written by the rules', () => {
  it('is read back as it was planned', () => {
    fc.assert(
      fc.property(plan.filter(isShort), (made) => {
        const wanted = writeSpeech(made);
        const speech = readSoundly(wanted.text, wanted.file);
        expect(withoutRoles(speech)).toEqual(wanted.sections);
        expect(paragraphsOf(speech)).toEqual(wanted.paragraphs);
        expect(speech).toMatchObject({ title: wanted.title, rights: wanted.rights });
        expect(speech.warnings.map(({ code, line }) => ({ code, line }))).toEqual(
          wanted.skips.map((line) => ({ code: 'numbering-skips', line })),
        );
        expectHeadingsCited(speech);
      }),
      { numRuns: 200 },
    );
  });
});

const PIECES = [
  ...['\n', '\n', '\n', '\r\n', '\n\n', ' ', '　', '\t', '\r', '\u2028', '\v'],
  ...['一、', '二、', '（一）', '(二)', '1.', '２．', '（1）', '①', '㈠', '第一部分', '十一、'],
  ...['一是', '二是', '三要', '第一，', '第二，', '首先，', '最后，', '其一，', '一方面，', '——', '---'],
  ...['。', '，', '；', '：', '！', '…', '、', '·', '“', '”', '（', '）', '《', '》', '「'],
  ...['同志们：', '各位代表，', '在某市工作会议上的讲话', '（2024年5月6日）', '某市市长 某某某', '讲话'],
  ...['禁止外传', '仅供参考', '公众号', '把台账建清楚', '登记要快，核对要细，一笔不漏', '2.5', 'X', '𠮷', 'é'],
  ...['\0', '\u001b', '\u0085', '\u200b', '\ufeff', '\ud83d', '\ude00', '\ufffd'],
];
const piece = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...PIECES), fc.nat({ max: 300 })).map(([p, n]) => p.repeat(n)) },
);
const anything = fc.array(piece, { maxLength: 80 }).map((pieces) => pieces.join(''));

/** Reads what may be no speech: then only a coded error may say so. */
function readAnything(text: string, file: string): void {
  try {
    readSoundly(text, file);
  } catch (fault) {
    if (!(fault instanceof ZhibiError)) throw fault;
    expect(fault.details).toMatchObject({ file });
  }
}

describe('any text', () => {
  it('gives a sound speech or a coded error', () => {
    fc.assert(
      fc.property(anything, (text) => readAnything(text, 'speech.txt')),
      { numRuns: 1500 },
    );
  });

  it('gives a sound speech or a coded error as Markdown', () => {
    fc.assert(
      fc.property(anything, (text) => readAnything(text, 'speech.md')),
      { numRuns: 800 },
    );
  });

  it('below front matter gives a sound speech or a coded error', () => {
    fc.assert(
      fc.property(anything, (text) => readAnything(`---\norigin: 某市\n---\n${text}`, 'speech.txt')),
      { numRuns: 500 },
    );
  });

  it('as front matter gives a speech or a coded error', () => {
    fc.assert(
      fc.property(anything, (text) => readAnything(`---\n${text}\n---\n同志们：\n把台账建得清楚。\n`, 'speech.txt')),
      { numRuns: 500 },
    );
  });

  it('gives the same speech each time', () => {
    fc.assert(
      fc.property(plan, (made) => {
        const { text, file } = writeSpeech(made);
        expect(readSoundly(text, file)).toEqual(readSoundly(text, file));
      }),
      { numRuns: 30 },
    );
  });
});
