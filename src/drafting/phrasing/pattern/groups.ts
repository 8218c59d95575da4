import type { Span } from '../../../speech/index.ts';

/** A match in the normalised text. */
export interface Match extends Span {
  /** What is shown of it: the match of each part, or the clause that it stands in. */
  shown: readonly Span[];
}

/** Matches that say the same, heard in the order of the text. */
export class Group {
  /** What they say, normalised. */
  readonly key: string;
  /** The first ones. */
  readonly examples: [Match, ...Match[]];
  count = 1;
  speeches = 1;
  private last: number;

  constructor(key: string, speech: number, first: Match) {
    this.key = key;
    this.last = speech;
    this.examples = [first];
  }

  /** @param most how many matches are kept as examples */
  add(speech: number, match: Match, most: number): void {
    this.countIn(speech);
    if (this.examples.length < most) this.examples.push(match);
  }

  /** One more, which is no example. */
  countIn(speech: number): void {
    this.count++;
    if (speech !== this.last) this.speeches++;
    this.last = speech;
  }
}

/** Matches by what they say. */
export class Groups {
  private readonly byKey = new Map<string, Group>();
  private readonly mostExamples: number;

  constructor(mostExamples: number) {
    this.mostExamples = mostExamples;
  }

  get size(): number {
    return this.byKey.size;
  }

  add(key: string, speech: number, match: Match): void {
    const group = this.byKey.get(key);
    if (group === undefined) this.byKey.set(key, new Group(key, speech, match));
    else group.add(speech, match, this.mostExamples);
  }

  /** Takes in a group of its own key. */
  put(group: Group): void {
    this.byKey.set(group.key, group);
  }

  /** The most common: in most speeches, then most often, then shortest, then first in the text. */
  top(limit: number): Group[] {
    const best: Group[] = [];
    for (const group of this.byKey.values()) {
      if (best.length >= limit && !isBefore(group, best.at(-1))) continue;
      let at = best.length;
      while (at > 0 && isBefore(group, best[at - 1])) at--;
      best.splice(at, 0, group);
      if (best.length > limit) best.pop();
    }
    return best;
  }
}

/** A map keeps the order in which keys came, so that the first in the text stays first among equals. */
function isBefore(a: Group, b: Group | undefined): boolean {
  if (b === undefined) return false;
  return (b.speeches - a.speeches || b.count - a.count || a.key.length - b.key.length) < 0;
}
