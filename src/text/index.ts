/**
 * text/: characters to terms. One analyser for indexing and asking (normalise, segment, drop stop words), and the small
 * grammar of Chinese text that structure and phrasing share: sentences, clauses, brackets, numerals. Nothing here knows
 * what a speech is beyond a span of text; jieba's dictionary is loaded on first use and only where terms are asked for.
 */
export { ANALYSER_VERSION, characters, indexTerms, terms, tokens } from './analyser.ts';
export { blanks } from './blanks.ts';
export { enclosures, outermostEnclosures } from './brackets.ts';
export { LINE_END, letterSpaces, withoutInvisibles, withoutLetterSpaces } from './character-classes.ts';
export {
  type Normalised,
  normalise,
  normaliseDocument,
  normaliseDocumentText,
  normaliseText,
  originalSpan,
} from './normalise.ts';
export { arabicNumeralsIn, parseNumeral, placesOf, withArabicNumerals } from './numerals.ts';
export { soundOf } from './pinyin.ts';
export { withoutRadicals } from './radicals.ts';
export { DICTIONARY_FILES, loadSegmenter } from './segmenter.ts';
export { clauses, sentences, trimSpan } from './sentences.ts';
export { STOP_WORDS } from './stop-words.ts';
export { LONGEST_ENTRY, synonyms } from './thesaurus/index.ts';
