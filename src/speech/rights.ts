import { z } from 'zod';

/** What a document allows, from the most open to the strictest. The order is meant: see {@link strictest}. */
export const RESTRICTIONS = ['none', 'reference-only', 'internal'] as const;

/**
 * - `none`: nothing is said against use;
 * - `reference-only`: may be studied, not copied (仅供学习参考，请勿照搬照抄);
 * - `internal`: never leaves the people it was given to (禁止外传).
 */
export const Restriction = z.enum(RESTRICTIONS);
export type Restriction = z.infer<typeof Restriction>;

/** A notice as the document words it, and what it means for use. */
export const RightsNotice = z.object({ text: z.string().min(1), restriction: Restriction });
export type RightsNotice = z.infer<typeof RightsNotice>;

/** The restriction that holds for a document with these notices: the strictest of them, `none` without any. */
export function strictest(notices: readonly RightsNotice[]): Restriction {
  const restrictions = new Set(notices.map((notice) => notice.restriction));
  return RESTRICTIONS.findLast((restriction) => restrictions.has(restriction)) ?? 'none';
}
