import { mainSections, type Speech } from '../../speech/index.ts';
import { CharacterIndex } from '../character-index/index.ts';
import { type Known, learnedWhenAsked } from '../known.ts';
import type { Made } from '../made.ts';
import { PassageNumbers, positionsAmong } from '../passage-numbers.ts';
import { phraseologyWithout } from '../phraseology/index.ts';
import { Places } from '../places.ts';
import { type SectionProfile, sectionProfileAmong } from '../section-profiles.ts';
import type { Change } from './change.ts';
import { frozenInSlices } from './frozen-in-slices.ts';
import { LiveTerms } from './live-terms.ts';
import type { Breathe } from './slices.ts';
import { type Twins, twinsOf } from './twins.ts';

/** What was frozen: speeches, and all that was made of them. */
interface Base {
  speeches: readonly Speech[];
  made: Made;
}

/** What has happened to it since. */
interface Since {
  terms: LiveTerms;
  /** Positions of speeches of the base that are gone. */
  gone: ReadonlySet<number>;
  /** Speeches that came and are still there, in the order of their passages' numbers. */
  came: readonly Came[];
  /** Of those that came, numbered as these. */
  characters: CharacterIndex;
  /** Passages that came, each with one that is like it; some of them may be gone. */
  twins: readonly Twins[];
}

interface Came {
  speech: Speech;
  /** Number of its first passage. */
  first: number;
  profiles: readonly SectionProfile[];
}

/**
 * An index and what came and went since it was made. Nothing is changed in place: a change makes another one, and takes time
 * by what comes, hardly by what is there. What is promised of each part stands in docs/design.md.
 */
export class LiveIndex {
  private readonly base: Base;
  private readonly since: Since;
  private readonly numbers: PassageNumbers;
  /** Those of the base that are left, then those that came. */
  readonly speeches: readonly Speech[];
  readonly known: Known;

  private constructor(base: Base, since: Since) {
    const { came, gone } = since;
    this.base = base;
    this.since = since;
    this.speeches = [
      ...base.speeches.filter((_, position) => !gone.has(position)),
      ...came.map(({ speech }) => speech),
    ];
    this.numbers = numbersOf(base, since);
    this.known = this.learn();
  }

  static over(base: Base): LiveIndex {
    const characters = CharacterIndex.build([]);
    const terms = LiveTerms.over(base.made.frozen);
    return new LiveIndex(base, { terms, gone: new Set(), came: [], characters, twins: [] });
  }

  /** The index after a change; this one stays as it is. Loads jieba's dictionary. */
  async changed({ added, removed }: Change, breathe: Breathe): Promise<LiveIndex> {
    const ids = new Set(removed);
    const { base, since } = this;
    const positions = base.speeches.flatMap(({ id }, position) => (ids.has(id) ? [position] : []));
    const terms = await since.terms.changed(
      { added: frozenInSlices(added, breathe), removed: this.passagesOf(ids) },
      breathe,
    );
    const next = {
      ...since,
      terms,
      gone: new Set([...since.gone, ...positions]),
      came: [
        ...since.came.filter(({ speech }) => !ids.has(speech.id)),
        ...(await this.cameWith(added, terms, breathe)),
      ],
      characters: await this.charactersWith(added, ids, breathe),
    };
    const changed = new LiveIndex(base, next);
    const twins = await changed.twinsOf(added, breathe);
    return new LiveIndex(base, { ...next, twins: [...since.twins, ...twins] });
  }

  private passagesOf(ids: ReadonlySet<string>): number[] {
    const places = new Places(this.speeches, this.numbers);
    return this.speeches.flatMap(({ id }, position) =>
      ids.has(id) ? places.of(position).map(({ number }) => number) : [],
    );
  }

  private async cameWith(added: readonly Speech[], terms: LiveTerms, breathe: Breathe): Promise<Came[]> {
    const came: Came[] = [];
    let first = this.since.terms.passageCount;
    for (const speech of added) {
      const profiles: SectionProfile[] = [];
      for (const section of mainSections(speech.sections)) {
        profiles.push(await sectionProfileAmong(terms, speech.text, section, breathe));
      }
      came.push({ speech, first, profiles });
      first += speech.passages.length;
    }
    return came;
  }

  private async charactersWith(
    added: readonly Speech[],
    removed: ReadonlySet<string>,
    breathe: Breathe,
  ): Promise<CharacterIndex> {
    const { came, characters } = this.since;
    const left = characters.without((position) => removed.has(came[position]?.speech.id ?? ''));
    return CharacterIndex.joined([left, await CharacterIndex.buildInSlices(added, breathe)]);
  }

  private async twinsOf(added: readonly Speech[], breathe: Breathe): Promise<Twins[]> {
    const places = new Places(this.speeches, this.numbers);
    const twins: Twins[] = [];
    for (let position = this.speeches.length - added.length; position < this.speeches.length; position++) {
      for (const place of places.of(position)) {
        for (const pair of twinsOf(place, this.since.terms, places)) twins.push(pair);
        await breathe();
      }
    }
    return twins;
  }

  private learn(): Known {
    const { base, since, numbers } = this;
    const { learned } = base.made;
    const isLeft = (passage: number): boolean => numbers.find(passage) !== undefined;
    const renumbered = <Part>(part: Part, without: (part: Part, numberOf: (speech: number) => number) => Part): Part =>
      since.gone.size === 0
        ? part
        : without(
            part,
            positionsAmong(base.speeches.length, (speech) => !since.gone.has(speech)),
          );
    return {
      numbers,
      terms: since.terms,
      learned: learnedWhenAsked({
        families: () => learned.families.only(isLeft).joinedBy(since.twins.filter((pair) => pair.every(isLeft))),
        profiles: () =>
          new Map([...learned.profiles, ...since.came.map(({ speech, profiles }) => [speech.id, profiles] as const)]),
        phraseology: () => renumbered(learned.phraseology, phraseologyWithout),
        collocations: () => renumbered(learned.collocations, (table, numberOf) => table.without(numberOf)),
        characters: () => {
          const left = learned.characters.without((position) => since.gone.has(position));
          return CharacterIndex.joined([left, since.characters]);
        },
      }),
    };
  }
}

function numbersOf({ made: { numbers } }: Base, { gone, came }: Since): PassageNumbers {
  const left = numbers.only((position) => !gone.has(position));
  return new PassageNumbers(
    Uint32Array.from([...left.firsts, ...came.map(({ first }) => first)]),
    Uint32Array.from([...left.counts, ...came.map(({ speech }) => speech.passages.length)]),
  );
}
