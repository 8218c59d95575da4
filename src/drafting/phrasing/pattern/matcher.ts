import type { CharacterIndex } from '../../../indexing/index.ts';
import type { Span } from '../../../speech/index.ts';
import { type Element, isOpen, LONGEST_RUN, type Part } from './pattern.ts';

/** From this many runs on, ways that failed are remembered, so that no way is tried twice. */
const MANY_RUNS = 3;
/** So many ways are remembered at once; what is forgotten is tried again, which the effort bounds. */
const MOST_REMEMBERED = 2 ** 18;
/** Alternatives that are compared in one step. */
const WORDS_A_STEP = 4;
/** Orders of the members of one element, as bits. */
const MASKS = 32;

type Members = readonly (readonly string[])[];

/** How far an element has come: where it began, and where it goes on. */
interface Progress {
  start: number;
  at: number;
}

/** Counts what a search does, so that it can be given up: the same patterns are, wherever and whenever they are asked. */
export class Effort {
  private left: number;

  constructor(most: number) {
    this.left = most;
  }

  get isSpent(): boolean {
    return this.left <= 0;
  }

  spend(steps: number): void {
    this.left -= steps;
  }
}

/** Matches one part of a pattern at given places: see {@link Pattern} for which match it is. */
export class Matcher {
  private readonly index: CharacterIndex;
  private readonly text: string;
  private readonly part: Part;
  private readonly effort: Effort;
  /** Where the open elements of the last match stand, by their number in the part. */
  private readonly taken: (Span | undefined)[];
  /** What trying each element at a place counts for. */
  private readonly steps: readonly number[];
  private readonly failed: Set<number> | null;

  constructor(index: CharacterIndex, part: Part, effort: Effort) {
    this.index = index;
    this.text = index.text;
    this.part = part;
    this.effort = effort;
    this.taken = part.map(() => undefined);
    this.steps = part.map((element) => 1 + Math.floor(wordsIn(element) / WORDS_A_STEP));
    const runs = part.map((element) =>
      element.kind === 'all' ? element.members.length : Number(element.kind === 'run'),
    );
    this.failed = runs.reduce((sum, count) => sum + count, 0) >= MANY_RUNS ? new Set() : null;
  }

  /** Where the match ends that begins at `start`; -1 where none does. */
  matchAt(start: number): number {
    return this.from(0, start);
  }

  /** What wildcards and alternatives took in the last match. */
  get fillings(): Span[] {
    return this.part.flatMap((element, k) => (isOpen(element) ? [this.taken[k] ?? { start: 0, end: 0 }] : []));
  }

  /** Forgets the ways that failed: of use where the next places are far from the last. */
  forget(): void {
    this.failed?.clear();
  }

  /** Matches the elements from number `k` on at a place. */
  private from(k: number, place: number): number {
    const element = this.part[k];
    if (element === undefined) return place;
    this.effort.spend(this.steps[k] ?? 1);
    if (this.failed === null) return this.tryElement(element, k, place);
    const way = this.wayOf(k, 0, place);
    if (this.effort.isSpent || this.failed.has(way)) return -1;
    const end = this.tryElement(element, k, place);
    if (end === -1) this.remember(way);
    return end;
  }

  private remember(way: number): void {
    if (this.failed === null) return;
    if (this.failed.size >= MOST_REMEMBERED) this.failed.clear();
    this.failed.add(way);
  }

  private wayOf(k: number, mask: number, place: number): number {
    return (place * this.part.length + k) * MASKS + mask;
  }

  private tryElement(element: Element, k: number, place: number): number {
    switch (element.kind) {
      case 'words':
        for (const word of element.words) {
          if (!this.hasWord(word, place)) continue;
          const end = this.onward(k, place, place + word.length);
          if (end !== -1) return end;
        }
        return -1;
      case 'characters': {
        const behind = this.behindCharacters(place, element.count);
        return behind === -1 ? -1 : this.onward(k, place, behind);
      }
      case 'run':
        return k === this.part.length - 1 ? this.wholeRun(k, place) : this.shortestRun(k, place);
      case 'all':
        return this.allFrom(element.members, 0, k, { start: place, at: place });
    }
  }

  /** Goes on behind element `k`, which took what is between two places, and notes that if it leads to a match. */
  private onward(k: number, start: number, behind: number): number {
    const end = this.from(k + 1, behind);
    if (end !== -1) this.taken[k] = { start, end: behind };
    return end;
  }

  private shortestRun(k: number, place: number): number {
    for (let at = place; at !== -1; at = this.stepInClause(at, place)) {
      const end = this.onward(k, place, at);
      if (end !== -1) return end;
    }
    return -1;
  }

  private wholeRun(k: number, place: number): number {
    let behind = place;
    for (let at = place; at !== -1; at = this.stepInClause(at, place)) behind = at;
    return this.onward(k, place, behind);
  }

  /** The place behind a character that a run from `start` may take; -1 where it may not. */
  private stepInClause(at: number, start: number): number {
    if (!this.index.isInClause(at)) return -1;
    const next = at + this.widthAt(at);
    return next - start > LONGEST_RUN ? -1 : next;
  }

  /** The members that `mask` has no bit for, in any order; with a run before each but the first. */
  private allFrom(members: Members, mask: number, k: number, place: Progress): number {
    if (mask === 2 ** members.length - 1) return this.onward(k, place.start, place.at);
    const way = this.wayOf(k, mask, place.at);
    if (this.effort.isSpent || this.failed?.has(way)) return -1;
    for (let at = place.at; at !== -1; at = mask === 0 ? -1 : this.stepInClause(at, place.at)) {
      const end = this.memberAt(members, mask, k, { start: place.start, at });
      if (end !== -1) return end;
    }
    this.remember(way);
    return -1;
  }

  private memberAt(members: Members, mask: number, k: number, { start, at }: Progress): number {
    this.effort.spend(this.steps[k] ?? 1);
    for (let i = 0; i < members.length; i++) {
      if ((mask & (1 << i)) !== 0) continue;
      for (const word of members[i] ?? []) {
        if (!this.hasWord(word, at)) continue;
        const end = this.allFrom(members, mask | (1 << i), k, { start, at: at + word.length });
        if (end !== -1) return end;
      }
    }
    return -1;
  }

  private hasWord(word: string, place: number): boolean {
    return this.text.charCodeAt(place) === word.charCodeAt(0) && this.text.startsWith(word, place);
  }

  private behindCharacters(place: number, count: number): number {
    let at = place;
    for (let i = 0; i < count; i++) {
      const code = this.text.codePointAt(at);
      if (code === undefined || !isCharacter(code)) return -1;
      at += code > 0xffff ? 2 : 1;
    }
    return at;
  }

  private widthAt(place: number): number {
    return (this.text.codePointAt(place) ?? 0) > 0xffff ? 2 : 1;
  }
}

function wordsIn(element: Element): number {
  if (element.kind === 'words') return element.words.length;
  return element.kind === 'all' ? element.members.flat().length : 0;
}

const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;

/** What `?` stands for: no punctuation, no blank, nothing that is no character. */
const isCharacter = (code: number): boolean =>
  isHan(code) || /[\p{L}\p{M}\p{N}\p{S}]/u.test(String.fromCodePoint(code));

/** What wildcards and alternatives take in the match of a part that begins at a place. */
export function takenBy(index: CharacterIndex, part: Part, start: number): Span[] {
  const matcher = new Matcher(index, part, new Effort(Number.POSITIVE_INFINITY));
  return matcher.matchAt(start) === -1 ? [] : matcher.fillings;
}
