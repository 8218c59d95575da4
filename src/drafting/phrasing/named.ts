import { citeSpan, type Section, type Speech } from '../../speech/index.ts';
import type { PhraseGroup, PhraseItem } from '../answer.ts';
import type { Area } from './area.ts';
import type { Asked, Place } from './asked.ts';
import { groupOf, itemOf } from './item.ts';
import { type Named, namedIn } from './named-sections.ts';
import { shareOf } from './share.ts';
import type { Topic } from './topic/index.ts';

/** A heading or lead is about a topic if it has so much of it: both of two words, two of three. 0..1. */
const ABOUT = 0.6;
/** Longer ones are sentences. In characters. */
const LONGEST = 80;

/** Headings, or points' leads: those that name a topic, then those of what is spoken about it. */
export function namedGroup(asked: Asked, topic: Topic, area: Area, kind: 'headings' | 'leads'): PhraseGroup {
  const wanted = kind === 'headings' ? 'heading' : 'point';
  const naming: Found[] = [];
  const near: Found[] = [];
  for (const [i, speech] of asked.index.speeches.entries()) {
    if (!asked.isKept(speech)) continue;
    const placeOf = ({ start, end }: Section): Place => ({ speech: i, start, end });
    const own = namedIn(speech)
      .filter(({ section }) => section.kind === wanted && section.heading.length <= LONGEST)
      .filter(({ section }) => asked.isWithin?.(placeOf(section)) ?? true);
    for (const { section, key } of own) {
      if (shareOf(topic, key) >= ABOUT) naming.push({ speech, section, key });
      else if (area.has(placeOf(section))) near.push({ speech, section, key });
    }
  }
  // Of one speech the main headings say more than what stands under them.
  near.sort((a, b) => a.section.level - b.section.level);
  return groupOf(asked, kind, [...grouped(naming).map(toItem).sort(byUse), ...grouped(near).map(toItem)]);
}

interface Found extends Named {
  speech: Speech;
}

function grouped(found: readonly Found[]): Found[][] {
  const byWords = new Map<string, Found[]>();
  for (const one of found) byWords.set(one.key, [...(byWords.get(one.key) ?? []), one]);
  return [...byWords.values()];
}

function toItem(places: readonly { speech: Speech; section: Section }[]): PhraseItem | null {
  const text = places[0]?.section.heading ?? '';
  const speeches = new Set(places.map(({ speech }) => speech)).size;
  const examples = places.map(({ speech, section: { headingStart: start, headingEnd: end } }) => ({
    left: '',
    match: speech.text.slice(start, end),
    right: '',
    citation: citeSpan(speech, { start, end }),
  }));
  return itemOf({ text, count: places.length, speeches }, examples);
}

const byUse = (a: PhraseItem | null, b: PhraseItem | null): number =>
  (b?.speeches ?? 0) - (a?.speeches ?? 0) || (a?.text.length ?? 0) - (b?.text.length ?? 0);
