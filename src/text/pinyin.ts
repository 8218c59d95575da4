import { pinyin } from 'pinyin-pro';

/** How words sound, in pinyin without tones, one syllable a character: 党建 and 党健 are both `dang jian`. */
export const soundOf = (words: string): string => pinyin(words, { toneType: 'none', type: 'array' }).join(' ');
