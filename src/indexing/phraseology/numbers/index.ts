/**
 * numbers/: abbreviations by number (数字缩略语): 四个意识, “三会一课”, 三个抓手, with what they stand for where the text says so.
 */
export { learnNumberAbbreviations, type NumberAbbreviation } from './learn.ts';
