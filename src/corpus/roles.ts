import type { Evidence, Role, Section, Stretch } from '../speech/index.ts';
import type { Outline } from './structure/index.ts';

/**
 * What headings say about what their sections are for, the more telling words first. `where` limits words that tell
 * only at one end of a speech: 加强组织领导 is a task of a party committee, and a safeguard where it comes last.
 */
const WORDS: readonly { role: Role; words: RegExp; where?: 'first' | 'last' }[] = [
  {
    role: 'problems',
    words:
      /(?:存在|面临|突出|主要|查摆|这些|哪些)的?(?:问题|不足|短板|困难|差距)|问题和(?:不足|短板|差距)|不足(?:之处|和)|差距(?:和|在)|^(?:问题|不足|短板|差距)|检视|剖析|欠账|还差|难处|欠缺|短处|毛病/,
  },
  {
    role: 'review',
    words:
      /回[顾看]|盘点|总结(?!好)|(?:主要|重要|显著|工作|新的?|取得|的)(?:成绩|成效|成就|进展|成果)|工作(?:开展)?情况|履职情况|履行职责|(?:一|两|三|五|几)年来|年以来|过去(?:一|五|的)|去年|(?:做了|干了|办了)(?:哪|什么)|主要(?:做法|工作|经验)|(?:几点|基本|深刻|主要)(?:体会|启示|经验)|20\d{2}年(?:的)?(?:工作)?(?:回顾|情况)/,
  },
  {
    role: 'situation',
    words:
      /形势(?!下|和)|重要性|重大意义|重要意义|必要性|紧迫|充分认识|深刻(?:认识|领会|理解|把握)|认清|统一思想|提高(?:思想认识|政治站位|认识|站位)|(?:增强|强化)[^，]{0,16}(?:责任感|紧迫感|使命感|自觉)|为什么|机遇(?:和|与)挑战|背景|形成共识|看(?:清|到|准)/,
  },
  {
    role: 'requirement',
    words:
      /总体要求|总要求|总体思路|指导思想|基本原则|(?:主要|总体|工作|奋斗|发展|预期)目标|目标(?:任务|要求)|(?:工作|基本|总的)思路|原则$/,
  },
  {
    role: 'safeguards',
    words:
      /(?:组织|党的?|坚强)领导|领导(?:责任|机制)|(?:组织|工作|制度|服务|要素|政治|坚强|有力|强化|提供)保障|保障(?:措施|机制)|(?:压实|扛[起牢]|落实|强化|夯实|拧紧|明确)[^，]{0,12}责任|责任(?:落实|到人|体系|链条)|督(?:查|导|促)|考核|问责|抓(?:好)?落实|落(?:实|地)见效|工作(?:作风|合力)|作风(?:建设|保证|保障)|形成合力|见(?:行动|实效)|自身建设|从严(?:治党|管)/,
    where: 'last',
  },
  { role: 'call', words: /结束语|结语|号召|(?:几点|提)[^，]{0,4}(?:希望|期望|寄语|倡议)|^(?:希望|寄语|倡议)|共勉/ },
  {
    role: 'tasks',
    words:
      /任务|重点工作|(?:下|明)一?(?:步|年)|(?:今后|今年)[^，]{0,12}(?:工作|安排|打算|任务)|工作(?:安排|打算|部署|举措)|主要措施|要(?:做|抓|办)好|怎么(?:办|干|做|抓)/,
  },
  {
    role: 'tasks',
    words:
      /^(?:要)?(?:切实|着力|全面|持续|进一步|大力|坚决|扎实|不断|始终|牢牢|加大|加快|深入|统筹|继续|努力|积极|认真|千方百计|采取有力措施)*(?:实施|贯彻|推行|继续|保证|为|加强|坚持|聚焦|推动|推进|深化|强化|做[好实强大优]|建[设好强]|提[升高]|完善|健全|突出|严[格守把]|夯实|优化|加快|抓|把|以|用|让|守|筑牢|构建|打[造好赢]|落实|改[进革善]|发展|扩大|促进|增强|保障|防[范控]|治理|培[育养]|创新|围绕|紧[扣盯]|盯|管[好住]|办[好实]|护|解决|在)/,
  },
];

/** A safeguard is among the last sections: in the last third of them, and not the first. */
const LAST_SHARE = 2 / 3;

/**
 * Gives the top sections their roles: by what their headings say and where they stand; where a heading tells nothing, by
 * how its text speaks; else by the sections on both sides. Names what stands under no heading: the opening and the
 * closing call. A section that nothing tells of stays without a role.
 */
export function withRoles(
  original: string,
  { sections, paragraphs, furniture }: Outline,
): { sections: Section[]; stretches: Stretch[] } {
  const told = sections.map(
    (section, i) =>
      roleToldBy(section, i, sections.length) ?? roleSpokenIn(original, section, i > 0 && i === sections.length - 1),
  );
  return {
    sections: sections.map((section, i) => ({ ...section, ...(told[i] ?? roleBetween(told, i) ?? NOTHING) })),
    stretches: stretchesOf(sections, paragraphs, lastAddress(furniture)),
  };
}

interface Found {
  role: Role;
  evidence: Evidence;
}
const NOTHING = { role: null, evidence: null };

function roleToldBy(section: Section, place: number, all: number): Found | null {
  for (const { role, words, where } of WORDS) {
    if (where === 'last' && (place === 0 || (place + 1) / all < LAST_SHARE)) continue;
    const match = words.exec(section.heading);
    if (match !== null) return { role, evidence: { from: 'heading', words: match[0] } };
  }
  return null;
}

/** How tasks are given, and how what is over, or amiss, is told. */
const DEMAND = /要|必须|务必|不得|不准|确保|由[^，。]{1,12}(?:负责|牵头)|(?:月底|日)前|每[月季周天年]/g;
const ACCOUNT = /了[，。；]|已经?|完成|累计|全年|今年以来|去年|一年来|同比|增长|建成|新增|达到/g;
const TROUBLE = /不够|不足|问题|还有|仍然?|短板|薄弱|差距|不到位|没有|不敢|不愿/g;

/** How the work is held together: who answers for it, who looks after it. Tells in the last section only. */
const GUARD = /责任|考核|督[查导]|问责|纪律|通报|追究|监督|领导|带头|一把手/g;

/** A demand in so many characters makes a text one of tasks, if it demands more than it tells. */
const CHARACTERS_A_DEMAND = 140;
/** No more of a section is looked at. In characters. */
const LONGEST_LOOK = 4_000;

function roleSpokenIn(original: string, section: Section, isLast: boolean): Found | null {
  const text = original.slice(section.headingEnd, Math.min(section.end, section.headingEnd + LONGEST_LOOK));
  const demands = text.match(DEMAND) ?? [];
  const guards = isLast ? (text.match(GUARD) ?? []) : [];
  if (guards.length > 2 && guards.length * CHARACTERS_A_DEMAND >= text.length) {
    return { role: 'safeguards', evidence: { from: 'text', words: guards[0] ?? '' } };
  }
  const isDemanding = demands.length > 1 && demands.length * CHARACTERS_A_DEMAND >= text.length;
  const tells = Math.max(text.match(ACCOUNT)?.length ?? 0, text.match(TROUBLE)?.length ?? 0);
  if (!isDemanding || demands.length <= tells) return null;
  return { role: 'tasks', evidence: { from: 'text', words: demands[0] ?? '' } };
}

/** Between two sections of tasks stands a third. */
function roleBetween(told: readonly (Found | null)[], place: number): Found | null {
  const isBetween = told[place - 1]?.role === 'tasks' && told[place + 1]?.role === 'tasks';
  return isBetween ? { role: 'tasks', evidence: { from: 'place', words: '' } } : null;
}

/** Where the audience is addressed for the last time, on a line of its own. */
const lastAddress = (furniture: Outline['furniture']): number =>
  furniture.findLast(({ reason }) => reason === 'salutation')?.end ?? 0;

/**
 * What precedes the first heading, and what follows the last section: all of it, or what follows the last address where
 * there are several (a report greets one audience after another before it closes).
 */
function stretchesOf(sections: readonly Section[], paragraphs: Outline['paragraphs'], address: number): Stretch[] {
  const headings = sections.filter((section) => section.kind === 'heading');
  const top = headings.length > 0 ? headings : sections;
  const [first] = top;
  const last = top.at(-1);
  if (first === undefined || last === undefined) return [];
  const body = sections[0]?.start ?? first.start;
  const before = paragraphs.filter((paragraph) => paragraph.start + paragraph.text.length <= body);
  const after = paragraphs.filter((paragraph) => paragraph.start >= last.end);
  const closing = after.filter((paragraph) => paragraph.start >= address);
  // Behind points alone the text goes on; where it begins to close, nothing tells.
  const call = headings.length === 0 ? null : stretch('call', closing);
  return [stretch('opening', before), call].flatMap((found) => found ?? []);
}

function stretch(role: Role, paragraphs: Outline['paragraphs']): Stretch | null {
  const first = paragraphs[0];
  const last = paragraphs.at(-1);
  if (first === undefined || last === undefined) return null;
  return { role, from: first.number, to: last.number, start: first.start, end: last.start + last.text.length };
}
