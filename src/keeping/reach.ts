import type { Found, FoundFile } from '../corpus/index.ts';
import type { Speech } from '../speech/index.ts';
import type { KeepingEvent } from './events.ts';
import type { KeptRecord } from './ledger.ts';

/** What the keeper of an index reaches out with: everything that it does not decide itself. */
export interface Reach {
  /** The corpus folders. */
  folders: readonly string[];
  /** What is in a folder. @throws ZhibiError `corpus-missing` */
  find(folder: string): Promise<Found>;
  /** @throws ZhibiError for everything that can be wrong with a file */
  read(file: FoundFile, folder: string): Promise<Speech>;
  /** Another when another index stands in its folder; empty where there is none. */
  indexStamp(): Promise<string>;
  /** Reads every byte of the index in its folder. @throws ZhibiError `index-*` */
  checkIndex(): Promise<void>;
  /** What the files gave that an index was made of; `null` where that is not known. */
  ledgerOf(corpus: string): Promise<KeptRecord[] | null>;
  /** Makes the index anew. @throws ZhibiError */
  freeze(): Promise<{ speeches: number; passages: number }>;
  tell(event: KeepingEvent): void;
  /** Asks for another step, soon. */
  wake(): void;
  /** Milliseconds on a clock that never goes back. */
  now(): number;
}
