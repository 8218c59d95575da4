import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packFrozen, readFrozen } from '../../../src/indexing/frozen/index.ts';
import { packSections, unpackSections } from '../../../src/indexing/frozen/sections.ts';
import { ZhibiError } from '../../../src/speech/index.ts';
import { FINGERPRINT, frozenOf } from '../../support/term-searchers.ts';

const terms = frozenOf([
  { whole: '巡堤 查险 不 留 空档', headings: '把 堤 看住', title: '防汛 讲话' },
  { whole: '水厂 每天 公布 水质 水质', headings: '把 水 管好', title: '供水 讲话' },
]);
const file = packFrozen({ fingerprint: FINGERPRINT, terms });

/** The code of the error that reading ends in, and the part it names; `null` where it is read. */
function faultOf(bytes: Uint8Array): [string, unknown] | null {
  try {
    readFrozen(bytes, 'index');
    return null;
  } catch (error) {
    if (!(error instanceof ZhibiError)) throw error;
    expect(error.details).toMatchObject({ folder: 'index' });
    return [error.code, 'part' in error.details ? error.details.part : undefined];
  }
}

/** The file with another content in its header, as another program would have written it. */
function withContent(change: (content: Record<string, unknown>) => unknown): Uint8Array {
  const sections = unpackSections(file);
  if ('damaged' in sections) throw new Error(sections.damaged);
  return packSections({ ...sections, content: change({ ...(sections.content as object) }) });
}

describe('the file of a frozen index', () => {
  it('reads back as what was written', () => {
    expect(readFrozen(file, 'index')).toEqual({ fingerprint: FINGERPRINT, terms });
  });

  it('is read as it lies in memory, without a copy', () => {
    const { vocabulary, fields } = readFrozen(file, 'index').terms;
    const arrays = [vocabulary.units, vocabulary.starts, ...fields.flatMap((field) => [field.passages, field.lengths])];
    for (const array of arrays) expect(array.buffer).toBe(file.buffer);
  });

  it('is read wherever in a buffer it begins', () => {
    const buffer = new Uint8Array(file.length + 8);
    for (let at = 0; at < 8; at++) {
      buffer.set(file, at);
      expect(readFrozen(buffer.subarray(at, at + file.length), 'index').terms).toEqual(terms);
    }
  });

  it('is refused with any one byte changed, anywhere', () => {
    for (let at = 0; at < file.length; at++) {
      for (const mask of [1, 0x80, 0xff]) {
        const damaged = Uint8Array.from(file);
        damaged[at] = (damaged[at] ?? 0) ^ mask;
        expect(faultOf(damaged)?.[0], `byte ${at}`).toBe('index-damaged');
      }
    }
  });

  it('is refused cut short anywhere, and with more behind it', () => {
    for (let length = 0; length < file.length; length++)
      expect(faultOf(file.subarray(0, length))?.[0], `${length} bytes`).toBe('index-damaged');
    expect(faultOf(Buffer.concat([file, Buffer.alloc(8)]))).toEqual(['index-damaged', 'end']);
  });

  it('is refused where it is anything else', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => faultOf(bytes)?.[0] === 'index-damaged'));
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(faultOf(Buffer.concat([file.subarray(0, 16), bytes]))?.[0]).toBe('index-damaged');
      }),
    );
  });

  it('is refused where its header is whole and no JSON', () => {
    const changed = Buffer.from(file);
    changed.write('?', 16);
    const length = changed.readUInt32LE(8);
    changed.writeUInt32LE(crc32(changed.subarray(16, 16 + length)), 12);
    expect(faultOf(changed)).toEqual(['index-damaged', 'header']);
  });

  it('tells which part is damaged', () => {
    const damaged = Uint8Array.from(file);
    damaged[file.length - 8] = 0xff;
    expect(faultOf(damaged)).toEqual(['index-damaged', 'title.tops']);
    expect(faultOf(file.subarray(0, 30))).toEqual(['index-damaged', 'header']);
  });

  it('is refused as of another version, not as damaged, where its format or fingerprint is another', () => {
    expect(faultOf(withContent((content) => ({ ...content, format: 9 })))).toEqual(['index-incompatible', 'format']);
    expect(faultOf(withContent((content) => ({ ...content, fingerprint: 'x' })))).toEqual([
      'index-incompatible',
      'fingerprint',
    ]);
  });

  it('is refused where its sections do not belong together', () => {
    const [first] = terms.fields;
    if (first === undefined) throw new Error('no field');
    const short = { ...first, frequencies: first.frequencies.slice(1) };
    expect(faultOf(packFrozen({ fingerprint: FINGERPRINT, terms: { ...terms, fields: [short] } }))).toEqual([
      'index-damaged',
      'whole.frequencies',
    ]);
    expect(faultOf(withContent((content) => ({ ...content, fields: [{ name: 'other', averageLength: 1 }] })))).toEqual([
      'index-damaged',
      'other.starts',
    ]);
    expect(faultOf(withContent(() => null))).toEqual(['index-damaged', 'header']);
  });
});
