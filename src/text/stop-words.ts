/**
 * Words that are never searched for: they stand in every passage and say nothing about which one is meant. Written for
 * this project from the function words of Chinese grammars (particles, pronouns, prepositions, conjunctions, adverbs of
 * degree) and the words with which people wrap a question. Words that carry the matter of an official text (要求, 工作,
 * 重要) are left to the ranking, which weighs them by how common they are.
 */
const PARTICLES = '的 地 得 了 着 过 之 所 等 们 吗 呢 吧 啊 呀 么 嘛 也 就 都 还 又 再 才 却 即 则 乃 第';
const PRONOUNS =
  '我 你 您 他 她 它 我们 你们 他们 她们 它们 自己 这 那 其 此 该 某 各 每 这个 那个 这些 那些 这样 那样 这里 那里 这种 那种 其中 其他 各个';
const PREPOSITIONS =
  '在 从 自 由 于 以 为 向 到 对 把 被 将 给 让 跟 同 与 和 及 或 比 按 据 因 关于 对于 由于 通过 根据 按照 为了 随着 以及 并且 而且 或者 还是 但是 不过 然而 如果 因为 所以 因此 虽然 尽管 即使 只要 只有 无论 不论 从而 以便 而 且 并 但 若 虽 乃至 直到';
const ADVERBS_AND_VERBS =
  '是 有 要 能 会 可 应 可以 能够 应当 应该 必须 需要 很 更 最 较 太 非常 十分 已 已经 正在 曾 将要 一 一个 一些 一种 一定 一切 上 下 中 里 内 外 个 时 来 去 做 使 令';
const QUESTION_WORDS =
  '什么 怎么 怎样 怎么样 怎么办 怎样才能 怎么才能 如何才能 怎么做 如何 为何 能否 为什么 哪 哪些 哪个 哪里 谁 几 多少 有没有 没有 有无 是否 是不是 不是 能不能 不能 可不可以 可不 不可 请问 帮 帮我 请 一下 想 想要 找 关于';

export const STOP_WORDS: ReadonlySet<string> = new Set(
  [PARTICLES, PRONOUNS, PREPOSITIONS, ADVERBS_AND_VERBS, QUESTION_WORDS].flatMap((words) => words.split(' ')),
);
