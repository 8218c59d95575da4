import { z } from 'zod';

/**
 * A half-open range `[start, end)` in UTF-16 units of a speech's decoded original text,
 * so that `original.slice(start, end)` is the words meant.
 */
export const Span = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() });
export type Span = z.infer<typeof Span>;

/** Whether `inner` lies wholly inside `outer`. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
