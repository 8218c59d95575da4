/**
 * corpus/: files to speeches. A reader for each format makes lines; notices are lifted out of them into rights; what is
 * left becomes title block, tree of headings and points, and passages (structure/); title and headings tell date,
 * occasion and genre. `parseSpeech` is pure; `readSpeech` and `readCorpus` are the only readers of files.
 */
export { parseSpeech } from './parse-speech.ts';
export { type Corpus, readCorpus, readSpeech } from './read-corpus.ts';
