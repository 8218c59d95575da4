import { z } from 'zod';

/**
 * Whom a speaker speaks for: a level of the administration (中央, 省, 市, 县区, 乡镇街道, 村社区) or an institution. Their
 * Chinese and English names stand in the text catalogue.
 */
export const LEVELS = [
  'central',
  'province',
  'city',
  'county',
  'township',
  'village',
  'enterprise',
  'school',
  'hospital',
] as const;

export const Level = z.enum(LEVELS);
export type Level = z.infer<typeof Level>;
