/**
 * Radicals and the characters they look like, in pairs (Unicode, EquivalentUnifiedIdeograph.txt): those of U+2E80–2EFF,
 * which NFKC leaves as they are. Where PDF writers use another character for the glyph, this is theirs (⺼ 月, ⻒ 長).
 */
const SUPPLEMENT = new Map(
  (
    '⺁厂 ⺂乛 ⺃乚 ⺄乙 ⺅亻 ⺆冂 ⺇几 ⺈刀 ⺉刂 ⺊卜 ⺋㔾 ⺌小 ⺍小 ⺎兀 ⺏尣 ⺐尢 ⺒巳 ⺓幺 ⺔彑 ⺕彐 ⺖忄 ⺗心 ⺘扌 ⺙攵 ⺛旡 ⺜日 ' +
    '⺝月 ⺞歺 ⺟母 ⺠民 ⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺫目 ⺬示 ⺭礻 ⺮竹 ⺯糹 ⺰纟 ⺱罓 ⺲罒 ⺳㓁 ⺴冗 ⺶羊 ⺹耂 ⺺肀 ' +
    '⺻聿 ⺼月 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻇角 ⻈讠 ⻉贝 ⻊足 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏邑 ⻐钅 ⻑長 ⻒長 ⻓长 ⻔门 ⻖阝 ' +
    '⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻟飠 ⻠饣 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⻳龟'
  )
    .split(' ')
    .map((pair) => [pair.slice(0, 1), pair.slice(1)] as const),
);

/**
 * Undoes what browsers and some printers write into the text layer of a PDF: where one glyph serves a radical and a
 * character, they name the radical (⼀ U+2F00 for 一, ⻔ U+2ED4 for 门) or a compatibility ideograph. Keeps the length.
 */
export const withoutRadicals = (words: string): string =>
  words.replace(/[\u2e80-\u2fd5\uf900-\ufaff]/g, (sign) => SUPPLEMENT.get(sign) ?? sign.normalize('NFKC'));
