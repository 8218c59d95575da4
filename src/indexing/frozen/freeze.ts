import { gathered } from '../spread.ts';
import type { MiniSearchJson } from '../term-index.ts';
import { asFrequencies, asLengths, type FrozenField, type FrozenTerms } from './frozen-terms.ts';
import { StringTable } from './string-table.ts';
import { withTops } from './with-tops.ts';

type Entry = MiniSearchJson['index'][number];

/** The form of {@link MiniSearchJson} that is read here. */
const SERIALISATION = 2;
/** In {@link numberOf}: the passage was taken out. */
const GONE = -1;

/**
 * The inverted index of a MiniSearch whose terms were `spread`, in arrays. Postings of passages that were taken out and not
 * yet vacuumed are dropped: it answers as that MiniSearch does once it has come upon them all.
 *
 * @throws RangeError for a serialisation that this doesn't know
 */
export function freeze(json: MiniSearchJson): FrozenTerms {
  if (json.serializationVersion !== SERIALISATION) throw new RangeError('an unknown serialisation of MiniSearch');
  // Keys that are whole numbers come ascending: the order in which passages were indexed.
  const shortIds = Object.keys(json.documentIds);
  const numbers = numberOf(shortIds, json.nextId);
  const entries = json.index
    .map((entry): [string, Entry[1]] => [gathered(entry[0]), entry[1]])
    .sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
  return {
    passageCount: shortIds.length,
    vocabulary: StringTable.of(entries.map(([term]) => term)),
    fields: Object.entries(json.fieldIds).map(([name, fieldId]) => {
      return withTops({
        name,
        averageLength: json.averageFieldLength[fieldId] ?? 0,
        // A field that a passage doesn't have is a hole, `null` in JSON.
        lengths: asLengths(Uint32Array.from(shortIds, (shortId) => json.fieldLength[shortId]?.[fieldId] ?? 0)),
        ...postingsOf(entries, fieldId, numbers),
      });
    }),
  };
}

/** By MiniSearch's short id, the number of a passage here. */
function numberOf(shortIds: readonly string[], nextId: number): Int32Array {
  const numbers = new Int32Array(nextId).fill(GONE);
  for (const [number, shortId] of shortIds.entries()) numbers[Number(shortId)] = number;
  return numbers;
}

type Postings = Pick<FrozenField, 'starts' | 'passages' | 'frequencies'>;

function postingsOf(entries: readonly Entry[], fieldId: number, numbers: Int32Array): Postings {
  const most = entries.reduce((sum, [, data]) => sum + keyCount(data[fieldId]), 0);
  const starts = new Uint32Array(entries.length + 1);
  const passages = new Uint32Array(most);
  const frequencies = new Uint32Array(most);
  let at = 0;
  for (const [term, [, data]] of entries.entries()) {
    const found = data[fieldId] ?? {};
    for (const shortId in found) {
      const number = numbers[Number(shortId)] ?? GONE;
      if (number === GONE) continue;
      passages[at] = number;
      frequencies[at] = found[shortId] ?? 0;
      at++;
    }
    starts[term + 1] = at;
  }
  return { starts, passages: passages.slice(0, at), frequencies: asFrequencies(frequencies.subarray(0, at)) };
}

function keyCount(found: object | undefined): number {
  let count = 0;
  for (const _ in found) count++;
  return count;
}
