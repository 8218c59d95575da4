import type { Span } from '../../speech/index.ts';
import { normaliseDocumentText } from '../../text/index.ts';
import type { PhraseGroup, PhraseItem } from '../answer.ts';
import type { Area } from './area.ts';
import type { Asked, Place } from './asked.ts';
import { groupOf, itemAt, keptPlaces } from './item.ts';
import { shareOf } from './share.ts';
import type { Topic } from './topic/index.ts';

/** A quotation longer than this is no saying; one shorter is a term. In characters. */
const LONGEST = 40;
const SHORTEST = 4;
/** A sentence is about a topic if it has so much of it: one of two words. 0..1. */
const ABOUT = 0.4;
/** Occurrences of the topic's words that are looked at. */
const MOST = 5_000;

const OPENING = '“「『';
const CLOSING = '”」』';

/** What stands between quotation marks in a sentence with a word of the topic; then, in what is spoken about it. */
export function sayingsGroup(asked: Asked, topic: Topic, area: Area): PhraseGroup {
  const { characters } = asked.index;
  const naming = new Gathering(asked);
  for (const { text: word } of topic.words) {
    for (const at of characters.occurrences(word).slice(0, MOST)) {
      const sentence = characters.sentenceAt(at);
      const words = characters.text.slice(sentence.start, sentence.end);
      if (shareOf(topic, words) >= ABOUT) naming.take(sentence);
    }
  }
  const near = new Gathering(asked);
  for (const speech of area.spans.keys()) near.take(characters.speechSpan(speech), area);
  return groupOf(asked, 'sayings', [...naming.items(), ...near.items().filter((item) => !naming.has(item))]);
}

/** Quotations by their words. */
class Gathering {
  private readonly byWords = new Map<string, Place[]>();
  private readonly asked: Asked;

  constructor(asked: Asked) {
    this.asked = asked;
  }

  /** Takes the quotations of a stretch of the indexed text, those in the area alone if one is given. */
  take(stretch: Span, area?: Area): void {
    const { characters } = this.asked.index;
    for (const { start, end } of quotationsIn(characters.text, stretch)) {
      const speech = characters.speechAt(start);
      const place = { speech, ...characters.originalSpan(start, end) };
      if (area !== undefined && !area.has(place)) continue;
      const words = characters.text.slice(start, end);
      const places = this.byWords.get(words) ?? [];
      if (places.some((other) => other.speech === speech && other.start === place.start)) continue;
      this.byWords.set(words, [...places, place]);
    }
  }

  has(item: PhraseItem): boolean {
    return this.byWords.has(normaliseDocumentText(item.text));
  }

  items(): PhraseItem[] {
    return [...this.byWords.values()]
      .map((places) => toItem(this.asked, places))
      .filter((item) => item !== null)
      .sort((a, b) => b.speeches - a.speeches || b.count - a.count);
  }
}

function toItem(asked: Asked, places: readonly Place[]): PhraseItem | null {
  const [first] = keptPlaces(asked, places);
  const speech = first === undefined ? undefined : asked.index.speeches[first.speech];
  if (first === undefined || speech === undefined) return null;
  return itemAt(asked, places, { text: speech.text.slice(first.start, first.end) });
}

/** The quotations of a sentence, without their marks; those inside others are part of them. */
function quotationsIn(text: string, sentence: Span): Span[] {
  const found: Span[] = [];
  let depth = 0;
  let start = 0;
  for (let at = sentence.start; at < sentence.end; at++) {
    const unit = text[at] ?? '';
    if (OPENING.includes(unit) && depth++ === 0) start = at + 1;
    if (CLOSING.includes(unit) && depth > 0 && --depth === 0 && isSaying(at - start)) found.push({ start, end: at });
  }
  return found;
}

const isSaying = (length: number): boolean => length >= SHORTEST && length <= LONGEST;
