import type { SectionFile, Sections } from './files/index.ts';
import { bandTable, groupsAlike } from './near-duplicates/index.ts';
import { once } from './once.ts';

/** Passages that say nearly the same, by their numbers. */
export interface FamilyTable {
  /** The group that a passage is in, itself too, ascending; `undefined` of one that nothing is like. */
  with(passage: number): Iterable<number> | undefined;
}

/** Two passages that share a band and are alike: see `groupsAlike`. */
export type Twins = readonly [number, number];

/** The groups of all passages of an index, as `groupsAlike` gives them. */
export class Families implements FamilyTable {
  /** Group by group, ascending within each. */
  private readonly members: Uint32Array;
  /** Where each group begins in {@link members}; one more for the end. */
  private readonly starts: Uint32Array;
  private readonly groups = once(() => this.byMember());

  private constructor(members: Uint32Array, starts: Uint32Array) {
    this.members = members;
    this.starts = starts;
  }

  /** @param groups each of at least two, no passage in two of them */
  static of(groups: readonly (readonly number[])[]): Families {
    const starts = new Uint32Array(groups.length + 1);
    for (const [i, { length }] of groups.entries()) starts[i + 1] = (starts[i] ?? 0) + length;
    return new Families(Uint32Array.from(groups.flat()), starts);
  }

  toSections(): Sections {
    return {
      sections: new Map([
        ['members', this.members],
        ['starts', this.starts],
      ]),
    };
  }

  /** Reads what {@link toSections} gave. @throws ZhibiError `index-damaged` */
  static fromSections(file: SectionFile): Families {
    const starts = file.read('starts', [Uint32Array]);
    return new Families(file.read('members', [Uint32Array], starts.at(-1)), starts);
  }

  with(passage: number): Uint32Array | undefined {
    const group = this.groups()[passage] ?? 0;
    return group === 0 ? undefined : this.members.subarray(this.starts[group - 1], this.starts[group]);
  }

  /** By passage, as far as the last that is in a group: the number of its group, counted from 1; 0 where it is in none. */
  private byMember(): Uint32Array {
    const last = this.members.reduce((most, member) => Math.max(most, member), 0);
    const groups = new Uint32Array(last + 1);
    for (let i = 0; i + 1 < this.starts.length; i++) {
      for (const member of this.members.subarray(this.starts[i], this.starts[i + 1])) groups[member] = i + 1;
    }
    return groups;
  }
}

/** Some of the passages of an index, and those that came later. */
export interface Passages {
  isLeft(passage: number): boolean;
  textOf(passage: number): string;
}

/**
 * The groups among some passages, as if there were no others: where passages of a group have left or others have joined it,
 * it is made anew of those that are left, when it is first asked for. A chain whose middle is not there falls apart.
 */
export class FamiliesAmong implements FamilyTable {
  private readonly all: FamilyTable;
  private readonly twins = new Map<number, number[]>();
  private readonly passages: Passages;
  /** By passage, its group among those that are left, of the groups that were made anew. */
  private readonly known = new Map<number, readonly number[] | undefined>();

  /** @param twins of passages that came later */
  constructor(all: FamilyTable, twins: readonly Twins[], passages: Passages) {
    this.all = all;
    this.passages = passages;
    for (const [a, b] of twins) {
      this.twins.set(a, [...(this.twins.get(a) ?? []), b]);
      this.twins.set(b, [...(this.twins.get(b) ?? []), a]);
    }
  }

  with(passage: number): Iterable<number> | undefined {
    if (!this.known.has(passage)) this.makeAround(passage);
    return this.known.get(passage);
  }

  /** Makes the groups of all passages that a chain leads to, over passages that have left too. */
  private makeAround(passage: number): void {
    const reached = this.reachedFrom(passage);
    const left = [...reached].filter((other) => this.passages.isLeft(other)).sort((a, b) => a - b);
    const textAt = (i: number): string => this.passages.textOf(left[i] ?? -1);
    const isWhole = left.length === reached.size && left.every((other) => !this.twins.has(other));
    const groups = isWhole
      ? [left]
      : groupsAlike(bandTable(left.length, textAt), textAt).map((group) => group.map((i) => left[i] ?? -1));
    for (const other of left) this.known.set(other, undefined);
    for (const group of groups) if (group.length > 1) for (const other of group) this.known.set(other, group);
  }

  private reachedFrom(passage: number): Set<number> {
    const reached = new Set([passage]);
    for (const one of reached) {
      for (const other of this.all.with(one) ?? []) reached.add(other);
      for (const other of this.twins.get(one) ?? []) reached.add(other);
    }
    return reached;
  }
}
