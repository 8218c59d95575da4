import type { SpeechIndex } from '../../indexing/index.ts';
import { type Citation, citeSpan, wordsAt } from '../../speech/index.ts';
import { MOST_CITATIONS, type PhraseExample, type PhraseGroup, type PhraseItem, type PhraseKind } from '../answer.ts';
import type { Asked, Place } from './asked.ts';

/** Shows a place with its context, none beyond its paragraph. */
export function exampleAt({ index, context }: Asked, { speech: at, start, end }: Place): PhraseExample | null {
  const speech = index.speeches[at];
  if (speech === undefined) return null;
  const before = speech.text.slice(Math.max(0, start - 2 * context), start);
  const after = speech.text.slice(end, end + 2 * context);
  return {
    left: [...before.slice(before.lastIndexOf('\n') + 1)].slice(-context || before.length).join(''),
    match: wordsAt(speech, { start, end }),
    right: [...(after.split('\n')[0] ?? '')].slice(0, context).join(''),
    citation: citeSpan(speech, { start, end }),
  };
}

type Counted = Omit<PhraseItem, 'citations' | 'examples'>;

/** An item with its first examples; `null` of none. */
export function itemOf(counted: Counted, examples: readonly (PhraseExample | null)[]): PhraseItem | null {
  const shown = examples.filter((example) => example !== null).slice(0, MOST_CITATIONS);
  const [first, ...others] = shown.map(({ citation }) => citation);
  if (first === undefined) return null;
  const citations: [Citation, ...Citation[]] = [first, ...others];
  return { ...counted, citations, examples: shown };
}

/** An item of places: those of kept speeches count, the first of them are shown. */
export function itemAt(
  asked: Asked,
  places: readonly Place[],
  counted: Omit<Counted, 'count' | 'speeches'>,
): PhraseItem | null {
  const kept = keptPlaces(asked, places);
  const speeches = new Set(kept.map(({ speech }) => speech)).size;
  const shown = kept.slice(0, MOST_CITATIONS).map((place) => exampleAt(asked, place));
  return itemOf({ ...counted, count: kept.length, speeches }, shown);
}

export const keptPlaces = <P extends Place>({ index, isKept, isWithin }: Asked, places: readonly P[]): P[] =>
  places.filter((place) => isIn(index, place.speech, isKept) && (isWithin?.(place) ?? true));

const isIn = ({ speeches }: SpeechIndex, at: number, isKept: Asked['isKept']): boolean => {
  const speech = speeches[at];
  return speech !== undefined && isKept(speech);
};

/** What several speeches say comes before what one speech says often; set phrases come last. */
export function groupOf({ limit }: Asked, kind: PhraseKind, items: readonly (PhraseItem | null)[]): PhraseGroup {
  const all = items.filter((item) => item !== null);
  const ordered = [...all.filter(({ isSetPhrase }) => !isSetPhrase), ...all.filter(({ isSetPhrase }) => isSetPhrase)];
  return { kind, items: ordered.slice(0, limit), more: Math.max(0, ordered.length - limit) };
}
