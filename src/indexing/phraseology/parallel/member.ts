import { type Span, wordsAt } from '../../../speech/index.ts';
import { trimSpan } from '../../../text/index.ts';
import { firstFrom } from '../../sorted.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { ClauseWords, Line, SpeechWords } from '../words.ts';

/** What may be one of a parallel set: a clause, what stands between 。 or ；, or a point's lead. */
export interface Member extends Span {
  /** Its words, joined, without punctuation and without its number (一是). */
  plain: string;
  /** The same, word by word. */
  words: string[];
  /** The marks that part it from the one before it. */
  mark: string;
  /** Words stand between it and the one before it: it can only be the first of a set. */
  isFirst: boolean;
}

/** What numbers a member: it differs from one to the next, and hides what they share. */
const NUMBER = /^(?:第?[一二三四五六七八九十]+(?:是要|是|要|来)?|首先|其次|再次|最后)$/;

function memberOf(
  speech: SpeechWords,
  words: { from: number; to: number },
  span: Span,
  vocabulary: Vocabulary,
): Member {
  const all = speech.words.slice(words.from, words.to).map((word) => vocabulary.word(word));
  const kept = all.slice(numberWords(all));
  return { start: span.start, end: span.end, plain: kept.join(''), words: kept, mark: '', isFirst: false };
}

/** How many words at the beginning are a number: 一是; 一 and 是; 第一. */
function numberWords(words: readonly string[]): number {
  if (words.length > 2 && /^[一二三四五六七八九十]+$/.test(words[0] ?? '') && /^[是要]$/.test(words[1] ?? '')) return 2;
  return words.length > 1 && (words[0]?.length ?? 0) > 1 && NUMBER.test(words[0] ?? '') ? 1 : 0;
}

/** The clauses of a line. */
export function clauseMembers(speech: SpeechWords, line: Line, vocabulary: Vocabulary): Member[] {
  return clausesOf(speech, line).map((clause) => ({
    ...memberOf(speech, clause, clause, vocabulary),
    mark: clause.mark,
  }));
}

/**
 * The clauses of a line, those that lead in to a parallel without the lead-in: of 我们靠制度管人、靠流程管事、靠数据说话 the
 * first is 靠制度管人, for both that follow it begin with 靠.
 */
export function clauseMembersWithoutLeadIn(
  members: readonly Member[],
  speech: SpeechWords,
  line: Line,
  vocabulary: Vocabulary,
): Member[] {
  const clauses = clausesOf(speech, line);
  return members.map((member, i) => {
    const [clause, next, afterNext] = [clauses[i], clauses[i + 1], clauses[i + 2]];
    const word = speech.words[next?.from ?? -1];
    if (clause === undefined || word === undefined || word !== speech.words[afterNext?.from ?? -1]) return member;
    const at = speech.words.slice(clause.from, clause.to).lastIndexOf(word);
    if (at <= 0) return member;
    const from = clause.from + at;
    const span = { start: speech.starts[from] ?? clause.start, end: clause.end };
    return { ...memberOf(speech, { from, to: clause.to }, span, vocabulary), mark: clause.mark, isFirst: true };
  });
}

function clausesOf(speech: SpeechWords, line: Line): ClauseWords[] {
  const [first, last] = [speech.sentences[line.from], speech.sentences[line.to - 1]];
  return speech.clauses.slice(first?.from ?? 0, last?.to ?? 0);
}

const SEGMENT_END = /[。；！？;!?]+[”’）)]*/g;

/** What stands between 。 and ；, of a line, with the marks at their ends left out. */
export function segmentMembers(speech: SpeechWords, line: Line, vocabulary: Vocabulary): Member[] {
  const text = wordsAt(speech.source, line);
  const members: Member[] = [];
  let start = 0;
  let mark = '';
  let word = speech.clauses[speech.sentences[line.from]?.from ?? 0]?.from ?? 0;
  for (const { index, 0: end } of [...text.matchAll(SEGMENT_END), { index: text.length, 0: '' }]) {
    const span = trimSpan(text, { start, end: index });
    const from = word;
    while ((speech.ends[word] ?? Number.POSITIVE_INFINITY) <= line.start + index) word++;
    if (word > from) {
      const place = { start: line.start + span.start, end: line.start + span.end };
      members.push({ ...memberOf(speech, { from, to: word }, place, vocabulary), mark });
    }
    start = index + end.length;
    mark = end;
  }
  return members;
}

/** A span of a heading or lead, by the words that were cut of it. */
export function leadMember(speech: SpeechWords, span: Span, vocabulary: Vocabulary): Member {
  const from = firstFrom(speech.starts, span.start);
  return memberOf(speech, { from, to: firstFrom(speech.starts, span.end) }, span, vocabulary);
}
