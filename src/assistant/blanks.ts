import type { Alternative } from '../drafting/index.ts';

const BLANK = '＿＿';

/** A heading with what is to be filled in drawn as a blank. */
export function fillIn({ heading, blanks }: Pick<Alternative, 'heading' | 'blanks'>): string {
  let drawn = '';
  let at = 0;
  for (const { start, end } of blanks) {
    if (start < at) continue;
    drawn += heading.slice(at, start) + BLANK;
    at = end;
  }
  return drawn + heading.slice(at);
}
