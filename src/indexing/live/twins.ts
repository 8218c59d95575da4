import { wordsAt } from '../../speech/index.ts';
import type { Twins } from '../families.ts';
import { areAlike, asSet, type BandTable, bandsOf, sharingBands, shinglesOf } from '../near-duplicates/index.ts';
import type { Place, Places } from '../places.ts';

/** A passage that came, and its bands: see `bandsOf`. */
export interface Banded {
  passage: number;
  bands: Uint32Array;
}

/** Those among whom twins are looked for. */
export interface Banding {
  /** Of the passages that were frozen. */
  frozen: BandTable;
  came: readonly Banded[];
  places: Places;
}

/**
 * The passages that say nearly the same as one that came: all that share a band with it and are alike. Whether two passages
 * are twins depends on no third.
 */
export function twinsOf(place: Place, { frozen, came, places }: Banding): { twins: Twins[]; banded: Banded } {
  const shingles = shinglesOf(wordsAt(place.speech, place.passage));
  const bands = bandsOf(shingles);
  const own = asSet(shingles);
  const sharing = came.filter((other) => other.bands.some((hash, band) => hash === bands[band]));
  const twins = [...sharingBands(frozen, bands), ...sharing.map(({ passage }) => passage)].flatMap(
    (number): Twins[] => {
      const other = places.at(number);
      if (other === undefined || number === place.number) return [];
      return areAlike(own, asSet(shinglesOf(wordsAt(other.speech, other.passage)))) ? [[number, place.number]] : [];
    },
  );
  return { twins, banded: { passage: place.number, bands } };
}
