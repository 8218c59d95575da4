import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { release } from '../../src/assistant/index.ts';
import type { Answer, Skeleton, SourceMatch } from '../../src/drafting/index.ts';
import { type Audience, type Citation, EVERYTHING, type RightsNotice, strictest } from '../../src/speech/index.ts';
import { answersIn, COVERT, DRAWER, SECRET, sectionOf, skeletonsAnswer } from '../support/answers.ts';

const OPEN: Audience = { internal: false, hidden: [] };
const { citation, listed, any: anyAnswer } = answersIn(['']);

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

describe('release to who may see everything', () => {
  it('changes nothing', () => {
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        expect(release(answer, EVERYTHING)).toBe(answer);
      }),
    );
  });
});

describe('release to who may not see internal speeches', () => {
  it('lets no word of one out, wherever in an answer it stands', () => {
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        const released = JSON.stringify(release(answer, OPEN));
        expect(released).not.toContain(SECRET);
        expect(released).not.toContain('"internal"');
      }),
      { numRuns: 500 },
    );
  });

  it('keeps every item that an open speech vouches for, in its order', () => {
    fc.assert(
      fc.property(listed, (answer) => {
        const open = itemsOf(answer).filter(
          (item) => !JSON.stringify({ ...item, alsoIn: [], changed: [], examples: [] }).includes('要守'),
        );
        const left = itemsOf(release(answer, OPEN));
        const wordsIn = (item: object): unknown => ('title' in item ? item.title : 'text' in item && item.text);
        expect(left.map(wordsIn)).toEqual(open.map(wordsIn));
      }),
    );
  });

  it('stays an answer of its kind while anything is left, and leaves the one it was given as it was', () => {
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        const before = structuredClone(answer);
        const released = release(answer, OPEN);
        if (itemsOf(released).length > 0) expect(released.kind).toBe(answer.kind);
        expect(answer).toEqual(before);
      }),
    );
  });

  it('gives the very answer where every citation may be seen, hints without a citation included', () => {
    fc.assert(
      fc.property(
        anyAnswer.filter((answer) => !JSON.stringify(answer).includes('"internal"')),
        (answer) => {
          expect(release(answer, OPEN)).toBe(answer);
        },
      ),
    );
    const nothing: Answer = { kind: 'nothing', asked: 'find', query: '修渠', lookedFor: ['修渠'], nearest: ['修坝'] };
    expect(release(nothing, OPEN)).toBe(nothing);
  });

  it('leaves out words and counts without a citation where a citation failed', () => {
    const [closed] = fc.sample(
      citation.filter(({ rights }) => strictest(rights) === 'internal'),
      1,
    );
    if (closed === undefined) throw new Error('no sample');
    const hitOf = (cited: Citation) => ({
      passage: 'p',
      text: '修渠',
      snippet: '修渠',
      marks: [],
      score: 1,
      citation: cited,
      alsoIn: [],
    });
    const corrections = [{ typed: '修去', read: '修渠' }];
    const hits = [hitOf({ ...closed, rights: [] }), hitOf(closed)];
    const answer: Answer = { kind: 'passages', query: '修去', corrections, hits, more: 7 };
    expect(release(answer, OPEN)).toEqual({ ...answer, corrections: [], hits: hits.slice(0, 1), more: 0 });
  });

  it('takes a document with several notices by the strictest', () => {
    const [cited] = fc.sample(citation, 1);
    if (cited === undefined) throw new Error('no sample');
    const both: RightsNotice[] = [
      { text: '仅供参考', restriction: 'reference-only' },
      { text: '请勿外传', restriction: 'internal' },
    ];
    const matchOf = (rights: RightsNotice[]): SourceMatch => ({
      kind: 'exact',
      similarity: 1,
      text: '渠要修通',
      differences: [],
      citation: { ...cited, rights },
    });
    const matches = [matchOf(both), matchOf(both.slice(0, 1))];
    expect(release({ kind: 'sources', quote: '渠要修通', matches }, OPEN)).toMatchObject({
      matches: [matches[1]],
    });
  });

  it('takes headings out of a skeleton that stays', () => {
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
    expect(release(skeletonsAnswer([skeleton], []), OPEN)).toMatchObject({ skeletons: [{ sections: [open] }] });
  });

  it('says of an internal passage in its place what it says of one that is gone', () => {
    const [cited] = fc.sample(citation, 1);
    if (cited === undefined) throw new Error('no sample');
    const internal: Answer = {
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
      citation: { ...cited, rights: [{ text: '请勿外传', restriction: 'internal' }] },
    };
    const gone = { kind: 'nothing', asked: 'passage', query: '', lookedFor: [], nearest: [], gone: true };
    expect(release(internal, OPEN)).toEqual(gone);
    expect(release(internal, EVERYTHING)).toBe(internal);
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
      kind: 'trace',
      sentences: [{ quote: '渠要修通。', match: null, more: 0 }],
      left: 0,
    });
  });
});

describe('release without a folder', () => {
  const { any: scattered } = answersIn(['', DRAWER, `${DRAWER}下层/`, '柜子外/']);
  const hidden = [DRAWER];

  it.each([true, false])('lets no word out that lies in it or below, internal words shown: %s', (internal) => {
    let shown = 0;
    fc.assert(
      fc.property(scattered, (answer) => {
        const released = JSON.stringify(release(answer, { internal, hidden }));
        expect(released).not.toContain(COVERT);
        expect(released).not.toContain(DRAWER);
        if (internal) shown += released.includes(SECRET) ? 1 : 0;
        else expect(released).not.toContain(SECRET);
      }),
      { numRuns: 500 },
    );
    expect(shown > 0).toBe(internal);
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
          expect(release(answer, { internal, hidden })).toMatchObject({ kind: 'nothing', nearest: [] });
        },
      ),
    );
  });
});
