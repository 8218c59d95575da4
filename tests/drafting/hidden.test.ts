import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Drafter, type DraftRequest, drafterOver } from '../../src/drafting/index.ts';
import { SpeechIndex } from '../../src/indexing/index.ts';
import { type Speech, walkSections, wordsAt } from '../../src/speech/index.ts';
import { sentences } from '../../src/text/index.ts';
import { FOLDERS, folderedIndex, isIn } from '../support/folders.ts';

let index: SpeechIndex;
let drafter: Drafter;

beforeAll(async () => {
  index = await folderedIndex();
  drafter = drafterOver(index);
}, 60_000);

/** Every file that is named anywhere in an answer. */
function filesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'file' && typeof inner === 'string' ? [inner] : filesIn(inner),
  );
}

const sectionIds = (speech: Speech): string[] =>
  [...walkSections(speech.sections)].map(({ section }) => `${speech.id}.${section.start.toString(36)}`);

/** Something to ask about one speech, in every way there is. */
interface Matter {
  passage: string;
  sentence: string;
  words: string;
  section: string;
}

const mattersOf = (speech: Speech): fc.Arbitrary<Matter> =>
  fc.record({
    passage: fc.constantFrom(...speech.passages.map(({ id }) => id)),
    sentence: fc.constantFrom(...speech.passages.map((passage) => firstSentence(wordsAt(speech, passage)))),
    words: fc.constantFrom(...[...walkSections(speech.sections)].map(({ section }) => section.heading), speech.title),
    section: fc.constantFrom(...sectionIds(speech), 'gone'),
  });

function firstSentence(text: string): string {
  const [first] = sentences(text);
  return first === undefined ? text : text.slice(first.start, first.end);
}

function everyRequest({ passage, sentence, words, section }: Matter, hidden: readonly string[]): DraftRequest[] {
  const filters = { hidden };
  const query = words.slice(0, 30);
  return [
    { kind: 'find', query, filters, limit: 50 },
    { kind: 'find', query: '', like: passage, filters, limit: 50 },
    { kind: 'find', query, filters: { hidden, within: [section] }, limit: 50 },
    { kind: 'passage', passage, filters },
    { kind: 'outline', query, filters, depth: 4, points: true },
    { kind: 'skeleton', sections: [{ id: section, alternatives: [section] }], filters },
    { kind: 'speech-skeleton', passage, filters },
    { kind: 'phrase', query, filters, limit: 200 },
    { kind: 'phrase', query: `${sentence.slice(0, 2)}*${sentence.slice(3, 5)}`, filters, limit: 200 },
    { kind: 'phrase', query: sentence.slice(0, 30), filters, limit: 200 },
    { kind: 'phrase', query: '', section, filters, limit: 200 },
    { kind: 'source', quote: sentence, filters },
    { kind: 'trace', text: `${sentence}\n${words}`, filters },
    { kind: 'overview', filters },
  ];
}

const answered = (request: DraftRequest): Promise<Answer | null> => drafter(request).catch(() => null);

const hiding = (request: DraftRequest, hidden: readonly string[]): DraftRequest => ({
  ...request,
  filters: { ...request.filters, hidden },
});

const hiddenSets = fc.subarray([...FOLDERS], { minLength: 1 });

describe('folders that may not answer', () => {
  it('are named by no citation of any answer, whatever is asked', async () => {
    const matters = fc.constantFrom(...index.speeches).chain(mattersOf);
    const kinds = new Set<string>();
    await fc.assert(
      fc.asyncProperty(matters, hiddenSets, async (matter, hidden) => {
        for (const request of everyRequest(matter, hidden)) {
          const answer = await answered(request);
          if (answer === null) continue;
          kinds.add(`${request.kind} ${answer.kind}`);
          expect(filesIn(answer).filter((file) => isIn({ file }, hidden))).toEqual([]);
        }
      }),
      { numRuns: 30, seed: 20_260_401 },
    );
    expect([...kinds]).toEqual(
      expect.arrayContaining([
        'find passages',
        'passage place',
        'passage nothing',
        'outline skeletons',
        'skeleton skeletons',
        'speech-skeleton skeletons',
        'phrase phrasing',
        'source sources',
        'trace trace',
        'overview overview',
      ]),
    );
  }, 120_000);

  it('are as good as not there for what is counted, listed or looked up word for word', async () => {
    const hidden = [FOLDERS[0], FOLDERS[2]];
    const without = drafterOver(await SpeechIndex.build(index.speeches.filter((speech) => !isIn(speech, hidden))));
    const ask: DraftRequest[] = [
      { kind: 'overview' },
      { kind: 'phrase', query: '把*做', filters: {}, limit: 500 },
      { kind: 'phrase', query: '群众', filters: {}, kinds: ['fillings', 'clauses', 'headings', 'leads'], limit: 500 },
      ...index.speeches.slice(0, 12).map((speech): DraftRequest => {
        const [passage] = speech.passages;
        return { kind: 'source', quote: firstSentence(passage === undefined ? '' : wordsAt(speech, passage)) };
      }),
      { kind: 'trace', text: index.speeches.map(({ title }) => title).join('\n') },
    ];
    for (const request of ask) {
      expect(await drafter(hiding(request, hidden))).toEqual(await without(request));
    }
  }, 120_000);

  it('give no words to be read instead, and none to be asked for instead', async () => {
    const hidden = [...FOLDERS];
    const answer = await drafter({ kind: 'find', query: '网格员入户走访', filters: { hidden }, limit: 5 });
    expect(answer).toMatchObject({ kind: 'nothing', nearest: [] });
  });

  it('make what is named from them gone', async () => {
    const [passage = ''] = index.speeches.slice(0, 1).flatMap(({ passages }) => passages.map(({ id }) => id));
    const [section = ''] = index.speeches.slice(0, 1).flatMap(sectionIds);
    const requests: DraftRequest[] = [
      { kind: 'passage', passage },
      { kind: 'find', query: '', like: passage, limit: 5, filters: {} },
      { kind: 'find', query: '工作', limit: 5, filters: { within: [section] } },
      { kind: 'speech-skeleton', passage },
      { kind: 'skeleton', sections: [{ id: section, alternatives: [] }] },
      { kind: 'phrase', query: '', section, filters: {} },
    ];
    for (const request of requests) {
      expect(await drafter(hiding(request, [FOLDERS[0]]))).toMatchObject({ kind: 'nothing', gone: true });
      expect(await drafter(hiding(request, [FOLDERS[2]]))).not.toMatchObject({ gone: true });
    }
  });

  it('are told by whole names: a folder hides nothing beside it', async () => {
    const answer = await drafter({ kind: 'overview', filters: { hidden: ['甲单位/往年/'] } });
    const files = filesIn(answer);
    expect(files.some((file) => isIn({ file }, ['甲单位/']))).toBe(true);
    expect(files.some((file) => isIn({ file }, ['甲单位/往年/']))).toBe(false);
  });
});
