import { z } from 'zod';

/** What a modal remembers: where it was opened from, so that what is pressed in it is answered under the same rules. */
const ModalMetadata = z.strictObject({
  delivery: z.enum(['private', 'direct']),
  channel: z.string().nullable(),
  /** How many modals lie on one another, this one counted. */
  depth: z.int().min(1),
  /** Where the answer to a form goes. */
  responseUrl: z.url().optional(),
});
export type ModalMetadata = z.infer<typeof ModalMetadata>;

export const packModal = (metadata: ModalMetadata): string => JSON.stringify(metadata);

/** @returns `null` of anything that is not what we packed */
export function unpackModal(packed: string): ModalMetadata | null {
  try {
    return ModalMetadata.parse(JSON.parse(packed));
  } catch {
    return null;
  }
}
