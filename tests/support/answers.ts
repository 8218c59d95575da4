import fc from 'fast-check';
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
export const SECRET = '密件';
/** The same of a speech that lies in the folder {@link DRAWER}. */
export const COVERT = '抽屉';
export const DRAWER = '柜子/';

const notice = fc.record({ text: fc.constant('声明'), restriction: fc.constantFrom(...RESTRICTIONS) });
const isInternal = ({ rights }: { rights: RightsNotice[] }): boolean => strictest(rights) === 'internal';
const isInDrawer = ({ file }: { file: string }): boolean => file.startsWith(DRAWER);
const marksOf = (isSecret: boolean, isCovert: boolean): string => `${isSecret ? SECRET : ''}${isCovert ? COVERT : ''}`;
const wordsOf = (citation: Citation): string =>
  isInternal(citation) || isInDrawer(citation)
    ? `${marksOf(isInternal(citation), isInDrawer(citation))}要守`
    : '渠要修通';

const rightsAndFolder = (folders: readonly string[]): fc.Arbitrary<[RightsNotice[], string]> =>
  fc.tuple(fc.array(notice, { maxLength: 3 }), fc.constantFrom(...folders));

const citationIn = (folders: readonly string[]): fc.Arbitrary<Citation> =>
  rightsAndFolder(folders).map(([rights, folder]) => {
    const mark = marksOf(isInternal({ rights }), folder.startsWith(DRAWER)) || '公开';
    return {
      speech: mark,
      title: `${mark}讲话`,
      date: '2021',
      path: [`${mark}章节`],
      paragraph: 1,
      start: 0,
      end: 4,
      file: `${folder}${mark}.txt`,
      rights,
    };
  });

const alternativeOf = (cited: Citation): Alternative => ({
  id: cited.speech,
  heading: wordsOf(cited),
  blanks: [],
  citation: cited,
});

export const sectionOf = (cited: Citation, sections: SkeletonSection[], others: Citation[]): SkeletonSection => ({
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

/** What all of these places say: what is open somewhere is open. */
const textOf = (citations: readonly Citation[]): string => {
  const marks = marksOf(citations.every(isInternal), citations.every(isInDrawer));
  return marks === '' ? '渠要修通' : `${marks}要守`;
};

const listOf = <Item>(item: fc.Arbitrary<Item>): fc.Arbitrary<Item[]> => fc.array(item, { maxLength: 5 });

export const skeletonsAnswer = (all: Skeleton[], sets: HeadingSet[]): Answer => ({
  kind: 'skeletons',
  query: '修渠',
  nearBy: 'topic',
  skeletons: all,
  sets,
});
const nothing = fc.constant<Answer>({
  kind: 'nothing',
  asked: 'find',
  query: '修渠',
  lookedFor: ['修渠'],
  nearest: [],
});

/** A passage in its place: all of it is of one speech. */
const placeOf = (citation: fc.Arbitrary<Citation>): fc.Arbitrary<Answer> =>
  citation.map((cited) => ({
    kind: 'place',
    passage: cited.speech,
    title: cited.title,
    date: cited.date,
    genre: null,
    text: wordsOf(cited),
    paragraph: { text: wordsOf(cited), mark: { start: 0, end: 2 } },
    before: [{ paragraph: 1, kind: 'heading', text: wordsOf(cited), citation: cited }],
    after: [],
    section: { id: cited.speech, heading: wordsOf(cited) },
    citation: cited,
  }));

/**
 * Answers of every kind, over speeches in these folders, with every mix of rights. Of `counted` every item is withheld
 * whole; `listed` are those that list something.
 */
export function answersIn(folders: readonly string[]): Record<'listed' | 'counted' | 'any', fc.Arbitrary<Answer>> & {
  citation: fc.Arbitrary<Citation>;
} {
  const citation = citationIn(folders);
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
      const examples = citations.map((cited) => ({
        left: '',
        match: wordsOf(cited),
        right: wordsOf(cited),
        citation: cited,
      }));
      const changed = [{ from: '修', to: '挖', evidence: citations.map(wordsOf) }];
      return { text: textOf(citations), count: 9, speeches: 5, citations, examples, changed };
    });

  const passages = listOf(hit).map(
    (hits): Answer => ({ kind: 'passages', query: '修渠', corrections: [], hits, more: 3 }),
  );
  const sources = listOf(match).map((matches): Answer => ({ kind: 'sources', quote: '渠要修通', matches }));
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
  const ofSection = fc
    .tuple(phrasing, citation)
    .map(
      ([answer, cited]): Answer => (answer.kind === 'phrasing' ? { ...answer, section: alternativeOf(cited) } : answer),
    );
  const trace = listOf(fc.option(match)).map(
    (matches): Answer => ({
      kind: 'trace',
      sentences: matches.map((found) => ({ quote: '渠要修通。', match: found, more: found === null ? 0 : 2 })),
      left: 1,
    }),
  );
  const overview = listOf(citation).map(
    (all): Answer => ({
      kind: 'overview',
      passages: 7,
      speeches: all.map((cited) => ({
        speech: cited.speech,
        title: cited.title,
        date: cited.date,
        genre: null,
        citation: cited,
      })),
    }),
  );
  const listed = fc.oneof(passages, sources, skeletons, phrasing);
  const kept = fc.oneof(ofSection, trace, overview, placeOf(citation));
  const counted = fc.oneof(listed, nothing);
  return { citation, listed, counted, any: fc.oneof(counted, mixed, kept) };
}
