import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cosine, SpeechIndex } from '../../src/indexing/index.ts';
import { SectionProfiles } from '../../src/indexing/section-profiles.ts';
import { countSections, SectionTerms } from '../../src/indexing/section-terms.ts';
import type { Speech } from '../../src/speech/index.ts';
import { speechFrom, starterIndex } from '../support/corpus.ts';

const water = speechFrom(
  '水利讲话\n同志们：\n一、修渠引水\n渠道要清淤，水库要蓄水。\n二、办学育人\n学校要开学，老师要备课。',
  'a.txt',
);
const school = speechFrom(
  '教育讲话\n同志们：\n一、老师备课\n学校里老师备课要用心。\n二、渠道清淤\n水库蓄水之前，渠道先清淤。',
  'b.txt',
);

const profilesOf = (speeches: readonly Speech[]): SectionProfiles =>
  new SectionProfiles({ base: SectionTerms.of(speeches), kept: Uint32Array.from(speeches.keys()), came: [] });

describe('profiles of sections', () => {
  it('tell by their cosine which sections are about the same', () => {
    const profiles = profilesOf([water, school]);
    const [canals, teaching] = profiles.of(0);
    const [lessons, dredging] = profiles.of(1);
    if (!canals || !teaching || !lessons || !dredging) throw new Error('no profiles');
    expect(cosine(canals, dredging)).toBeGreaterThan(cosine(canals, lessons));
    expect(cosine(teaching, lessons)).toBeGreaterThan(cosine(teaching, dredging));
  });

  it('are unit vectors of at most 120 terms, so that a cosine is between 0 and 1', async () => {
    const index = await starterIndex();
    const all = index.speeches.flatMap((speech) => index.profiles(speech));
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.constantFrom(...all), (a, b) => {
        expect(a.size).toBeLessThanOrEqual(120);
        expect(Math.hypot(...a.values())).toBeCloseTo(1, 2);
        expect(cosine(a, b)).toBeCloseTo(cosine(b, a), 12);
        expect(cosine(a, b)).toBeGreaterThanOrEqual(0);
        expect(cosine(a, b)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('of a speech without sections are none', () => {
    expect(profilesOf([speechFrom('贺信\n辛苦了，向大家问好。')]).of(0)).toEqual([]);
  });

  it('of some speeches, frozen or come since, are those of an index that has no others', async () => {
    const { speeches } = await starterIndex();
    const base = SectionTerms.of(speeches);
    fc.assert(
      fc.property(fc.subarray([...speeches.keys()], { minLength: 1 }), fc.nat(), (left, split) => {
        const at = split % (left.length + 1);
        const came = left.slice(at).map((position) => countSections(speeches[position] as Speech));
        const some = new SectionProfiles({ base, kept: Uint32Array.from(left.slice(0, at)), came });
        const alone = profilesOf(left.map((position) => speeches[position] as Speech));
        for (const i of left.keys()) expect(some.of(i)).toEqual(alone.of(i));
      }),
      { numRuns: 10 },
    );
  });

  it('come back from the index as they were', async () => {
    const index = await SpeechIndex.build([water, school]);
    expect(index.profiles(water)).toHaveLength(2);
  });
});
