import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { splitFrontMatter } from '../../src/corpus/front-matter.ts';
import { parseSpeech, readCorpus } from '../../src/corpus/index.ts';
import { GENRES, Genre, type Speech, strictest, yearOf } from '../../src/speech/index.ts';
import { STARTER } from '../support/corpus.ts';
import { expectHeadingsCited, readSoundly } from './invariants.ts';

const FILES = readdirSync(STARTER).filter((file) => file.endsWith('.md') && !file.startsWith('README'));
const load = (file: string): string => readFileSync(join(STARTER, file), 'utf8');
const read = (file: string): Speech => parseSpeech(load(file), file);
const bodyOf = (file: string): string => load(file).slice(splitFrontMatter(load(file), file).bodyStart);

const KEYS = ['title', 'occasion', 'genre', 'date', 'speaker', 'origin', 'rights'];
const TRADITIONAL = ['zhi-fanxiang-qingnian.md'];
/** Built without a number: what they have for structure is how their paragraphs follow each other. */
const UNNUMBERED = ['shuiku-sishi-zhounian.md', 'zhi-fanxiang-qingnian.md'];
/** What every speech of its time says, and none owns. */
const SET_PHRASES = /习近平新时代中国特色社会主义思想/g;
/** Two speeches that share as many characters share a sentence, not a phrase. */
const RUN = 15;

/** Every run of letters and figures of a speech, across its punctuation but not across a set phrase. */
function runsOf(file: string): Set<string> {
  const runs = new Set<string>();
  for (const part of bodyOf(file).split(SET_PHRASES)) {
    const words = part.replace(/[^\p{L}\p{N}]/gu, '');
    for (let at = 0; at + RUN <= words.length; at++) runs.add(words.slice(at, at + RUN));
  }
  return runs;
}

describe('the starter corpus', () => {
  it('is read whole', async () => {
    const { speeches, skipped } = await readCorpus([STARTER]);
    expect(skipped).toEqual([]);
    expect(speeches.map((speech) => speech.file)).toEqual(FILES.toSorted());
    expect(FILES.length).toBeGreaterThanOrEqual(40);
  });

  it('has three speeches of each genre at least', () => {
    const genres = FILES.map((file) => read(file).genre);
    const few = GENRES.filter((genre) => genres.filter((other) => other === genre).length < 3);
    expect(few).toEqual([]);
  });

  it('has speeches of every level but two, of many years', () => {
    const levels = new Set(FILES.map((file) => read(file).level));
    for (const level of ['township', 'village', 'county', 'city', 'province', 'enterprise', 'school', 'hospital']) {
      expect(levels).toContain(level);
    }
    expect(new Set(FILES.map((file) => yearOf(read(file)))).size).toBeGreaterThanOrEqual(8);
  });

  it('has one speech in traditional characters, and few without any numbering', () => {
    expect(FILES.filter((file) => /[們與國]/.test(bodyOf(file)))).toEqual([...TRADITIONAL]);
    expect(FILES.filter((file) => read(file).sections.length === 0)).toEqual([...UNNUMBERED]);
  });

  it('says nothing twice', () => {
    const owners = new Map<string, string>();
    const shared: string[] = [];
    for (const file of FILES) {
      for (const run of runsOf(file)) {
        const owner = owners.get(run);
        if (owner !== undefined) shared.push(`${owner} and ${file}: ${run}`);
        owners.set(run, file);
      }
    }
    expect(shared).toEqual([]);
  });

  it('carries no notices, so every line of it is title, heading or text', () => {
    expect(FILES.flatMap((file) => read(file).rights)).toEqual([]);
  });

  describe.each(FILES)('%s', (file) => {
    it('is understood without doubt', () => {
      const speech = readSoundly(load(file), file);
      expect(speech.warnings).toEqual([]);
      expectHeadingsCited(speech);
    });

    it('says in its front matter all that there is to say', () => {
      const { frontMatter } = splitFrontMatter(load(file), file);
      const keys = Object.keys(frontMatter).filter((key) => key !== 'level');
      expect(keys.toSorted()).toEqual(KEYS.toSorted());
      // A letter has no occasion.
      const open = frontMatter.genre === 'letter' ? ['speaker', 'occasion'] : ['speaker'];
      const stated = Object.entries(frontMatter).filter(([key]) => !open.includes(key));
      expect(stated.filter(([, value]) => value === null)).toEqual([]);
      expect(Genre.safeParse(frontMatter.genre).success).toBe(true);
    });

    it('is headed by the title that its front matter gives', () => {
      const speech = read(file);
      const printed = speech.titleSpans.map(({ start, end }) => speech.text.slice(start, end)).join('');
      expect(printed.startsWith(speech.title)).toBe(true);
    });

    it('is free to use', () => {
      expect(strictest(read(file).rights)).toBe('none');
    });

    it('is as long as a speech', () => {
      const { length } = bodyOf(file).replace(/\s/g, '');
      expect(length).toBeGreaterThanOrEqual(1500);
      expect(length).toBeLessThanOrEqual(4000);
    });

    it('has a shape: parts that are named, and passages in them', () => {
      const speech = read(file);
      if (!UNNUMBERED.includes(file)) expect(speech.sections.length).toBeGreaterThanOrEqual(3);
      expect(speech.passages.length).toBeGreaterThanOrEqual(8);
    });
  });
});
