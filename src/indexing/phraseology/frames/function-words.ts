import type { Vocabulary } from '../vocabulary.ts';

/**
 * What a word can be in a frame. `leading`: prepositions and verbs of causing, which open a slot that a verb, a localiser or
 * another preposition closes (以…为, 让…成为). `linking`: conjunctions and adverbs, which answer one another (既…又, 只有…才能).
 * `echoing`: words that make a frame by standing twice (谁…谁, 有…有). `closing`: localisers. `verbal`: what may only close.
 */
export type Part = 'leading' | 'linking' | 'echoing' | 'closing' | 'verbal';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Verbs that work as prepositions do: jieba calls some of them verbs, some prepositions. */
const CAUSING = words(
  '让 使 令 叫 靠 凭 因 由 将 把 被 向 往 朝 变 化 寓 融 集 当 像 如 比 拿 用 沿 自 除 除了 围绕 立足 着眼 本着',
);
const CORRELATIVE = words(
  '既 既要 又 又要 也 也要 就 才 才能 方能 都 更 更要 更是 还 还要 却 再 先 后 越 越是 愈 不仅 不但 不光 不只 而且 只有 只要 唯有 无论 无论是 不论 不管 还是 是 不是 而是 就是 与其 不如 宁可 宁愿 虽然 虽 但 但是 因为 所以 之所以 是因为 如果 那么 即使 也是 哪怕 尽管 凡是 凡 一旦 没有 决不 绝不 任何 一切 边 一边 一面 一方面 另一方面 一手 有的 或 不再 仍然 仍 必须 必 为了 首先 其次',
);
const ECHOING = words(
  '谁 什么 哪里 哪儿 多少 怎么 有 没有 没 不 不能 不许 不得 无 是 要 能 会 可以 敢 最 更加 更 越 再 一手 有利于 有人 有的 多 少 就 让 把 向 从 为 靠 以 对 用 到 不让 不搞 不怕 决不 绝不 切实 坚决 着力 既 边 能够 敢于 善于 勇于 先 自觉 永远 始终',
);
/** They join words rather than clauses, or stand for a noun: frames that they seem to make are accidents of a sentence. */
const NEVER = words(
  '和 及 及其 以及 与 跟 并 且 等 将 所 之 其 它 第 同时 此外 另外 并且 及时 特别 尤其 不少 必要 共 共同 进一步 分别 最后 以前 以后 现在 只 已 已经 正在 曾 很 较 比较 地 的 了 着',
);

/** The parts that a word can play, or none. Decided by its part of speech first; lists have what a dictionary can't tell. */
export function partsOf(vocabulary: Vocabulary, number: number): ReadonlySet<Part> {
  const word = vocabulary.word(number);
  const parts = new Set<Part>();
  if (ECHOING.has(word)) parts.add('echoing');
  if (NEVER.has(word)) return parts;
  const tag = vocabulary.tag(number);
  if (CAUSING.has(word) || tag === 'p') parts.add('leading');
  if (CORRELATIVE.has(word) || tag === 'c') parts.add('linking');
  if (tag === 'f') parts.add('closing');
  if (tag.startsWith('v') && word.length <= 3 && !CORRELATIVE.has(word)) parts.add('verbal');
  return parts;
}
