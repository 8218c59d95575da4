/** The fields of a passage that are searched. Their texts are kept with the speech, not in the inverted index. */
export const FIELDS = ['text', 'headings', 'title'] as const;
export type Field = (typeof FIELDS)[number];
