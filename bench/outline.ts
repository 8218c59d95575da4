/**
 * npm run eval:outline
 *
 * How good composed skeletons are: for each speech of the starter corpus and, where they lie beside the project, of the
 * reports, with at least three main sections, a skeleton is asked for by its title and genre with the speech itself left
 * out, of as many sections as it has. Measured against its own sections (src/evaluation/skeleton-measures.ts), beside
 * three baselines of as many sections: the nearest speeches' own skeletons one after the other, the most frequent headings
 * of the genre, and sections drawn at random.
 *
 * Two sections are about the same when they are nearer than 95 (then, 99) of 100 pairs of sections of different speeches.
 */
import { existsSync } from 'node:fs';
import { readCorpus } from '../src/corpus/index.ts';
import { type Drafter, drafterOver, type OutlineRequest, type Skeleton } from '../src/drafting/index.ts';
import { nearbySpeeches, wantedBy, withGenre } from '../src/drafting/outline/nearby.ts';
import { topicOf } from '../src/drafting/outline/topic.ts';
import { readQuestion } from '../src/drafting/question/index.ts';
import { mean, measureSkeleton, type SkeletonMeasures } from '../src/evaluation/index.ts';
import { cosine, type SectionProfile, SpeechIndex } from '../src/indexing/index.ts';
import { mainSections, type Speech } from '../src/speech/index.ts';
import { normaliseText } from '../src/text/index.ts';
import { differenceInterval, percentile, seededRandom } from './statistics.ts';

const FOLDERS = ['corpus', '../shared/data/reports'].filter(existsSync);
const FEWEST_SECTIONS = 3;
const MOST_SECTIONS = 8;
const DRAWS = 20;
const SYSTEMS = ['composed', 'nearest', 'frequent', 'random'] as const;
type System = (typeof SYSTEMS)[number];

/** A section of a speech, as it is measured. */
interface Measured {
  profile: SectionProfile;
  heading: string;
  /** Where it stands in its speech, 0..1. */
  place: number;
}

interface Case {
  title: string;
  /** At each strictness. */
  measures: Record<System, SkeletonMeasures>[];
}

const print = (line: string): boolean => process.stdout.write(`${line}\n`);

function sectionsOf(index: SpeechIndex, speech: Speech): Measured[] {
  const profiles = index.profiles(speech);
  return mainSections(speech.sections).flatMap(({ heading }, i, all) => {
    const profile = profiles[i];
    return profile === undefined ? [] : [{ profile, heading, place: (i + 0.5) / all.length }];
  });
}

/** The cosines that 95 and 99 of 100 pairs of sections of different speeches do not reach. */
function strictness(index: SpeechIndex): number[] {
  const bySpeech = index.speeches.map((speech) => index.profiles(speech));
  const cosines = bySpeech.flatMap((profiles, s) =>
    bySpeech.slice(s + 1).flatMap((others) => profiles.flatMap((a) => others.map((b) => cosine(a, b)))),
  );
  return [95, 99].map((p) => percentile(cosines, p));
}

async function measureCase(
  index: SpeechIndex,
  drafter: Drafter,
  speech: Speech,
  bounds: number[],
): Promise<Case | null> {
  const own = sectionsOf(index, speech);
  const size = Math.min(MOST_SECTIONS, own.length);
  const genre = speech.genre === null ? {} : { genre: speech.genre };
  const request = {
    kind: 'outline',
    query: speech.title,
    filters: { except: speech.file },
    sections: size,
    ...genre,
  } as const;
  const answer = await drafter(request).catch(() => null);
  if (answer?.kind !== 'skeletons') return null;
  const composed = answer.skeletons.filter(({ kind }) => kind === 'composed');
  const rivals = {
    composed: composed.flatMap((skeleton) => measured(index, skeleton)),
    nearest: nearestOf(index, request, size),
    frequent: frequentOf(index, speech, size),
  };
  const measures = bounds.map((same) => {
    const profiles = (sections: readonly Measured[]): SectionProfile[] => sections.map(({ profile }) => profile);
    const by = (sections: readonly Measured[]) => measureSkeleton(profiles(own), profiles(sections), same);
    const drawn = randomOf(index, speech, size).map(by);
    return { ...mapValues(rivals, by), random: meanOf(drawn) };
  });
  return { title: speech.title, measures };
}

/** What each main section of a skeleton is about, by the section it was taken from. */
function measured(index: SpeechIndex, skeleton: Skeleton): Measured[] {
  return skeleton.sections.flatMap(({ citation }) => {
    const speech = index.speeches.find(({ id }) => id === citation.speech);
    if (speech === undefined) return [];
    const at = mainSections(speech.sections).findIndex(({ headingStart }) => headingStart === citation.start);
    return sectionsOf(index, speech).slice(at, at + 1);
  });
}

/** The main sections of the nearest speeches, one speech after the other. */
function nearestOf(index: SpeechIndex, request: OutlineRequest, size: number): Measured[] {
  const question = readQuestion(request.query, index);
  const found = nearbySpeeches(index, question, topicOf(index, question), request);
  const nearest = withGenre(index, found, wantedBy(question, request), request);
  return nearest.flatMap(({ speech }) => sectionsOf(index, speech)).slice(0, size);
}

const others = (index: SpeechIndex, speech: Speech): Speech[] => index.speeches.filter((other) => other !== speech);

/** The headings that most speeches of the genre have, in their usual order; the earlier in the corpus where as many. */
function frequentOf(index: SpeechIndex, speech: Speech, size: number): Measured[] {
  const ofGenre = others(index, speech).filter(({ genre }) => speech.genre === null || genre === speech.genre);
  const byWords = new Map<string, Measured[]>();
  for (const section of ofGenre.flatMap((other) => sectionsOf(index, other))) {
    const words = normaliseText(section.heading);
    byWords.set(words, [...(byWords.get(words) ?? []), section]);
  }
  return [...byWords.values()]
    .sort((a, b) => b.length - a.length)
    .slice(0, size)
    .flatMap(([first]) => first ?? [])
    .sort((a, b) => a.place - b.place);
}

const random = seededRandom(20_261_121);

function randomOf(index: SpeechIndex, speech: Speech, size: number): Measured[][] {
  const all = others(index, speech).flatMap((other) => sectionsOf(index, other));
  const draw = (): Measured[] => Array.from({ length: size }, () => all[Math.floor(random() * all.length)] as Measured);
  return Array.from({ length: DRAWS }, draw);
}

function meanOf(measures: readonly SkeletonMeasures[]): SkeletonMeasures {
  const orders = measures.map(({ order }) => order).filter((order) => order !== null);
  return {
    coverage: mean(measures.map(({ coverage }) => coverage)),
    order: orders.length === 0 ? null : mean(orders),
    redundancy: mean(measures.map(({ redundancy }) => redundancy)),
  };
}

function mapValues<Key extends string, A, B>(record: Record<Key, A>, map: (value: A) => B): Record<Key, B> {
  return Object.fromEntries(Object.entries<A>(record).map(([key, value]) => [key, map(value)])) as Record<Key, B>;
}

function printTable(name: string, cases: readonly Case[]): void {
  for (const [i, strict] of ['95', '99'].entries()) {
    print(
      `\n${name}, ${cases.length} speeches, nearer than ${strict} of 100`.padEnd(58) +
        'coverage  composed is better by   order  redundancy',
    );
    const of = (system: System): SkeletonMeasures[] => cases.flatMap(({ measures }) => measures[i]?.[system] ?? []);
    const composed = of('composed').map(({ coverage }) => coverage);
    for (const system of SYSTEMS) {
      const { coverage, order, redundancy } = meanOf(of(system));
      const [low, high] = differenceInterval(
        of(system).map((measures) => measures.coverage),
        composed,
      );
      const interval = system === 'composed' ? '' : `[${low.toFixed(3)}, ${high.toFixed(3)}]`;
      const cells = [
        coverage.toFixed(3).padStart(8),
        interval.padStart(22),
        order?.toFixed(2).padStart(8),
        redundancy.toFixed(2).padStart(12),
      ];
      print(`  ${system.padEnd(55)}${cells.join('')}`);
    }
  }
}

const all: Case[] = [];
for (const folder of FOLDERS) {
  const { speeches } = await readCorpus([folder]);
  const index = await SpeechIndex.build(speeches);
  const drafter = drafterOver(index);
  const bounds = strictness(index);
  const held = speeches.filter(({ sections }) => mainSections(sections).length >= FEWEST_SECTIONS);
  const cases: Case[] = [];
  for (const speech of held) {
    const measured = await measureCase(index, drafter, speech, bounds);
    if (measured !== null) cases.push(measured);
  }
  printTable(folder === 'corpus' ? 'starter corpus' : 'reports', cases);
  print(`  nothing near, and said so: ${held.length - cases.length}`);
  all.push(...cases);
}
if (FOLDERS.length > 1) printTable('both', all);

print('\nworst five: composed, nearest');
const lost = ({ measures }: Case): number =>
  (measures[0]?.composed.coverage ?? 0) - (measures[0]?.nearest.coverage ?? 0);
for (const worst of all.toSorted((a, b) => lost(a) - lost(b)).slice(0, 5)) {
  const [first] = worst.measures;
  print(`  ${first?.composed.coverage.toFixed(2)}  ${first?.nearest.coverage.toFixed(2)}  ${worst.title}`);
}
