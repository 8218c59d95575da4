import type { SpeechIndex } from '../../../indexing/index.ts';
import { type Genre, mainSections, type Role } from '../../../speech/index.ts';

/** A part that this share of a genre's speeches has belongs to its spine. 0..1. */
const USUAL = 0.5;
/** Fewer speeches than this do not tell what is usual. */
const FEWEST = 3;

/** What the speeches of a genre are usually made of. */
export interface Spine {
  roles: ReadonlySet<Role>;
  /** Where a role usually stands, 0..1. */
  place(role: Role): number | undefined;
}

/** The spine of a genre; of all speeches, where the genre is not known or has too few. */
export function spineOf(index: SpeechIndex, genre: Genre | undefined): Spine {
  const ofGenre = index.speeches.filter((speech) => genre !== undefined && speech.genre === genre);
  const speeches = ofGenre.length >= FEWEST ? ofGenre : index.speeches;
  const having = new Map<Role, number>();
  const places = new Map<Role, number[]>();
  for (const { sections } of speeches) {
    const main = mainSections(sections);
    for (const role of new Set(main.map((section) => section.role))) {
      if (role !== null) having.set(role, (having.get(role) ?? 0) + 1);
    }
    for (const [i, { role }] of main.entries()) {
      if (role !== null) places.set(role, [...(places.get(role) ?? []), (i + 0.5) / main.length]);
    }
  }
  const usual = [...having].filter(([, count]) => count >= USUAL * speeches.length).map(([role]) => role);
  return {
    roles: new Set(usual),
    place: (role) => {
      const all = places.get(role);
      return all === undefined ? undefined : all.reduce((sum, place) => sum + place, 0) / all.length;
    },
  };
}
