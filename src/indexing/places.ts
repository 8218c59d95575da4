import type { Passage, Speech } from '../speech/index.ts';
import { once } from './once.ts';
import type { PassageNumbers } from './passage-numbers.ts';

/** A passage with the speech it is of. */
export interface Place {
  readonly speech: Speech;
  /** Read when it is first looked at. */
  readonly passage: Passage;
  /** The passage's number in the index. */
  readonly number: number;
}

class NumberedPlace implements Place {
  readonly speech: Speech;
  readonly number: number;
  private readonly nth: number;

  constructor(speech: Speech, number: number, nth: number) {
    this.speech = speech;
    this.number = number;
    this.nth = nth;
  }

  get passage(): Passage {
    const passage = this.speech.passages[this.nth];
    if (passage === undefined) throw new RangeError('a speech has fewer passages than were counted');
    return passage;
  }
}

/** What ends the id of a speech where it begins that of a passage. */
const BEHIND_SPEECH = '-';

/** The passages of an index, by their numbers and ids. */
export class Places {
  private readonly speeches: readonly Speech[];
  private readonly numbers: PassageNumbers;
  /** The position of the speech with an id; -1 where there is none. */
  private readonly positionWith: (id: string) => number;

  /** @param positionWith where it is known already */
  constructor(speeches: readonly Speech[], numbers: PassageNumbers, positionWith?: (id: string) => number) {
    this.speeches = speeches;
    this.numbers = numbers;
    const byId = once(() => new Map(speeches.map(({ id }, position) => [id, position])));
    this.positionWith = positionWith ?? ((id) => byId().get(id) ?? -1);
  }

  /**
   * Those of some of the speeches.
   *
   * @param speeches these, in their order
   * @param numbers of these
   * @param positionOf the new position of a speech; -1 of one that is not among them
   */
  only(speeches: readonly Speech[], numbers: PassageNumbers, positionOf: (speech: number) => number): Places {
    return new Places(speeches, numbers, (id) => {
      const position = this.positionWith(id);
      return position === -1 ? -1 : positionOf(position);
    });
  }

  /** The passage of a number; `undefined` where it is nobody's. */
  at(number: number): Place | undefined {
    const found = this.numbers.find(number);
    const speech = this.speeches[found?.speech ?? -1];
    return found === undefined || speech === undefined ? undefined : new NumberedPlace(speech, number, found.nth);
  }

  /** The passage with this id, which is its speech's or begins with it. */
  with(passage: string): Place | undefined {
    const end = passage.lastIndexOf(BEHIND_SPEECH);
    const named = this.positionWith(passage.slice(0, Math.max(0, end)));
    const at = named === -1 ? this.positionWith(passage) : named;
    const nth = this.speeches[at]?.passages.findIndex(({ id }) => id === passage) ?? -1;
    return nth === -1 ? undefined : this.at((this.numbers.firsts[at] ?? 0) + nth);
  }

  /** The passages of the speech at a position. */
  of(position: number): Place[] {
    const speech = this.speeches[position];
    const first = this.numbers.firsts[position] ?? 0;
    const count = this.numbers.counts[position] ?? 0;
    if (speech === undefined) return [];
    return Array.from({ length: count }, (_, nth) => new NumberedPlace(speech, first + nth, nth));
  }

  /** The position of a speech; -1 of one that is not there. */
  positionOf({ id }: Speech): number {
    return this.positionWith(id);
  }

  /** How many passages the speech of a place has, without reading it. */
  countAround({ number }: Place): number {
    return this.numbers.counts[this.numbers.find(number)?.speech ?? -1] ?? 0;
  }

  speechWith(id: string): Speech | undefined {
    return this.speeches[this.positionWith(id)];
  }

  /** The numbers of some speeches' passages, ascending; of those passages that `holds`, if that is given. */
  numbersOf(passes: (speech: Speech) => boolean, holds?: (speech: Speech, passage: Passage) => boolean): Uint32Array {
    const found = new Uint32Array(this.numbers.total);
    let count = 0;
    for (const [position, speech] of this.speeches.entries()) {
      if (!passes(speech)) continue;
      const first = this.numbers.firsts[position] ?? 0;
      const end = first + (this.numbers.counts[position] ?? 0);
      for (let number = first; number < end; number++) {
        const passage = holds === undefined ? undefined : speech.passages[number - first];
        if (passage === undefined || holds?.(speech, passage) === true) found[count++] = number;
      }
    }
    return found.subarray(0, count);
  }
}
