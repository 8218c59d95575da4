import type { PageTexts } from '../texts/index.ts';

const dateOf = (ts: string): Date => new Date(Number(ts) * 1000);

/** `2026-3-9` in the reader's time zone: tells days apart. */
export function dayOf(ts: string): string {
  const date = dateOf(ts);
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
}

/** `14:05` */
export const clockOf = (texts: PageTexts, ts: string): string =>
  dateOf(ts).toLocaleTimeString(texts.lang, { hour: '2-digit', minute: '2-digit', hour12: false });

export function dayLabel(texts: PageTexts, ts: string, now = Date.now()): string {
  const day = dayOf(ts);
  if (day === dayOf(String(now / 1000))) return texts.today;
  if (day === dayOf(String(now / 1000 - 24 * 3600))) return texts.yesterday;
  return dateOf(ts).toLocaleDateString(texts.lang, { month: 'long', day: 'numeric', weekday: 'long' });
}

/** In full, for those who want to know. */
export const wholeTime = (texts: PageTexts, ts: string): string => dateOf(ts).toLocaleString(texts.lang);
