import { z } from 'zod';
import { Span } from './span.ts';

/** Why something of a document is not read as part of the speech. */
const REASONS = [
  'front-matter',
  'salutation',
  'ornament',
  'page-header',
  'page-footer',
  'note',
  'beside',
  'markup',
  'white-space',
] as const;

/**
 * What a piece of a document was taken for. The parts of a document lie side by side without a gap: every character
 * is in exactly one.
 */
export const Part = Span.extend({
  kind: z.enum(['title-block', 'rights', 'heading', 'passage', 'dropped']),
  /** Given for what was dropped; `null` else. */
  reason: z.enum(REASONS).nullable(),
});
export type Part = z.infer<typeof Part>;
export type DropReason = (typeof REASONS)[number];
