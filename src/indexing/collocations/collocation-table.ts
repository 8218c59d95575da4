import type { Span } from '../../speech/index.ts';
import type { Collocations } from './collocations.ts';
import type { Relation } from './pairs-in-clause.ts';
import { countWithout, type NumberOf, rowWithout } from './without.ts';
import type { WordClass } from './word-classes.ts';

/** Where a collocation stands: from the beginning of its one word to the end of its other, in the speech's text. */
export interface CollocationPlace extends Span {
  /** Position of the speech in the list that the collocations were learned from. */
  speech: number;
}

/** Two words that the corpus puts together. */
export interface Collocation {
  relation: Relation;
  /** The verb; the modifier. */
  left: string;
  /** The object's head; the head. */
  right: string;
  /** How often, and in how many speeches. */
  count: number;
  speeches: number;
  /** logDice: 14 where the two never stand apart; see `logDice`. */
  score: number;
  /** In order; of very frequent pairs a part. */
  places: CollocationPlace[];
}

/** Which of the two words of a pair. */
export type Side = 'left' | 'right';

/** What is asked of, beside what was learned. */
interface Tables {
  ids: ReadonlyMap<string, number>;
  byWord: Readonly<Record<Relation, Record<Side, readonly number[][]>>>;
  /** Of whose places some are left out; `null` where none are. */
  numberOf: NumberOf | null;
}

const tablesOf = ({ words, verbObject, modifierHead }: Collocations): Tables => ({
  ids: new Map(words.map((word, id) => [word, id])),
  byWord: {
    'verb-object': bothSides(verbObject, words.length),
    'modifier-head': bothSides(modifierHead, words.length),
  },
  numberOf: null,
});

/** Collocations that can be asked by word. */
export class CollocationTable {
  /** All of it, of speeches that are left out too. */
  readonly learned: Collocations;
  private readonly tables: Tables;

  constructor(learned: Collocations, tables: Tables = tablesOf(learned)) {
    this.learned = learned;
    this.tables = tables;
  }

  /**
   * All that was learned without the places in some speeches; pairs with no place left are gone. It is made in no time: what
   * is left of a pair is told when it is asked for. LogDice and the classes of words stay those of all speeches.
   */
  without(numberOf: NumberOf): CollocationTable {
    return new CollocationTable(this.learned, { ...this.tables, numberOf });
  }

  /** The word's class; `undefined` where the corpus puts it with no other word. */
  classOf(word: string): WordClass | undefined {
    const id = this.tables.ids.get(word);
    return id === undefined ? undefined : (this.learned.classes[id] as WordClass | undefined);
  }

  /** Words that hold these characters. */
  wordsWith(characters: string): string[] {
    return this.learned.words.filter((word) => word.includes(characters));
  }

  /** The pairs that have a word on one side, in the order of their other word. */
  pairs(relation: Relation, side: Side, word: string): Collocation[] {
    return this.rowsOf(relation, side, word).map((row) => this.read(relation, row));
  }

  /** The pair of a word on one side and another on the other. */
  pair(relation: Relation, side: Side, word: string, partner: string): Collocation | undefined {
    const [own, other] = side === 'left' ? [0, 1] : [1, 0];
    const ids = [this.tables.ids.get(word), this.tables.ids.get(partner)];
    const row = this.rowsOf(relation, side, word).find((found) => found[own] === ids[0] && found[other] === ids[1]);
    return row === undefined ? undefined : this.read(relation, row);
  }

  /** How often each word stands on the other side of pairs with this one. Cheaper than {@link pairs}. */
  partners(relation: Relation, side: Side, word: string): Map<string, number> {
    const other = side === 'left' ? 1 : 0;
    const { numberOf } = this.tables;
    const partners = new Map<string, number>();
    for (const row of this.allRowsOf(relation, side, word)) {
      const count = numberOf === null ? (row[2] ?? 0) : countWithout(row, numberOf);
      if (count > 0) partners.set(this.learned.words[row[other] ?? -1] ?? '', count);
    }
    return partners;
  }

  /** {@link partners} of every word that has any. */
  *allPartners(relation: Relation, side: Side): Generator<[string, Map<string, number>]> {
    for (const word of this.learned.words) {
      const partners = this.partners(relation, side, word);
      if (partners.size > 0) yield [word, partners];
    }
  }

  private rowsOf(relation: Relation, side: Side, word: string): readonly (readonly number[])[] {
    const { numberOf } = this.tables;
    const rows = this.allRowsOf(relation, side, word);
    return numberOf === null ? rows : rows.flatMap((row) => rowWithout(row, numberOf));
  }

  private allRowsOf(relation: Relation, side: Side, word: string): readonly (readonly number[])[] {
    const { verbObject, modifierHead } = this.learned;
    const all = relation === 'verb-object' ? verbObject : modifierHead;
    const { byWord, ids } = this.tables;
    return (byWord[relation][side][ids.get(word) ?? -1] ?? []).map((row) => all[row] ?? []);
  }

  private read(relation: Relation, row: readonly number[]): Collocation {
    const [left = 0, right = 0, count = 0, speeches = 0, score = 0, ...rest] = row;
    const places: CollocationPlace[] = [];
    for (let i = 0; i + 2 < rest.length; i += 3) {
      const [speech = 0, start = 0, length = 0] = rest.slice(i, i + 3);
      places.push({ speech, start, end: start + length });
    }
    return {
      relation,
      left: this.learned.words[left] ?? '',
      right: this.learned.words[right] ?? '',
      count,
      speeches,
      score,
      places,
    };
  }
}

/** For each word the positions of the rows that have it on the left, and on the right. */
function bothSides(rows: readonly (readonly number[])[], size: number): Record<Side, number[][]> {
  const sides = {
    left: Array.from({ length: size }, (): number[] => []),
    right: Array.from({ length: size }, (): number[] => []),
  };
  for (const [i, [left = 0, right = 0]] of rows.entries()) {
    sides.left[left]?.push(i);
    sides.right[right]?.push(i);
  }
  return sides;
}
