import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Clearance, EVERYTHING, release } from '../../src/assistant/index.ts';
import type { Answer, PhraseItem, Skeleton, SourceMatch } from '../../src/drafting/index.ts';
import { type Citation, type RightsNotice, strictest } from '../../src/speech/index.ts';
import { answersIn, COVERT, DRAWER, SECRET, sectionOf, skeletonsAnswer } from '../support/answers.ts';

const OPEN: Clearance = { internal: false, hidden: [] };
const { citation, counted, listed, any: anyAnswer } = answersIn(['']);

/** What was learned of all speeches together is nobody's to release. */
function withoutEvidence(answer: Answer): Answer {
  if (answer.kind !== 'phrasing') return answer;
  const strip = (item: PhraseItem): PhraseItem => ({
    ...item,
    changed: (item.changed ?? []).map((change) => ({ ...change, evidence: [] })),
  });
  return { ...answer, groups: answer.groups.map((group) => ({ ...group, items: group.items.map(strip) })) };
}

/** What an answer lists. */
function itemsOf(answer: Answer): readonly object[] {
  switch (answer.kind) {
    case 'passages':
      return answer.hits;
    case 'sources':
      return answer.matches;
    case 'skeletons':
      return answer.skeletons;
    case 'phrasing':
      return answer.groups.flatMap((group) => group.items);
    case 'trace':
      return answer.sentences.filter(({ match: found }) => found !== null);
    case 'overview':
      return answer.speeches;
    case 'place':
    case 'nothing':
      return [];
  }
}

describe('release of everything', () => {
  it('changes nothing and withholds nothing', () => {
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        const before = structuredClone(answer);
        expect(release(answer, EVERYTHING)).toEqual({ answer: before, withheld: 0 });
      }),
    );
  });
});

describe('release of what is not internal', () => {
  it('lets no word of an internal speech out, wherever in an answer it stands', () => {
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        const released = JSON.stringify(release(answer, OPEN).answer);
        expect(released).not.toContain(SECRET);
        expect(released).not.toContain('"internal"');
      }),
      { numRuns: 500 },
    );
  });

  it('counts what it withholds: with what is left, it is all there was', () => {
    fc.assert(
      fc.property(counted, (answer) => {
        const { answer: left, withheld } = release(answer, OPEN);
        expect(itemsOf(left).length + withheld).toBe(itemsOf(answer).length);
      }),
    );
  });

  it('keeps every item that an open speech vouches for, in its order', () => {
    fc.assert(
      fc.property(listed, (answer) => {
        const open = itemsOf(answer).filter(
          (item) => !JSON.stringify({ ...item, alsoIn: [], changed: [], examples: [] }).includes('要守'),
        );
        const left = itemsOf(release(answer, OPEN).answer);
        const wordsIn = (item: object): unknown => ('title' in item ? item.title : 'text' in item && item.text);
        expect(left.map(wordsIn)).toEqual(open.map(wordsIn));
      }),
    );
  });

  it('stays an answer of its kind, and leaves the one it was given as it was', () => {
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        const before = structuredClone(answer);
        // Of one passage in its place nothing is nothing.
        if (answer.kind !== 'place') expect(release(answer, OPEN).answer.kind).toBe(answer.kind);
        expect(answer).toEqual(before);
      }),
    );
  });

  it('changes nothing where nothing is internal', () => {
    fc.assert(
      fc.property(
        anyAnswer.filter((answer) => !JSON.stringify(answer).includes(SECRET)),
        (answer) => {
          expect(release(answer, OPEN)).toEqual({ answer: withoutEvidence(answer), withheld: 0 });
        },
      ),
    );
  });

  it('takes a document with several notices by the strictest', () => {
    const [cited] = fc.sample(citation, 1);
    if (cited === undefined) throw new Error('no sample');
    const both: RightsNotice[] = [
      { text: '仅供参考', restriction: 'reference-only' },
      { text: '请勿外传', restriction: 'internal' },
    ];
    const matches: SourceMatch[] = [
      { kind: 'exact', similarity: 1, text: '渠要修通', differences: [], citation: { ...cited, rights: both } },
      {
        kind: 'exact',
        similarity: 1,
        text: '渠要修通',
        differences: [],
        citation: { ...cited, rights: both.slice(0, 1) },
      },
    ];
    const { answer, withheld } = release({ kind: 'sources', quote: '渠要修通', matches }, OPEN);
    expect(answer).toMatchObject({ matches: [matches[1]] });
    expect(withheld).toBe(1);
  });

  it('says so when it takes headings out of a skeleton that stays', () => {
    const cited = (rights: RightsNotice[]): Citation => ({
      speech: 's',
      title: '讲话',
      date: null,
      path: [],
      paragraph: 1,
      start: 0,
      end: 4,
      file: 'a.txt',
      rights,
    });
    const open = sectionOf(cited([]), [], []);
    const closed = sectionOf(cited([{ text: '请勿外传', restriction: 'internal' }]), [], []);
    const skeleton: Skeleton = { kind: 'composed', title: '', date: null, sections: [open, closed] };
    const released = release(skeletonsAnswer([skeleton], []), OPEN);
    expect(released.answer).toMatchObject({ skeletons: [{ sections: [open] }] });
    expect(released.withheld).toBeGreaterThan(0);
  });

  it('gives nothing in place of an internal passage in its place, and counts it', () => {
    const [cited] = fc.sample(citation, 1);
    if (cited === undefined) throw new Error('no sample');
    const placeOf = (rights: RightsNotice[]): Answer => ({
      kind: 'place',
      passage: 'p',
      title: '讲话',
      date: null,
      genre: null,
      text: '渠要修通',
      paragraph: { text: '渠要修通', mark: { start: 0, end: 4 } },
      before: [],
      after: [],
      section: null,
      citation: { ...cited, rights },
    });
    const internal = placeOf([{ text: '请勿外传', restriction: 'internal' }]);
    expect(release(internal, OPEN)).toEqual({
      answer: { kind: 'nothing', asked: 'passage', query: '', lookedFor: [], nearest: [] },
      withheld: 1,
    });
    const open = placeOf([]);
    expect(release(open, OPEN)).toEqual({ answer: open, withheld: 0 });
    expect(release(internal, EVERYTHING)).toEqual({ answer: internal, withheld: 0 });
  });

  it('keeps a sentence whose source is internal, without the source', () => {
    const [cited] = fc.sample(
      citation.filter(({ rights }) => strictest(rights) === 'internal'),
      1,
    );
    if (cited === undefined) throw new Error('no sample');
    const found: SourceMatch = { kind: 'exact', similarity: 1, text: SECRET, differences: [], citation: cited };
    const answer: Answer = { kind: 'trace', sentences: [{ quote: '渠要修通。', match: found, more: 3 }], left: 0 };
    expect(release(answer, OPEN)).toEqual({
      answer: { kind: 'trace', sentences: [{ quote: '渠要修通。', match: null, more: 0 }], left: 0 },
      withheld: 1,
    });
  });
});

describe('release without a folder', () => {
  const { any: scattered, listed: scatteredLists } = answersIn(['', DRAWER, `${DRAWER}下层/`, '柜子外/']);
  const hidden = [DRAWER];

  it.each([true, false])('lets no word out that lies in it or below, internal words shown: %s', (internal) => {
    let shown = 0;
    fc.assert(
      fc.property(scattered, (answer) => {
        const released = JSON.stringify(release(answer, { internal, hidden }).answer);
        expect(released).not.toContain(COVERT);
        expect(released).not.toContain(DRAWER);
        if (internal) shown += released.includes(SECRET) ? 1 : 0;
        else expect(released).not.toContain(SECRET);
      }),
      { numRuns: 500 },
    );
    expect(shown > 0).toBe(internal);
  });

  it('counts nothing of it: as much is withheld as if it were not there', () => {
    fc.assert(
      fc.property(scatteredLists, (answer) => {
        const told = release(answer, { internal: true, hidden });
        expect(told.withheld).toBe(0);
        expect(release(answer, { internal: false, hidden }).withheld).toBe(release(told.answer, OPEN).withheld);
      }),
    );
  });

  it('found nothing where nothing else is', () => {
    fc.assert(
      fc.property(
        answersIn([DRAWER]).any.filter(
          // What was asked stays in a trace, and an overview of nothing is one.
          (answer) => answer.kind !== 'trace' && answer.kind !== 'overview' && itemsOf(answer).length > 0,
        ),
        fc.boolean(),
        (answer, internal) => {
          const { answer: left, withheld } = release(answer, { internal, hidden });
          expect(left).toMatchObject({ kind: 'nothing', nearest: [] });
          expect(withheld).toBe(0);
        },
      ),
    );
  });

  it.each([
    ['another case', 'Drawer/', 'drawer/a.txt'],
    ['accents put together and apart', 'caf\u00e9/', 'cafe\u0301/a.txt'],
  ])('goes by its name, in %s too', (_, folder, file) => {
    const [cited] = fc.sample(citation, 1);
    if (cited === undefined) throw new Error('no sample');
    const match: SourceMatch = {
      kind: 'exact',
      similarity: 1,
      text: '渠要修通',
      differences: [],
      citation: { ...cited, file },
    };
    const answer: Answer = { kind: 'sources', quote: '渠要修通', matches: [match] };
    expect(release(answer, { internal: true, hidden: [folder] }).answer.kind).toBe('nothing');
  });
});

describe('words that are known from no one place', () => {
  it('are left out for who may not see all: words near to a question, and words of the same sound', () => {
    const nothing: Answer = { kind: 'nothing', asked: 'find', query: '修渠', lookedFor: ['修渠'], nearest: ['修坝'] };
    const corrections = [{ typed: '修去', read: '修渠' }];
    const passages: Answer = { kind: 'passages', query: '修去', corrections, hits: [], more: 0 };
    expect(release(nothing, OPEN).answer).toMatchObject({ nearest: [] });
    expect(release(passages, OPEN).answer).toMatchObject({ corrections: [] });
    expect(release(nothing, EVERYTHING).answer).toEqual(nothing);
    expect(release(passages, EVERYTHING).answer).toEqual(passages);
  });
});
