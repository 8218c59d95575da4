import type { Collocations } from './collocations.ts';
import { type Compounds, compoundsOf } from './compounds.ts';
import { type CutSpeeches, cutSpeeches, type Spoken } from './cut-speeches.ts';
import { FoundPairs } from './found-pairs.ts';
import { NEGATIONS, pairsIn, type WordPair } from './pairs-in-clause.ts';
import { classify, type WordClass } from './word-classes.ts';

/** A corpus of fewer words is small: what it says once is kept too. 100,000 words are some 80 speeches. */
const SMALL = 100_000;
/** A verb that governs no more often is kept with all its objects: near-synonyms are few and rare (夯实, 筑牢, 铸牢). */
const RARE = 40;

/**
 * Learns which words the speeches put together: plain data, kept in the index. Loads jieba's dictionary. The same
 * speeches give the same result.
 */
export function learnCollocations(speeches: readonly Spoken[]): Collocations {
  const cut = cutSpeeches(speeches);
  const classes = classify(cut.words, cut.stretches);
  const isSmall = cut.stretches.reduce((sum, { words }) => sum + words.length, 0) < SMALL;
  const compounds = compoundsOf(cut, classes, isSmall ? 2 : 4);
  const { verbObject, modifierHead, negated } = gather(cut, classes, compounds);
  const words = [...cut.words, ...compounds.words, ...negated];
  const size = words.length;
  const fewest = isSmall ? 1 : 2;
  return renumber({
    words,
    classes: [...classes, ...compounds.words.map((): WordClass => 'n'), ...negated.map((): WordClass => 'v')],
    verbObject: verbObject.rows({ size, fewest, rare: RARE }, cut.stretches),
    modifierHead: modifierHead.rows({ size, fewest, rare: 0 }, cut.stretches),
  });
}

interface Found {
  verbObject: FoundPairs;
  modifierHead: FoundPairs;
  /** Verbs with their negation (不听), numbered behind words and compounds. */
  negated: string[];
}

/** A pair in the stretch that it was found in. */
interface Placed {
  pair: WordPair;
  stretch: number;
}

/** Reads every stretch; what may be read in two ways waits until all that is plain is counted. */
function gather(cut: CutSpeeches, classes: readonly WordClass[], compounds: Compounds): Found {
  const found: Found = { verbObject: new FoundPairs(), modifierHead: new FoundPairs(), negated: [] };
  const ambiguous: Placed[] = [];
  const placer = new Placer(cut, compounds, found);
  for (const [stretch, { words }] of cut.stretches.entries()) {
    placer.enter(stretch);
    for (const pair of pairsIn(words.length, (at) => classes[words[at] ?? -1] ?? 'x')) {
      if (pair.nearer === undefined) placer.add(pair);
      else ambiguous.push({ pair, stretch });
    }
  }
  const plain = found.verbObject.counts(cut.words.length);
  for (const { pair, stretch } of ambiguous) {
    const { words } = cut.stretches[stretch] ?? { words: new Uint32Array() };
    const countOf = (object: number): number => plain(words[pair.left] ?? -1, words[object] ?? -1);
    const nearer = pair.nearer ?? pair.right;
    placer.enter(stretch);
    placer.add({ ...pair, right: countOf(nearer) > countOf(pair.right) ? nearer : pair.right });
  }
  return found;
}

/** Puts pairs into their columns, with the offsets of the stretch that was entered last. */
class Placer {
  private readonly lengths: readonly number[];
  private readonly cut: CutSpeeches;
  private readonly compounds: Compounds;
  private readonly found: Found;
  private readonly negated = new Map<string, number>();
  private stretch = -1;
  private words: Uint32Array = new Uint32Array();
  private starts: Uint32Array = new Uint32Array();

  constructor(cut: CutSpeeches, compounds: Compounds, found: Found) {
    this.lengths = cut.words.map((word) => word.length);
    this.cut = cut;
    this.compounds = compounds;
    this.found = found;
  }

  enter(stretch: number): void {
    if (stretch === this.stretch) return;
    this.stretch = stretch;
    this.words = this.cut.stretches[stretch]?.words ?? new Uint32Array();
    this.starts = startsOf(this.words, this.lengths);
  }

  add({ relation, left, right }: WordPair): void {
    const object = this.words[right] ?? 0;
    if (relation === 'modifier-head') {
      this.put(this.found.modifierHead, [this.words[left] ?? 0, object], left, right);
      return;
    }
    const [verb, from] = this.verbAt(left);
    this.put(this.found.verbObject, [verb, object], Math.min(from, right), Math.max(left, right));
    // 加强 队伍 建设 is 加强 建设 and, where 队伍建设 is one thing, 加强 队伍建设.
    const compound = right - 1 === left ? undefined : this.compounds.idOf(this.words[right - 1] ?? -1, object);
    if (compound === undefined) return;
    this.put(this.found.verbObject, [verb, compound], Math.min(from, right - 1), Math.max(left, right));
  }

  /** The verb at a place, and where it begins: whoever said 不听汇报 has not said 听汇报. */
  private verbAt(place: number): [number, number] {
    const verb = this.words[place] ?? 0;
    const before = this.cut.words[this.words[place - 1] ?? -1] ?? '';
    if (!NEGATIONS.has(before)) return [verb, place];
    const text = `${before}${this.cut.words[verb]}`;
    const id = this.negated.get(text) ?? this.cut.words.length + this.compounds.words.length + this.negated.size;
    if (!this.negated.has(text)) this.found.negated.push(text);
    this.negated.set(text, id);
    return [id, place - 1];
  }

  private put(pairs: FoundPairs, [left, right]: [number, number], from: number, to: number): void {
    const [start, end] = [this.starts[from] ?? 0, this.starts[to + 1] ?? 0];
    pairs.add({ left, right, stretch: this.stretch, start, end });
  }
}

/** Where each word begins in its stretch; one more for the end. */
function startsOf(ids: Uint32Array, lengths: readonly number[]): Uint32Array {
  const starts = new Uint32Array(ids.length + 1);
  for (let i = 0; i < ids.length; i++) starts[i + 1] = (starts[i] ?? 0) + (lengths[ids[i] ?? -1] ?? 0);
  return starts;
}

interface Learned {
  words: readonly string[];
  classes: readonly WordClass[];
  verbObject: number[][];
  modifierHead: number[][];
}

/** Keeps the words that some pair has, in the order of their characters. */
function renumber({ words, classes, verbObject, modifierHead }: Learned): Collocations {
  const used = new Set([...verbObject, ...modifierHead].flatMap(([left = 0, right = 0]) => [left, right]));
  const kept = [...used].sort((a, b) => compare(words[a] ?? '', words[b] ?? ''));
  const positions = new Map(kept.map((id, position) => [id, position]));
  const moved = (rows: number[][]): number[][] =>
    rows
      .map(([left = 0, right = 0, ...rest]) => [positions.get(left) ?? 0, positions.get(right) ?? 0, ...rest])
      .sort(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d);
  return {
    words: kept.map((id) => words[id] ?? ''),
    classes: kept.map((id) => classes[id] ?? 'x').join(''),
    verbObject: moved(verbObject),
    modifierHead: moved(modifierHead),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
