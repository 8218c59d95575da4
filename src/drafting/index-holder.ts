import type { Change } from '../indexing/index.ts';

/** An index as whoever holds it tells of it. */
export interface Held {
  /** Of which speeches it was made: see `Fingerprint`. */
  corpus: string;
  speeches: number;
  passages: number;
}

/** Who holds the index that questions are asked of. Every method throws `drafter-stopped` once there is none. */
export interface IndexHolder {
  /** Tells of the index; opens it where that has not been done. @throws ZhibiError `index-*` */
  held(): Promise<Held>;
  /** Opens the index in the folder anew, beside the one that is asked. @throws ZhibiError `index-*` */
  stage(): Promise<Held>;
  /** From now on that one is asked. What has begun keeps the one that it began with. */
  swap(): Promise<Held>;
  /** Speeches come and go: in the index that is staged, or else in the one that is asked. */
  change(change: Change): Promise<Held>;
}
