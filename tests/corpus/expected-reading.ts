import { z } from 'zod';
import { runCommandLine } from '../../src/command-line/index.ts';
import {
  Genre,
  Level,
  Part,
  Passage,
  Restriction,
  RightsNotice,
  Role,
  Section,
  walkSections,
} from '../../src/speech/index.ts';
import { recordingTerminal } from '../support/terminal.ts';

/**
 * How a document is to be read, in the terms of `zhibi inspect FILE --json`. Absent keys say nothing. Texts are compared
 * without regard to spaces and to the width of signs, unless `exact` is true.
 */
const Values = z
  .strictObject({
    title: z.string(),
    speaker: z.string().nullable(),
    date: z.string().nullable(),
    genre: Genre.nullable(),
    level: Level.nullable(),
    /** The top-level headings, in order, all of them and no others. */
    headings: z.array(z.string()),
    /** Headings of every depth, in order: `1 words`, `2 words`. */
    outline: z.array(z.string()),
    /** How headings begin of which readers may differ whether they are some; they count neither way. */
    mayBeHeadings: z.array(z.string()),
    /** A heading or point, and what stands somewhere below it. */
    under: z.record(z.string(), z.array(z.string())),
    /** Top headings, and what their sections are for. */
    roles: z.record(z.string(), Role),
    /** No heading begins so; a point or a passage may. */
    notHeadings: z.array(z.string()),
    /** Stands in some passage, in one piece. */
    indexed: z.array(z.string()),
    /** Stands in no passage and in no heading. */
    notIndexed: z.array(z.string()),
    /** The strictest of all rights. */
    restriction: Restriction,
    rightsCount: z.int(),
    /** Words of a right, and what it allows. */
    notices: z.record(z.string(), Restriction),
    /** Codes of warnings that must not come. */
    noWarnings: z.array(z.string()),
    warns: z.boolean(),
    /** Something is warned of that is none of these codes. */
    warnsBeyond: z.array(z.string()),
    readable: z.boolean(),
    /** What the refusal says, and does not say. */
    says: z.array(z.string()),
    saysNot: z.array(z.string()),
    exact: z.boolean(),
  })
  .partial();
type Values = z.infer<typeof Values>;

/** One of `either` is met in full, beside everything else. */
export const ExpectedReading = Values.extend({ either: z.array(Values).optional() });
export type ExpectedReading = z.infer<typeof ExpectedReading>;

const Inspected = z.object({
  title: z.string(),
  speaker: z.string().nullable(),
  date: z.string().nullable(),
  genre: Genre.nullable(),
  level: Level.nullable(),
  rights: z.array(RightsNotice),
  sections: z.array(Section),
  passages: z.array(Passage.extend({ text: z.string() })),
  warnings: z.array(z.object({ code: z.string() })),
  parts: z.array(Part),
});

/** What `zhibi inspect FILE --json` prints, or why it refuses the file. */
export type Seen = { inspected: z.infer<typeof Inspected>; refusal: null } | { inspected: null; refusal: string };

/** Asks the command line itself, so that the contract is what is compared. */
export async function inspectFile(path: string): Promise<Seen> {
  const { terminal, printed } = recordingTerminal();
  const code = await runCommandLine(['inspect', path, '--json'], terminal, {
    corpusFolders: [],
    indexFolder: '',
    stateFolder: '',
    isWatching: false,
    language: 'zh',
    logLevel: 'silent',
  });
  return code === 0
    ? { inspected: Inspected.parse(JSON.parse(printed.out)), refusal: null }
    : { inspected: null, refusal: printed.error };
}

/**
 * Headings of every depth, as {@link ExpectedReading} writes them; depth counts the headings that hold one, itself included.
 *
 * @param mayBe beginnings of headings that are left out
 */
export const outlineOf = (sections: readonly Section[], mayBe: readonly string[] = []): string[] =>
  [...walkSections(sections)]
    .filter(({ section: { kind, heading } }) => kind === 'heading' && !mayBe.some((words) => heading.startsWith(words)))
    .map(({ section, ancestors }) => {
      const depth = ancestors.filter(({ kind }) => kind === 'heading').length + 1;
      return `${depth} ${section.heading}`;
    });

/** What texts are compared as, where spaces and the width of signs don't matter. */
export const bare = (words: string): string => words.normalize('NFKC').replace(/\s/g, '');

/** What of an expectation a reading does not meet, a line each; none where all is right. */
export function failuresOf(wanted: ExpectedReading, seen: Seen): string[] {
  const { either = [], ...whole } = wanted;
  const tries = either.map((alternative) => unmet(alternative, seen));
  const isMet = tries.length === 0 || tries.some((failures) => failures.length === 0);
  return [...unmet(whole, seen), ...(isMet ? [] : tries.map((failures) => `either: ${failures.join('; ')}`))];
}

function unmet(wanted: Values, seen: Seen): string[] {
  const { readable = true, says = [], saysNot = [] } = wanted;
  if (seen.inspected === null) {
    if (readable) return [`refused: ${seen.refusal.trim()}`];
    return [
      ...says.filter((words) => !seen.refusal.includes(words)).map((words) => `the refusal does not say ${words}`),
      ...saysNot.filter((words) => seen.refusal.includes(words)).map((words) => `the refusal says ${words}`),
    ];
  }
  if (!readable) return ['the file is read'];
  const same = wanted.exact === true ? (words: string) => words : bare;
  return [
    ...valueFailures(wanted, seen.inspected, same),
    ...structureFailures(wanted, seen.inspected, same),
    ...wordFailures(wanted, seen.inspected, same),
    ...rightsFailures(wanted, seen.inspected, same),
    ...warningFailures(wanted, seen.inspected),
  ];
}

type Compare = (words: string) => string;
type Reading = z.infer<typeof Inspected>;

const differs = (key: string, found: unknown, wanted: unknown): string =>
  `${key}: ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`;

function valueFailures(wanted: Values, reading: Reading, same: Compare): string[] {
  const plain = (value: string | null): string | null => (value === null ? null : same(value));
  return (['title', 'speaker', 'date', 'genre', 'level'] as const).flatMap((key) => {
    const value = wanted[key];
    return value === undefined || plain(value) === plain(reading[key]) ? [] : [differs(key, reading[key], value)];
  });
}

function structureFailures(wanted: Values, { sections }: Reading, same: Compare): string[] {
  const walked = [...walkSections(sections)];
  const headings = walked.filter(({ section }) => section.kind === 'heading').map(({ section }) => section.heading);
  const top = sections.filter(({ kind }) => kind === 'heading').map(({ heading }) => heading);
  const isBelow = (above: string, below: string): boolean =>
    walked.some(
      ({ section, ancestors }) =>
        same(section.heading).startsWith(same(below)) &&
        ancestors.some(({ heading }) => same(heading).startsWith(same(above))),
    );
  const list = (words: readonly string[]): string => words.map(same).join('\n');
  const outline = outlineOf(sections, wanted.mayBeHeadings);
  return [
    ...(wanted.outline === undefined || list(wanted.outline) === list(outline)
      ? []
      : [differs('outline', outline, wanted.outline)]),
    ...(wanted.headings === undefined || list(wanted.headings) === list(top)
      ? []
      : [differs('headings', top, wanted.headings)]),
    ...Object.entries(wanted.under ?? {}).flatMap(([above, all]) =>
      all.filter((below) => !isBelow(above, below)).map((below) => `${below} does not stand under ${above}`),
    ),
    ...(wanted.notHeadings ?? [])
      .filter((words) => headings.some((heading) => same(heading).startsWith(same(words))))
      .map((words) => `a heading begins with ${words}`),
    ...Object.entries(wanted.roles ?? {}).flatMap(([heading, role]) => {
      const found = sections.find((section) => same(section.heading) === same(heading))?.role;
      return found === role ? [] : [differs(`role of ${heading}`, found, role)];
    }),
  ];
}

function wordFailures(wanted: Values, reading: Reading, same: Compare): string[] {
  const passages = reading.passages.map(({ text }) => same(text));
  const headings = [...walkSections(reading.sections)]
    .filter(({ section }) => section.kind === 'heading')
    .map(({ section }) => same(section.heading));
  const isIn = (texts: readonly string[], words: string): boolean => texts.some((text) => text.includes(same(words)));
  return [
    ...(wanted.indexed ?? []).filter((words) => !isIn(passages, words)).map((words) => `not indexed: ${words}`),
    ...(wanted.notIndexed ?? [])
      .filter((words) => isIn([...passages, ...headings], words))
      .map((words) => `indexed: ${words}`),
  ];
}

function rightsFailures(wanted: Values, { rights }: Reading, same: Compare): string[] {
  const order = ['none', 'reference-only', 'internal'];
  const found = order[Math.max(0, ...rights.map(({ restriction }) => order.indexOf(restriction)))];
  return [
    ...(wanted.restriction === undefined || wanted.restriction === found
      ? []
      : [differs('restriction', found, wanted.restriction)]),
    ...(wanted.rightsCount === undefined || wanted.rightsCount === rights.length
      ? []
      : [
          differs(
            'rights',
            rights.map(({ text }) => text),
            wanted.rightsCount,
          ),
        ]),
    ...Object.entries(wanted.notices ?? {})
      .filter(
        ([words, restriction]) =>
          !rights.some((right) => same(right.text).includes(same(words)) && right.restriction === restriction),
      )
      .map(([words, restriction]) => `no right says ${words} (${restriction})`),
  ];
}

function warningFailures(wanted: Values, { warnings }: Reading): string[] {
  const codes = warnings.map(({ code }) => code);
  const { warns, warnsBeyond, noWarnings = [] } = wanted;
  return [
    ...noWarnings.filter((code) => codes.includes(code)).map((code) => `warns: ${code}`),
    ...(warns === undefined || warns === codes.length > 0 ? [] : [differs('warnings', codes, warns)]),
    ...(warnsBeyond === undefined || codes.some((code) => !warnsBeyond.includes(code))
      ? []
      : [`warns of nothing beyond ${warnsBeyond.join(', ')}`]),
  ];
}
