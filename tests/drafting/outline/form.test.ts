import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formLikeness, formOf } from '../../../src/drafting/outline/composed/form.ts';
import { sharedFrame } from '../../../src/drafting/outline/frame.ts';

const likeness = (a: string, b: string): number => formLikeness(formOf(a), formOf(b));

describe('the likeness of two headings in form', () => {
  it('is high for one frame, lower for one length, lowest for neither', () => {
    const heading = '在摸清底数上下功夫，让办法有根';
    const framed = likeness(heading, '在压实责任上下功夫，让担子有人');
    const asLong = likeness(heading, '算清集体每一笔小账，给村民看');
    const neither = likeness(heading, '关于经费');
    expect(framed).toBeGreaterThan(asLong);
    expect(asLong).toBeGreaterThan(neither);
    expect(framed).toBeGreaterThan(0.8);
  });

  it('is between 0 and 1, the same both ways, and 1 of a heading and itself', () => {
    const heading = fc.string({ unit: fc.constantFrom(...'把账算清，在上下功夫让X一'), minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(heading, heading, (a, b) => {
        expect(likeness(a, b)).toBeCloseTo(likeness(b, a), 12);
        expect(likeness(a, b)).toBeGreaterThanOrEqual(0);
        expect(likeness(a, b)).toBeLessThanOrEqual(1);
        if (/\p{L}/u.test(a)) expect(likeness(a, a)).toBeCloseTo(1, 12);
      }),
    );
  });
});

describe('the frame that headings share', () => {
  it.each([
    [['在田里下功夫', '在厂里下功夫', '在心里下功夫'], '在…里下功夫'],
    [['以账为镜，把事做实', '以水为师，把根扎深', '以人为本，把话说开'], '以…为…，把…'],
    [['今年的水', '去年的雨', '明年的雪'], '…年的…'],
    [['把渠修通', '把渠修通', '把渠修通'], '把渠修通'],
  ])('of %j is %s', (headings, frame) => {
    expect(sharedFrame(headings)).toBe(frame);
  });

  it('is none where there is a single character or only punctuation in common', () => {
    expect(sharedFrame(['让水来，', '让人走，', '叫车停，'])).toBeNull();
    expect(sharedFrame(['修渠，要快', '算账，先清', '备料，早办'])).toBeNull();
  });

  it('matches every heading it was made of, whatever they are', () => {
    const heading = fc.string({ unit: fc.constantFrom(...'把账算清，在上下功夫让一'), minLength: 1, maxLength: 16 });
    fc.assert(
      fc.property(fc.array(heading, { minLength: 2, maxLength: 5 }), (headings) => {
        const frame = sharedFrame(headings);
        if (frame === null) return;
        const pattern = new RegExp(`^${frame.replaceAll('…', '.*')}$`, 'u');
        for (const one of headings) expect(one).toMatch(pattern);
      }),
    );
  });
});
