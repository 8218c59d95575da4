import { mainSections, type Section, type Speech } from '../speech/index.ts';
import { normaliseDocumentText, terms } from '../text/index.ts';
import { Column } from './column.ts';
import type { SectionFile, Sections } from './files/index.ts';
import { StringTable } from './frozen/index.ts';

/** A word of the heading says as much as this many more mentions in the text. */
const HEADING = 3;
/** How often each term stands in a section, in the order of their first mention. */
export type TermCounts = ReadonlyMap<string, number>;

/** The counts of the main sections of a speech, in their order: see `mainSections`. */
export const countSections = ({ text, sections }: Speech): TermCounts[] =>
  mainSections(sections).map((section) => {
    const counts = new Map<string, number>();
    for (const line of linesOf(text, section)) countLine(counts, line);
    return counts;
  });

/** {@link countSections} for who has others to let in between. @param breathe awaited after each line */
export async function countSectionsInSlices(
  { text, sections }: Speech,
  breathe: () => Promise<void>,
): Promise<TermCounts[]> {
  const counted: TermCounts[] = [];
  for (const section of mainSections(sections)) {
    const counts = new Map<string, number>();
    for (const line of linesOf(text, section)) {
      countLine(counts, line);
      await breathe();
    }
    counted.push(counts);
  }
  return counted;
}

interface Line {
  text: string;
  /** How much a mention there counts. */
  times: number;
}

function linesOf(original: string, { headingStart, headingEnd, end }: Section): Line[] {
  const body = original.slice(headingEnd, end).split('\n');
  return [
    { text: original.slice(headingStart, headingEnd), times: HEADING },
    ...body.map((text) => ({ text, times: 1 })),
  ];
}

function countLine(counts: Map<string, number>, { text, times }: Line): void {
  for (const term of terms(normaliseDocumentText(text)))
    if (tells(term)) counts.set(term, (counts.get(term) ?? 0) + times);
}

/** Single characters and figures say little of what a section is about. */
const tells = (term: string): boolean => term.length > 1 && !/\d/.test(term);

/** A section's terms by their numbers in a vocabulary, each once, and how often each stands there. */
export interface Entries {
  terms: Uint32Array;
  counts: Uint16Array;
}

/** The arrays of {@link SectionTerms}; {@link Entries} section by section. */
interface Arrays extends Entries {
  /** By speech, its first section; one more for the end. */
  speeches: Uint32Array;
  /** By section, its first entry; one more for the end. */
  sections: Uint32Array;
}

const MOST_COUNTED = 2 ** 16 - 1;

/**
 * How often each term stands in each main section of the speeches of an index: what profiles are made of, for whichever
 * speeches are asked. Six bytes a term of a section.
 */
export class SectionTerms {
  readonly vocabulary: StringTable;
  private readonly arrays: Arrays;

  private constructor(vocabulary: StringTable, arrays: Arrays) {
    this.vocabulary = vocabulary;
    this.arrays = arrays;
  }

  static of(speeches: readonly Speech[]): SectionTerms {
    const known = new Map<string, number>();
    const [terms, counts] = [new Column(), new Column()];
    const [speechStarts, sectionStarts] = [[0], [0]];
    for (const speech of speeches) {
      for (const counted of countSections(speech)) {
        for (const [term, times] of counted) {
          const number = known.get(term) ?? known.size;
          known.set(term, number);
          terms.push(number);
          counts.push(Math.min(MOST_COUNTED, times));
        }
        sectionStarts.push(terms.length);
      }
      speechStarts.push(sectionStarts.length - 1);
    }
    const vocabulary = [...known.keys()].sort();
    const numbers = new Uint32Array(vocabulary.length);
    for (const [number, term] of vocabulary.entries()) numbers[known.get(term) ?? 0] = number;
    return new SectionTerms(StringTable.of(vocabulary), {
      speeches: Uint32Array.from(speechStarts),
      sections: Uint32Array.from(sectionStarts),
      terms: terms.toArray().map((number) => numbers[number] ?? 0),
      counts: Uint16Array.from(counts.toArray()),
    });
  }

  toSections(): Sections {
    const { starts, units } = this.vocabulary;
    const { speeches, sections, terms, counts } = this.arrays;
    return { sections: new Map(Object.entries({ starts, units, speeches, sections, terms, counts })) };
  }

  /** Reads what {@link toSections} gave. @throws ZhibiError `index-damaged` */
  static fromSections(file: SectionFile): SectionTerms {
    const starts = file.read('starts', [Uint32Array]);
    const speeches = file.read('speeches', [Uint32Array]);
    const sections = file.read('sections', [Uint32Array], (speeches.at(-1) ?? 0) + 1);
    if (starts.length === 0) throw file.damage('starts');
    return new SectionTerms(new StringTable(starts, file.read('units', [Uint16Array], starts.at(-1))), {
      speeches,
      sections,
      terms: file.read('terms', [Uint32Array], sections.at(-1)),
      counts: file.read('counts', [Uint16Array], sections.at(-1)),
    });
  }

  /** The main sections of a speech, in their order. */
  entriesOf(speech: number): Entries[] {
    const { speeches, sections, terms, counts } = this.arrays;
    const found: Entries[] = [];
    for (let section = speeches[speech] ?? 0; section < (speeches[speech + 1] ?? 0); section++) {
      const [start, end] = [sections[section], sections[section + 1]];
      found.push({ terms: terms.subarray(start, end), counts: counts.subarray(start, end) });
    }
    return found;
  }
}
