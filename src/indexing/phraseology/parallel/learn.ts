import { type Section, type Span, wordsAt } from '../../../speech/index.ts';
import { byUse, type Item, spreadOf } from '../item.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { CorpusWords, Line, SpeechWords } from '../words.ts';
import { isParallelClauses, isParallelLeads, isParallelSegments } from './judge.ts';
import { clauseMembers, clauseMembersWithoutLeadIn, leadMember, type Member, segmentMembers } from './member.ts';
import { type Stretch, stretchesBy } from './stretches.ts';

/** A parallel set, shown whole: from its first member to its last. */
export interface ParallelSet extends Item<'parallel set'> {
  /** What it is made of. Between leads stand the bodies of their points, so that a set of them is its members alone. */
  form: 'clauses' | 'sentences' | 'leads';
  /** What the members share: 在…上下功夫, 有…; empty where they share length and shape alone. */
  frame: string;
  /** The members of the first place. */
  members: Span[];
}

interface Found extends Stretch {
  form: ParallelSet['form'];
}

/** Every parallel set of the corpus; the same words in several speeches are one. */
export function learnParallelSets({ speeches, vocabulary }: CorpusWords): ParallelSet[] {
  const sets = new Map<string, ParallelSet>();
  for (const speech of speeches) {
    for (const found of withoutOverlaps(setsOf(speech, vocabulary))) addSet(sets, speech, found);
  }
  return [...sets.values()].map((set) => ({ ...set, speeches: spreadOf(set.spans) })).sort(byUse);
}

function setsOf(speech: SpeechWords, vocabulary: Vocabulary): Found[] {
  return [
    ...leadSets(speech.source.sections, speech, vocabulary).map((found) => ({ ...found, form: 'leads' as const })),
    ...speech.lines.filter(({ kind }) => kind === 'paragraph').flatMap((line) => setsInLine(speech, line, vocabulary)),
  ];
}

function setsInLine(speech: SpeechWords, line: Line, vocabulary: Vocabulary): Found[] {
  const clauses = clauseMembers(speech, line, vocabulary);
  const withoutLeadIn = clauseMembersWithoutLeadIn(clauses, speech, line, vocabulary);
  const beginnings = KEYS.slice(0, 2).flatMap((key) => stretchesBy(withoutLeadIn, key));
  const ofClauses = [...KEYS.flatMap((key) => stretchesBy(clauses, key)), ...beginnings]
    .filter((stretch) => isParallelClauses(stretch, vocabulary))
    .map((stretch) => ({ ...stretch, form: 'clauses' as const }));
  const ofSentences = stretchesBy(segmentMembers(speech, line, vocabulary), ({ plain }) => plain.slice(0, 2))
    .filter((stretch) => isParallelSegments(stretch, vocabulary))
    .map((stretch) => ({ ...stretch, form: 'sentences' as const }));
  return [...ofSentences, ...ofClauses];
}

/** What neighbours can share: two characters or one that they begin with, two or one that they end with, the lengths of their words. */
const KEYS: readonly ((member: Member) => string)[] = [
  ({ plain }) => plain.slice(0, 2),
  ({ plain }) => plain.slice(0, 1),
  ({ plain }) => plain.slice(-2),
  ({ plain }) => plain.slice(-1),
  ({ words }) => words.map((word) => word.length).join(),
];

/** Leads of sibling points that begin or end alike. */
function leadSets(sections: readonly Section[], speech: SpeechWords, vocabulary: Vocabulary): Stretch[] {
  const points = sections
    .filter(({ kind }) => kind === 'point')
    .map(({ headingStart: start, headingEnd: end }) => leadMember(speech, { start, end }, vocabulary));
  const found = KEYS.slice(0, -1)
    .flatMap((key) => stretchesBy(points, key))
    .filter(isParallelLeads);
  return [...found, ...sections.flatMap((section) => leadSets(section.sections, speech, vocabulary))];
}

/** Of sets that overlap the one with more members, then the one that shares more. */
function withoutOverlaps(found: readonly Found[]): Found[] {
  const shared = ({ prefix, suffix }: Stretch): number => prefix.length + suffix.length;
  const best = [...found].sort((a, b) => b.members.length - a.members.length || shared(b) - shared(a));
  const taken = new Set<number>();
  const kept: Found[] = [];
  for (const set of best) {
    // Of two readings of one clause, with its lead-in and without, the ends are the same.
    if (set.members.some(({ start, end }) => taken.has(start) || taken.has(-end))) continue;
    for (const { start, end } of set.members) taken.add(start).add(-end);
    kept.push(set);
  }
  return kept.sort((a, b) => (a.members[0]?.start ?? 0) - (b.members[0]?.start ?? 0));
}

function addSet(sets: Map<string, ParallelSet>, speech: SpeechWords, { form, members, prefix, suffix }: Found): void {
  const span = { start: members[0]?.start ?? 0, end: members.at(-1)?.end ?? 0 };
  const text =
    form === 'leads'
      ? members.map((member) => wordsAt(speech.source, member)).join('；')
      : wordsAt(speech.source, span);
  const key = `${form} ${members.map(({ plain }) => plain).join(' ')}`;
  const place = { speech: speech.speech, ...span };
  const known = sets.get(key);
  if (known !== undefined) {
    known.spans.push(place);
    return;
  }
  const frame = prefix + suffix === '' ? '' : `${prefix}…${suffix}`;
  const places = members.map(({ start, end }) => ({ start, end }));
  sets.set(key, { kind: 'parallel set', text, spans: [place], speeches: 1, form, frame, members: places });
}
