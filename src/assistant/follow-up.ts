import type {
  DraftRequest,
  Filters,
  FindRequest,
  OutlineRequest,
  PhraseKind,
  PhraseRequest,
} from '../drafting/index.ts';
import { takeFilters, yearsIn } from './command.ts';
import { type FollowUp, type Previous, readItem } from './follow-up-item.ts';
import { genreNamed, phraseKindNamed } from './names.ts';
import { takeSkeletonOptions } from './skeleton-options.ts';

export type { Previous } from './follow-up-item.ts';

/** Longer messages are questions of their own. In characters. */
const LONGEST = 60;

/**
 * What a follow-up asks, given the answer before it; `null` when it is no follow-up but a question of its own. A follow-up
 * is nothing but one: 更多 is, 更多就业 is a topic. What the person may not see is not known here: what comes of it is asked
 * for their audience, as any question is.
 */
export function readFollowUp(typed: string, previous: Previous): FollowUp | null {
  const said = withoutManners(typed);
  if (said === '' || said.length > LONGEST) return null;
  for (const read of RULES) {
    const followUp = read(said, previous);
    if (followUp !== null) return followUp;
  }
  return null;
}

type Rule = (said: string, previous: Previous) => FollowUp | null;

const BEFORE =
  /^(?:(?:请问?|麻烦你?|帮我|帮忙|给我|我想要?|我要|能不能|能否|可不可以|可以|那么?|嗯|ok|please|can you|could you|show me|give me|i want|i need|now)[\s,]*)+/;
const BEHIND = /(?:[\s,.!?。！？~]|吧|呢|啊|呀|吗|嘛|了|谢谢你?|多谢|一下|可以吗|好吗|行吗|please|thanks|thank you)+$/;

/** Characters of the words that follow-ups are said in, as Hong Kong and Taiwan write them, and as they are read here. */
const TRADITIONAL = '條個換還來類講話題標頁結綱繼續開後體總動員談職黨課紀問賀報閉樣這與幾點級層帶為過沒嗎請給謝顯';
const SIMPLIFIED = '条个换还来类讲话题标页结纲继续开后体总动员谈职党课纪问贺报闭样这与几点级层带为过没吗请给谢显';
const simplified = (text: string): string =>
  text.replace(/\p{Script=Han}/gu, (unit) => SIMPLIFIED[TRADITIONAL.indexOf(unit)] ?? unit);

/** What was said in small letters of one width and one script, without the words that are manners. */
const withoutManners = (typed: string): string =>
  simplified(typed.slice(0, 2 * LONGEST + 1).normalize('NFKC'))
    .trim()
    .toLowerCase()
    .replace(BEHIND, '')
    .replace(BEFORE, '')
    .trim();

const NOT_FOR_THIS: FollowUp = { problem: 'not-for-this' };
const first = (request: DraftRequest): FollowUp => ({ request, page: 1 });

const MORE =
  /^(?:(?:换一批|翻页|多来(?:几条|几个|一些|点)|再多来?(?:几条|几个|一些|点)|后面还有(?:没有|哪些|什么)?|(?:还有|要|看|来|查看|显示)?更多(?:的|结果|段落|几条)?|还有(?:没有|别的|其他的?|哪些)?|还要|再(?:来|给|给我|要|看|找)(?:一些|点|几|[一二三四五六七八九十两\d]{1,2})?(?:条|个|段|页)?|继续|往?(?:下一页|下页|后翻|下翻|下看)|下一批|后面的|(?:show |see |load )?(?:some |a few )?more(?: results| passages| of (?:them|these))?|next(?: page| ones| \d{1,2})?|go on|continue|any more|what else))$/;
const BACK = /^(?:(?:回到?|看)?(?:上一页|前一页|上页)|往?(?:前翻|上翻)|(?:go )?back|prev(?:ious)?(?: page)?)$/;

const readPage: Rule = (said, { request, page, passages, more }) => {
  const step = MORE.test(said) ? 1 : BACK.test(said) ? -1 : 0;
  if (step === 0) return null;
  if (request.kind !== 'find') return NOT_FOR_THIS;
  // A page of which something was kept back is not full, and may have more behind it all the same.
  const hasMore = more === undefined ? passages.length >= page * request.limit : more > 0;
  const isAtEnd = step === 1 ? !hasMore : page <= 1;
  if (isAtEnd) return { problem: 'no-more' };
  const { skip: _, ...whole } = request;
  const skip = (page - 1 + step) * request.limit;
  return { request: skip === 0 ? whole : { ...whole, skip }, page: page + step };
};

/** What has filters to change. */
type Filtered = FindRequest | OutlineRequest | PhraseRequest;
const isFiltered = (request: DraftRequest): request is Filtered =>
  request.kind === 'find' || request.kind === 'outline' || request.kind === 'phrase';

/** The same question, its filters changed: from its first page on. */
function refiltered(request: DraftRequest, change: (filters: Filters) => Filters): FollowUp {
  if (!isFiltered(request)) return NOT_FOR_THIS;
  const filters = change(request.filters);
  if (request.kind !== 'find') return first({ ...request, filters });
  const { skip: _, ...whole } = request;
  return first({ ...whole, filters });
}

function withYears(filters: Filters, years: Pick<Filters, 'year' | 'until'>): Filters {
  const { year: _, until: __, ...rest } = filters;
  return { ...rest, ...years };
}

/** Marks that say a filter is meant; a year or genre by itself may be a topic. */
const MARK =
  '(?:换成|改成|改为|换到|只要|只看|只找|只查|就要|就看|限定?|限于|only|just|switch to|change to|restrict to|limit to|from|in|of|between|only from|only in|what about|how about)';
/** These may begin a topic: a filter is meant where what follows can be nothing else. */
const WEAK_MARK = '(?:要|看|找|换|来|给|有没有|有)';
const YEAR = '(?:19|20)\\d{2}';
const YEARS = `${YEAR}\\s*年?(?:\\s*(?:[-~—–至到]|and|to)\\s*${YEAR}\\s*年?)?`;
const YEARS_MARKED = new RegExp(
  `^(?:${MARK}|${WEAK_MARK})\\s*(${YEARS})(?:的|那年的?|之间的?|期间的?|(?:的)?(?:讲话|稿子|段落))?(?: only)?$`,
);
const YEARS_ALONE = new RegExp(`^(${YEARS})(?:的|的讲话|only| only)$|^(${YEAR}年|${YEAR}\\s*年?[-~—–至到]${YEAR}年)$`);

const readYears: Rule = (said, { request }) => {
  const found = YEARS_MARKED.exec(said) ?? YEARS_ALONE.exec(said);
  const words = (found?.[1] ?? found?.[2] ?? '').replace(/\s|and|to/g, (gap) => (gap.trim() === '' ? '' : '-'));
  const years = found === null ? null : yearsIn(words);
  return years === null ? null : refiltered(request, (filters) => withYears(filters, years));
};

/** What genres are called beside their names. */
const GENRE_WORDS: Readonly<Record<string, string>> = {
  开幕: 'opening-closing',
  闭幕: 'opening-closing',
  表彰: 'commemoration',
  纪念: 'commemoration',
  贺信: 'letter',
  慰问: 'letter',
  慰问信: 'letter',
  summaries: 'summary',
  'work reports': 'work-report',
  letters: 'letter',
  'duty reports': 'duty-report',
  'party lectures': 'party-lecture',
  forums: 'forum',
};
const OF_GENRE = '(?:会议?上?的?|类的?|体裁的?)?(?:讲话|发言|稿子?)?(?:的|里的)?(?: speeches| ones)?';
const GENRE_MARKED = new RegExp(`^${MARK}\\s*(.{2,30}?)${OF_GENRE}$`);
const GENRE_ALONE = new RegExp(`^${WEAK_MARK}?(.{2,6}?)(?:类|体裁)(?:的(?:讲话)?|讲话)?$`);

const readGenre: Rule = (said, { request }) => {
  const name = (GENRE_MARKED.exec(said) ?? GENRE_ALONE.exec(said))?.[1] ?? '';
  const genre = genreNamed(GENRE_WORDS[name] ?? name);
  return genre === null ? null : refiltered(request, (filters) => ({ ...filters, genre }));
};

/** A source is said with its mark alone: 只要某市 may be a topic. */
const SOURCE_VALUE = '(?!不限|随便|都)([^\\s:,。]{1,20}?)的?(?:讲话)?';
const SOURCE = new RegExp(
  `^(?:(?:换成|改成|只要|只看|就要|限)来源(?:是|为)?[:\\s]*|来源(?:是|为|换成|改成|限|[:\\s])+)${SOURCE_VALUE}$`,
);
const EXCEPT = /^(?:除去|除了|不要|排除|去掉)来源(?:是|为|于)?[:\s]*(?!限制|限定)([^\s:,。]{1,20}?)的?$/;

const readSource: Rule = (said, { request }) => {
  const except = EXCEPT.exec(said)?.[1];
  if (except !== undefined) return refiltered(request, (filters) => ({ ...filters, except }));
  const source = SOURCE.exec(said)?.[1];
  return source === undefined ? null : refiltered(request, (filters) => ({ ...filters, source }));
};

/** Filters as they are typed behind a question (年份:2019), with no question. */
const readTypedFilters: Rule = (said, { request }) => {
  const { query, filters } = takeFilters(said);
  if (query !== '' || Object.keys(filters).length === 0) return null;
  const { year, until, ...others } = filters;
  const years = year === undefined ? null : { year, ...(until === undefined ? {} : { until }) };
  return refiltered(request, (before) => ({ ...(years === null ? before : withYears(before, years)), ...others }));
};

/** How a filter is lifted: its name in Chinese, in English, and the keys it has. */
const LIFTED: readonly (readonly [said: RegExp, keys: readonly (keyof Filters)[]])[] = [
  [lifting('(?:年份|年代|时间|日期)', '(?:years?|dates?)'), ['year', 'until']],
  [lifting('(?:体裁|类型)', '(?:genres?|kinds?)'), ['genre']],
  [lifting('来源', '(?:sources?|origins?)'), ['source', 'except']],
  [lifting('(?:所有|全部)?(?:筛选|限制|条件)', 'filters?'), ['year', 'until', 'genre', 'source', 'except']],
];

function lifting(name: string, named: string): RegExp {
  const limit = '(?:的?(?:限制|限定|要求|条件))?';
  return new RegExp(
    [
      `^(?:去掉|取消|清除|不限|不管|不看|不要限?)${name}${limit}$`,
      `^(?:把)?${name}${limit}(?:不限|去掉|取消|都行|都可以)$`,
      `^(?:所有|全部)${name}(?:的|都要|都行)?$`,
      `^(?:any|all|every|no|without|clear|remove)(?: the)? ${named}(?: filters?)?$`,
    ].join('|'),
  );
}

const readLifted: Rule = (said, { request }) => {
  const keys = LIFTED.find(([pattern]) => pattern.test(said))?.[1];
  if (keys === undefined) return null;
  const lift = (filters: Filters): Filters =>
    Object.fromEntries(Object.entries(filters).filter(([key]) => !keys.some((lifted) => lifted === key)));
  return refiltered(request, lift);
};

const ONLY =
  /^(?:只要|只看|只列|只给我?|就要|就看|光要|光看|只留|换成|改成|有没有|有|要|only|just)\s*(?:the )?(.{2,30}?)(?:的|就行|就好|即可)?$/;
const ENOUGH = /^(.{2,8}?)(?:就行|就好|即可|就可以)$/;
const HEADINGS = /^(?:大|小|一级|套件)?标题$|^headings?$|^titles?$/;
/** What kinds of phrasing are called beside their names. */
const KIND_WORDS: Readonly<Record<string, PhraseKind>> = {
  排比句: 'parallel',
  'parallel sets': 'parallel',
  四字词: 'four-characters',
  四字格: 'four-characters',
  成语: 'four-characters',
  金句: 'sayings',
  引语: 'sayings',
  固定搭配: 'collocations',
  过渡句: 'transitions',
  开头语: 'openings',
  结尾语: 'closings',
  缩略语: 'numbers',
};

const readOnly: Rule = (said, { request }) => {
  const name = (ONLY.exec(said) ?? ENOUGH.exec(said))?.[1] ?? '';
  if (HEADINGS.test(name)) return onlyHeadings(request);
  const kind = KIND_WORDS[name] ?? phraseKindNamed(name);
  return kind === null ? null : asPhrasing(request, [kind]);
};

function onlyHeadings(request: DraftRequest): FollowUp {
  if (request.kind === 'outline' || request.kind === 'speech-skeleton') return first({ ...request, depth: 1 });
  return asPhrasing(request, ['headings', 'heading-sets']);
}

/** The same question, asked for how it is phrased. */
function asPhrasing(request: DraftRequest, kinds: readonly PhraseKind[]): FollowUp {
  if (request.kind === 'phrase') return first({ ...request, kinds });
  if ((request.kind !== 'find' && request.kind !== 'outline') || request.query.trim() === '') return NOT_FOR_THIS;
  return first({ kind: 'phrase', query: request.query, filters: request.filters, kinds });
}

/** Ways of saying a skeleton's shape that the options themselves do not know. */
const SHAPE_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:改成|换成|改为|分成?|写成?|要|用|只要)\s*/, ''],
  [/^(?:in|with|use|make it)\s+/, ''],
  [/^([2-8])\s*(?:sections|parts)$/, 'sections:$1'],
  [/^([1-4])\s*levels?$/, 'depth:$1'],
  [/^(?:加上|列出|展开|补上)(?:分论)?要点$|^(?:the )?points$/, '带要点'],
  [/^(?:去掉|不列|不带|不含)(?:分论)?要点$|^(?:without|no) points$/, '不要要点'],
];

/** Any word: options are read out of a question. */
const TOPIC = '题目';

const readShape: Rule = (said, { request }) => {
  if (request.kind !== 'outline' && request.kind !== 'speech-skeleton') return null;
  const shape = SHAPE_WORDS.reduce((words, [pattern, known]) => words.replace(pattern, known), said);
  const { query, options } = takeSkeletonOptions(`${TOPIC} ${shape}`);
  if (query !== TOPIC || Object.keys(options).length === 0) return null;
  if (request.kind === 'outline') return first({ ...request, ...options });
  const { sections, ...others } = options;
  return sections === undefined ? first({ ...request, ...others }) : NOT_FOR_THIS;
};

const RULES: readonly Rule[] = [
  readPage,
  readItem,
  readLifted,
  readTypedFilters,
  readYears,
  readGenre,
  readSource,
  readOnly,
  readShape,
];
