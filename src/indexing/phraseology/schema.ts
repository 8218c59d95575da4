import { z } from 'zod';
import { Role, Span } from '../../speech/index.ts';
import type { Phraseology } from './learn.ts';
import { STATIONS } from './stations.ts';

const Place = Span.extend({ speech: z.int().nonnegative() });
const Fields = { text: z.string(), spans: z.array(Place).min(1), speeches: z.int().positive() };
const Slot = z.object({ fillers: z.array(z.object({ text: z.string(), count: z.int().positive() })) });

/** What was learned, as it is read back from an index. */
export const PhraseologySchema: z.ZodType<Phraseology> = z.object({
  frames: z.array(z.object({ kind: z.literal('frame'), ...Fields, slots: z.array(Slot), strength: z.number() })),
  parallelSets: z.array(
    z.object({
      kind: z.literal('parallel set'),
      ...Fields,
      form: z.enum(['clauses', 'sentences', 'leads']),
      frame: z.string(),
      members: z.array(Span),
    }),
  ),
  numberAbbreviations: z.array(
    z.object({ kind: z.literal('number abbreviation'), ...Fields, members: z.array(Place) }),
  ),
  fourCharacterPhrases: z.array(z.object({ kind: z.literal('four characters'), ...Fields })),
  stations: z.array(z.object({ kind: z.enum(STATIONS), ...Fields, role: Role.nullable() })),
  beginnings: z.array(z.object({ kind: z.literal('sentence beginning'), ...Fields })),
  setPhrases: z.array(z.object({ kind: z.literal('set phrase'), ...Fields })),
});
