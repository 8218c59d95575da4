import { z } from 'zod';
import { Speech } from '../../speech/index.ts';

/** What of a speech is at hand without its text: all that filters and lists look at. */
export const Card = Speech.pick({
  id: true,
  file: true,
  title: true,
  occasion: true,
  genre: true,
  level: true,
  date: true,
  speaker: true,
  origin: true,
  rights: true,
  titleSpans: true,
});
export type Card = z.infer<typeof Card>;
export const Cards = z.array(Card);

export const cardOf = (speech: Speech): Card => ({
  id: speech.id,
  file: speech.file,
  title: speech.title,
  occasion: speech.occasion,
  genre: speech.genre,
  level: speech.level,
  date: speech.date,
  speaker: speech.speaker,
  origin: speech.origin,
  rights: speech.rights,
  titleSpans: speech.titleSpans,
});
