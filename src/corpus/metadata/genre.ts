import type { Evidence, Genre } from '../../speech/index.ts';

/** A genre, and what it was decided on. */
export interface FoundGenre {
  genre: Genre;
  evidence: Evidence;
}

/** What a title or an occasion says about the kind of speech, the more telling words first. */
const NAMED: readonly { genre: Genre; words: RegExp }[] = [
  { genre: 'duty-report', words: /述职|述廉|履职报告/ },
  { genre: 'party-lecture', words: /党课/ },
  { genre: 'letter', words: /贺信|慰问信|公开信|感谢信|倡议书|致.{1,20}的(?:一封)?信|祝酒|贺词|贺电/ },
  { genre: 'work-report', words: /工作报告|政府工作|(?:代表大会|全会|全体会议)[^，。]{0,12}报告/ },
  { genre: 'commemoration', words: /表彰|纪念|颁奖|追悼|庆祝|授勋|颁授|周年/ },
  { genre: 'taking-office', words: /任职|就职|履新|表态|离任|到任|告别|卸任|荣休/ },
  { genre: 'opening-closing', words: /开幕|闭幕|开学|毕业|开班|结业|开工|竣工|揭牌|启动仪式/ },
  { genre: 'mobilisation', words: /动员|誓师/ },
  { genre: 'summary', words: /总结/ },
  { genre: 'forum', words: /座谈|论坛|研讨|恳谈|茶话会/ },
  {
    genre: 'deployment',
    words: /推进会|部署|工作会议|工作会|调度会|现场会|组工会议|专题会议|例会|电视电话会议|视频会议|会议/,
  },
];

/** How papers are called that nobody speaks: what they say of a meeting is not what they are. */
const NO_SPEECH =
  /(?:通知|意见|决定|决议|办法|规定|规则|条例|细则|方案|函|请示|批复|纪要|通报|公告|通告|公报|议案|命令|计划|要点|制度|章程|公约|规划|清单|名单|公示|简报|合同|协议|预案|指南|标准|主持词|串词|台本|节目单)(?:[（(][^）)]*[）)])?$/;

/** Whether a title is that of a paper, and of no speech. */
export const isNoSpeech = (title: string): boolean => NO_SPEECH.test(title.trim());

/** What a speech says of its own kind in its first or last sentences. */
const SPOKEN: readonly { genre: Genre; words: RegExp }[] = [
  { genre: 'duty-report', words: /述职如下|述职述廉|(?:履职|履行职责)情况(?:报告|汇报)如下/ },
  { genre: 'party-lecture', words: /(?:今天|这[堂次]|[给为同和]大家)[^。]{0,20}党课/ },
  { genre: 'work-report', words: /向(?:大会|各位代表)(?:作|做|报告)[^，。]{0,20}(?:报告|工作)|请予?(?:以)?审议/ },
  {
    genre: 'opening-closing',
    words:
      /(?:我)?宣布[^，。]{0,40}(?:开幕|闭幕|开学|开班|开工)|(?:开幕|闭幕)式|在这里[^。]{0,20}(?:隆重)?(?:开幕|闭幕|揭牌|开馆)|(?:隆重|胜利|圆满)(?:开幕|闭幕)/,
  },
  { genre: 'commemoration', words: /隆重(?:集会|聚会|纪念|表彰)|表彰大会|纪念大会/ },
  { genre: 'mobilisation', words: /动员(?:大)?会/ },
  { genre: 'summary', words: /总结(?:大|表彰)?会/ },
  { genre: 'forum', words: /座谈会/ },
  {
    genre: 'deployment',
    words:
      /(?:会议|大会)的?(?:主要)?(?:任务|目的|议题)是|(?:召开|举行)[^，。]{0,30}(?:推进会|部署会|工作会议|调度会)|讲(?:以下)?[几一二两三四五六][点个](?:方面)?(?:的)?意见/,
  },
];

/** How much of a speech's beginning and end is looked at. In characters. */
const BEGINNING = 500;
const END = 200;

/** The genre that a title or occasion names; `null` when its words name none. */
export function genreNamedIn(title: string): FoundGenre | null {
  return firstOf(NAMED, title, 'title');
}

/** The genre that a speech tells of itself where it begins or ends; `null` when it does not. */
export function genreTold(body: string): FoundGenre | null {
  const told = `${body.slice(0, BEGINNING)}\n${body.length > BEGINNING ? body.slice(-END) : ''}`;
  return firstOf(SPOKEN, told, 'text');
}

function firstOf(
  genres: readonly { genre: Genre; words: RegExp }[],
  text: string,
  from: Evidence['from'],
): FoundGenre | null {
  for (const { genre, words } of genres) {
    const match = words.exec(text);
    if (match !== null) return { genre, evidence: { from, words: match[0] } };
  }
  return null;
}
