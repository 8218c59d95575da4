import { type CollocationTable, NEGATIONS } from '../../indexing/index.ts';
import { type PartOfSpeech, type SharedCollocate, spaceOf } from './collocate-space.ts';

/** A word that this corpus uses as another, and what shows it. */
export interface NearSynonym {
  word: string;
  /** 0..1, the same in both directions. */
  similarity: number;
  /** What shows it: the words both stand with, those that tell most first. */
  shared: SharedCollocate[];
}

/** Near-synonyms of one word, and collocates of each that are shown. */
const MOST = 8;
const MOST_SHARED = 6;
/** Words less alike than this are not told. Nouns that one does the same with are many; verbs with the same objects few. */
export const LEAST_ALIKE: Readonly<Record<PartOfSpeech, number>> = { verb: 0.13, noun: 0.2 };
/** Shared collocates that are asked for; one less of words that share a character. */
const FEWEST_SHARED: Readonly<Record<PartOfSpeech, number>> = { verb: 3, noun: 4 };
/** How many of them must be verbs: what one can do with two things tells more than how both are described. */
const FEWEST_VERBS = 2;
const MANY_PARTNERS = 25;
/** From this logDice on, two nouns stand side by side as one thing. */
const TOGETHER = 8;
/** What a shared character is worth: of what is missing to 1, this share. Half of a two-character word is little, but no chance. */
const PRIOR = 0.1;

/**
 * Characters that turn a word into its opposite. Opposites stand with the same words as near-synonyms do (增加 and 减少
 * 投入), and no count of collocates tells the two apart (Lin, Zhao, Qin and Zhou 2003).
 */
const OPPOSITES =
  '增减 升降 高低 扩缩 扩压 扩控 大小 多少 强弱 松紧 开关 加减 加降 提降 进退 收放 得失 正反 好坏 长短 新旧 内外 前后 上下 快慢 成败 优劣'.split(
    ' ',
  );

/**
 * Words that stand with the same objects (verbs), or with the same verbs and modifiers (nouns), as one word does:
 * 夯实 and 筑牢 by 基础, 根基, 防线. Likeness is Lin's (1998, Automatic retrieval and clustering of similar words): the
 * information in what two words share, over the information in all that each stands with; a shared character adds a
 * little. Nothing is told of a word that shares too few. Learned from the corpus alone.
 */
export function nearSynonyms(table: CollocationTable, word: string, as?: PartOfSpeech): NearSynonym[] {
  const kind = as ?? partOfSpeech(table, word);
  const space = spaceOf(table, kind);
  const ranked = [...space.alike(word)]
    .map(([other, lin]) => ({ word: other, similarity: withPrior(lin, word, other) }))
    .filter((found) => found.similarity >= LEAST_ALIKE[kind])
    .sort((a, b) => b.similarity - a.similarity || (a.word < b.word ? -1 : 1));
  const found: NearSynonym[] = [];
  for (const other of ranked) {
    if (found.length === MOST) break;
    if (!isShown(table, kind, word, other.word)) continue;
    found.push({ ...other, shared: space.evidence(word, other.word, MOST_SHARED) });
  }
  return found;
}

/** How alike two words are used, 0..1, the same in both directions; 0 where too little shows it. */
export function similarity(table: CollocationTable, a: string, b: string, as?: PartOfSpeech): number {
  if (a === b) return 1;
  const kind = as ?? partOfSpeech(table, a);
  return isShown(table, kind, a, b) ? withPrior(spaceOf(table, kind).compare(a, b), a, b) : 0;
}

/** Words that two words both stand with, those that tell most first: as verbs, or where none are, as nouns. */
export function sharedCollocates(table: CollocationTable, a: string, b: string): string[] {
  const of = (as: PartOfSpeech): string[] =>
    spaceOf(table, as)
      .evidence(a, b, MOST_SHARED)
      .map(({ word }) => word);
  const asVerbs = of('verb');
  return asVerbs.length > 0 ? asVerbs : of('noun');
}

/** Whether both are of this kind, enough shows that they are alike, and nothing that they are not. */
function isShown(table: CollocationTable, as: PartOfSpeech, a: string, b: string): boolean {
  if (!isOf(table, as, a) || !isOf(table, as, b) || areOpposite(a, b)) return false;
  // 不同意见 is a kind of 意见, not another word for it.
  if (as === 'noun' && (a.endsWith(b) || b.endsWith(a))) return false;
  if (as === 'noun' && standTogether(table, a, b)) return false;
  const { all, first, occurrences, partners } = spaceOf(table, as).shared(a, b);
  // A word of many collocates shares two or three with any other by chance, once each.
  if (occurrences < FEWEST_SHARED[as] && partners > MANY_PARTNERS) return false;
  return first >= FEWEST_VERBS && all >= FEWEST_SHARED[as] - (sharesCharacter(a, b) ? 1 : 0);
}

/** 设施建设: what stands side by side shares its modifiers, and is no other word for it. */
const standTogether = (table: CollocationTable, a: string, b: string): boolean =>
  [table.pair('modifier-head', 'left', a, b), table.pair('modifier-head', 'left', b, a)].some(
    (pair) => pair !== undefined && pair.score >= TOGETHER,
  );

const isOf = (table: CollocationTable, as: PartOfSpeech, word: string): boolean => {
  const wordClass = table.classOf(word);
  return wordClass === 'w' || wordClass === (as === 'verb' ? 'v' : 'n');
};

const withPrior = (lin: number, a: string, b: string): number =>
  sharesCharacter(a, b) ? lin + (1 - lin) * PRIOR : lin;

/** What a word mostly is here. */
function partOfSpeech(table: CollocationTable, word: string): PartOfSpeech {
  const asVerb = table.partners('verb-object', 'left', word).size;
  const wordClass = table.classOf(word);
  if (wordClass === 'v') return 'verb';
  return asVerb > table.partners('verb-object', 'right', word).size ? 'verb' : 'noun';
}

/** Whether two words have a character in common. */
export const sharesCharacter = (a: string, b: string): boolean => [...a].some((character) => b.includes(character));

const areOpposite = (a: string, b: string): boolean =>
  isNegationOf(a, b) ||
  isNegationOf(b, a) ||
  OPPOSITES.some(
    ([one = '', other = '']) => (a.includes(one) && b.includes(other)) || (a.includes(other) && b.includes(one)),
  );

const isNegationOf = (a: string, b: string): boolean => a.endsWith(b) && NEGATIONS.has(a.slice(0, -b.length));
