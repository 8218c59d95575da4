import { describe, expect, it } from 'vitest';
import { textsIn } from '../../../src/demo/page/texts/index.ts';

describe('the texts of the page', () => {
  it('have no Chinese character in English', () => {
    const { keyHelp, ...words } = textsIn('en');
    const all = [...Object.values(words).filter((text) => typeof text === 'string'), ...keyHelp.flat()];
    expect(all.filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
  });

  it('count in English', () => {
    const { replies } = textsIn('en');
    expect([replies(1), replies(2)]).toEqual(['1 reply', '2 replies']);
  });
});
