import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { release } from '../../src/assistant/index.ts';
import type {
  Alternative,
  Answer,
  HeadingSet,
  Hit,
  PhraseItem,
  Skeleton,
  SkeletonSection,
  SourceMatch,
} from '../../src/drafting/index.ts';
import { PHRASE_KINDS } from '../../src/drafting/index.ts';
import { type Citation, RESTRICTIONS, type RightsNotice, strictest } from '../../src/speech/index.ts';

/** Stands in everything that comes from an internal speech, and in nothing else. */
const SECRET = '密件';

const notice = fc.record({ text: fc.constant('声明'), restriction: fc.constantFrom(...RESTRICTIONS) });
const isInternal = ({ rights }: { rights: RightsNotice[] }): boolean => strictest(rights) === 'internal';
const wordsOf = (citation: Citation): string => (isInternal(citation) ? `${SECRET}要守` : '渠要修通');

const citation: fc.Arbitrary<Citation> = fc.array(notice, { maxLength: 3 }).map((rights) => {
  const mark = isInternal({ rights }) ? SECRET : '公开';
  return {
    speech: mark,
    title: `${mark}讲话`,
    date: '2021',
    path: [`${mark}章节`],
    paragraph: 1,
    start: 0,
    end: 4,
    file: `${mark}.txt`,
    rights,
  };
});

const hit: fc.Arbitrary<Hit> = fc.tuple(citation, fc.array(citation, { maxLength: 3 })).map(([cited, alsoIn]) => ({
  passage: cited.speech,
  text: wordsOf(cited),
  snippet: wordsOf(cited),
  marks: [],
  score: 1,
  citation: cited,
  alsoIn,
}));

const match: fc.Arbitrary<SourceMatch> = citation.map((cited) => ({
  kind: 'exact',
  similarity: 1,
  differences: [],
  text: wordsOf(cited),
  citation: cited,
}));

const alternativeOf = (cited: Citation): Alternative => ({
  id: cited.speech,
  heading: wordsOf(cited),
  blanks: [],
  citation: cited,
});

const sectionOf = (cited: Citation, sections: SkeletonSection[], others: Citation[]): SkeletonSection => ({
  id: cited.speech,
  kind: 'heading',
  blanks: [],
  characters: 100,
  level: 1,
  marker: '一、',
  heading: wordsOf(cited),
  role: null,
  citation: cited,
  alternatives: others.map(alternativeOf),
  support: {
    sections: [cited, ...others].map(alternativeOf),
    terms: others.map(wordsOf),
    coverage: 1,
    answers: 1,
    fit: 1,
  },
  sections,
});

/** A speech's own skeleton: one speech, one set of rights. */
const delivered: fc.Arbitrary<Skeleton> = citation.map((cited) => ({
  kind: 'delivered',
  title: cited.title,
  date: null,
  stretches: [{ role: 'opening', characters: 10, citation: cited }],
  sections: [sectionOf(cited, [sectionOf(cited, [], [])], []), sectionOf(cited, [], [])],
}));

/** Made of several speeches, whose rights differ from heading to heading. */
const { forest } = fc.letrec<{ forest: SkeletonSection[] }>((tie) => ({
  forest: fc.array(
    fc
      .tuple(
        citation,
        fc.oneof({ depthSize: 'small' }, fc.constant<SkeletonSection[]>([]), tie('forest')),
        fc.array(citation, { maxLength: 2 }),
      )
      .map(([cited, sections, others]) => sectionOf(cited, sections, others)),
    { minLength: 1, maxLength: 3 },
  ),
}));
const composed: fc.Arbitrary<Skeleton> = forest.map((sections) => ({
  kind: 'composed',
  title: '',
  date: null,
  sections,
}));

const set: fc.Arbitrary<HeadingSet> = fc
  .tuple(citation, fc.array(citation, { maxLength: 2 }))
  .map(([first, others]) => ({
    frame: null,
    headings: [first, ...others].map((cited) => ({ ...alternativeOf(cited), marker: '' })),
  }));

const phraseItem: fc.Arbitrary<PhraseItem> = fc
  .tuple(citation, fc.array(citation, { maxLength: 4 }))
  .map(([first, others]) => {
    const citations: PhraseItem['citations'] = [first, ...others];
    const open = citations.find((cited) => !isInternal(cited));
    const examples = citations.map((cited) => ({
      left: '',
      match: wordsOf(cited),
      right: wordsOf(cited),
      citation: cited,
    }));
    const changed = [{ from: '修', to: '挖', evidence: citations.map(wordsOf) }];
    return { text: wordsOf(open ?? first), count: 9, speeches: 5, citations, examples, changed };
  });

const listOf = <Item>(item: fc.Arbitrary<Item>): fc.Arbitrary<Item[]> => fc.array(item, { maxLength: 5 });

const passages = listOf(hit).map(
  (hits): Answer => ({ kind: 'passages', query: '修渠', corrections: [], hits, more: 3 }),
);
const sources = listOf(match).map((matches): Answer => ({ kind: 'sources', quote: '渠要修通', matches }));
const skeletonsAnswer = (all: Skeleton[], sets: HeadingSet[]): Answer => ({
  kind: 'skeletons',
  query: '修渠',
  nearBy: 'topic',
  skeletons: all,
  sets,
});
const skeletons = listOf(delivered).map((all) => skeletonsAnswer(all, []));
const mixed = fc.tuple(listOf(composed), listOf(set)).map(([all, sets]) => skeletonsAnswer(all, sets));
const phrasing = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...PHRASE_KINDS),
      items: fc.array(phraseItem, { minLength: 1 }),
      more: fc.nat(),
    }),
  )
  .map((groups): Answer => ({ kind: 'phrasing', query: '修渠', groups }));
const nothing = fc.constant<Answer>({
  kind: 'nothing',
  asked: 'find',
  query: '修渠',
  lookedFor: ['修渠'],
  nearest: [],
});

const counted = fc.oneof(passages, sources, skeletons, phrasing, nothing);
const anyAnswer = fc.oneof(counted, mixed);

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

describe('release to an insider', () => {
  it('changes nothing and withholds nothing', () => {
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        const before = structuredClone(answer);
        expect(release(answer, 'insider')).toEqual({ answer: before, withheld: 0 });
      }),
    );
  });
});

describe('release to the public', () => {
  it('lets no word of an internal speech out, wherever in an answer it stands', () => {
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        const released = JSON.stringify(release(answer, 'public').answer);
        expect(released).not.toContain(SECRET);
        expect(released).not.toContain('"internal"');
      }),
      { numRuns: 500 },
    );
  });

  it('counts what it withholds: with what is left, it is all there was', () => {
    fc.assert(
      fc.property(counted, (answer) => {
        const { answer: left, withheld } = release(answer, 'public');
        expect(itemsOf(left).length + withheld).toBe(itemsOf(answer).length);
      }),
    );
  });

  it('keeps every item that an open speech vouches for, in its order', () => {
    fc.assert(
      fc.property(fc.oneof(passages, sources, skeletons, phrasing), (answer) => {
        const open = itemsOf(answer).filter(
          (item) => !JSON.stringify({ ...item, alsoIn: [], changed: [], examples: [] }).includes('要守'),
        );
        const left = itemsOf(release(answer, 'public').answer);
        const wordsIn = (item: object): unknown => ('title' in item ? item.title : 'text' in item && item.text);
        expect(left.map(wordsIn)).toEqual(open.map(wordsIn));
      }),
    );
  });

  it('stays an answer of its kind, and leaves the one it was given as it was', () => {
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        const before = structuredClone(answer);
        expect(release(answer, 'public').answer.kind).toBe(answer.kind);
        expect(answer).toEqual(before);
      }),
    );
  });

  it('changes nothing where nothing is internal', () => {
    fc.assert(
      fc.property(
        anyAnswer.filter((answer) => !JSON.stringify(answer).includes(SECRET)),
        (answer) => {
          expect(release(answer, 'public')).toEqual({ answer: withoutEvidence(answer), withheld: 0 });
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
    const { answer, withheld } = release({ kind: 'sources', quote: '渠要修通', matches }, 'public');
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
    const released = release(skeletonsAnswer([skeleton], []), 'public');
    expect(released.answer).toMatchObject({ skeletons: [{ sections: [open] }] });
    expect(released.withheld).toBeGreaterThan(0);
  });
});
