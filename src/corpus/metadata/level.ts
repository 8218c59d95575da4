import type { Evidence, Level } from '../../speech/index.ts';

/** A level, and what it was decided on. */
export interface FoundLevel {
  level: Level;
  evidence: Evidence;
}

/** Who a title or a speaker's office belongs to, the smaller first: 县委书记 of a city's county is the county's. */
const NAMED: readonly { level: Level; words: RegExp }[] = [
  { level: 'central', words: /中华人民共和国|国务院|中共中央|党中央|国家主席|总书记|中央党校/ },
  { level: 'village', words: /村规民约|居民公约|村(?:党)?(?:支部|委会|支书)|社区(?:党|居)|驻村|[^乡农]村“两委”/ },
  { level: 'hospital', words: /医院|卫生院|护理部|院感/ },
  { level: 'school', words: /大学|(?<!科)学院|中学|小学|学校|(?<!党校)校长|开学典礼|毕业典礼|本科教学/ },
  {
    level: 'township',
    words:
      /[乡镇](?:党委|人大|政府|长|人民代表大会)|全[乡镇]|街道|^[在]?[乡镇](?=\p{Script=Han}{2,12}(?:会议|大会|会))/u,
  },
  {
    level: 'enterprise',
    words: /(?<!国)集团|公司|国企|国有企业|车间|企业(?:党委|董事)|董事长|总经理|职工代表大会|厂长|矿长/,
  },
  { level: 'county', words: /全[县区旗]|[县区旗](?:委|政府|长|人大|政协|人民代表大会|纪委|直)|[某XX][县区]/ },
  { level: 'city', words: /全市|市(?:委|政府|长|人大|政协|人民代表大会|纪委|直)|[某XX×]市/ },
  { level: 'province', words: /全[省]|全自治区|省(?:委|政府|长|人大|政协|纪委|直)|自治区(?:党委|政府|主席)/ },
  {
    level: 'central',
    words: /全国(?:代表大会|人民代表大会|政协)|中央/,
  },
];

/** Places by the character that their names end in, as they begin the name of an organ: 禾岭县文化馆, 岚浦市水务局, 青禾县柳坞镇. */
const PLACES: readonly { level: Level; end: string }[] = [
  { level: 'province', end: '(?:省|自治区)' },
  { level: 'city', end: '(?<![城都超上门集股本全我])市' },
  { level: 'county', end: '(?:(?<![本全我])县|(?<![地小园校景灾辖山矿老特库片牧林战防疫社本全我])区|旗)' },
  { level: 'township', end: '(?:(?<![城小集本全我])镇|(?<![下家故老他异城本全我])乡|街道)' },
  { level: 'village', end: '(?:(?<![农乡新本全我])村|社区)' },
];
/** What follows the name of a place in the name of an organ or of its papers: 守住村口的水 names no village. */
const OF_PLACE =
  /^\p{Script=Han}{0,20}?(?:关于|局|委|厅|馆|站|所|院|办公室|政府|公司|集团|学校|中学|小学|大会|会议|会上|纪要|方案|办法|条例|规划|通知|报告|系统|支部|党)/u;
const IN_TITLE = /^(?:中共|中国共产党|共青团|关于|在)?/u;

/** The level of the smallest place that the name of an organ, or a title, begins with; `null` where it begins with none. */
export function levelOfPlace(words: string, from: 'title' | 'speaker'): FoundLevel | null {
  let rest = words.replace(/\s/g, '').replace(IN_TITLE, '');
  let found: FoundLevel | null = null;
  for (const { end, level } of PLACES) {
    const match = new RegExp(`^[\\p{Script=Han}X×]{1,5}?${end}(?=[\\p{Script=Han}])`, 'u').exec(rest);
    if (match === null || !OF_PLACE.test(rest.slice(match[0].length))) continue;
    found = { level, evidence: { from, words: match[0] } };
    rest = rest.slice(match[0].length);
  }
  return found;
}

/** How a speaker says «ours»: 全市上下, 我县, 我们医院. Counted over the whole text. */
const OWN: readonly { level: Level; words: RegExp }[] = [
  { level: 'village', words: /(?:我们?|咱们?|全)(?:村|社区)/g },
  { level: 'hospital', words: /(?:我们?|咱们?|全|本)(?:医)?院(?!校|士|子)|我们医院/g },
  { level: 'school', words: /(?:我们?|咱们?|全|本)(?:学)?校|老师们|同学们/g },
  { level: 'township', words: /(?:我们?|咱们?|全)(?:[乡镇]|街道)/g },
  { level: 'enterprise', words: /(?:我们?|咱们?|全|本)(?:集团|公司|厂|企业)/g },
  { level: 'county', words: /(?:我们?|咱们?|全)[县区旗]|[县区]委[、，和县区]/g },
  { level: 'city', words: /(?:我们?|咱们?|全)市|市委[、，和市]/g },
  { level: 'province', words: /(?:我们?|咱们?|全)省|省委[、，和省]/g },
  { level: 'central', words: /我国|全国各族人民|我代表国务院/g },
];

/** «Ours» must be said this often, and more often than of any other level, to tell. */
const LEAST = 2;

/** The level of the organisation that a title, an occasion or an office names; `null` when none does. */
export function levelNamedIn(words: string, from: 'title' | 'speaker'): FoundLevel | null {
  for (const { level, words: pattern } of NAMED) {
    const match = pattern.exec(words);
    if (match !== null) return { level, evidence: { from, words: match[0] } };
  }
  return null;
}

/** The level that a speaker calls theirs most often; `null` when it is said too seldom, or of two as often. */
export function levelTold(text: string): FoundLevel | null {
  const counts = OWN.map(({ level, words }) => ({ level, found: [...text.matchAll(words)] }))
    .filter(({ found }) => found.length >= LEAST)
    .sort((a, b) => b.found.length - a.found.length);
  const [first, second] = counts;
  if (first === undefined || first.found.length === second?.found.length) return null;
  return { level: first.level, evidence: { from: 'text', words: first.found[0]?.[0] ?? '' } };
}
