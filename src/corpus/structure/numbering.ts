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
  const previous = new Map<string, { section: Section; ordinal: number }>();
  for (const section of sections) {
    const ordinal = ordinalOf(section);
    const before = previous.get(listOf(section));
    if (ordinal !== null) {
      const code = before === undefined ? beginning(ordinal) : doubt(section.kind, before.ordinal, ordinal);
      const details = { before: before?.section.marker ?? '', marker: section.marker };
      if (code !== null) warnings.push({ code, line: lineAt(section.start), details });
      previous.set(listOf(section), { section, ordinal });
    }
    for (const warning of numberingWarnings(section.sections, lineAt)) warnings.push(warning);
  }
  return warnings;
}

/** What is numbered together: headings of one level; points that are counted in one way (第一, 一是). */
const listOf = ({ kind, level, marker }: Section): string =>
  `${kind} ${level} ${/^[第其]/.exec(marker.replace('头', '第'))?.[0] ?? ''}`;

const beginning = (ordinal: number): Warning['code'] | null => (ordinal > 1 ? 'numbering-begins' : null);

function doubt(kind: Section['kind'], before: number, now: number): Warning['code'] | null {
  if (now === before + 1) return null;
  if (now === before) return 'numbering-repeats';
  // Points that begin anew are a second list, as speeches often have; headings that do have lost what they stood under.
  if (now === 1 && kind === 'point') return null;
  return now < before ? 'numbering-restarts' : 'numbering-skips';
}

/** The number in a marker (三、 （二） 四要 第五，); `null` where it has none. */
function ordinalOf(section: Section): number | null {
  const numeral = /[0-9一二三四五六七八九十百]+/.exec(section.marker.normalize('NFKC'))?.[0];
  return numeral === undefined || /方面/.test(section.marker) ? null : parseNumeral(numeral);
}
