import type { Genre } from '../../speech/index.ts';
import { parseNumeral } from '../../text/index.ts';

/** A part of a speech that people ask for by its name. */
export type Part = 'opening' | 'closing' | 'problems';

/** What was asked, in plain words, of the speech rather than of its words: 2020年的总结讲话里…, …结尾怎么写. */
export interface Wishes {
  year?: number;
  genre?: Genre;
  part?: Part;
}

/** How people call the kinds of speeches; the rarer and longer names first. */
const GENRE_WORDS: readonly [Genre, string][] = [
  ['duty-report', '述职(?:述廉|述德)?'],
  ['party-lecture', '党课'],
  ['taking-office', '任职|就职|履新|上任|表态发言|告别|离任|退休'],
  ['commemoration', '表彰|表扬|颁奖|纪念|周年|庆祝'],
  ['letter', '慰问|感谢|祝贺|贺|公开|倡议'],
  ['opening-closing', '开幕|闭幕|开班|结业|开学|毕业|开工'],
  ['forum', '座谈'],
  ['mobilisation', '动员|誓师'],
  ['summary', '总结'],
  ['work-report', '(?:人大|人代会|党代会|职代会|教代会|代表大会).{0,2}(?:工作)?报告|工作报告'],
  ['deployment', '部署|推进|工作会'],
];

/** What tells that a speech is meant, not a matter: the kind of occasion or text, then where in it. */
const OCCASION = '(?:大会|会议|典礼|仪式|活动|会|讲话稿|讲话|报告|发言|致辞|讲稿|信|词|稿)';
const WITHIN = '(?:上面|上|里面|里|中|时候|的时候|时)';
const ASKING = '(?:怎么|怎样|如何|应该|该怎么|该如何|的?(?:开头|开场|开篇|结尾|收尾|结束语|结语|最后一段))';

const genrePattern = (names: string): RegExp =>
  new RegExp(`(?:在|做|写)?(?:${names})(?:${OCCASION}+的?(?:${WITHIN}|(?=${ASKING}))|${WITHIN}|(?=${ASKING}))的?`);
const NAMED = GENRE_WORDS.map(([genre, names]) => [genre, new RegExp(names)] as const);

/** The genre that a question for a whole speech names, wherever it stands in it (廉洁党课, 企业座谈会). */
export const genreNamedIn = (query: string): Genre | undefined => NAMED.find(([, names]) => names.test(query))?.[0];

const GENRE_PATTERNS = GENRE_WORDS.map(([genre, names]) => [genre, genrePattern(names)] as const);

const YEAR = /(?<!\d)((?:19|20)\d\d)年?度?的?|([一二][〇零一二三四五六七八九]{3})年度?的?/;

/** A part is asked for at the end of a question, or before what is asked about it: 放开头发 is no 开头. */
const partPattern = (names: string): RegExp =>
  new RegExp(`的?(?:${names})(?:部分)?(?=\\s|[，,、？?。]|$|的|[应]?该|要|怎|如何|讲|写|说|用)`);

const PARTS: readonly [Part, RegExp][] = [
  ['opening', partPattern('开场白|开头语?|开篇|开场')],
  ['closing', partPattern('结尾|收尾|结束语|结语|最后一段')],
  ['problems', /(?:存在的?问题(?:和|与|、)?不足?|(?:自己|自身|个人|存在)的?(?:不足|短板|差距|问题))/],
];

/**
 * Takes what is asked of the speech out of a normalised question; what is left is what its words are about.
 *
 * @param years those that speeches were held in; any other year is part of the matter
 */
export function readWishes(query: string, years: ReadonlySet<number>): { wishes: Wishes; rest: string } {
  const wishes: Wishes = {};
  const withoutYear = query.replace(YEAR, (words, digits: string | undefined, han: string | undefined) => {
    const year = parseNumeral(digits ?? han ?? '');
    if (year === null || !years.has(year)) return words;
    wishes.year = year;
    return ' ';
  });
  const found = GENRE_PATTERNS.find(([, pattern]) => pattern.test(withoutYear));
  if (found === undefined) return { wishes, rest: readPart(withoutYear, wishes) };
  wishes.genre = found[0];
  return { wishes, rest: readPart(withoutYear.replace(found[1], ' '), wishes) };
}

/** The words of a weakness are looked for too; those of a place in the speech stand in no passage. */
function readPart(query: string, wishes: Wishes): string {
  const found = PARTS.find(([, pattern]) => pattern.test(query));
  if (found === undefined) return query;
  const [part, pattern] = found;
  wishes.part = part;
  return part === 'problems' ? query : query.replace(pattern, ' ');
}
