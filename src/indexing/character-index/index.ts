/**
 * character-index/: every character that the speeches say, in one string, with the places of each. What stands next to
 * what is compared by characters, not by words: a segmenter cuts 夯实基础 one way here and another way there, and a
 * concordance over its words would miss what was cut otherwise.
 */
export { CharacterIndex } from './character-index.ts';
