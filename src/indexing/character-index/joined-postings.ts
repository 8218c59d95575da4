import { type PostingArrays, Postings, type UnitPlaces } from './postings.ts';

/** A piece of a text that has postings of its own, counted from where it begins. */
interface Piece {
  postings: UnitPlaces;
  start: number;
  length: number;
}

/** Pieces of fewer units are made one with their neighbours: counting so many anew takes 2 ms. */
const SMALL = 2 ** 17;

/**
 * Postings of a text that is put together of others: theirs, as they are, so that what a text grows by costs nothing for
 * what was there. No run reaches from one into the next.
 */
export class JoinedPostings implements UnitPlaces {
  readonly pieces: readonly Piece[];
  private readonly text: string;
  private readonly left: number;

  private constructor(text: string, pieces: readonly Piece[], left: number) {
    this.text = text;
    this.pieces = pieces;
    this.left = left;
  }

  /**
   * @param text of all, one after the other
   * @param all with the lengths of their texts
   * @param left the unit that is not indexed
   */
  static of(text: string, all: readonly Omit<Piece, 'start'>[], left: number): JoinedPostings {
    let start = 0;
    const pieces = all.flatMap(({ postings, length }) => {
      const first = start;
      start += length;
      const own = postings instanceof JoinedPostings ? postings.pieces : [{ postings, start: 0, length }];
      return own.map((piece) => ({ ...piece, start: first + piece.start }));
    });
    return new JoinedPostings(text, withoutSmall(text, pieces, left), left);
  }

  get arrays(): PostingArrays {
    return Postings.build(this.text, this.left).arrays;
  }

  countOf(unit: string): number {
    return this.pieces.reduce((sum, { postings }) => sum + postings.countOf(unit), 0);
  }

  occurrences(run: string): Uint32Array {
    const found = this.pieces.map(({ postings, start }) => ({ start, places: postings.occurrences(run) }));
    const all = new Uint32Array(found.reduce((sum, { places }) => sum + places.length, 0));
    let at = 0;
    for (const { start, places } of found) {
      for (let i = 0; i < places.length; i++) all[at++] = start + (places[i] as number);
    }
    return all;
  }
}

/** Neighbours that are small together are made one. */
function withoutSmall(text: string, pieces: readonly Piece[], left: number): Piece[] {
  const groups: { first: Piece; length: number; isOne: boolean }[] = [];
  for (const piece of pieces) {
    const last = groups.at(-1);
    if (last === undefined || last.length + piece.length > SMALL) {
      groups.push({ first: piece, length: piece.length, isOne: true });
    } else {
      last.length += piece.length;
      last.isOne = false;
    }
  }
  return groups.map(({ first, length, isOne }) => {
    const { start } = first;
    return isOne ? first : { start, length, postings: Postings.build(text.slice(start, start + length), left) };
  });
}
