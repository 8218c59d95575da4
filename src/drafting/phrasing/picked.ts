import type { Station } from '../../indexing/index.ts';
import type { HeadingSet, PhraseGroup, PhraseItem, PhraseKind } from '../answer.ts';
import type { Asked } from './asked.ts';
import { frameItems } from './heading-sets.ts';
import { exampleAt, groupOf, itemAt, itemOf, keptPlaces } from './item.ts';
import {
  type Picked,
  pickFourCharacterPhrases,
  pickFrames,
  pickNumberAbbreviations,
  pickParallelSets,
  pickStations,
  type TopicSpeeches,
} from './topic/index.ts';

/** What of the phraseology of the corpus suits a topic. */
export function pickedGroups(asked: Asked, found: TopicSpeeches, sets: readonly HeadingSet[]): PhraseGroup[] {
  const { phraseology } = asked.index;
  const group = (kind: PhraseKind, picked: readonly Picked[]): PhraseGroup =>
    groupOf(
      asked,
      kind,
      picked.map((one) => toItem(asked, one)),
    );
  const parallel = pickParallelSets(found, phraseology);
  const learned = pickFrames(found, phraseology).map((one) => toItem(asked, one));
  const frames = distinct([...learned, ...frameItems(asked, sets), ...parallelFrames(asked, parallel)]);
  return [
    group('parallel', parallel),
    groupOf(asked, 'frames', frames),
    group('numbers', pickNumberAbbreviations(found, phraseology)),
    group('four-characters', pickFourCharacterPhrases(found, phraseology)),
    ...stationGroups(asked, found),
  ];
}

/** The frames of parallel sets, shown as the sets fill them. */
const parallelFrames = (asked: Asked, sets: ReturnType<typeof pickParallelSets>): (PhraseItem | null)[] =>
  sets.flatMap((one) => (one.item.frame === '' ? [] : [toItem(asked, one, one.item.frame)]));

const distinct = (items: readonly (PhraseItem | null)[]): PhraseItem[] => [
  ...new Map(items.filter((item) => item !== null).map((item) => [item.text, item])).values(),
];

function toItem(
  asked: Asked,
  { item, examples, count, speeches, isSetPhrase }: Picked,
  text = item.text,
): PhraseItem | null {
  const shown = keptPlaces(asked, examples).map((place) => exampleAt(asked, place));
  return itemOf({ text, count, speeches, ...(isSetPhrase ? { isSetPhrase } : {}) }, shown);
}

/** What a section opens with leads over to it. */
const STATIONS_OF = {
  openings: ['opening'],
  transitions: ['transition', 'section opening'],
  closings: ['closing'],
} as const satisfies Partial<Record<PhraseKind, readonly Station[]>>;

function stationGroups(asked: Asked, found: TopicSpeeches): PhraseGroup[] {
  const picked = pickStations(found, asked.index.phraseology);
  return (['openings', 'transitions', 'closings'] as const).map((kind) => {
    const stations: readonly Station[] = STATIONS_OF[kind];
    const sentences = picked.filter(({ station }) => stations.includes(station)).flatMap((one) => one.sentences);
    return groupOf(
      asked,
      kind,
      sentences.map(({ text, spans }) => itemAt(asked, spans, { text })),
    );
  });
}
