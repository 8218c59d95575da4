import type { CollocationPlace, CollocationTable } from '../../indexing/index.ts';
import { clauses, normaliseText } from '../../text/index.ts';
import { type ParsedClause, parseClause, parseQuestion } from './clause-parse.ts';
import { LEAST_ALIKE, nearSynonyms, sharedCollocates, sharesCharacter, similarity } from './near-synonyms.ts';
import { clausesWith, holdsWord, type Spoken } from './spoken-clauses.ts';

/** A word of what was asked, and what the corpus says in its place. */
export interface Change {
  from: string;
  to: string;
  /** How alike the corpus uses the two, 0..1: see `similarity`. */
  similarity: number;
  /** Words that both stand with in the corpus; empty where the clause alone shows it. */
  evidence: string[];
}

/** Another way to say a clause: a clause of the corpus, whole. */
export interface Paraphrase {
  /** As it stands at its first place. */
  text: string;
  /** The clause of the question that it says otherwise. */
  of: string;
  changed: Change[];
  /** Comparable within one answer. */
  score: number;
  /** In how many speeches. */
  speeches: number;
  spans: CollocationPlace[];
}

/** What of a question is read, in UTF-16 units, and how many of its clauses. */
const LONGEST = 200;
const MOST_CLAUSES = 6;
const MOST = 12;
/** Ways that nothing but their own clause shows, where there are few others. */
const MOST_GUESSED = 3;
const SPECIFIC = 4;
const BESIDES = 4;
/** Ways of less are other things that are said in similar words. */
const LOWEST = 0.12;
/** Near-synonyms of each content word that are looked for in its place. */
const MOST_NEAR = 4;
/** A clause longer than this is no phrasing any more. */
const LONGEST_CLAUSE = 36;
/** The share of the question's content that a clause must have. */
const COVERAGE = 0.6;
/** What a word that every speech has weighs less than its 1: 工作 in 人才工作 says little. */
const EVERYWHERE = 0.7;
/** Ways with the same changes. */
const MOST_ALIKE = 3;
/** Clauses that are read word by word: some 3 ms. */
const MOST_PARSED = 300;
/** What a change is worth whose words nothing shows to be alike, beside one of equal words. */
const BASE = 0.3;

/**
 * Other ways to say a sentence: clauses of the corpus with the same or near-synonymous content and another verb, or the
 * same verb and other words. `speeches` are those that the table was learned from, in the same order.
 */
export function paraphrases(table: CollocationTable, speeches: readonly Spoken[], sentence: string): Paraphrase[] {
  const text = normaliseText(sentence.slice(0, LONGEST));
  const found = clauses(text)
    .slice(0, MOST_CLAUSES)
    .flatMap(({ start, end }) => waysToSay(table, speeches, text.slice(start, end)))
    .sort((a, b) => b.score - a.score || a.text.length - b.text.length);
  const shown = varied(found.filter(isShown));
  const guessed = varied(found.filter((way) => !isShown(way) && isNear(way))).slice(
    0,
    Math.max(0, MOST_GUESSED - shown.length),
  );
  return [...shown, ...guessed].slice(0, MOST);
}

/** Not one verb all over: of the same changes the best few. */
function varied(ways: readonly Paraphrase[]): Paraphrase[] {
  const met = new Map<string, number>();
  return ways.filter(({ of, changed }) => {
    const key = [of, ...changed.map(({ from, to }) => `${from}>${to}`)].join(' ');
    met.set(key, (met.get(key) ?? 0) + 1);
    return (met.get(key) ?? 0) <= MOST_ALIKE;
  });
}

/**
 * Whether the corpus shows that each change keeps the sense, and not this clause alone: the words are near-synonyms, or
 * they share the very object and one more, or a character (查出问题, 查清问题).
 */
const isShown = ({ of, changed }: Paraphrase): boolean =>
  changed.every(
    ({ from, to, similarity: alike, evidence }) =>
      alike >= LEAST_ALIKE.verb ||
      sharesCharacter(from, to) ||
      (evidence.length > 1 && evidence.some((word) => word.length > 1 && of.endsWith(word))),
  );

/** Whether a way that nothing else shows may be told: as short as the question, and of a question that says enough. */
const isNear = ({ of, text, changed }: Paraphrase): boolean =>
  changed.every(({ from }) => of.length - from.length >= SPECIFIC) && text.length <= of.length + BESIDES;

/** A content word of the question with the words that may stand for it, each with its likeness, 0..1. */
interface Wanted {
  word: string;
  weight: number;
  variants: ReadonlyMap<string, number>;
}

/** A clause of the corpus with all places where it stands, and how much of the question's content it has. */
interface Candidate {
  text: string;
  spans: CollocationPlace[];
  coverage: number;
}

function waysToSay(table: CollocationTable, speeches: readonly Spoken[], clause: string): Paraphrase[] {
  const asked = parseQuestion(table, clause);
  const wanted = asked.content.map((word) => toWanted(table, speeches, word));
  return candidatesFor(speeches, wanted, clause).flatMap((candidate) => {
    const changed = changesOf(table, asked, wanted, candidate.text);
    if (changed === null) return [];
    const [first] = candidate.spans;
    const score = scoreOf(candidate, changed, clause);
    if (first === undefined || score < LOWEST) return [];
    return [
      {
        text: (speeches[first.speech]?.text ?? '').slice(first.start, first.end),
        of: clause,
        changed: changed.map((change) => ({ ...change, evidence: sharedCollocates(table, change.from, change.to) })),
        score,
        speeches: spreadOf(candidate),
        spans: candidate.spans,
      },
    ];
  });
}

function toWanted(table: CollocationTable, speeches: readonly Spoken[], word: string): Wanted {
  const near = nearSynonyms(table, word, 'noun').slice(0, MOST_NEAR);
  const having = speeches.filter((speech) => holdsWord(speech, word)).length;
  return {
    word,
    weight: Math.log2(1 + speeches.length / Math.max(1, having)) - EVERYWHERE,
    variants: new Map([[word, 1], ...near.map((found) => [found.word, found.similarity] as const)]),
  };
}

/** Clauses with enough of the content, those with most of it first. */
function candidatesFor(speeches: readonly Spoken[], wanted: readonly Wanted[], asked: string): Candidate[] {
  const anchors = anchorsOf(wanted).flatMap(({ variants }) => [...variants.keys()]);
  const found = new Map<string, Candidate>();
  for (const [position, speech] of speeches.entries()) {
    for (const { text, span } of clausesWith(speech, anchors)) {
      if (text.length > LONGEST_CLAUSE || text === asked) continue;
      const place = { speech: position, ...span };
      const same = found.get(text);
      if (same !== undefined) same.spans.push(place);
      else found.set(text, { text, spans: [place], coverage: coverageOf(wanted, text) });
    }
  }
  return [...found.values()]
    .filter(({ coverage }) => coverage >= COVERAGE)
    .sort((a, b) => b.coverage - a.coverage || b.spans.length - a.spans.length || a.text.length - b.text.length)
    .slice(0, MOST_PARSED);
}

/** The heaviest words, as many as that no clause without any of them can have enough of the content. */
function anchorsOf(wanted: readonly Wanted[]): Wanted[] {
  const sorted = [...wanted].sort((a, b) => b.weight - a.weight);
  const total = weigh(sorted);
  return sorted.filter((_, i) => weigh(sorted.slice(i)) >= COVERAGE * total);
}

const weigh = (wanted: readonly Wanted[]): number => wanted.reduce((sum, { weight }) => sum + weight, 0);

const coverageOf = (wanted: readonly Wanted[], text: string): number =>
  wanted.reduce((sum, { weight, variants }) => sum + weight * likenessIn(variants, text), 0) / weigh(wanted);

function likenessIn(variants: ReadonlyMap<string, number>, text: string): number {
  let best = 0;
  for (const [variant, likeness] of variants) if (likeness > best && text.includes(variant)) best = likeness;
  return best;
}

/** A change before its evidence is looked up. */
type Weighed = Omit<Change, 'evidence'>;

/** What a clause says otherwise; `null` where it says the same in the same words, or something else. */
function changesOf(
  table: CollocationTable,
  asked: ParsedClause,
  wanted: readonly Wanted[],
  text: string,
): Weighed[] | null {
  const content = contentChanges(wanted, text);
  const verb = verbChange(table, asked, wanted, parseClause(table, text));
  if (verb === null) return null;
  const changes = [...verb, ...content];
  return changes.length === 0 ? null : changes;
}

function contentChanges(wanted: readonly Wanted[], text: string): Weighed[] {
  return wanted.flatMap(({ word, variants }) => {
    if (text.includes(word)) return [];
    const [best] = [...variants].filter(([variant]) => text.includes(variant)).sort(([, a], [, b]) => b - a);
    return best === undefined ? [] : [{ from: word, to: best[0], similarity: best[1] }];
  });
}

/** The verb that stands in place of the one asked: none where it is the same, `null` where no verb governs the content. */
function verbChange(
  table: CollocationTable,
  asked: ParsedClause,
  wanted: readonly Wanted[],
  clause: ParsedClause,
): Weighed[] | null {
  const variants = wanted.flatMap((one) => [...one.variants.keys()]);
  const governing = clause.governed.filter(({ object }) => variants.includes(object));
  const [first] = asked.governed;
  if (governing.length === 0) return null;
  if (first === undefined || governing.some(({ verb }) => verb === first.verb)) return [];
  const ranked = governing
    .map(({ verb, isNegated }) => ({ to: verb, isNegated, similarity: similarity(table, first.verb, verb, 'verb') }))
    // 不听汇报 is not 听取汇报; 不放松 may well be 抓好.
    .filter((other) => other.isNegated === first.isNegated || other.similarity >= LEAST_ALIKE.verb)
    .sort((a, b) => b.similarity - a.similarity);
  const [best] = ranked;
  return best === undefined ? null : [{ from: first.verb, to: best.to, similarity: best.similarity }];
}

const spreadOf = ({ spans }: Candidate): number => new Set(spans.map(({ speech }) => speech)).size;

/** Content first, then how much alike what was changed is, then spread; what says much else besides comes later. */
function scoreOf(candidate: Candidate, changed: readonly Weighed[], asked: string): number {
  const likeness = changed.reduce((product, { similarity: own }) => product * (BASE + (1 - BASE) * own), 1);
  const besides = Math.max(0, candidate.text.length - asked.length);
  return candidate.coverage * likeness * (1 + Math.log2(spreadOf(candidate)) / 4) * (1 / (1 + besides / 24));
}
