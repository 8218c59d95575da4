import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../../src/corpus/index.ts';
import { SectionFile } from '../../../src/indexing/files/section-file.ts';
import { bytesSource, type Source } from '../../../src/indexing/files/source.ts';
import { readSpeeches, speechSections, wholeSpeech } from '../../../src/indexing/speeches/index.ts';
import type { Speech } from '../../../src/speech/index.ts';
import { STARTER, speechFrom } from '../../support/corpus.ts';
import { bytesOf, faultOf, openBytes, reopened } from '../../support/section-files.ts';

const LEVEES = speechFrom('在防汛会议上的讲话\n同志们：\n一、把堤看住\n巡堤查险不留空档，夜里两小时一趟。\n', 'a.txt');
const WATER = speechFrom('在供水会议上的讲话\n同志们：\n一是水厂每天公布水质；二是居民随时可看。\n', 'b.txt');

const throughFile = (speeches: readonly Speech[]): Speech[] =>
  readSpeeches(reopened(speechSections(speeches))).speeches;

/** A source that writes down how many bytes were read each time. */
function listened(bytes: Uint8Array): { source: Source; reads: number[] } {
  const source = bytesSource(bytes);
  const reads: number[] = [];
  const read = (at: number, length: number): Uint8Array<ArrayBuffer> => {
    reads.push(length);
    return source.read(at, length);
  };
  return { source: { ...source, read }, reads };
}

describe('speeches in a part of an index', () => {
  it('read back as they were', async () => {
    const { speeches } = await readCorpus([STARTER]);
    expect(throughFile(speeches).map(wholeSpeech)).toEqual(speeches);
  });

  it('read back with any units at all in their texts', () => {
    const odd = { ...LEVEES, text: `${LEVEES.text}\ud83c\udf0a\ud800 \uffff\u0000` };
    expect(throughFile([odd]).map(wholeSpeech)).toEqual([odd]);
  });

  it('read back where a passage bears the id of its speech', () => {
    const [first, ...others] = LEVEES.passages.map((passage) => ({ ...passage, id: LEVEES.id }));
    const alone = { ...LEVEES, passages: first === undefined ? others : [first] };
    expect(throughFile([alone]).map(wholeSpeech)).toEqual([alone]);
  });

  it('are whole in JSON, though most of them is read on demand', () => {
    const [speech] = throughFile([WATER]);
    expect(JSON.parse(JSON.stringify(speech))).toEqual(JSON.parse(JSON.stringify(WATER)));
  });

  it('are read as far as they are looked at, and once', () => {
    const { source, reads } = listened(bytesOf(speechSections([LEVEES, WATER])));
    const [, water] = readSpeeches(new SectionFile(source, { folder: 'index', part: 'speeches' })).speeches;
    reads.length = 0;
    expect([water?.title, water?.date, water?.rights, water?.titleSpans]).toEqual([
      WATER.title,
      WATER.date,
      WATER.rights,
      WATER.titleSpans,
    ]);
    expect(reads).toEqual([]);
    expect(water?.text).toBe(WATER.text);
    expect(water?.text).toBe(WATER.text);
    expect(reads).toEqual([2 * WATER.text.length]);
    expect([water?.sections, water?.stretches]).toEqual([WATER.sections, WATER.stretches]);
    expect(reads).toHaveLength(2);
  });

  it('are refused with any one byte changed, when what it is in is looked at', () => {
    const bytes = bytesOf(speechSections([LEVEES, WATER]));
    for (let at = 0; at < bytes.length; at++) {
      const damaged = Uint8Array.from(bytes);
      damaged[at] = (damaged[at] ?? 0) ^ 0x41;
      const readAll = (): unknown => readSpeeches(openBytes(damaged)).speeches.map(wholeSpeech);
      const fault = faultOf(readAll)?.[0];
      // Behind the last record there are zeros, which nobody reads.
      if (fault === undefined && at >= bytes.length - 8) expect(readAll()).toEqual([LEVEES, WATER]);
      else expect(fault, `byte ${at}`).toBe('index-damaged');
    }
  });

  it('that were left whole go on being read beside one that was damaged', () => {
    const bytes = bytesOf(speechSections([LEVEES, WATER]));
    const text = Buffer.from('水厂', 'utf16le');
    bytes.fill(0, bytes.indexOf(text), bytes.indexOf(text) + text.length);
    const [levees, water] = readSpeeches(openBytes(bytes)).speeches;
    expect(levees === undefined ? null : wholeSpeech(levees)).toEqual(LEVEES);
    expect(water?.passages).toEqual(WATER.passages);
    expect(faultOf(() => water?.text)).toEqual(['index-damaged', 'part/records']);
  });
});
