import { z } from 'zod';

/** The kinds of speech that Zhibi tells apart. Their Chinese and English names stand in the text catalogue. */
export const GENRES = [
  'deployment',
  'mobilisation',
  'summary',
  'opening-closing',
  'work-report',
  'forum',
  'taking-office',
  'duty-report',
  'party-lecture',
  'commemoration',
  'letter',
] as const;

export const Genre = z.enum(GENRES);
export type Genre = z.infer<typeof Genre>;
