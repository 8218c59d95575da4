import { describe, expect, it } from 'vitest';
import { killOverAndOver } from '../support/kills/kills.ts';

describe('an index whose maker is killed', () => {
  // Of 200: `npm run torture`.
  it('is whole, as it was or as it was to be, whenever that was', { timeout: 120_000 }, async () => {
    const seed = Math.floor(Math.random() * 1e6);
    const { reads } = await killOverAndOver({ kills: 5, seed }).catch((error: unknown) => {
      throw new Error(`seed ${seed}`, { cause: error });
    });
    expect(reads).toBeGreaterThan(0);
  });
});
