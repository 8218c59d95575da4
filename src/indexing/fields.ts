/**
 * The fields of a passage that are searched. Their texts are kept with the speech, not in the inverted index.
 *
 * - `whole`: title, headings on the path, and text, as one: what a writer sees of a passage, and what `find` asks
 * - `headings`, `title`: by themselves, for who asks what a speech is about
 */
export const FIELDS = ['whole', 'headings', 'title'] as const;
export type Field = (typeof FIELDS)[number];
