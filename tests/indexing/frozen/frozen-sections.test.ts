import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SectionFile } from '../../../src/indexing/files/index.ts';
import { frozenSections, readFrozen } from '../../../src/indexing/frozen/index.ts';
import { bytesOf, faultOf, openBytes, reopened } from '../../support/section-files.ts';
import { frozenOf } from '../../support/term-searchers.ts';

const terms = frozenOf([
  { whole: '巡堤 查险 不 留 空档', headings: '把 堤 看住', title: '防汛 讲话' },
  { whole: '水厂 每天 公布 水质 水质', headings: '把 水 管好', title: '供水 讲话' },
]);
const sections = frozenSections(terms);
const file = bytesOf(sections);

const faultIn = (bytes: Uint8Array): [string, unknown] | null => faultOf(() => readFrozen(openBytes(bytes)));

/** The file with another content in its header. */
const withContent = (content: unknown): SectionFile => reopened({ ...sections, content });

describe('a frozen index in a file', () => {
  it('reads back as what was written', () => {
    expect(readFrozen(openBytes(file))).toEqual(terms);
  });

  it('is refused with any one byte changed, anywhere', () => {
    for (let at = 0; at < file.length; at++) {
      for (const mask of [1, 0x80, 0xff]) {
        const damaged = Uint8Array.from(file);
        damaged[at] = (damaged[at] ?? 0) ^ mask;
        expect(faultIn(damaged)?.[0], `byte ${at}`).toBe('index-damaged');
      }
    }
  });

  it('is refused cut short anywhere, and with more behind it', () => {
    for (let length = 0; length < file.length; length++)
      expect(faultIn(file.subarray(0, length))?.[0], `${length} bytes`).toBe('index-damaged');
    expect(faultIn(Buffer.concat([file, Buffer.alloc(8)]))).toEqual(['index-damaged', 'part/end']);
  });

  it('is refused where it is anything else', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => faultIn(bytes)?.[0] === 'index-damaged'));
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(faultIn(Buffer.concat([file.subarray(0, 16), bytes]))?.[0]).toBe('index-damaged');
      }),
    );
  });

  it('tells which section is damaged', () => {
    const damaged = Uint8Array.from(file);
    damaged[file.length - 8] = 0xff;
    expect(faultIn(damaged)).toEqual(['index-damaged', 'part/title.tops']);
    expect(faultIn(file.subarray(0, 30))).toEqual(['index-damaged', 'part/header']);
  });

  it('is refused where its sections do not belong together', () => {
    const [first] = terms.fields;
    if (first === undefined) throw new Error('no field');
    const short = { ...first, frequencies: first.frequencies.slice(1) };
    expect(faultOf(() => readFrozen(reopened(frozenSections({ ...terms, fields: [short] }))))).toEqual([
      'index-damaged',
      'part/whole.frequencies',
    ]);
    const other = { passages: 2, fields: [{ name: 'other', averageLength: 1 }] };
    expect(faultOf(() => readFrozen(withContent(other)))).toEqual(['index-damaged', 'part/other.starts']);
    expect(faultOf(() => readFrozen(withContent(null)))).toEqual(['index-damaged', 'part/header']);
  });
});
