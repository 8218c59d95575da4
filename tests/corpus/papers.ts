import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { parseSpeech } from '../../src/corpus/index.ts';
import { Restriction, type RightsNotice, strictest } from '../../src/speech/index.ts';
import { bare, ExpectedReading, failuresOf, inspectFile, outlineOf, type Seen } from './expected-reading.ts';

/**
 * The half that a reader may be tuned on, and the half that its figures are reported from; whoever changes the reader
 * looks at failures of the first alone.
 */
export const HALVES = ['tuning', 'reporting'] as const;
export type Half = (typeof HALVES)[number];

const GOLD = 'tests/corpus/gold';
const parsed = <Schema extends z.ZodType>(schema: Schema, path: string): z.infer<Schema> =>
  schema.parse(JSON.parse(readFileSync(join(GOLD, path), 'utf8')));

const ExpectedPaper = ExpectedReading.extend({ kind: z.string() });

/** A document of the gold set: how it is to be read, and how it is. */
export interface Paper {
  file: string;
  kind: string;
  wanted: ExpectedReading;
  seen: Seen;
  failures: string[];
}

/** Reads every document of a half. */
export function readPapers(half: Half): Promise<Paper[]> {
  const expected = parsed(z.record(z.string(), ExpectedPaper), `papers/${half}/expect.json`);
  return Promise.all(
    Object.entries(expected).map(async ([file, { kind, ...wanted }]) => {
      const seen = await inspectFile(join(GOLD, 'papers', half, file));
      return { file, kind, wanted, seen, failures: failuresOf(wanted, seen) };
    }),
  );
}

/** So many of so many. */
export interface Share {
  right: number;
  all: number;
}

/** What share of a gold set's values is read rightly. */
export interface PaperFigures {
  papers: Share;
  title: Share;
  /** Of the headings found, those that are some. */
  precision: Share;
  /** Of the headings there are, those found with their depth. */
  recall: Share;
  /** Where the document has one. */
  date: Share;
  speaker: Share;
  genre: Share;
  level: Share;
  /** Where it has none. */
  noDate: Share;
  noSpeaker: Share;
  noGenre: Share;
  restriction: Share;
  /** Words that stand in a passage as they must, and words that must not. */
  indexed: Share;
  notIndexed: Share;
}

const shareOf = <Item>(items: readonly Item[], isRight: (item: Item) => boolean): Share => ({
  right: items.filter(isRight).length,
  all: items.length,
});

export function figuresOf(papers: readonly Paper[]): PaperFigures {
  const holds = (key: string) => (paper: Paper) =>
    paper.seen.inspected !== null && !paper.failures.some((failure) => failure.startsWith(`${key}:`));
  const stated = (key: 'title' | 'date' | 'speaker' | 'genre' | 'level' | 'restriction'): Share =>
    shareOf(
      papers.filter(({ wanted }) => wanted[key] !== undefined && wanted[key] !== null),
      holds(key),
    );
  const absent = (key: 'date' | 'speaker' | 'genre'): Share =>
    shareOf(
      papers.filter(({ wanted }) => wanted[key] === null),
      holds(key),
    );
  const words = (key: 'indexed' | 'notIndexed', failure: string): Share => {
    const all = papers.flatMap((paper) => (paper.wanted[key] ?? []).map((text) => ({ paper, text })));
    return shareOf(
      all,
      ({ paper, text }) => paper.seen.inspected !== null && !paper.failures.includes(`${failure}: ${text}`),
    );
  };
  return {
    papers: shareOf(papers, ({ failures }) => failures.length === 0),
    title: stated('title'),
    ...headingShares(papers),
    date: stated('date'),
    speaker: stated('speaker'),
    genre: stated('genre'),
    level: stated('level'),
    noDate: absent('date'),
    noSpeaker: absent('speaker'),
    noGenre: absent('genre'),
    restriction: stated('restriction'),
    indexed: words('indexed', 'not indexed'),
    notIndexed: words('notIndexed', 'indexed'),
  };
}

/** A heading counts as found where its words and its depth are right. */
function headingShares(papers: readonly Paper[]): { precision: Share; recall: Share } {
  const [precision, recall] = [
    { right: 0, all: 0 },
    { right: 0, all: 0 },
  ];
  for (const { wanted, seen } of papers) {
    if (wanted.outline === undefined) continue;
    const left = wanted.outline.map(bare);
    const found = seen.inspected === null ? [] : outlineOf(seen.inspected.sections, wanted.mayBeHeadings).map(bare);
    recall.all += left.length;
    precision.all += found.length;
    for (const entry of found) {
      const at = left.indexOf(entry);
      if (at === -1) continue;
      left.splice(at, 1);
      recall.right++;
      precision.right++;
    }
  }
  return { precision, recall };
}

const ExpectedNotice = z.object({ kind: z.string(), text: z.string(), restriction: Restriction });
export type ExpectedNotice = z.infer<typeof ExpectedNotice>;

/** Lines that say what may be done with a document. */
export const noticesOf = (half: Half): ExpectedNotice[] => parsed(z.array(ExpectedNotice), `notices/${half}.json`);

/** Sentences of speeches that talk of secrecy, of papers and of passing things on, and say nothing of their own document. */
export const talkOf = (half: Half): string[] => parsed(z.array(z.string()), `notices/${half}-talk.json`);

const TITLE = '在全镇河道工作会上的讲话';
const BODY = [
  '同志们：',
  '',
  '今天的会开在河边，请大家先闻一闻这条河的味道。',
  '',
  '一、把河管好',
  '一段一人，名字写在牌子上，牌子立在岸边，谁走过都看得见。',
  '',
  '二、把账算清',
  '河清不清，看群众敢不敢下河洗菜，敢不敢让孩子下河游水。',
];
const PLACES = ['head', 'middle', 'tail'] as const;
type Place = (typeof PLACES)[number];

/** A short speech with a line above its title, or behind its last paragraph. */
const speechWith = (line: string, place: 'head' | 'tail'): string =>
  (place === 'head' ? [line, '', TITLE, '', ...BODY] : [TITLE, '', ...BODY, '', line]).join('\n');

/** The same with a sentence as the first, one in the middle, or the last that is said. */
function speechSaying(sentence: string, place: Place): string {
  if (place === 'head') return [TITLE, '', ...BODY.slice(0, 1), '', sentence, '', ...BODY.slice(2)].join('\n');
  if (place === 'middle') return [TITLE, '', ...BODY.slice(0, 6), sentence, '', ...BODY.slice(7)].join('\n');
  return [TITLE, '', ...BODY, '', sentence].join('\n');
}

const rightsIn = (text: string): z.infer<typeof RightsNotice>[] => parseSpeech(`${text}\n`, 'speech.txt').rights;

/** Notices that are not known for what they allow, at the head or at the tail, and where. */
export const missedNotices = (half: Half): string[] =>
  noticesOf(half).flatMap(({ text, restriction }) =>
    (['head', 'tail'] as const)
      .map((place) => ({ place, found: strictest(rightsIn(speechWith(text, place))) }))
      .filter(({ found }) => found !== restriction)
      .map(({ place, found }) => `${place}: ${text} (${found}, not ${restriction})`),
  );

/** Sentences that are taken for a notice at some place, and where. */
export const falseAlarms = (half: Half): string[] =>
  talkOf(half).flatMap((sentence) =>
    PLACES.filter((place) => rightsIn(speechSaying(sentence, place)).length > 0).map(
      (place) => `${place}: ${sentence}`,
    ),
  );
