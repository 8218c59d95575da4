import type { Level } from '../../speech/index.ts';

/** Words of a question that name the level to be spoken for, the smaller first. */
const NAMED: readonly [Level, RegExp][] = [
  ['village', /全村|[某X]村|社区/],
  ['hospital', /医院|全院|卫生院/],
  ['school', /学校|全校|大学|中学|小学|学院/],
  ['township', /全[乡镇]|乡镇|街道|[某X][乡镇]/],
  ['enterprise', /公司|集团|国企|企业(?:党委|董事)/],
  ['county', /全[县区旗]|[某X][县区]|县委|区委/],
  ['city', /全市|[某X]市|市委/],
  ['province', /全省|[某X]省|省委|自治区/],
  ['central', /全国|中央|国务院/],
];

/** The level that a question names, `undefined` where it names none. */
export const levelWished = (query: string): Level | undefined => NAMED.find(([, words]) => words.test(query))?.[0];
