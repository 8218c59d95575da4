import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { SpeechIndex } from '../../src/indexing/index.ts';
import { EVERYTHING, type Speech, wordsAt } from '../../src/speech/index.ts';
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

const speechAt = ({ speeches }: SpeechIndex, at: number): Speech => {
  const speech = speeches[at];
  if (speech === undefined) throw new Error(`no speech ${at}`);
  return speech;
};

describe('an index without some folders', () => {
  it('has the speeches that are left, and their passages alone', () => {
    expect(part.speeches).toEqual(fresh.speeches);
    expect(part.passageCount).toBe(fresh.passageCount);
    expect(part.years).toEqual(fresh.years);
    const gone = whole.speeches.filter((speech) => isIn(speech, HIDDEN)).flatMap(({ passages }) => passages);
    expect(gone.length).toBeGreaterThan(0);
    for (const { id } of gone) expect(part.place(id)).toBeUndefined();
  });

  it('finds a term where it is left, and counts rare ones exactly', () => {
    for (const term of ['网格员', '引才', '台账', '隐患', '群众', '防汛', '档案']) {
      const query = { terms: new Map([[term, 1]]), boosts: { whole: 1 } };
      const found = (index: SpeechIndex): string[] => index.search(query).map(({ place }) => place.passage.id);
      expect(found(part).toSorted()).toEqual(found(fresh).toSorted());
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

  it('keeps of what was learned the places that are left, in the speeches that have them', () => {
    const { frames, parallelSets, numberAbbreviations, fourCharacterPhrases, stations } = part.phraseology;
    const items = [parallelSets, numberAbbreviations, fourCharacterPhrases, stations].flat();
    expect(items.length).toBeGreaterThan(50);
    for (const { text, spans, speeches, kind } of items) {
      expect(speeches).toBe(new Set(spans.map(({ speech }) => speech)).size);
      const [first] = spans;
      if (first === undefined) throw new Error('an item without a place');
      const words = wordsAt(speechAt(part, first.speech), first);
      if (kind === 'four characters') expect(words).toBe(text);
    }
    for (const { spans } of frames) for (const { speech } of spans) speechAt(part, speech);
    const ofFresh = new Set(fresh.phraseology.fourCharacterPhrases.map(({ text }) => text));
    const ofPart = fourCharacterPhrases.filter(({ text }) => ofFresh.has(text));
    expect(ofPart.length).toBeGreaterThan(0);
  });

  it('keeps of what stands together the pairs that have a place left, and counts those', () => {
    const pairsOf = ({ collocations }: SpeechIndex) =>
      [...collocations.allPartners('verb-object', 'left')].flatMap(([word]) =>
        collocations.pairs('verb-object', 'left', word),
      );
    const pairs = pairsOf(part);
    expect(pairs.length).toBeGreaterThan(100);
    expect(pairs.length).toBeLessThan(pairsOf(whole).length);
    for (const { places, count, speeches } of pairs) {
      expect(places.length).toBeGreaterThan(0);
      expect(places.length).toBeLessThanOrEqual(count);
      expect(new Set(places.map(({ speech }) => speech)).size).toBeLessThanOrEqual(speeches);
      for (const { speech, end } of places) expect(end).toBeLessThanOrEqual(speechAt(part, speech).text.length);
    }
    const known = new Map(pairsOf(whole).map((pair) => [`${pair.left} ${pair.right}`, pair]));
    for (const { left, right, places } of pairs) {
      const words = new Set(places.map((place) => wordsAt(speechAt(part, place.speech), place)));
      const before = known
        .get(`${left} ${right}`)
        ?.places.map((place) => wordsAt(speechAt(whole, place.speech), place));
      for (const said of words) expect(before).toContain(said);
    }
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
