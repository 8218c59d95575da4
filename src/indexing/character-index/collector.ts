import type { Span } from '../../speech/index.ts';
import { normaliseDocument } from '../../text/index.ts';
import { type Boundaries, BoundaryCollector } from './boundaries.ts';
import { OffsetCollector, type OffsetMap } from './offset-map.ts';
import { Postings, type UnitPlaces } from './postings.ts';

/** Stands behind each segment: a noncharacter of Unicode, which no text may hold. */
const EDGE = '\uffff';
export const EDGE_UNIT = 0xffff;
/** What a noncharacter in a document is kept as. */
const STAND_IN = '\ufffe';

/** What is known of the characters of speeches. */
export interface Characters {
  text: string;
  postings: UnitPlaces;
  boundaries: Boundaries;
  offsets: OffsetMap;
  /** Where segments begin. */
  segments: Uint32Array;
  /** Where speeches begin; one more entry for the end. */
  speeches: Uint32Array;
}

/** Collects {@link Characters}, speech by speech and segment by segment. */
export class CharacterCollector {
  private readonly pieces: string[] = [];
  private readonly segments: number[] = [];
  private readonly speeches: number[] = [];
  private readonly boundaries = new BoundaryCollector();
  private readonly offsets = new OffsetCollector();
  private place = 0;

  beginSpeech(): void {
    this.speeches.push(this.place);
    this.boundaries.beginSpeech();
  }

  /** Adds a segment of the speech that began last. @param span of its text */
  add(text: string, { start, end }: Span): void {
    const original = text.slice(start, end);
    const normalised = normaliseDocument(original);
    this.segments.push(this.place);
    this.boundaries.add(this.place, original, normalised.offsets);
    this.offsets.add(this.place, start, normalised);
    this.pieces.push(normalised.text.replaceAll(EDGE, STAND_IN), EDGE);
    this.place += normalised.text.length + 1;
  }

  finish(): Characters {
    const text = this.pieces.join('');
    return {
      text,
      postings: Postings.build(text, EDGE_UNIT),
      boundaries: this.boundaries.finish(this.place),
      offsets: this.offsets.finish(),
      segments: Uint32Array.from(this.segments),
      speeches: Uint32Array.from([...this.speeches, this.place]),
    };
  }
}
