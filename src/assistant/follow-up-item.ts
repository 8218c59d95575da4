import type { DraftRequest } from '../drafting/index.ts';

/** The last answer in a conversation. */
export interface Previous {
  request: DraftRequest;
  /** From 1. */
  page: number;
  /** Ids of the passages that were shown, in their order as numbered: those of the pages before among them; empty for none. */
  passages: readonly string[];
  /** How many stand behind these; where that is not known, a page that is full is taken to have some. */
  more?: number;
}

/** What is asked next; or why it can't be: there is no such item, there are no more, or this answer has nothing of the kind. */
export type FollowUp =
  | { request: DraftRequest; page: number }
  | { problem: 'no-such-item'; number: number }
  | { problem: 'no-more' | 'not-for-this' };

/** Hits like a passage that was named: as many as on a first page. */
const PAGE = 5;

const DIGITS = '一二三四五六七八九';
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** How an item is named: 第2条, 第二个, 2号, 最后一条; number 2, #2, the second one, the last one. */
const NUMBER = `(?:\\d{1,3}|[${DIGITS}十两]{1,3})`;
const ITEM = `(?:第\\s*(${NUMBER})\\s*(?:条|个|段|项|篇|句|处)?|(\\d{1,3})号|(最后)一?(?:条|个|段|项|篇)|(?:the )?(last|${ORDINALS.join('|')})(?: one| passage| item| hit)?|(?:no\\.?|number|item|passage|hit|#)\\s*(\\d{1,3})(?:st|nd|rd|th)?|(?:the )?(\\d{1,3})(?:st|nd|rd|th)(?: one| passage| item| hit)?)`;
/** The same, or a bare number behind words that leave no doubt. */
const ITEM_OR_NUMBER = `(?:${ITEM}|(\\d{1,3}))`;

const LOOK = '(?:看看?|打开|展开|查看|显示|调出)';
const CONTEXT =
  '(?:出自哪里|在哪(?:里|一?段|一?篇)?|是哪(?:一?段|一?篇)(?:讲话)?(?:里的)?|前后(?:说了|讲了|是)?什么|上下文|前后文|前后段?|语境|上文|下文|原文|全文|全段|整段|出处)';
const LIKE = '(?:类似|相似|相近|相像|差不多|一样|同类|一类)';
const THINGS = '(?:段落|内容|说法|表述|例子|段|话|passages?|ones?)';
/** Words before and behind what is like an item. */
const SOME = '(?:还有没有|还有|找|看|来|要|查)?(?:些|几条|一些)?';
const AGAIN = '(?:还有(?:没有|哪些)?|再来几条|再找几条)?';
const SPEECH = '(?:所在|那|这|出自|来自)?(?:的)?(?:那|这)?(?:篇|份|个)?(?:讲话|文章|稿子|报告)?';
const SKELETON = '(?:提纲|结构|框架|骨架|大纲|标题)';

const whole = (...alternatives: string[]): RegExp => new RegExp(`^(?:${alternatives.join('|')})$`);

type Ask = (passage: string) => DraftRequest;

const ASKS: readonly (readonly [said: RegExp, ask: Ask])[] = [
  [
    whole(
      `${LOOK}?${ITEM}(?:的)?${CONTEXT}?`,
      `${ITEM}(?:${LOOK}|详细)`,
      `(?:展开|打开)(?:第)?(\\d{1,3})`,
      `把${ITEM}(?:${LOOK}|完整.{0,4})`,
      `(?:show |see |open )?(?:the )?(?:context|surroundings|full text) of ${ITEM_OR_NUMBER}`,
      `(?:expand|open|unfold|show|see) ${ITEM_OR_NUMBER}(?: in (?:context|full|its place))?`,
      `${ITEM} in (?:context|full|its place)`,
    ),
    (passage) => ({ kind: 'passage', passage }),
  ],
  [
    whole(
      `${SOME}(?:和|跟|与|同)${ITEM}(?:差不多|比较|很)?${LIKE}的?${THINGS}?${AGAIN}`,
      `${SOME}${LIKE}${ITEM}(?:的|这样的|那样的)?${THINGS}?${AGAIN}`,
      `${SOME}像${ITEM}(?:一样|这样|那样|这种|那种)?的?${THINGS}?${AGAIN}`,
      `${ITEM}的?${LIKE}的?${THINGS}?${AGAIN}`,
      `(?:find |some |more )*(?:passages |ones )?(?:similar to|like) ${ITEM_OR_NUMBER}`,
    ),
    (passage) => ({ kind: 'find', query: '', filters: {}, limit: PAGE, like: passage }),
  ],
  [
    whole(
      `${LOOK}?${ITEM}${SPEECH}的?${SKELETON}(?:是什么|什么样)?`,
      `(?:the )?(?:outline|skeleton|headings) of (?:the speech (?:of|with|behind|in) )?${ITEM_OR_NUMBER}`,
    ),
    (passage) => ({ kind: 'speech-skeleton', passage }),
  ],
];

/** Reads what is asked of one of the passages that were shown: its place, what is like it, the skeleton of its speech. */
export function readItem(said: string, { passages }: Previous): FollowUp | null {
  for (const [pattern, ask] of ASKS) {
    const named = pattern
      .exec(said)
      ?.slice(1)
      .find((group) => group !== undefined);
    if (named === undefined) continue;
    if (passages.length === 0) return { problem: 'not-for-this' };
    const number = numberOf(named, passages.length);
    const passage = passages[number - 1];
    return passage === undefined || passage === ''
      ? { problem: 'no-such-item', number }
      : { request: ask(passage), page: 1 };
  }
  return null;
}

/** The number that is named, of so many. */
function numberOf(named: string, count: number): number {
  if (named === '最后' || named === 'last') return count;
  if (/^\d+$/.test(named)) return Number(named);
  const ordinal = ORDINALS.indexOf(named);
  return ordinal === -1 ? hanNumber(named) : ordinal + 1;
}

/** 二 as 2, 十 as 10, 十二 as 12, 二十一 as 21. */
function hanNumber(named: string): number {
  const digit = (unit: string | undefined): number => DIGITS.indexOf((unit ?? '').replace('两', '二')) + 1;
  const [tens, units] = named.split('十');
  if (units === undefined) return digit(named);
  return (tens === '' ? 1 : digit(tens)) * 10 + (units === '' ? 0 : digit(units));
}
