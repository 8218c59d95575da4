import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/corpus/readers/decode.ts';
import { type Speech, strictest, type Warning, walkSections } from '../../src/speech/index.ts';
import { isPresent, SHARED_REPORTS, SHARED_SPEECHES } from '../support/shared.ts';
import { expectHeadingsCited, readSoundly } from './invariants.ts';

/*
 * What a reader finds in real documents that may be read here but not passed on. So they are known by offsets and by the
 * first eight digits of hashes; none of their sentences stands here.
 */

const hash = (words: string): string => createHash('sha256').update(words).digest('hex').slice(0, 8);
const load = (path: string): string => decode(readFileSync(path), path).text;

/** Kind, level, marker, start, hash of the words. */
type Entry = readonly ['heading' | 'point', number, string, number, string];

interface Reading {
  file: string;
  /** Of the title without its line breaks. */
  title: string;
  titleLines: number;
  /** The notices that restrict, and how many banners stand beside them. */
  restrictions: readonly string[];
  banners: number;
  date: string | null;
  headings: number;
  points: number;
  /** Lines that a reader counts as paragraphs, headings included. */
  paragraphs: number;
  /** Where the speech leaves its last section to close. */
  closing: number;
  warnings: readonly Pick<Warning, 'code' | 'line'>[];
  tree: readonly Entry[];
}

const READINGS: readonly Reading[] = [
  {
    file: '000_2ba923d8b1d045b7.txt',
    title: '831d108c',
    titleLines: 1,
    restrictions: ['reference-only'],
    banners: 0,
    date: '2020',
    headings: 4,
    points: 20,
    paragraphs: 18,
    closing: 3846,
    warnings: [{ code: 'numbering-skips', line: 17 }],
    tree: [
      ['point', 1, '一是', 281, '619e9216'],
      ['point', 1, '二是', 494, '654d7d87'],
      ['point', 1, '三是', 708, '0501fcb6'],
      ['point', 1, '四是', 865, 'db96f996'],
      ['point', 1, '五是', 1305, 'e3c492fd'],
      ['point', 1, '六是', 1365, 'e51bc3cc'],
      ['heading', 1, '一、', 1798, '8cc21645'],
      ['point', 2, '一是', 1888, '59895ec8'],
      ['point', 2, '二是', 1956, '8dabff44'],
      ['point', 2, '三是', 2054, '2f591e74'],
      ['point', 2, '四是', 2155, '6073ed88'],
      ['heading', 1, '二、', 2456, 'ba0da47c'],
      ['point', 2, '一是', 2545, 'a54fcf4f'],
      ['point', 2, '二是', 2606, '2a9638fb'],
      ['point', 2, '四是', 2776, '94cfadda'],
      ['heading', 1, '三、', 2875, '5eeb29b4'],
      ['point', 2, '一是', 2930, '04979b80'],
      ['point', 2, '二是', 3079, 'bc6c4a9e'],
      ['point', 2, '三是', 3348, 'e8cf8b2d'],
      ['heading', 1, '四、', 3402, '04d6e630'],
      ['point', 2, '一是', 3589, '8e4d1a93'],
      ['point', 2, '二是', 3661, '9dce8c8e'],
      ['point', 2, '三是', 3751, '5919fa22'],
      ['point', 2, '四是', 3790, '7881681a'],
    ],
  },
  {
    file: '002_eacb4a459d5cbb94.txt',
    title: 'da5340cb',
    titleLines: 3,
    restrictions: ['reference-only'],
    banners: 0,
    date: '2020',
    headings: 7,
    points: 27,
    paragraphs: 27,
    closing: 6945,
    warnings: [],
    tree: [
      ['heading', 1, '一、', 185, '5372b228'],
      ['point', 2, '一是', 272, '973ddc05'],
      ['point', 2, '二是', 578, '2ae5bf59'],
      ['point', 2, '三是', 1081, 'bbad7a87'],
      ['point', 2, '四是', 1329, '6330e841'],
      ['heading', 1, '二、', 1996, 'e60a5426'],
      ['heading', 2, '（一）', 2221, 'd7cfda8f'],
      ['point', 3, '一是', 2378, '529c7e5b'],
      ['point', 3, '二是', 2587, '5c2b8cb7'],
      ['point', 3, '三是', 2822, '2f591e74'],
      ['point', 3, '四是', 3013, '04782940'],
      ['heading', 2, '（二）', 3163, 'ecad14c0'],
      ['point', 3, '一是', 3310, '36c3aa5f'],
      ['point', 3, '二是', 3473, '695678f2'],
      ['point', 3, '三是', 3866, '5c678b15'],
      ['point', 3, '四是', 4179, '74bbcf35'],
      ['point', 3, '五是', 4439, '3c7ba8b1'],
      ['heading', 2, '（三）', 4622, '0137058b'],
      ['point', 3, '一是', 4774, 'e41f6b4c'],
      ['point', 3, '二是', 5138, '1b26b122'],
      ['point', 3, '三是', 5458, 'f29b8eda'],
      ['heading', 2, '（四）', 5720, '51b87f12'],
      ['point', 3, '一是', 5875, 'e6ce98d7'],
      ['point', 3, '二是', 6047, 'b5612d16'],
      ['point', 3, '三是', 6229, '5f3dca06'],
      ['heading', 2, '（五）', 6354, 'a187401a'],
      ['point', 3, '一要', 6470, 'f414b038'],
      ['point', 4, '要', 6477, 'c597fc72'],
      ['point', 4, '要', 6566, '6ca15298'],
      ['point', 3, '二要', 6618, 'a7f73d63'],
      ['point', 3, '三要', 6720, 'c037a3ed'],
      ['point', 3, '四要', 6834, '827ad52f'],
      ['point', 4, '要', 6841, '4b5220a6'],
      ['point', 4, '要', 6887, 'b0dfa641'],
    ],
  },
  {
    file: '004_6ea80bb61c08465a.txt',
    title: '82b3dea8',
    titleLines: 1,
    restrictions: ['internal'],
    banners: 1,
    date: null,
    headings: 4,
    points: 26,
    paragraphs: 46,
    closing: 9562,
    warnings: [],
    tree: [
      ['point', 1, '一是', 2756, '1f2ec39c'],
      ['point', 1, '二是', 2841, '57edf656'],
      ['point', 1, '三是', 2958, 'e6975370'],
      ['point', 1, '四是', 3095, '1ce9d81a'],
      ['point', 1, '五是', 3313, 'b11dc50c'],
      ['point', 1, '六是', 3534, '1f98b4bb'],
      ['point', 1, '一是', 4757, '6dfe5f62'],
      ['point', 1, '二是', 4906, '48765c46'],
      ['point', 1, '三是', 5073, '9e8d80a4'],
      ['point', 1, '四要', 5206, '46b8a012'],
      ['heading', 1, '一、', 5367, '6bdd0429'],
      ['point', 2, '一要', 5513, 'aa3686ef'],
      ['point', 2, '二要', 5795, '0cd3880f'],
      ['point', 3, '要', 5940, '65d7bdec'],
      ['point', 3, '要', 5987, 'f6e1951f'],
      ['point', 3, '要', 6074, '32f128db'],
      ['point', 2, '三要', 6150, '4087db2c'],
      ['heading', 1, '二、', 6430, '57dd5a36'],
      ['point', 2, '一要', 6524, '6cecb833'],
      ['point', 2, '二要', 6727, 'b9352350'],
      ['heading', 1, '三、', 7811, '153d355b'],
      ['point', 2, '一要', 7988, '9c74e605'],
      ['point', 2, '二要', 8411, 'd8c4333e'],
      ['point', 2, '三要', 8808, '6bd0b07b'],
      ['heading', 1, '四、', 9139, '7d241f36'],
      ['point', 1, '一要', 9703, 'a8719285'],
      ['point', 1, '二要', 9837, '0dd33aae'],
      ['point', 1, '三要', 9964, 'a259fd8a'],
      ['point', 1, '四要', 10101, 'ed326051'],
      ['point', 1, '五要', 10241, '83127c1a'],
    ],
  },
];

const entriesOf = (speech: Speech): Entry[] =>
  [...walkSections(speech.sections)].map(({ section }) => [
    section.kind,
    section.level,
    section.marker,
    section.start,
    hash(section.heading),
  ]);

describe.skipIf(!isPresent(SHARED_SPEECHES))('speeches as people pass them around', () => {
  describe.each(READINGS)('$file', (reading) => {
    const read = (): Speech => readSoundly(load(join(SHARED_SPEECHES, reading.file)), reading.file);

    it('has its title, line by line', () => {
      const { title, titleSpans } = read();
      expect(hash(title.replace(/\s/g, ''))).toBe(reading.title);
      expect(titleSpans).toHaveLength(reading.titleLines);
    });

    it('has its rights, and its banners apart', () => {
      const { rights } = read();
      const restrictions = rights.map((notice) => notice.restriction);
      expect(restrictions.filter((restriction) => restriction !== 'none')).toEqual(reading.restrictions);
      expect(restrictions.filter((restriction) => restriction === 'none')).toHaveLength(reading.banners);
      expect(strictest(rights)).toBe(reading.restrictions[0]);
    });

    it('has its tree', () => {
      const entries = entriesOf(read());
      expect(entries).toEqual(reading.tree);
      expect(entries.filter(([kind]) => kind === 'heading')).toHaveLength(reading.headings);
      expect(entries.filter(([kind]) => kind === 'point')).toHaveLength(reading.points);
    });

    it('has its paragraphs, those of the closing outside of its last section', () => {
      const { passages } = read();
      expect(passages.at(-1)?.paragraph).toBe(reading.paragraphs);
      const closing = passages.filter((passage) => passage.start >= reading.closing);
      expect(closing[0]?.start).toBe(reading.closing);
      expect(closing.every((passage) => passage.path.length === 0)).toBe(true);
      expect(passages.at(-closing.length - 1)?.path).not.toEqual([]);
    });

    it('has its date and its doubts', () => {
      const { date, warnings } = read();
      expect(date).toBe(reading.date);
      expect(warnings.map(({ code, line }) => ({ code, line }))).toEqual(reading.warnings);
    });
  });
});

describe.skipIf(!isPresent(SHARED_REPORTS))('reports of many years', () => {
  const files = isPresent(SHARED_REPORTS) ? readdirSync(SHARED_REPORTS).filter((file) => file.endsWith('.txt')) : [];

  it('are many', () => {
    expect(files.length).toBeGreaterThan(100);
  });

  it.each(files)('%s is read, and every citation cuts out what it cites', (file) => {
    const speech = readSoundly(load(join(SHARED_REPORTS, file)), file);
    expectHeadingsCited(speech);
    const said = speech.passages.reduce((sum, passage) => sum + passage.end - passage.start, 0);
    // The shortest is a third links to other articles.
    expect(said / speech.text.length).toBeGreaterThan(0.65);
  });
});
