/**
 * corpus/: files to speeches. A reader for each format makes lines (readers/); notices are lifted out of them into
 * rights; what is left becomes title block, tree of headings and points, and passages (structure/); all of it tells
 * genre, level, occasion and date (metadata/) and what sections are for (roles). `parseSpeech` is pure; files are read
 * in read-corpus.ts and written in import-speech.ts alone.
 */
export { type Found, type FoundFile, findFiles } from './found-files.ts';
export { importSpeech, type Statement } from './import-speech.ts';
export { parseSpeech, type Reading } from './parse-speech.ts';
export {
  blanksSaid,
  type Corpus,
  type FileRecord,
  faultOfFile,
  readCorpus,
  readDocumentAsSpeech,
  readFileAsSpeech,
  readSpeech,
  recordOf,
} from './read-corpus.ts';
