import type { Collocation, CollocationTable, Relation, Side } from '../../indexing/index.ts';

/** What words are compared as: verbs by their objects; nouns by their verbs and modifiers. */
export type PartOfSpeech = 'verb' | 'noun';

/** A word that two words both stand with, and where each does. */
export interface SharedCollocate {
  word: string;
  /** With the word that was asked for. */
  own: Collocation;
  /** With the other. */
  other: Collocation;
}

type Aspect = readonly [Relation, Side];

/** What a word can share with another: the partners it has while it stands on this side of this relation. */
const ASPECTS: Readonly<Record<PartOfSpeech, readonly Aspect[]>> = {
  verb: [['verb-object', 'left']],
  noun: [
    ['verb-object', 'right'],
    ['modifier-head', 'right'],
  ],
};

/** Collocates of one word by their keys: position of the aspect, and the word (`0基础`). */
type Vector = ReadonlyMap<string, number>;

const spaces = new WeakMap<CollocationTable, Partial<Record<PartOfSpeech, CollocateSpace>>>();

/** The space of a table's verbs or nouns. Made once. */
export function spaceOf(table: CollocationTable, as: PartOfSpeech): CollocateSpace {
  const made = spaces.get(table) ?? {};
  const space = made[as] ?? new CollocateSpace(table, ASPECTS[as]);
  spaces.set(table, { ...made, [as]: space });
  return space;
}

/** How much two words share. */
export interface Shared {
  /** Collocates that both have. */
  all: number;
  /** Those of the first aspect: of nouns the verbs. */
  first: number;
  /** How often both stand with them: of each collocate the lower number, summed. */
  occurrences: number;
  /** Collocates of the word that has more of them. */
  partners: number;
}

/** Words as vectors of what they stand with, each collocate weighed by the information it carries. */
export class CollocateSpace {
  private readonly table: CollocationTable;
  private readonly aspects: readonly Aspect[];
  private readonly counts: Counts;
  private readonly vectors: ReadonlyMap<string, Vector>;
  private readonly sums = new Map<string, number>();
  private readonly holders = new Map<string, string[]>();

  constructor(table: CollocationTable, aspects: readonly Aspect[]) {
    this.table = table;
    this.aspects = aspects;
    this.counts = countsOf(table, aspects);
    this.vectors = informationOf(this.counts);
    for (const [word, vector] of this.vectors) {
      let sum = 0;
      for (const [key, weight] of vector) {
        sum += weight;
        const holders = this.holders.get(key);
        if (holders === undefined) this.holders.set(key, [word]);
        else holders.push(word);
      }
      this.sums.set(word, sum);
    }
  }

  /** Every word that shares a collocate with this one, with Lin's likeness: see {@link compare}. */
  alike(word: string): Map<string, number> {
    const both = new Map<string, number>();
    for (const [key, weight] of this.vectorOf(word)) {
      for (const other of this.holders.get(key) ?? []) {
        if (other !== word) both.set(other, (both.get(other) ?? 0) + (weight + this.weight(other, key)));
      }
    }
    return new Map([...both].map(([other, sum]) => [other, this.share(sum, word, other)]));
  }

  /**
   * Lin's likeness of two words (1998), 0..1: what the collocates they share tell, over what all of them tell. The same
   * to the last bit in both directions: all vectors have their keys in one order.
   */
  compare(a: string, b: string): number {
    const sum = this.sharedKeys(a, b).reduce((both, key) => both + (this.weight(a, key) + this.weight(b, key)), 0);
    return this.share(sum, a, b);
  }

  /** What two words share, counted. 队伍建设 and 建设 count once: the one is where the other was seen. */
  shared(a: string, b: string): Shared {
    const keys = this.apart(this.sharedKeys(a, b));
    const both = (key: string): number => Math.min(this.countOf(a, key), this.countOf(b, key));
    return {
      all: keys.length,
      first: keys.filter((key) => key.startsWith('0')).length,
      occurrences: keys.reduce((sum, key) => sum + both(key), 0),
      partners: Math.max(this.vectorOf(a).size, this.vectorOf(b).size),
    };
  }

  /** The shared collocates with their places, those that tell most first. */
  evidence(a: string, b: string, most: number): SharedCollocate[] {
    const told = (key: string): number => Math.min(this.weight(a, key), this.weight(b, key));
    return this.apart(this.sharedKeys(a, b))
      .sort((x, y) => told(y) - told(x) || (x < y ? -1 : 1))
      .slice(0, most)
      .flatMap((key) => {
        const own = this.collocation(a, key);
        const other = this.collocation(b, key);
        return own === undefined || other === undefined ? [] : [{ word: key.slice(1), own, other }];
      });
  }

  private share(both: number, a: string, b: string): number {
    const all = (this.sums.get(a) ?? 0) + (this.sums.get(b) ?? 0);
    return all === 0 ? 0 : Math.min(1, both / all);
  }

  private vectorOf(word: string): Vector {
    return this.vectors.get(word) ?? new Map();
  }

  private countOf(word: string, key: string): number {
    return this.counts.get(word)?.get(key) ?? 0;
  }

  private weight(word: string, key: string): number {
    return this.vectorOf(word).get(key) ?? 0;
  }

  private sharedKeys(a: string, b: string): string[] {
    const [small, large] = [this.vectorOf(a), this.vectorOf(b)].sort((x, y) => x.size - y.size);
    return [...(small?.keys() ?? [])].filter((key) => large?.has(key));
  }

  /** Without those that another one ends with. */
  private apart(keys: readonly string[]): string[] {
    return keys.filter((key) => !keys.some((other) => other !== key && other.endsWith(key.slice(1))));
  }

  private collocation(word: string, key: string): Collocation | undefined {
    const [relation, side] = this.aspects[Number(key[0])] ?? this.aspects[0] ?? ['verb-object', 'left'];
    return this.table.pair(relation, side, word, key.slice(1));
  }
}

type Counts = ReadonlyMap<string, ReadonlyMap<string, number>>;

function countsOf(table: CollocationTable, aspects: readonly Aspect[]): Counts {
  const counts = new Map<string, Map<string, number>>();
  for (const [i, [relation, side]] of aspects.entries()) {
    for (const [word, partners] of table.allPartners(relation, side)) {
      const own = counts.get(word) ?? new Map<string, number>();
      for (const [partner, count] of partners) own.set(`${i}${partner}`, count);
      counts.set(word, own);
    }
  }
  return counts;
}

/**
 * Counts to pointwise mutual information in bits, what is negative left out, with the discount of Pantel and Lin (2002,
 * Discovering word senses from text) for what was seen seldom.
 */
function informationOf(counts: Counts): ReadonlyMap<string, Vector> {
  const ofWord = new Map<string, number>();
  const ofKey = new Map<string, number>();
  let all = 0;
  for (const [word, own] of counts) {
    for (const [key, count] of own) {
      ofWord.set(word, (ofWord.get(word) ?? 0) + count);
      ofKey.set(key, (ofKey.get(key) ?? 0) + count);
      all += count;
    }
  }
  const information = (word: string, key: string, count: number): number => {
    const [x, y] = [ofWord.get(word) ?? 1, ofKey.get(key) ?? 1];
    const least = Math.min(x, y);
    return Math.log2((count * all) / (x * y)) * (count / (count + 1)) * (least / (least + 1));
  };
  const vectors = new Map<string, Vector>();
  for (const [word, own] of counts) {
    const weighed = [...own].map(([key, count]) => [key, information(word, key, count)] as const);
    const told = weighed.filter(([, weight]) => weight > 0).sort(([a], [b]) => (a < b ? -1 : 1));
    vectors.set(word, new Map(told));
  }
  return vectors;
}
