import { type Span, type Speech, spokenSpans } from '../../speech/index.ts';
import { clauses, type Normalised, normaliseDocument, originalSpan } from '../../text/index.ts';

/** A clause of a speech. */
export interface SpokenClause {
  /** Normalised. */
  text: string;
  /** In the speech's text. */
  span: Span;
  /** The span of the speech's text behind `[from, to)` of the clause. */
  original(from: number, to: number): Span;
}

/** A passage or heading, normalised, its clauses made when they are asked for. */
interface Stretch {
  base: number;
  normalised: Normalised;
  clauses: Span[] | undefined;
}

/** What of a speech clauses are read from. */
export type Spoken = Pick<Speech, 'text' | 'passages' | 'sections'>;

const known = new WeakMap<Spoken, Stretch[]>();

function stretchesOf(speech: Spoken): Stretch[] {
  const made =
    known.get(speech) ??
    spokenSpans(speech).map(
      ({ start, end }): Stretch => ({
        base: start,
        normalised: normaliseDocument(speech.text.slice(start, end)),
        clauses: undefined,
      }),
    );
  known.set(speech, made);
  return made;
}

/** Whether a normalised word stands anywhere in a speech. */
export const holdsWord = (speech: Spoken, word: string): boolean =>
  stretchesOf(speech).some(({ normalised }) => normalised.text.includes(word));

/** The clauses of a speech that hold any of these words. Normalised and divided once a speech; the rest is plain search. */
export function* clausesWith(speech: Spoken, words: readonly string[]): Generator<SpokenClause> {
  const holdsAny = (text: string): boolean => words.some((word) => text.includes(word));
  for (const stretch of stretchesOf(speech)) {
    if (holdsAny(stretch.normalised.text)) yield* clausesOf(stretch, holdsAny);
  }
}

/** The clauses of a section of a speech. */
export function* clausesIn(speech: Spoken, { start, end }: Span): Generator<SpokenClause> {
  for (const stretch of stretchesOf(speech)) {
    if (stretch.base >= start && stretch.base < end) yield* clausesOf(stretch, () => true);
  }
}

function* clausesOf(stretch: Stretch, isWanted: (text: string) => boolean): Generator<SpokenClause> {
  const { text } = stretch.normalised;
  stretch.clauses ??= clauses(text);
  for (const clause of stretch.clauses) {
    const own = text.slice(clause.start, clause.end);
    if (!isWanted(own)) continue;
    const original = (from: number, to: number): Span => {
      const { start, end } = originalSpan(stretch.normalised, clause.start + from, clause.start + to);
      return { start: stretch.base + start, end: stretch.base + end };
    };
    yield { text: own, span: original(0, own.length), original };
  }
}
