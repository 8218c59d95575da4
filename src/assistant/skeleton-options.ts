import type { OutlineRequest } from '../drafting/index.ts';

/** What a skeleton is to look like. */
export type SkeletonOptions = Pick<OutlineRequest, 'sections' | 'depth' | 'points'>;

/** Main sections of a composed skeleton, and levels of headings. */
export const SECTIONS = { least: 2, most: 8 } as const;
export const DEPTHS = { least: 1, most: 4 } as const;

const NUMERAL = '[1-8一二两三四五六七八]';

/** How people say it; each pattern stands for what its option takes. */
const SAID = {
  sections: new RegExp(
    `(?:^|\\s+)(?:部分|sections)\\s*[:：]\\s*(${NUMERAL})|(?:分成?|写|讲)?(${NUMERAL})(?:个|大)(?:部分|方面|板块)`,
    'iu',
  ),
  depth: new RegExp(`(?:^|\\s+)(?:层级|depth)\\s*[:：]\\s*(${NUMERAL})|(${NUMERAL})级(?:标题|提纲)`, 'iu'),
  mainOnly: /只(?:要|看|列)(?:一级|大)?标题/u,
  points:
    /(?:^|\s+)(?:要点|points)\s*[:：]\s*(要|有|yes|不要|无|no)(?=\s|$)|(不)?(?:要|带|含)(?:分论)?(?:要点|点)(?=\s|$)/iu,
} as const;

/** Takes what a skeleton is to look like out of a question: 部分:4 层级:1 要点:要, or 四个部分, 一级标题, 带要点. */
export function takeSkeletonOptions(typed: string): { query: string; options: SkeletonOptions } {
  const options: SkeletonOptions = {};
  let query = typed;
  const take = (pattern: RegExp, read: (said: string) => void): void => {
    query = query.replace(pattern, (_, ...groups: (string | undefined)[]) => {
      read(groups.slice(0, 2).find((group) => group !== undefined) ?? '');
      return ' ';
    });
  };
  take(SAID.sections, (said) => {
    options.sections = within(SECTIONS, said);
  });
  take(SAID.depth, (said) => {
    options.depth = within(DEPTHS, said);
  });
  take(SAID.mainOnly, () => {
    options.depth = DEPTHS.least;
  });
  take(SAID.points, (said) => {
    options.points = !/^(?:不|不要|无|no)$/i.test(said);
  });
  // A question of nothing but options is about nothing; then they were its words.
  return /[\p{L}\p{N}]/u.test(query)
    ? { query: query.replace(/\s+/g, ' ').trim(), options }
    : { query: typed, options: {} };
}

function within({ least, most }: { least: number; most: number }, said: string): number {
  const number = said === '两' ? 2 : '一二三四五六七八'.indexOf(said) + 1 || Number(said);
  return Math.min(most, Math.max(least, number));
}
