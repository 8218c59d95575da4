import type { CharacterIndex } from '../../../indexing/index.ts';
import type { Speech } from '../../../speech/index.ts';

/** Goes through the places of a text in ascending order and knows which speech each is in. */
export class SpeechWalk {
  private readonly index: CharacterIndex;
  private readonly isKept: ((speech: number) => boolean) | null;
  private speech = 0;
  /** Where {@link speech} ends. */
  private end = 0;

  /** @param filter which speeches are kept; all where it is not given */
  constructor(
    { speeches, characters }: { speeches: readonly Speech[]; characters: CharacterIndex },
    filter?: (speech: Speech) => boolean,
  ) {
    this.index = characters;
    const kept = filter === undefined ? null : speeches.map(filter);
    this.isKept = kept === null ? null : (speech) => kept[speech] === true;
  }

  /** The number of the speech that a place is in. */
  speechAt(place: number): number {
    if (place < this.end) return this.speech;
    this.speech = this.index.speechFrom(this.speech, place);
    this.end = this.index.speechSpan(this.speech).end;
    return this.speech;
  }

  /** The places that are in speeches that are kept. */
  kept(places: Uint32Array): Uint32Array {
    const { isKept } = this;
    if (isKept === null) return places;
    const found = places.filter((place) => isKept(this.speechAt(place)));
    this.speech = 0;
    this.end = 0;
    return found;
  }
}
