import type { Role } from '../../../speech/index.ts';
import type { Virtues } from '../../weights.ts';
import type { Candidates } from './candidates.ts';
import { type Pairs, pairsOf } from './pairs.ts';

/** Rounds of exchanging one section for a better one. It ends long before. */
const MOST_ROUNDS = 24;
/** Skeletons of so many of the nearest speeches are begun with. */
const BEGINNINGS = 4;

/**
 * The sections, by their place among the candidates, that together make the best skeleton of `size` sections.
 *
 * What is sought is that the sections of the nearby speeches find themselves in it (facility location, as Lin and Bilmes
 * 2011 summarise documents), with the other virtues beside it. It is searched from several beginnings, the own skeletons
 * of the nearest speeches, by exchanging one section for another as long as that makes it better; so a whole set of
 * siblings stays whole unless a mixture is really better.
 */
export function choose(candidates: Candidates, size: number, spine: ReadonlySet<Role>, virtues: Virtues): number[] {
  const scale = new Scale(candidates, spine, virtues);
  const count = Math.min(size, candidates.all.length);
  const beginnings = beginningsOf(candidates, count);
  const best = bestOf(beginnings.map((beginning) => improve(beginning, scale)));
  const whole = bestOf(
    beginnings
      .filter((chosen) => isWholeSet(candidates, chosen) && isOnTopic(candidates, chosen))
      .map((chosen) => ({ chosen, worth: scale.worthOf(chosen) })),
  );
  return whole.worth >= WHOLE * best.worth ? whole.chosen : best.chosen;
}

/** A whole set of siblings that is worth this share of the best mixture is given instead: they were made to match. */
const WHOLE = 0.85;

interface Choice {
  chosen: number[];
  worth: number;
}

const bestOf = (choices: readonly Choice[]): Choice =>
  choices.reduce((best, other) => (other.worth > best.worth ? other : best), { chosen: [], worth: 0 });

/** A speech is wholly about the topic, all of which its title or headings name, from here on. 0..1. */
export const ON_TOPIC = 0.95;

/** Of more speeches than this on the topic, none is the one. */
const FEW = 2;

function isOnTopic({ all }: Candidates, [first = -1]: readonly number[]): boolean {
  const on = new Set(all.map(({ from }) => from).filter(({ covered }) => covered >= ON_TOPIC));
  const own = all[first]?.from;
  return own !== undefined && on.has(own) && on.size <= FEW;
}

/** Whether the chosen are all main sections of one speech, none left out. */
function isWholeSet({ all }: Candidates, chosen: readonly number[]): boolean {
  const from = all[chosen[0] ?? -1]?.from;
  return (
    chosen.every((c) => all[c]?.from === from) && all.filter((other) => other.from === from).length === chosen.length
  );
}

function improve(beginning: number[], scale: Scale): Choice {
  let best = { chosen: beginning, worth: scale.worthOf(beginning) };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const better = scale.bestExchange(best.chosen);
    if (better.worth <= best.worth + 1e-9) break;
    best = better;
  }
  return best;
}

/** The sections of each of the nearest speeches, filled up with those of the others. */
function beginningsOf({ all }: Candidates, size: number): number[][] {
  const speeches = [...new Set(all.map(({ from }) => from))].slice(0, BEGINNINGS);
  const numbers = [...all.keys()];
  return speeches.map((speech) => {
    const own = numbers.filter((i) => all[i]?.from === speech);
    return [...own, ...numbers.filter((i) => all[i]?.from !== speech)].slice(0, size);
  });
}

/** What a choice of candidates is worth. */
class Scale {
  private readonly candidates: Candidates;
  private readonly spine: ReadonlySet<Role>;
  private readonly virtues: Virtues;
  private readonly pairs: Pairs;
  /** Weights of the candidates, summing to 1. */
  private readonly weights: Float32Array;

  constructor(candidates: Candidates, spine: ReadonlySet<Role>, virtues: Virtues) {
    this.candidates = candidates;
    this.spine = spine;
    this.virtues = virtues;
    this.pairs = pairsOf(candidates, virtues);
    const whole = candidates.all.reduce((sum, { weight }) => sum + weight, 0) || 1;
    this.weights = Float32Array.from(candidates.all, ({ weight }) => weight / whole);
  }

  worthOf(chosen: readonly number[]): number {
    const [first, ...others] = chosen;
    return first === undefined ? 0 : this.worthWith(others, this.reachOf(others), first);
  }

  /** The best that one section exchanged for another makes of a choice. */
  bestExchange(chosen: readonly number[]): Choice {
    let best = { chosen: [...chosen], worth: Number.NEGATIVE_INFINITY };
    for (const i of chosen.keys()) {
      const rest = chosen.filter((_, j) => j !== i);
      const reach = this.reachOf(rest);
      for (const other of this.candidates.all.keys()) {
        if (chosen.includes(other)) continue;
        const worth = this.worthWith(rest, reach, other);
        if (worth > best.worth) best = { chosen: chosen.with(i, other), worth };
      }
    }
    return best;
  }

  /** How far each candidate is stood for by the chosen ones, 0..1. */
  private reachOf(chosen: readonly number[]): Float32Array {
    const reach = new Float32Array(this.weights.length);
    for (const c of chosen) {
      for (const [x, likeness] of (this.candidates.likeness[c] ?? []).entries()) {
        if (likeness > (reach[x] ?? 0)) reach[x] = likeness;
      }
    }
    return reach;
  }

  private worthWith(rest: readonly number[], reach: Float32Array, other: number): number {
    const { coverage, answers, fit, spine } = this.virtues;
    const likeness = this.candidates.likeness[other] ?? reach;
    let covered = 0;
    for (let x = 0; x < reach.length; x++) {
      covered += (this.weights[x] ?? 0) * Math.max(reach[x] ?? 0, likeness[x] ?? 0);
    }
    const all = [...rest, other].map((c) => this.candidates.all[c]).filter((candidate) => candidate !== undefined);
    const each = all.reduce((sum, candidate) => sum + answers * candidate.answers + fit * candidate.from.fit, 0);
    const roles = new Set(all.map(({ section }) => section.role));
    const held = [...this.spine].filter((role) => roles.has(role)).length;
    const spineShare = this.spine.size === 0 ? 0 : held / this.spine.size;
    return coverage * covered + each / all.length + spine * spineShare + this.pairs.mean(rest, other);
  }
}
