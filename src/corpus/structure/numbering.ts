import type { Section, Warning } from '../../speech/index.ts';
import { parseNumeral } from '../../text/index.ts';

/**
 * Doubts about the numbering of sections that stand side by side: numbers that do not begin with one, skip, repeat or
 * start over. They are reported, never repaired: what stands in the document is what is shown.
 *
 * @param lineAt line number of an offset of the original
 */
export function numberingWarnings(sections: readonly Section[], lineAt: (offset: number) => number): Warning[] {
  const warnings: Warning[] = [];
  doubt(sections, new Map(), ({ code, section, before }) => {
    const details = { before: before?.marker ?? '', marker: section.marker };
    warnings.push({ code, line: lineAt(section.start), details });
  });
  return warnings;
}

interface Doubt {
  code: Warning['code'];
  section: Section;
  before: Section | undefined;
}

/** The number that a list came to. */
interface Count {
  section: Section;
  ordinal: number;
}

/** @param counts how far each list has come in the document, wherever it stood: （三） may go on from one under 一、 */
function doubt(sections: readonly Section[], counts: Map<string, Count>, report: (doubt: Doubt) => void): void {
  const previous = new Map<string, Count>();
  for (const section of sections) {
    const ordinal = ordinalOf(section);
    if (ordinal !== null) {
      const list = listOf(section);
      const before = previous.get(list);
      const goesOn = counts.get(list)?.ordinal === ordinal - 1;
      const code = before === undefined ? beginning(ordinal, goesOn) : doubtOf(section.kind, before.ordinal, ordinal);
      if (code !== null) report({ code, section, before: before?.section });
      previous.set(list, { section, ordinal });
      counts.set(list, { section, ordinal });
    }
    doubt(section.sections, counts, report);
  }
}

/**
 * What is numbered together: headings of one level; points that are counted in one way (第一, 一是, 头一条，);
 * articles, whose number no comma follows. */
const listOf = ({ kind, level, marker }: Section): string =>
  /^第.{1,6}条(?![，,、])/.test(marker)
    ? '条'
    : `${kind} ${level} ${/^[第其]/.exec(marker.replace('头', '第'))?.[0] ?? ''}`;

const beginning = (ordinal: number, goesOn: boolean): Warning['code'] | null =>
  ordinal > 1 && !goesOn ? 'numbering-begins' : null;

function doubtOf(kind: Section['kind'], before: number, now: number): Warning['code'] | null {
  if (now === before + 1) return null;
  if (now === before) return 'numbering-repeats';
  // Points that begin anew are a second list, as speeches often have; headings that do have lost what they stood under.
  if (now === 1 && kind === 'point') return null;
  return now < before ? 'numbering-restarts' : 'numbering-skips';
}

/** The number in a marker (三、 （二） 四要 第五，); `null` where it has none. */
function ordinalOf(section: Section): number | null {
  const numeral = /[0-9.]*[0-9]|[一二三四五六七八九十百]+/
    .exec(section.marker.normalize('NFKC'))?.[0]
    .split('.')
    .at(-1);
  return numeral === undefined || /方面/.test(section.marker) ? null : parseNumeral(numeral);
}
