import { type Audience, type Speech, wordsAt } from '../../speech/index.ts';
import { CharacterIndex } from '../character-index/index.ts';
import { Compartments, type Visible } from '../compartments.ts';
import { FamiliesAmong, type FamilyTable, type Twins } from '../families.ts';
import { type Known, type Learned, type Lessons, whenAsked } from '../known.ts';
import { LessonsByAudience } from '../lessons.ts';
import type { Made } from '../made.ts';
import { once } from '../once.ts';
import { PassageNumbers, positionsAmong } from '../passage-numbers.ts';
import { phraseologyWithout } from '../phraseology/index.ts';
import { Places } from '../places.ts';
import { SectionProfiles } from '../section-profiles.ts';
import { countSectionsInSlices, type TermCounts } from '../section-terms.ts';
import type { Change } from './change.ts';
import { frozenInSlices } from './frozen-in-slices.ts';
import { LiveTerms } from './live-terms.ts';
import type { Breathe } from './slices.ts';
import { type Banded, twinsOf } from './twins.ts';

/** What was frozen: speeches, and all that was made of them. */
class Base {
  readonly speeches: readonly Speech[];
  readonly made: Made;
  private readonly lessons: LessonsByAudience;
  private readonly compartments = once(() => Compartments.of(this.speeches));

  constructor(speeches: readonly Speech[], made: Made) {
    this.speeches = speeches;
    this.made = made;
    this.lessons = new LessonsByAudience(speeches, made.artefacts);
  }

  seenBy(audience: Audience): Visible {
    return this.compartments().seenBy(audience);
  }

  lessonsFor(visible: Visible): Lessons {
    return this.lessons.of(visible, this.seenBy({ internal: false, hidden: [] }));
  }
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
  /** Passages that came, some of them gone again, and their twins. */
  banded: readonly Banded[];
  twins: readonly Twins[];
}

interface Came {
  speech: Speech;
  /** Number of its first passage. */
  first: number;
  sections: readonly TermCounts[];
}

/** Speeches of an index, and what it answers of these. */
export interface Contents {
  readonly speeches: readonly Speech[];
  readonly places: Places;
  readonly known: Known;
}

/** What an audience may see of an index. */
export interface SeenPart {
  /** The same for audiences that see the same. */
  key: string;
  isAll: boolean;
  contents(): Contents;
}

/** What of the base, and of the speeches that came, an audience may see. */
interface Seen {
  base: Visible;
  came: Visible;
}

const ALL: Visible = { key: '', isAll: true, isKept: () => true };
const EVERYBODY: Seen = { base: ALL, came: ALL };

/**
 * An index and what came and went since it was made. Nothing is changed in place: a change makes another one, and takes time
 * by what comes, hardly by what is there. What is promised of each part stands in docs/design.md.
 */
export class LiveIndex {
  private readonly base: Base;
  private readonly since: Since;
  private readonly compartments = once(() => Compartments.of(this.since.came.map(({ speech }) => speech)));
  /** Of the speeches of the base those that are left, by their positions there. */
  private readonly left: Uint32Array;
  private readonly numbers: PassageNumbers;
  /** Those of the base that are left, then those that came. */
  readonly speeches: readonly Speech[];
  readonly places: Places;
  readonly known: Known;

  private constructor(base: Base, since: Since) {
    const { came, gone } = since;
    this.base = base;
    this.since = since;
    this.left = Uint32Array.from(base.speeches.keys()).filter((position) => !gone.has(position));
    this.speeches = [
      ...base.speeches.filter((_, position) => !gone.has(position)),
      ...came.map(({ speech }) => speech),
    ];
    this.numbers = numbersOf(base, since);
    this.places = new Places(this.speeches, this.numbers);
    this.known = { numbers: this.numbers, terms: since.terms, learned: this.learnedAmong(EVERYBODY, this.numbers) };
  }

  static over(speeches: readonly Speech[], made: Made): LiveIndex {
    const characters = CharacterIndex.build([]);
    const terms = LiveTerms.over(made.frozen);
    const nothing = { gone: new Set<number>(), came: [], characters, banded: [], twins: [] };
    return new LiveIndex(new Base(speeches, made), { terms, ...nothing });
  }

  /** What an audience may see. Masks alone are made for it: what they are laid over is shared. */
  seenBy(audience: Audience): SeenPart {
    const seen = { base: this.base.seenBy(audience), came: this.compartments().seenBy(audience) };
    const isAll = seen.base.isAll && seen.came.isAll;
    return { key: `${seen.base.key} ${seen.came.key}`, isAll, contents: () => (isAll ? this : this.partOf(seen)) };
  }

  private partOf(seen: Seen): Contents {
    const isKept = (position: number): boolean => this.isIn(seen, position);
    const speeches = this.speeches.filter((_, position) => isKept(position));
    const numbers = this.numbers.only(isKept);
    const hidden = this.numbers.passagesOf((position) => !isKept(position));
    return {
      speeches,
      places: this.places.only(speeches, numbers, positionsAmong(this.speeches.length, isKept)),
      known: { numbers, terms: this.since.terms.without(hidden), learned: this.learnedAmong(seen, numbers) },
    };
  }

  /** Whether a speech may be seen. @param position among all that are there */
  private isIn({ base, came }: Seen, position: number): boolean {
    const inBase = this.left[position];
    return inBase === undefined ? came.isKept(position - this.left.length) : base.isKept(inBase);
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
      came: [...since.came.filter(({ speech }) => !ids.has(speech.id)), ...(await this.cameWith(added, breathe))],
      characters: await this.charactersWith(added, ids, breathe),
    };
    const changed = new LiveIndex(base, next);
    return new LiveIndex(base, { ...next, ...(await changed.twinsWith(added, breathe)) });
  }

  private passagesOf(ids: ReadonlySet<string>): Uint32Array {
    return this.numbers.passagesOf((position) => ids.has(this.speeches[position]?.id ?? ''));
  }

  private async cameWith(added: readonly Speech[], breathe: Breathe): Promise<Came[]> {
    const came: Came[] = [];
    let first = this.since.terms.passageCount;
    for (const speech of added) {
      came.push({ speech, first, sections: await countSectionsInSlices(speech, breathe) });
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

  private async twinsWith(added: readonly Speech[], breathe: Breathe): Promise<Pick<Since, 'banded' | 'twins'>> {
    const banded = [...this.since.banded];
    let { twins } = this.since;
    const frozen = this.base.made.artefacts.bands;
    for (let position = this.speeches.length - added.length; position < this.speeches.length; position++) {
      for (const place of this.places.of(position)) {
        const found = twinsOf(place, { frozen, came: banded, places: this.places });
        banded.push(found.banded);
        twins = [...twins, ...found.twins];
        await breathe();
      }
    }
    return { banded, twins };
  }

  private learnedAmong(seen: Seen, numbers: PassageNumbers): Learned {
    const { artefacts } = this.base.made;
    return whenAsked<Learned>({
      families: () => this.familiesAmong(seen, numbers),
      profiles: () =>
        new SectionProfiles({
          base: artefacts.sections,
          kept: this.left.filter((position) => seen.base.isKept(position)),
          came: this.since.came.filter((_, i) => seen.came.isKept(i)).map(({ sections }) => sections),
        }),
      phraseology: () => this.lessonsFor(seen).phraseology,
      collocations: () => this.lessonsFor(seen).collocations,
      characters: () => this.charactersAmong(seen),
    });
  }

  private familiesAmong(seen: Seen, numbers: PassageNumbers): FamilyTable {
    const { families } = this.base.made.artefacts;
    const isUntouched = seen.base.isAll && this.since.gone.size + this.since.came.length === 0;
    if (isUntouched) return families;
    return new FamiliesAmong(families, this.since.twins, {
      isLeft: (passage) => numbers.find(passage) !== undefined,
      textOf: (passage) => {
        const place = this.places.at(passage);
        return place === undefined ? '' : wordsAt(place.speech, place.passage);
      },
    });
  }

  /** What was learned of the base as this audience saw it, without the places in speeches that have gone since. */
  private lessonsFor({ base }: Seen): Lessons {
    const lessons = this.base.lessonsFor(base);
    const { gone } = this.since;
    if (gone.size === 0) return lessons;
    const kept = [...this.base.speeches.keys()].filter((position) => base.isKept(position));
    const numberOf = positionsAmong(kept.length, (position) => !gone.has(kept[position] ?? -1));
    return whenAsked<Lessons>({
      phraseology: () => phraseologyWithout(lessons.phraseology, numberOf),
      collocations: () => lessons.collocations.without(numberOf),
    });
  }

  private charactersAmong(seen: Seen): CharacterIndex {
    if (seen !== EVERYBODY) return this.known.learned.characters.without((position) => !this.isIn(seen, position));
    const { gone, came, characters } = this.since;
    const all = this.base.made.artefacts.characters;
    if (gone.size + came.length === 0) return all;
    return CharacterIndex.joined([all.without((position) => gone.has(position)), characters]);
  }
}

function numbersOf({ made: { numbers } }: Base, { gone, came }: Since): PassageNumbers {
  const left = numbers.only((position) => !gone.has(position));
  return new PassageNumbers(
    Uint32Array.from([...left.firsts, ...came.map(({ first }) => first)]),
    Uint32Array.from([...left.counts, ...came.map(({ speech }) => speech.passages.length)]),
  );
}
