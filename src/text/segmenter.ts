import { existsSync } from 'node:fs';
import * as jieba from 'nodejs-jieba';
import { ZhibiError } from '../speech/index.ts';

/** jieba's data files. The dictionary decides what the terms of an index are, so the index remembers its hash. */
export const DICTIONARY_FILES = {
  dict: jieba.DEFAULT_DICT,
  hmmDict: jieba.DEFAULT_HMM_DICT,
  userDict: jieba.DEFAULT_USER_DICT,
  idfDict: jieba.DEFAULT_IDF_DICT,
  stopWordDict: jieba.DEFAULT_STOP_WORD_DICT,
} as const;

/** Cuts normalised text into words. */
export interface Segmenter {
  /** Words in order, joining to the text. */
  cut(text: string): string[];
  /** The same, each long word preceded by the shorter words of the dictionary inside it. */
  cutForSearch(text: string): string[];
  /** Whether the dictionary holds these characters as one word. */
  isWord(text: string): boolean;
  /**
   * Parts of speech of the words that a text is cut to, each by itself, as jieba's dictionary has them (ICTCLAS letters: v, n,
   * vn, a, d, p, c …; `x` of what it does not have). A single word gives a single tag.
   */
  tags(text: string): string[];
}

/** What jieba calls `strict` switches its hidden Markov model on; without it 2035 and GDP fall into single letters. */
const USE_HMM = true;

const segmenter: Segmenter = {
  cut: (text) => jieba.cut(text, USE_HMM),
  cutForSearch: (text) => jieba.cutForSearch(text, USE_HMM),
  isWord: (text) => jieba.cut(text, !USE_HMM).length === 1,
  tags: (text) => (text === '' ? [] : jieba.tag(text).map(({ tag }) => tag)),
};

let loaded = false;

/**
 * The segmenter, its dictionary loaded on first use: 1 to 2 seconds and 250 MB, once a process. Blocks meanwhile, so a
 * caller that owes someone an answer gives it first.
 *
 * @throws ZhibiError `dictionary-missing`; jieba itself would end the process (SIGABRT) on a path that does not exist.
 */
export function loadSegmenter(): Segmenter {
  if (loaded) return segmenter;
  for (const file of Object.values(DICTIONARY_FILES)) {
    if (!existsSync(file)) throw new ZhibiError('dictionary-missing', { file });
  }
  jieba.load(DICTIONARY_FILES);
  loaded = true;
  return segmenter;
}
