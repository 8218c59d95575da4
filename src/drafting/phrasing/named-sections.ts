import { type Section, type Speech, walkSections } from '../../speech/index.ts';
import { normaliseDocumentText } from '../../text/index.ts';

/** A section with the words of its heading or lead in the form that is compared. */
export interface Named {
  section: Section;
  key: string;
}

const known = new WeakMap<Speech, Named[]>();

/** The sections of a speech that have words of their own. Made once a speech. */
export function namedIn(speech: Speech): readonly Named[] {
  const made =
    known.get(speech) ??
    [...walkSections(speech.sections)]
      .filter(({ section }) => section.heading !== '')
      .map(({ section }) => ({ section, key: normaliseDocumentText(section.heading) }));
  known.set(speech, made);
  return made;
}
