/** Numbers joined into groups (disjoint sets, with path halving). */
export class Groups {
  private readonly parents: Uint32Array;

  constructor(size: number) {
    this.parents = Uint32Array.from({ length: size }, (_, i) => i);
  }

  find(i: number): number {
    let at = i;
    for (let parent = this.parents[at]; parent !== undefined && parent !== at; parent = this.parents[at]) {
      this.parents[at] = this.parents[parent] ?? parent;
      at = this.parents[at] ?? at;
    }
    return at;
  }

  join(a: number, b: number): void {
    this.parents[this.find(b)] = this.find(a);
  }

  /** The groups of more than one, each in order. */
  all(): number[][] {
    const sizes = new Uint32Array(this.parents.length);
    for (let i = 0; i < sizes.length; i++) {
      const group = this.find(i);
      sizes[group] = (sizes[group] ?? 0) + 1;
    }
    const members = new Map<number, number[]>();
    for (let i = 0; i < sizes.length; i++) {
      const group = this.find(i);
      if ((sizes[group] ?? 0) < 2) continue;
      const known = members.get(group);
      if (known === undefined) members.set(group, [i]);
      else known.push(i);
    }
    return [...members.values()];
  }
}
