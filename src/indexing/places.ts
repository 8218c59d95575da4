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
  private readonly byId = once(() => new Map(this.speeches.map(({ id }, at) => [id, at])));
  private readonly bySpeech = once(() => new Map(this.speeches.map((speech, at) => [speech, at])));

  constructor(speeches: readonly Speech[], numbers: PassageNumbers) {
    this.speeches = speeches;
    this.numbers = numbers;
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
    const at = this.byId().get(passage.slice(0, Math.max(0, end))) ?? this.byId().get(passage);
    const nth = this.speeches[at ?? -1]?.passages.findIndex(({ id }) => id === passage) ?? -1;
    return at === undefined || nth === -1 ? undefined : this.at((this.numbers.firsts[at] ?? 0) + nth);
  }

  /** The passages of the speech at a position. */
  of(position: number): Place[] {
    const speech = this.speeches[position];
    const first = this.numbers.firsts[position] ?? 0;
    const count = this.numbers.counts[position] ?? 0;
    if (speech === undefined) return [];
    return Array.from({ length: count }, (_, nth) => new NumberedPlace(speech, first + nth, nth));
  }

  /** How many passages a speech has, without reading it. */
  countOf(speech: Speech): number {
    return this.numbers.counts[this.bySpeech().get(speech) ?? -1] ?? 0;
  }

  speechWith(id: string): Speech | undefined {
    return this.speeches[this.byId().get(id) ?? -1];
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
