import type { SpeechIndex } from '../../indexing/index.ts';
import type { Span, Speech } from '../../speech/index.ts';
import { namedIn } from './named-sections.ts';
import { shareOf } from './share.ts';
import type { Topic } from './topic/index.ts';

/** Where in the corpus a topic is spoken about, whatever the words: the nearest speech first. */
export interface Area {
  /** By the speech's position in the index, what of it is about the topic. */
  spans: ReadonlyMap<number, readonly Span[]>;
  /** Whether a place is in it. */
  has(place: Span & { speech: number }): boolean;
}

/** A section is about a topic if its heading has so much of it. 0..1. */
const NAMED = 0.6;
const MOST_SPEECHES = 6;

/**
 * Whole speeches on the topic, and of others the sections whose headings name it.
 *
 * @param speeches those on the topic, the nearest first
 */
export function areaOf(index: SpeechIndex, speeches: readonly Speech[], topic: Topic): Area {
  const places = new Map(index.speeches.map((speech, i) => [speech, i]));
  const on = speeches.slice(0, MOST_SPEECHES);
  const whole = new Set(on);
  const spans = new Map<number, Span[]>();
  for (const speech of on) spans.set(places.get(speech) ?? 0, [{ start: 0, end: speech.text.length }]);
  for (const speech of index.speeches) {
    if (whole.has(speech)) continue;
    const named = namedSections(speech, topic);
    if (named.length > 0) spans.set(places.get(speech) ?? 0, named);
  }
  const has = ({ speech, start }: Span & { speech: number }): boolean =>
    (spans.get(speech) ?? []).some((span) => start >= span.start && start < span.end);
  return { spans, has };
}

const namedSections = (speech: Speech, topic: Topic): Span[] =>
  namedIn(speech)
    .filter(({ section, key }) => section.kind === 'heading' && shareOf(topic, key) >= NAMED)
    .map(({ section }) => section);
