/**
 * speech/: what a speech is. A document of the corpus with its metadata, its tree of headings and points, its
 * passages, its rights; and the citation that says where words stand. Types and zod schemas alone: nothing here
 * reads a file, knows a segmenter or prints a word.
 */
export { type Audience, EVERYTHING, type Guarded, liesIn, visibleTo } from './audience.ts';
export { Citation, cite, citeSpan } from './citation.ts';
export { type Digest, digestOf } from './digest.ts';
export { type ErrorCode, type ErrorDetails, nameOfError, traceOfError, ZhibiError } from './errors.ts';
export { Evidence } from './evidence.ts';
export { GENRES, Genre } from './genre.ts';
export { LEVELS, Level } from './level.ts';
export { type DropReason, Part } from './part.ts';
export { RESTRICTIONS, Restriction, RightsNotice, strictest } from './rights.ts';
export { headingPath, mainSections, ROLES, Role, Section, walkSections } from './section.ts';
export { contains, Span } from './span.ts';
export { Passage, Speech, SpeechDate, Stretch, spokenSpans, Warning, wordsAt, yearOf } from './speech.ts';
