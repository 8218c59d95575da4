/**
 * Radicals that are characters too: the radical, then the character that was typed
 * (Unicode, EquivalentUnifiedIdeograph.txt; those of U+2E80–2EFF that NFKC leaves as they are).
 */
const SUPPLEMENT = new Map(
  (
    '⺁厂 ⺇几 ⺌小 ⺍小 ⺎兀 ⺒巳 ⺓幺 ⺛旡 ⺜日 ⺝月 ⺟母 ⺠民 ⺧牛 ⺫目 ⺮竹 ⺶羊 ⺼月 ⻁虎 ⻄西 ⻅见 ⻆角 ⻇角 ⻉贝 ⻋车 ⻑長 ⻒長 ' +
    '⻓长 ⻔门 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻬齐 ⻮齿 ⻰龙 ⻱龜 ⻲亀 ⻳龟'
  )
    .split(' ')
    .map((pair) => [pair.slice(0, 1), pair.slice(1)] as const),
);

/**
 * Undoes what browsers and some printers write into the text layer: where one glyph serves a radical and a character,
 * they name the radical (⼀ U+2F00 for 一, ⻔ U+2ED4 for 门) or a compatibility ideograph.
 */
export const withoutRadicals = (words: string): string =>
  words.replace(/[\u2e80-\u2fd5\uf900-\ufaff]/g, (sign) => SUPPLEMENT.get(sign) ?? sign.normalize('NFKC'));
