import { crc32 } from 'node:zlib';
import type { Speech } from '../../speech/index.ts';
import { type Pieces, parsedAs, readJson, type SectionFile, type Sections } from '../files/index.ts';
import { Cards, cardOf } from './card.ts';
import { decodeText, encodeText, fromPassageRecord, PassageRecord, Tree, toPassageRecord, treeOf } from './record.ts';
import { StoredSpeech } from './stored-speech.ts';

/** Records of a speech, in their order. */
const RECORDS = ['text', 'passages', 'tree'] as const;
type RecordName = (typeof RECORDS)[number];

const recordsOf = (speech: Speech): Record<RecordName, Uint8Array> => ({
  text: encodeText(speech.text),
  passages: Buffer.from(JSON.stringify(toPassageRecord(speech))),
  tree: Buffer.from(JSON.stringify(treeOf(speech))),
});

/**
 * Speeches as a part of an index: their cards, how many passages each has, then the records, one speech after another,
 * each record with its length and its own CRC-32.
 */
export function speechSections(speeches: readonly Speech[]): Sections {
  const lengths = new Uint32Array(speeches.length * RECORDS.length);
  const checksums = new Uint32Array(lengths.length);
  for (const [i, speech] of speeches.entries()) {
    const records = recordsOf(speech);
    for (const [j, name] of RECORDS.entries()) {
      lengths[i * RECORDS.length + j] = records[name].length;
      checksums[i * RECORDS.length + j] = crc32(records[name]);
    }
  }
  return {
    sections: new Map<string, Pieces | Uint8Array | Uint32Array>([
      ['cards', Buffer.from(JSON.stringify(speeches.map(cardOf)))],
      ['passages', Uint32Array.from(speeches, ({ passages }) => passages.length)],
      ['lengths', lengths],
      ['checksums', checksums],
      ['records', { pieces: () => allRecords(speeches) }],
    ]),
  };
}

function* allRecords(speeches: readonly Speech[]): Generator<Uint8Array> {
  for (const speech of speeches) {
    const records = recordsOf(speech);
    yield Buffer.concat(RECORDS.map((name) => records[name]));
  }
}

/** Speeches whose cards were read, and how many passages each has. */
export interface StoredSpeeches {
  speeches: StoredSpeech[];
  passageCounts: Uint32Array;
}

/** Reads what {@link speechSections} wrote; of the records nothing yet. @throws ZhibiError `index-damaged` */
export function readSpeeches(file: SectionFile): StoredSpeeches {
  const cards = readJson(file, 'cards', Cards);
  const passageCounts = file.read('passages', [Uint32Array], cards.length);
  const lengths = file.read('lengths', [Uint32Array], cards.length * RECORDS.length);
  const checksums = file.read('checksums', [Uint32Array], cards.length * RECORDS.length);
  const places = placesOf(lengths);
  const record = (speech: number, name: RecordName): Uint8Array => {
    const at = speech * RECORDS.length + RECORDS.indexOf(name);
    return file.readBytes('records', places[at] ?? 0, lengths[at] ?? 0, checksums[at] ?? 0);
  };
  const speeches = cards.map(
    (card, i) =>
      new StoredSpeech(card, {
        text: () => decodeText(record(i, 'text')),
        passages: () => {
          const found = parsedAs(file, 'records', PassageRecord, record(i, 'passages'));
          if (found.ids.length !== passageCounts[i]) throw file.damage('passages');
          return fromPassageRecord(card.id, found);
        },
        tree: () => parsedAs(file, 'records', Tree, record(i, 'tree')),
      }),
  );
  return { speeches, passageCounts };
}

/** Where each record begins. In bytes; more than 32 bits can say. */
function placesOf(lengths: Uint32Array): Float64Array {
  const places = new Float64Array(lengths.length);
  for (let i = 1; i < lengths.length; i++) places[i] = (places[i - 1] ?? 0) + (lengths[i - 1] ?? 0);
  return places;
}
