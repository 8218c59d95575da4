import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RESTRICTIONS, RightsNotice, strictest } from '../../src/speech/index.ts';

const notice = fc.record({
  text: fc.constantFrom('请勿转载', '仅供学习'),
  restriction: fc.constantFrom(...RESTRICTIONS),
});

describe('strictest', () => {
  it('of no notices is none', () => {
    expect(strictest([])).toBe('none');
  });

  it('knows internal as stricter than for reference only, and that as stricter than none', () => {
    const given = (...restrictions: (typeof RESTRICTIONS)[number][]) =>
      strictest(restrictions.map((restriction) => ({ text: '声明', restriction })));
    expect(given('none', 'reference-only')).toBe('reference-only');
    expect(given('internal', 'reference-only', 'none')).toBe('internal');
    expect(given('none')).toBe('none');
  });

  it('does not depend on the order of the notices, and no notice opens what another closes', () => {
    fc.assert(
      fc.property(fc.array(notice), notice, (notices, added) => {
        const before = strictest(notices);
        const after = strictest([...notices, added]);
        expect(strictest([added, ...notices].reverse())).toBe(after);
        expect(RESTRICTIONS.indexOf(after)).toBe(
          Math.max(RESTRICTIONS.indexOf(before), RESTRICTIONS.indexOf(added.restriction)),
        );
      }),
    );
  });
});

describe('RightsNotice', () => {
  it.each([
    ['no words', { text: '', restriction: 'internal' }],
    ['an unknown restriction', { text: '请勿转载', restriction: 'secret' }],
    ['no restriction', { text: '请勿转载' }],
  ])('refuses a notice with %s', (_, given) => {
    expect(RightsNotice.safeParse(given).success).toBe(false);
  });
});
