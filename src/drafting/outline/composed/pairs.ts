import type { Role } from '../../../speech/index.ts';
import type { Virtues } from '../../weights.ts';
import type { Candidate, Candidates } from './candidates.ts';
import { type Form, formLikeness, formOf } from './form.ts';

/** A speech does each of these once: two reviews of two speeches are one review too many. */
const ONCE: ReadonlySet<Role | null> = new Set([
  'opening',
  'review',
  'problems',
  'situation',
  'requirement',
  'safeguards',
  'call',
]);

/** What candidates are worth side by side. */
export interface Pairs {
  /** The mean over all pairs of `rest` and `other` together. */
  mean(rest: readonly number[], other: number): number;
}

/** Form and redundancy of pairs of candidates, each worked out when the two are first set side by side. */
export function pairsOf({ all, likeness }: Candidates, virtues: Virtues): Pairs {
  const known = new Map<number, number>();
  const forms = all.map(({ section }) => formOf(section.heading));
  const worth = (a: number, b: number): number => {
    const key = Math.min(a, b) * all.length + Math.max(a, b);
    const found = known.get(key) ?? worthOfPair([all[a], all[b]], [forms[a], forms[b]], likeness[a]?.[b] ?? 0, virtues);
    known.set(key, found);
    return found;
  };
  let lastRest: readonly number[] | undefined;
  let restWorth = 0;
  return {
    mean(rest, other) {
      if (rest !== lastRest) {
        lastRest = rest;
        restWorth = 0;
        for (const [i, a] of rest.entries()) for (const b of rest.slice(i + 1)) restWorth += worth(a, b);
      }
      const sum = rest.reduce((total, a) => total + worth(a, other), restWorth);
      const pairs = (rest.length * (rest.length + 1)) / 2;
      return pairs === 0 ? virtues.form : sum / pairs;
    },
  };
}

function worthOfPair(
  [a, b]: readonly (Candidate | undefined)[],
  [formA, formB]: readonly (Form | undefined)[],
  alike: number,
  virtues: Virtues,
): number {
  if (a === undefined || b === undefined || formA === undefined || formB === undefined) return 0;
  // Their author set siblings side by side: they match, and say different things.
  if (a.from === b.from) return virtues.form;
  const isTwice = a.section.role === b.section.role && ONCE.has(a.section.role);
  return virtues.form * formLikeness(formA, formB) - virtues.redundancy * (isTwice ? 1 : alike);
}
