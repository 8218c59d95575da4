import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { SpeechIndex } from '../../src/indexing/index.ts';
import { EVERYTHING } from '../../src/speech/index.ts';
import { FOLDERS, folderedIndex, isIn } from '../support/folders.ts';

const HIDDEN = [FOLDERS[0], FOLDERS[3]];

let whole: SpeechIndex;
let part: SpeechIndex;
/** Made of the speeches that are left, as if the others had never been. */
let fresh: SpeechIndex;

beforeAll(async () => {
  whole = await folderedIndex();
  part = whole.seenBy({ internal: true, hidden: HIDDEN });
  fresh = await SpeechIndex.build(whole.speeches.filter((speech) => !isIn(speech, HIDDEN)));
}, 120_000);

describe('an index without some folders', () => {
  it('has the speeches that are left, and their passages alone', () => {
    expect(part.speeches).toEqual(fresh.speeches);
    expect(part.passageCount).toBe(fresh.passageCount);
    expect(part.years).toEqual(fresh.years);
    const gone = whole.speeches.filter((speech) => isIn(speech, HIDDEN)).flatMap(({ passages }) => passages);
    expect(gone.length).toBeGreaterThan(0);
    for (const { id } of gone) expect(part.place(id)).toBeUndefined();
  });

  it('finds a term where it is left, with the same score, and counts it exactly', () => {
    for (const term of ['网格员', '引才', '台账', '隐患', '群众', '防汛', '档案']) {
      const query = { terms: new Map([[term, 1]]), boosts: { whole: 1 } };
      const found = (index: SpeechIndex): unknown[] =>
        index.search(query).map(({ place, score }) => [place.passage.id, score]);
      expect(found(part)).toEqual(found(fresh));
      expect(part.documentFrequency(term)).toBe(fresh.documentFrequency(term));
    }
    for (const term of part.vocabulary) {
      expect(part.documentFrequency(term)).toBeLessThanOrEqual(whole.documentFrequency(term));
    }
  });

  it('has every character where it stands in the speeches that are left', () => {
    for (const run of ['群众', '一', '把', '防汛抗旱']) {
      const places = (index: SpeechIndex): object[] =>
        [...index.characters.occurrences(run)].map((at) => ({
          speech: index.characters.speechAt(at),
          ...index.characters.originalSpan(at, at + run.length),
        }));
      expect(places(part)).toEqual(places(fresh));
    }
    for (const [i, speech] of part.speeches.entries()) {
      const { start, end } = part.characters.speechSpan(i);
      const own = fresh.characters.speechSpan(i);
      expect(part.characters.text.slice(start, end)).toBe(fresh.characters.text.slice(own.start, own.end));
      expect(part.characters.text.slice(start, end)).toContain(speech.title.slice(0, 2));
    }
  });

  it('has learned of the speeches that are left alone', () => {
    expect(part.phraseology.fourCharacterPhrases.length).toBeGreaterThan(10);
    expect(part.phraseology).toEqual(fresh.phraseology);
    expect(part.collocations.learned).toEqual(fresh.collocations.learned);
    for (const speech of part.speeches) expect(part.profiles(speech)).toEqual(fresh.profiles(speech));
  });

  it('counts characters and clauses of the speeches that are left alone', () => {
    for (const run of ['群众', '一', '把', '防汛抗旱', '没有的字']) {
      expect(part.characters.mostOccurrences(run)).toBe(fresh.characters.mostOccurrences(run));
    }
    expect(part.characters.clauseCount).toBe(fresh.characters.clauseCount);
  });

  it('is made once for the same folders, and is the index itself where they hold nothing', () => {
    expect(whole.seenBy({ internal: true, hidden: [...HIDDEN].reverse() })).toBe(part);
    expect(whole.seenBy(EVERYTHING)).toBe(whole);
    expect(whole.seenBy({ internal: true, hidden: ['没有/'] })).toBe(whole);
  });

  it('is not written in place of the whole', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'zhibi-part-'));
    await expect(part.write(folder)).rejects.toThrow(TypeError);
    await rm(folder, { recursive: true });
  });
});
