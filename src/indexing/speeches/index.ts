/** speeches/: the speeches of an index as its part `speeches` has them, read when they are looked at. */
export { readSpeeches, speechSections } from './speeches-part.ts';
export { wholeSpeech } from './stored-speech.ts';
