import { describe, expect, it } from 'vitest';
import { menuPlace } from '../../../src/demo/page/controls/menu-place.ts';

const window = { width: 400, height: 300 };
const menu = { width: 100, height: 80 };
const button = (left: number, top: number) => ({ left, top, right: left + 20, bottom: top + 20 });

describe('the place of a menu', () => {
  it('is below its button, flush left', () => {
    expect(menuPlace(button(50, 50), menu, window)).toEqual({ left: 50, top: 74 });
  });

  it('is above where there is no room below, flush right where there is none at the right', () => {
    expect(menuPlace(button(370, 250), menu, window)).toEqual({ left: 290, top: 166 });
  });

  it('is inside the window even where it fits nowhere', () => {
    expect(menuPlace(button(0, 10), { width: 600, height: 500 }, window)).toEqual({ left: 8, top: 8 });
  });
});
