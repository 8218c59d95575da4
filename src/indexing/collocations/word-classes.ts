import { loadSegmenter, STOP_WORDS } from '../../text/index.ts';
import type { CutStretch } from './cut-speeches.ts';

/**
 * What a word does in a clause, as far as pairs of words need it:
 * `v` verb, `n` noun, `w` either (建设, 发展), `a` attribute (重大, 高质量), `d` adverb (不断), `c` modal verb or short adverb (要, 不): both stand before a verb;
 * `m` number or measure, `e` 的, `g` 地, `u` mark of aspect or result behind a verb (了, 好), `b` brings an object before its
 * verb (把, 将), `h` joins nouns (和, 与), `x` ends whatever it stands in: punctuation, prepositions, pronouns.
 */
export type WordClass = 'v' | 'n' | 'w' | 'a' | 'd' | 'c' | 'm' | 'e' | 'g' | 'u' | 'b' | 'h' | 'x';

const list = (words: string, wordClass: WordClass): [string, WordClass][] =>
  words.split(' ').map((word): [string, WordClass] => [word, wordClass]);

/** Function words, from the grammars: closed classes, where a list is the definition. */
const CLOSED: ReadonlyMap<string, WordClass> = new Map([
  ...list('的 之', 'e'),
  ...list('地', 'g'),
  ...list('了 着 过 好 起 出 到 成 住 完 不了 不到 清楚 明白', 'u'),
  ...list('起来 下去 出来 出去 下来 上来 上去 进来 进去 回来 回去 过来 过去', 'u'),
  ...list('把 将', 'b'),
  ...list('和 与 及 以及 或 或者', 'h'),
  ...list('要 应 应该 应当 必须 需要 能 能够 可以 会 须 得 想 来 去 只有 只要 不能 不得 不准 不要 不会 不许', 'c'),
  ...list('再 更 就 也 都 均 并 而 不 没有 未 别 先 还 只 又 不仅 怎么 不再 就要 就是', 'c'),
  ...list('进一步 不断 切实 始终 继续 持续 努力 坚决 逐步 尽快 及时 认真 严格 共同', 'd'),
  ...list('大力 着力 深入 全面 全力 积极 扎实 高度 稳妥 有效 充分 统筹', 'd'),
  ...list('是 有 在 为 以 从 向 对 于 由 被 让 使 令 给 同 跟 等 等等 进行 作为 成为 属于 没 还有 大家', 'x'),
]);

/** ICTCLAS letters to classes, by their beginning, longest first. */
const TAGS: readonly [string, WordClass][] = [
  ['vn', 'w'],
  ['vd', 'd'],
  ['v', 'v'],
  ['nr', 'n'],
  ['n', 'n'],
  ['j', 'n'],
  ['an', 'w'],
  ['ad', 'd'],
  ['a', 'a'],
  ['b', 'a'],
  ['z', 'a'],
  ['i', 'a'],
  ['l', 'a'],
  ['d', 'd'],
  ['m', 'm'],
  ['q', 'm'],
  ['eng', 'n'],
  ['s', 'n'],
];

const HAN = /\p{Script=Han}/u;

/**
 * Verbs of two characters, an action and its result (筑牢, 查清, 做强): officials make new ones every year, and the
 * dictionary has them as names or nouns, or not at all.
 */
function isResultative(word: string, tag: string): boolean {
  if (!/^(?:x|n|nr|ns|nz)$/.test(tag) || NO_ACTION.has(word)) return false;
  return tag === 'n' ? /^.[牢实清]$/u.test(word) : /^[^不这很太更最][牢实清透紧密准强优懂稳]$/u.test(word);
}
const NO_ACTION: ReadonlySet<string> = new Set([
  '事实',
  '现实',
  '史实',
  '果实',
  '真实',
  '满清',
  '监牢',
  '口实',
  '严实',
]);

/** What the dictionary does not have, until the corpus has told. */
const UNKNOWN = '?';

function tagged(word: string): WordClass | typeof UNKNOWN {
  const closed = CLOSED.get(word);
  if (closed !== undefined) return closed;
  if (STOP_WORDS.has(word) || !HAN.test(word)) return 'x';
  const tags = loadSegmenter().tags(word);
  const tag = tags.length === 1 ? (tags[0] ?? 'x') : 'x';
  if (isResultative(word, tag)) return 'v';
  if (tag === 'x') return GUESSED_AROUND.test(word) ? 'x' : UNKNOWN;
  return TAGS.find(([letters]) => tag.startsWith(letters))?.[1] ?? 'x';
}

/** The class of a word that no speech has: the dictionary's. */
export function classOfWord(word: string): WordClass {
  const given = tagged(word);
  return given === UNKNOWN ? 'x' : given;
}

/** How often a word stood where a verb, a noun, an adverb stands. */
interface Evidence {
  count: number;
  /** Behind an adverb or modal verb and before a noun (要压实责任), or before a mark of aspect (压实了). */
  verb: number;
  /** At the beginning of a clause and before a noun, as verbs do, but as nouns do too. */
  first: number;
  /** Behind 的, behind a verb, at the end of a clause behind a noun. */
  noun: number;
  /** The same, and nothing behind it that could be its noun. */
  last: number;
  /** Before a verb. */
  adverb: number;
}

/**
 * The class of every word: what the dictionary says, corrected by where the corpus puts the word. The dictionary takes
 * 压实 for a noun, 着力 for one, and does not know 筑牢; all three are told by their neighbours.
 */
export function classify(words: readonly string[], stretches: readonly CutStretch[]): WordClass[] {
  const given = words.map(tagged);
  const evidence = gather(given, stretches);
  return words.map((word, id) => {
    const wordClass = given[id] ?? 'x';
    const facts = evidence[id];
    if (facts !== undefined && !CLOSED.has(word) && word.length > 1) return corrected(wordClass, facts);
    return wordClass === UNKNOWN ? 'x' : wordClass;
  });
}

/** What jieba makes of a function word and its neighbour (一是, 更要, 每名) is no word. */
const GUESSED_AROUND =
  /^[先是要有不这那每个各一二三四五六七八九十就使也又更还很几两同与其按从由对向]|[是要有同与着了得在到个位地的]$/u;

type Given = WordClass | typeof UNKNOWN;

const isNominal = (wordClass: Given): boolean => wordClass === 'n' || wordClass === 'w' || wordClass === 'a';

function gather(given: readonly Given[], stretches: readonly CutStretch[]): Evidence[] {
  const evidence = given.map((): Evidence => ({ count: 0, verb: 0, first: 0, noun: 0, last: 0, adverb: 0 }));
  for (const { words } of stretches) {
    let before: Given = 'x';
    for (let i = 0; i < words.length; i++) {
      const after: Given = given[words[i + 1] ?? -1] ?? 'x';
      const facts = evidence[words[i] ?? -1];
      if (facts !== undefined) note(facts, before, after);
      before = given[words[i] ?? -1] ?? 'x';
    }
  }
  return evidence;
}

function note(facts: Evidence, before: Given, after: Given): void {
  facts.count++;
  if (after === 'v' || after === 'g') facts.adverb++;
  if (after === 'u' || ((before === 'd' || before === 'c') && isNominal(after))) facts.verb++;
  else if (before === 'x' && isNominal(after)) facts.first++;
  else if (before === 'e' || before === 'v' || (isNominal(before) && after === 'x')) {
    facts.noun++;
    if (!isNominal(after)) facts.last++;
  }
}

/** From these shares of its occurrences on, where a word stands says more than the dictionary. */
const MOST = 0.6;
const OFTEN = 0.4;
const SOME = 0.25;
const FEW = 0.12;
const HARDLY = 0.04;
const NEVER = 0.015;
const FEWEST = 3;
const MANY = 20;

function corrected(given: Given, facts: Evidence): WordClass {
  if (given === UNKNOWN) return unknown(facts);
  // The dictionary's verbs stand before verbs too, when what follows is a noun that it takes for one (减少 投入).
  if (isAdverb(facts) && (given !== 'v' || facts.count >= MANY)) return 'd';
  if (given === 'v') return verbal(facts);
  if (given === 'w') return facts.count >= 2 * FEWEST && facts.verb < HARDLY * facts.count ? 'n' : 'w';
  return given === 'n' || given === 'a' ? nominal(given, facts) : given;
}

function verbal({ count, verb, last }: Evidence): WordClass {
  // 相关, 知识: the dictionary's verbs that no speech uses as one.
  if (count >= MANY && verb < NEVER * count) return 'n';
  const share = last >= FEWEST ? SOME : MOST;
  return last >= 2 && last >= share * count ? 'w' : 'v';
}

/** Mostly before a verb, and seldom where a noun stands. */
const isAdverb = (facts: Evidence): boolean =>
  facts.count >= FEWEST && !isVerb(facts) && facts.adverb >= MOST * facts.count && facts.noun < SOME * facts.count;

const isVerb = ({ verb, first, noun }: Evidence): boolean => verb >= 2 && verb + first > 2 * noun;

function nominal(given: 'n' | 'a', facts: Evidence): WordClass {
  const { count, verb, last } = facts;
  if (isVerb(facts) && verb >= FEW * count) return 'v';
  if (verb >= FEWEST && verb >= FEW * count) return 'w';
  return given === 'a' && last >= FEWEST && last >= OFTEN * count ? 'w' : given;
}

function unknown({ verb, first, noun }: Evidence): WordClass {
  if (verb + first >= 2 && verb + first > 2 * noun) return 'v';
  return noun >= FEWEST && noun > 2 * (verb + first) ? 'n' : 'x';
}
