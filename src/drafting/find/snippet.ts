import { contains, type Span } from '../../speech/index.ts';
import { arabicNumeralsIn, clauses, normaliseDocument, originalSpan, placesOf, sentences } from '../../text/index.ts';
import type { Hit } from '../answer.ts';
import type { Question } from '../question/index.ts';

/** A snippet grows sentence by sentence up to this; of a longer sentence, clause by clause. In characters. */
const SNIPPET_LENGTH = 140;

/**
 * The sentences of a passage that hold most of the question, and where its words stand in them.
 *
 * The window starts at every sentence in turn, or at every clause of a sentence that is too long, and takes in what
 * follows while there is room; the window with the greatest weight of different words wins, the earlier of two equal
 * ones.
 */
export function makeSnippet(text: string, question: Question): Pick<Hit, 'snippet' | 'marks'> {
  const weights = termWeights(question);
  const found = occurrences(text, weights.keys());
  let best: Span = { start: 0, end: text.length };
  let bestWeight = -1;
  for (const window of windows(text)) {
    const held = new Set(found.filter((token) => contains(window, token)).map((token) => token.term));
    const weight = [...held].reduce((sum, term) => sum + (weights.get(term) ?? 0), 0);
    if (weight <= bestWeight) continue;
    best = window;
    bestWeight = weight;
  }
  return { snippet: text.slice(best.start, best.end), marks: marksIn(best, found) };
}

/** A word of the question where it stands in a passage. */
interface Occurrence extends Span {
  term: string;
}

/** Every place where one of the terms stands, whatever words the passage is cut into there. */
function occurrences(text: string, terms: Iterable<string>): Occurrence[] {
  const read = arabicNumeralsIn(normaliseDocument(text));
  const found: Occurrence[] = [];
  for (const term of terms) {
    for (const at of placesOf(read.text, term)) found.push({ term, ...originalSpan(read, at, at + term.length) });
  }
  return found;
}

function termWeights(question: Question): Map<string, number> {
  const weights = new Map<string, number>();
  for (const [term, weight] of question.terms) if (term.length > 1) weights.set(term, weight);
  for (const { term, parts, weight } of question.words) {
    weights.set(term, weight);
    for (const part of parts) weights.set(part, (weight * part.length) / term.length / 2);
  }
  // What was quoted is what the passage was chosen for.
  const most = [...weights.values()].reduce((most, weight) => Math.max(most, weight), 1);
  for (const words of question.quoted) weights.set(words, most);
  return weights;
}

function windows(text: string): Span[] {
  const all = sentences(text).flatMap((sentence) =>
    sentence.end - sentence.start > SNIPPET_LENGTH ? clausesOf(text, sentence) : [sentence],
  );
  return all.map((first, i) => {
    let end = first.end;
    for (const next of all.slice(i + 1)) {
      if (next.end - first.start > SNIPPET_LENGTH) break;
      end = next.end;
    }
    return { start: first.start, end };
  });
}

/** The clauses of a sentence, each up to where the next begins, so that no punctuation is lost between them. */
function clausesOf(text: string, { start, end }: Span): Span[] {
  const starts = clauses(text.slice(start, end)).map((clause) => start + clause.start);
  const firsts = [start, ...starts.slice(1)];
  return firsts.map((first, i) => ({ start: first, end: firsts[i + 1] ?? end }));
}

/** Overlapping words (推进改革 and 改革) make one mark. */
function marksIn(window: Span, found: readonly Span[]): Span[] {
  const marks: Span[] = [];
  const inside = found.filter((token) => contains(window, token)).sort((a, b) => a.start - b.start || b.end - a.end);
  for (const token of inside) {
    const span = { start: token.start - window.start, end: token.end - window.start };
    const last = marks.at(-1);
    if (last !== undefined && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else marks.push(span);
  }
  return marks;
}
