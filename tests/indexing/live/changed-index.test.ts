import { beforeAll, describe, expect, it } from 'vitest';
import { parseSpeech, readCorpus } from '../../../src/corpus/index.ts';
import { type Answer, type DraftRequest, drafterOver } from '../../../src/drafting/index.ts';
import { SpeechIndex } from '../../../src/indexing/index.ts';
import { type Speech, walkSections, wordsAt } from '../../../src/speech/index.ts';
import { STARTER } from '../../support/corpus.ts';
import { FOLDERS } from '../../support/folders.ts';

/** Of the starter speeches: enough for some of every kind. */
const MANY = 24;
const HIDDEN = [FOLDERS[0], FOLDERS[3]];

let base: SpeechIndex;
/** What was asked of the base before anything changed. */
let before: Answer[];
let changed: SpeechIndex;
/** Made of the speeches that are left, as if nothing else had ever been. */
let fresh: SpeechIndex;
let gone: Speech[];
let came: Speech[];

/** The same with another ending, as if somebody had gone on writing. */
const edited = (speech: Speech): Speech =>
  parseSpeech(`${speech.text}\n各级各部门要把防凌备汛的责任落到每一段堤防、每一座涵闸。`, speech.file);

beforeAll(async () => {
  const read = await readCorpus([STARTER]);
  const all = read.speeches
    .slice(0, MANY)
    .map((speech, i) => ({ ...speech, file: `${FOLDERS[i % FOLDERS.length]}${speech.file}` }));
  const [later, first] = [all.filter((_, i) => i % 3 === 1), all.filter((_, i) => i % 3 !== 1)];
  const ids = (speeches: readonly Speech[]): string[] => speeches.map(({ id }) => id);
  base = await SpeechIndex.build(first);
  before = await asked(base, first);
  const changes = first.slice(0, 1).map(edited);
  const copies = first.slice(5, 7).map((speech) => edited({ ...speech, file: `副本-${speech.file}` }));
  gone = [...first.slice(0, 4), ...later.slice(1, 2)];
  const one = await base.changed({ added: later.slice(0, 3), removed: [] });
  const two = await one.changed({ added: changes, removed: ids(first.slice(0, 4)) });
  changed = await two.changed({ added: [...later.slice(3), ...copies], removed: ids(later.slice(1, 2)) });
  came = changed.speeches.filter((speech) => !first.includes(speech));
  fresh = await SpeechIndex.build(changed.speeches);
}, 120_000);

/** All that can be asked of some speeches and is answered at once as it will be by the next index. */
function requestsOf(speeches: readonly Speech[]): DraftRequest[] {
  return speeches.flatMap((speech): DraftRequest[] => {
    const passage = speech.passages[Math.floor(speech.passages.length / 2)];
    const [heading] = [...walkSections(speech.sections)];
    if (passage === undefined || heading === undefined) return [];
    const sentence = wordsAt(speech, passage).slice(0, 40);
    const section = `${speech.id}.${heading.section.start.toString(36)}`;
    return [
      { kind: 'find', query: heading.section.heading.slice(0, 20), filters: {}, limit: 20 },
      { kind: 'find', query: sentence, filters: {}, limit: 20 },
      { kind: 'find', query: '', like: passage.id, filters: {}, limit: 20 },
      { kind: 'find', query: sentence.slice(0, 6), filters: { within: [section] }, limit: 20 },
      { kind: 'passage', passage: passage.id },
      { kind: 'skeleton', sections: [{ id: section, alternatives: [] }] },
      { kind: 'speech-skeleton', passage: passage.id },
      { kind: 'phrase', query: `${sentence.slice(0, 2)}*${sentence.slice(3, 5)}`, filters: {}, limit: 50 },
      { kind: 'source', quote: sentence },
      { kind: 'trace', text: wordsAt(speech, passage) },
      { kind: 'overview' },
    ];
  });
}

/** Numbers as far as they don't tell in which order they were added up. */
const rounded = (_: string, value: unknown): unknown =>
  typeof value === 'number' ? Number(value.toPrecision(9)) : value;

async function asked(
  index: SpeechIndex,
  speeches: readonly Speech[],
  hidden: readonly string[] = [],
): Promise<Answer[]> {
  const draft = drafterOver(index);
  const answers: Answer[] = [];
  for (const request of requestsOf(speeches)) {
    const answer = await draft(request, { internal: true, hidden }).catch((error: unknown) => ({
      error: String(error),
    }));
    answers.push(JSON.parse(JSON.stringify(answer, rounded)));
  }
  return answers;
}

describe('an index that has changed', () => {
  it('has the speeches that are left and those that came, and their passages alone', () => {
    expect(changed.passageCount).toBe(fresh.passageCount);
    expect(changed.years).toEqual(fresh.years);
    for (const { id } of changed.speeches.flatMap(({ passages }) => passages)) {
      expect(changed.place(id)?.passage.id).toBe(id);
    }
    for (const speech of gone) expect(changed.speech(speech.id)).toBeUndefined();
    for (const { id } of gone.flatMap(({ passages }) => passages)) expect(changed.place(id)).toBeUndefined();
  });

  it('answers as one that is made of what is left', async () => {
    expect(came.length).toBeGreaterThan(8);
    const speeches = [...came, ...changed.speeches.slice(0, 6)];
    expect(await asked(changed, speeches)).toEqual(await asked(fresh, speeches));
  });

  it('answers so without some folders too', async () => {
    const speeches = changed.speeches.slice(-12);
    expect(await asked(changed, speeches, HIDDEN)).toEqual(await asked(fresh, speeches, HIDDEN));
  });

  it('knows nothing any more of what went', async () => {
    const said = JSON.stringify(await asked(changed, gone));
    for (const { file, id } of gone) {
      if (changed.speeches.some((speech) => speech.file === file)) continue;
      expect(said).not.toContain(file);
      expect(said).not.toContain(id);
    }
    const words = changed.speeches.map(({ title }) => title.slice(0, 8));
    for (const query of words) {
      const phrased = JSON.stringify([
        await drafterOver(changed)({ kind: 'phrase', query, filters: {}, limit: 100 }),
        await drafterOver(changed)({ kind: 'outline', query, filters: {} }),
      ]);
      for (const { id } of gone) expect(phrased).not.toContain(id);
    }
  });

  it('tells of what came which passages say nearly the same', () => {
    const families = (index: SpeechIndex): string[][] =>
      index.speeches
        .flatMap((_, position) => index.placesOf(position))
        .map((place) => index.family(place).map(({ passage }) => passage.id));
    const found = families(changed);
    expect(found.filter((family) => family.length > 1).length).toBeGreaterThan(came.length);
    expect(found).toEqual(families(fresh));
  });

  it('offers the sections of what came for a skeleton', async () => {
    const [speech] = came;
    if (speech === undefined) throw new Error('nothing came');
    expect(changed.profiles(speech)).toHaveLength(fresh.profiles(speech).length);
    const answer = await drafterOver(changed)({ kind: 'outline', query: speech.title, filters: {} });
    expect(JSON.stringify(answer)).toContain(speech.file);
  });

  it('leaves the one that it was as it was', async () => {
    expect(await asked(base, base.speeches)).toEqual(before);
  });

  it('is not written, and a part of an index does not change', async () => {
    await expect(changed.write('nowhere')).rejects.toThrow(TypeError);
    await expect(base.seenBy({ internal: true, hidden: HIDDEN }).changed({ added: [], removed: [] })).rejects.toThrow(
      TypeError,
    );
  });
});
