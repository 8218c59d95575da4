import { type Audience, type Guarded, strictest, visibleTo } from '../speech/index.ts';

/** Which of some speeches an audience may see. */
export interface Visible {
  /** The same for audiences that see the same. */
  key: string;
  /** Whether that is all of them. */
  isAll: boolean;
  /** @param position of a speech in their list */
  isKept(position: number): boolean;
}

/**
 * Speeches by what decides who may see them: those that lie in one folder and are all internal, or all not, are visible
 * together or not at all. An audience is asked about each compartment once, however many speeches there are.
 */
export class Compartments {
  /** By speech, the number of its compartment. */
  private readonly byPosition: Uint32Array;
  /** One speech of each. */
  private readonly examples: readonly Guarded[];

  private constructor(byPosition: Uint32Array, examples: readonly Guarded[]) {
    this.byPosition = byPosition;
    this.examples = examples;
  }

  static of(speeches: readonly Guarded[]): Compartments {
    const byPosition = new Uint32Array(speeches.length);
    const examples: Guarded[] = [];
    const numbers = [new Map<string, number>(), new Map<string, number>()] as const;
    for (const [position, speech] of speeches.entries()) {
      const ofClass = numbers[strictest(speech.rights) === 'internal' ? 1 : 0];
      const folder = speech.file.slice(0, speech.file.lastIndexOf('/') + 1);
      const number = ofClass.get(folder) ?? examples.push(speech) - 1;
      ofClass.set(folder, number);
      byPosition[position] = number;
    }
    return new Compartments(byPosition, examples);
  }

  seenBy(audience: Audience): Visible {
    const visible = this.examples.map(visibleTo(audience));
    const { byPosition } = this;
    return {
      key: visible.map(Number).join(''),
      isAll: visible.every((isVisible) => isVisible),
      isKept: (position) => visible[byPosition[position] ?? -1] === true,
    };
  }
}
