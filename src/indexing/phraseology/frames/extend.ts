import type { Vocabulary } from '../vocabulary.ts';
import { type Bounds, type FrameGroup, groupsOf, isEnough } from './group.ts';
import type { Occurrence } from './occurrence.ts';

/** A word beside an anchor belongs to the frame if this share of its occurrences has it, or so many speeches have. */
const LEAST_SHARE = 0.1;
const MANY_SPEECHES = 6;
const FEWEST = 4;
/** Fixed words beside one frame that are tried: the commonest. */
const MOST_EXTENSIONS = 12;
const MOST_ANCHORS = 5;

/** A place where a fixed word may stand, and which words may: parts of speech as jieba has them. */
interface Side {
  at(occurrence: Occurrence): number;
  allows(tag: string, lastTag: string): boolean;
  /** Whether the frame must then mostly end there: what goes on (为…提供坚强…) is a piece of what follows. */
  closes: boolean;
}

const PARTICLE = /^[uy]/;
const QUALIFIER = /^(a$|ad|b|d|z|m|q)/;
const FUNCTION_WORD = /^[pcdf]/;
const NOUN = /^(n|vn|an|l|i|j)/;

const SIDES: readonly Side[] = [
  // 在…上下功夫, 为…提供支撑
  {
    at: ({ anchors }) => (anchors.at(-1) ?? 0) + 1,
    allows: (tag) => !PARTICLE.test(tag) && !QUALIFIER.test(tag),
    closes: true,
  },
  // 在…基础上; but before a verb a noun is the end of what fills the slot
  {
    at: ({ anchors }) => (anchors.at(-1) ?? 0) - 1,
    allows: (tag, lastTag) => !PARTICLE.test(tag) && (lastTag === 'f' || !NOUN.test(tag)),
    closes: false,
  },
  // 只有在…，才能…
  { at: ({ anchors }) => (anchors[0] ?? 0) + 1, allows: (tag) => FUNCTION_WORD.test(tag), closes: false },
];

/**
 * The longer frames inside one: 以…为… has 以…为抓手 and 以…为契机. A word that stands beside an anchor often enough becomes
 * an anchor too. A word that echoes itself takes none: one half of 不…，不… would grow without the other.
 */
export function extensionsOf(group: FrameGroup, vocabulary: Vocabulary, bounds: Bounds): FrameGroup[] {
  if (group.relation.startsWith('echoes')) return [];
  const found = new Map<string, FrameGroup>();
  for (const side of SIDES) {
    const longer = group.occurrences.map((occurrence) => withAnchor(occurrence, side, vocabulary));
    const groups = groupsOf(
      longer.filter((occurrence) => occurrence !== null),
      vocabulary,
      { ...group, isSeed: false },
    )
      .filter((one) => isEnough(one, bounds) && isUsual(one, group) && (!side.closes || isClosed(one, vocabulary)))
      .sort((a, b) => b.occurrences.length - a.occurrences.length);
    for (const one of groups.slice(0, MOST_EXTENSIONS)) found.set(one.text, one);
  }
  return [...found.values()];
}

/** The share of occurrences behind which the run ends, or a particle or conjunction stands. */
const LEAST_CLOSED = 0.5;
const BEHIND_END = /^[ucy]/;

function isClosed({ occurrences, relation }: FrameGroup, vocabulary: Vocabulary): boolean {
  if (!relation.startsWith('governs')) return true;
  const closed = occurrences.filter(({ speech, anchors, ends }) => {
    const behind = (anchors.at(-1) ?? 0) + 1;
    return behind >= (ends.at(-1) ?? 0) || BEHIND_END.test(vocabulary.tag(speech.words[behind] ?? -1));
  });
  return closed.length >= LEAST_CLOSED * occurrences.length;
}

const isUsual = (longer: FrameGroup, group: FrameGroup): boolean =>
  longer.speeches >= MANY_SPEECHES ||
  longer.occurrences.length >= Math.max(FEWEST, LEAST_SHARE * group.occurrences.length);

/** The occurrence with one more anchor; `null` if no slot would be left, or the word there may be none. */
function withAnchor({ speech, anchors, ends }: Occurrence, side: Side, vocabulary: Vocabulary): Occurrence | null {
  const at = side.at({ speech, anchors, ends });
  const i = anchors.findLastIndex((anchor) => anchor < at);
  const runEnd = ends[i] ?? 0;
  if (at >= runEnd || anchors[i + 1] === at || anchors.length >= MOST_ANCHORS) return null;
  const tagAt = (position: number): string => vocabulary.tag(speech.words[position] ?? -1);
  if (!side.allows(tagAt(at), tagAt(anchors.at(-1) ?? 0))) return null;
  const made = { speech, anchors: anchors.toSpliced(i + 1, 0, at), ends: ends.toSpliced(i + 1, 0, runEnd) };
  return hasSlot(made) ? made : null;
}

/** Whether something open stays between the first anchor and the last. */
const hasSlot = ({ anchors }: Occurrence): boolean => (anchors.at(-1) ?? 0) - (anchors[0] ?? 0) >= anchors.length;
