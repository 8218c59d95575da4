/**
 * files/: an index on disk. A folder of part files, each named after its content and never changed, and one manifest,
 * `zhibi.index`, that names those which are one index: replacing it replaces the index at once, for writers that are
 * killed and readers that are in the middle of it alike. Every byte is under a checksum; what is not as it was written is
 * an `index-damaged`.
 */
export { checkIndexFolder, type OpenIndex, openIndexFolder, writeIndexFolder } from './index-folder.ts';
export { jsonSections, parsedAs, readJson, readJsonSection } from './json-section.ts';
export { fingerprintAt, indexStamp } from './manifest.ts';
export type { SectionFile } from './section-file.ts';
export type { Numbers, Pieces, Sections } from './sections.ts';
