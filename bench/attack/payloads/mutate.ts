import type { Random } from '../random.ts';

/** What stands in place of a field. */
const WRONG: readonly unknown[] = [
  null,
  0,
  -1,
  Number.MAX_SAFE_INTEGER,
  true,
  '',
  ' ',
  [],
  {},
  [null],
  'x'.repeat(300),
  '\u0000',
  '\ud800',
  '<@U0ZHIBIBOT>',
  { toString: null },
  { length: -1 },
  ['U1', 'U2'],
  'https://slack.invalid/',
  'javascript:alert(1)',
];

/** A deep copy of a value in which some fields are gone, or are something else. */
export function mutated(value: unknown, random: Random, times: number): unknown {
  const copy: unknown = structuredClone(value);
  for (let i = 0; i < times; i++) {
    const places = placesIn(copy);
    const place = random.pick(places);
    if (place === undefined) return copy;
    const [holder, key] = place;
    const isGone = random.number() < 0.4;
    if (isGone && Array.isArray(holder)) holder.splice(Number(key), 1);
    else if (isGone) delete (holder as Record<string, unknown>)[key];
    else (holder as Record<string, unknown>)[key] = structuredClone(random.pick(WRONG));
  }
  return copy;
}

/** Every field of a value, with the object that it is a field of. */
function placesIn(value: unknown): [holder: object, key: string][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[value, key] as [object, string], ...placesIn(inner)]);
}
