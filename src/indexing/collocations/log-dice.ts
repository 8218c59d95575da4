/** The highest value that {@link logDice} has, of words that never stand without each other. */
const HIGHEST_LOG_DICE = 14;

/**
 * How typical a pair of words is: 14 + log2(2·f_xy / (f_x + f_y)), from 14 downwards; one less is half as typical
 * (Rychlý 2008, A lexicographer-friendly association score, RASLAN; https://nlp.fi.muni.cz/raslan/2008/papers/13.pdf).
 * Frequencies are counted within one relation, so that the size of a corpus does not change the score.
 */
export const logDice = (together: number, left: number, right: number): number =>
  HIGHEST_LOG_DICE + Math.log2((2 * together) / (left + right));
