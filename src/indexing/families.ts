import type { SectionFile, Sections } from './files/index.ts';
import { once } from './once.ts';

/** Groups of passages that say nearly the same, by their numbers: see `nearDuplicates`. */
export class Families {
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

  /** The group that a passage is in, itself too; `undefined` of one that nothing is like. */
  with(passage: number): Uint32Array | undefined {
    const group = this.groups()[passage] ?? 0;
    return group === 0 ? undefined : this.group(group - 1);
  }

  *[Symbol.iterator](): Generator<Uint32Array> {
    for (let i = 0; i + 1 < this.starts.length; i++) yield this.group(i);
  }

  /** The same among some of the passages. */
  only(isKept: (passage: number) => boolean): Families {
    const left = [...this].map((group) => [...group].filter(isKept));
    return Families.of(left.filter(({ length }) => length > 1));
  }

  /** These groups, those joined that a pair is of; a passage of a pair that is in none is in the group of the other. */
  joinedBy(pairs: Iterable<readonly [number, number]>): Families {
    const groups = new Map<number, number[]>();
    for (const group of this) {
      const members = [...group];
      for (const member of members) groups.set(member, members);
    }
    for (const pair of pairs) {
      const [a, b] = pair.map((member) => groups.get(member) ?? [member]);
      if (a === undefined || b === undefined || a === b) continue;
      const members = [...a, ...b].sort((x, y) => x - y);
      for (const member of members) groups.set(member, members);
    }
    return Families.of([...new Set(groups.values())]);
  }

  private group(i: number): Uint32Array {
    return this.members.subarray(this.starts[i], this.starts[i + 1]);
  }

  /** By passage, as far as the last that is in a group: the number of its group, counted from 1; 0 where it is in none. */
  private byMember(): Uint32Array {
    const last = this.members.reduce((most, member) => Math.max(most, member), 0);
    const groups = new Uint32Array(last + 1);
    for (let i = 0; i + 1 < this.starts.length; i++) for (const member of this.group(i)) groups[member] = i + 1;
    return groups;
  }
}
