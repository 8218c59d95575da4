import type { Speech } from '../speech/index.ts';
import type { Document } from './judged-set.ts';

/** A document of a plain collection as a speech of one passage: no title, no headings, the document's id its passage's. */
export const asSpeech = ({ id, text }: Document): Speech => ({
  id,
  file: id,
  text,
  title: '',
  occasion: null,
  genre: null,
  genreEvidence: null,
  level: null,
  levelEvidence: null,
  date: null,
  speaker: null,
  origin: null,
  rights: [],
  sections: [],
  stretches: [],
  passages: [{ id, path: [], paragraph: 1, start: 0, end: text.length }],
  titleSpans: [],
  warnings: [],
});
