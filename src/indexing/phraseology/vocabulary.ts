import { loadSegmenter } from '../../text/index.ts';

/** The words of a corpus as numbers, with how often and in how many speeches each stands. */
export class Vocabulary {
  private readonly numbers = new Map<string, number>();
  private readonly words: string[] = [];
  private readonly counts: number[] = [];
  private readonly spreads: number[] = [];
  private readonly lastSpeeches: number[] = [];
  private readonly tags: (string | undefined)[] = [];

  /** Counts a word once more. Speeches come one after another. @returns its number */
  count(word: string, speech: number): number {
    const known = this.numbers.get(word);
    if (known === undefined) return this.add(word, speech);
    this.counts[known] = this.occurrences(known) + 1;
    if (this.lastSpeeches[known] !== speech) {
      this.lastSpeeches[known] = speech;
      this.spreads[known] = this.speeches(known) + 1;
    }
    return known;
  }

  private add(word: string, speech: number): number {
    const number = this.words.length;
    this.numbers.set(word, number);
    this.words.push(word);
    this.counts.push(1);
    this.spreads.push(1);
    this.lastSpeeches.push(speech);
    return number;
  }

  get size(): number {
    return this.words.length;
  }

  word(number: number): string {
    return this.words[number] ?? '';
  }

  numberOf(word: string): number | undefined {
    return this.numbers.get(word);
  }

  occurrences(number: number): number {
    return this.counts[number] ?? 0;
  }

  /** In how many speeches it stands. */
  speeches(number: number): number {
    return this.spreads[number] ?? 0;
  }

  /** Its commonest part of speech, by itself: see `Segmenter.tag`. */
  tag(number: number): string {
    const tag = this.tags[number] ?? loadSegmenter().tags(this.word(number)).at(-1) ?? 'x';
    this.tags[number] = tag;
    return tag;
  }
}
