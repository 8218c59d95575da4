import { describe, expect, it } from 'vitest';
import { drafterOver, type PhraseGroup, type PhraseKind, type PhraseRequest } from '../../../src/drafting/index.ts';
import { indexOf, starterIndex } from '../../support/corpus.ts';

const SPEECHES = {
  'granary.txt': `---
date: 2022
---
在全县粮食工作会议上的讲话
同志们：
粮食的事，今天专门讲一次。
一、夯实组织基础，把粮食看住
粮食工作要夯实组织基础，也要夯实群众基础。老话说“仓里有粮，心里不慌”，粮食放在谁手里都要放心。
二、守好粮食入库的关口
一是抓收购。粮食收购要过秤，要验质，要当场付钱。二是抓保管。粮食保管要通风，要防虫，要勤翻动。
同志们，粮食是根，守住粮食就守住了根。`,
  'water.txt': `---
date: 2023
---
在水利工作会议上的讲话
同志们：
一、夯实组织基础
夯实群众基础，水利才有人管。粮食靠水，水靠人管。
二、修好沟渠
沟渠通了，心就通了。`,
};

async function groups(query: string, options: Partial<PhraseRequest> = {}): Promise<PhraseGroup[]> {
  const answer = await drafterOver(await indexOf(SPEECHES))({ kind: 'phrase', query, filters: {}, ...options });
  return answer.kind === 'phrasing' ? answer.groups : [];
}

const texts = (all: readonly PhraseGroup[], kind: PhraseKind): string[] =>
  all.find((group) => group.kind === kind)?.items.map(({ text }) => text) ?? [];

describe('a pattern', () => {
  it.each([
    '夯实*基础',
    '夯实＊基础',
    '夯实…基础',
    '夯实......基础',
    '夯实??基础',
    '夯实？？基础',
    '夯实[组织 群众]基础',
  ])('%s gives what was filled in, what most speeches have first, each in its context', async (query) => {
    const [fillings] = await groups(query, { context: 3 });
    expect(fillings?.kind).toBe('fillings');
    expect(fillings?.items.map(({ text, count, speeches }) => [text, count, speeches])).toEqual([
      ['夯实组织基础', 3, 2],
      ['夯实群众基础', 2, 2],
    ]);
    expect(fillings?.items[1]?.examples[0]).toMatchObject({ left: '，也要', match: '夯实群众基础', right: '。老话' });
  });

  it('is asked of the speeches that the question was narrowed to', async () => {
    const [fillings] = await groups('夯实*基础', { filters: { year: 2023 } });
    expect(fillings?.items.map(({ count }) => count)).toEqual([1, 1]);
  });

  it('that matches nearly everything is refused with advice, not an error', async () => {
    const drafter = drafterOver(await starterIndex());
    const answer = await drafter({ kind: 'phrase', query: '的*', filters: {} });
    expect(answer).toMatchObject({ kind: 'nothing', asked: 'phrase', tooCommon: { words: ['的'] } });
  });

  it.each(['***', '[夯实', '夯实{', '[]', '#', '[夯 [实]]'])('%s is no pattern, and says why', async (query) => {
    await expect(groups(query)).rejects.toMatchObject({ code: expect.stringMatching(/pattern-invalid|query-empty/) });
  });

  it('of alternatives that explode is answered or refused in bounded time', async () => {
    const drafter = drafterOver(await starterIndex());
    const explosive = `${'[一 二 三]*'.repeat(8)}的`;
    const answer = await drafter({ kind: 'phrase', query: explosive, filters: {} }).catch((error: unknown) => error);
    expect(answer).toBeDefined();
  });

  it('of two parts that never stand in one sentence finds nothing', async () => {
    expect(await groups('收购 沟渠')).toEqual([]);
  });
});

describe('a topic', () => {
  it('gives headings and leads that name it before those of what is spoken about it', async () => {
    const all = await groups('粮食');
    expect(texts(all, 'headings').slice(0, 2).sort()).toEqual(['夯实组织基础，把粮食看住', '守好粮食入库的关口']);
    expect(texts(all, 'leads')).toEqual(['抓收购', '抓保管']);
  });

  it('gives quotations, the sentences that open and close, and what stands with it', async () => {
    const all = await groups('粮食');
    expect(texts(all, 'sayings')).toContain('仓里有粮，心里不慌');
    expect(texts(all, 'closings').join()).toContain('守住粮食就守住了根');
    expect(texts(all, 'collocations').length).toBeGreaterThan(0);
  });

  it('gives the kinds that were asked for, in the order that they are told', async () => {
    const kinds = (await groups('粮食', { kinds: ['sayings', 'headings'] })).map(({ kind }) => kind);
    expect(kinds).toEqual(['headings', 'sayings']);
  });

  it('tells so many items of a kind, and how many more there are', async () => {
    const [headings] = await groups('粮食', { kinds: ['headings'], limit: 1 });
    expect([headings?.items.length, (headings?.more ?? 0) > 0]).toEqual([1, true]);
  });

  it('that nobody speaks of is nothing found', async () => {
    const answer = await drafterOver(await indexOf(SPEECHES))({ kind: 'phrase', query: '登月', filters: {} });
    expect(answer).toMatchObject({ kind: 'nothing', asked: 'phrase', lookedFor: ['登月'] });
  });
});

describe('a sentence', () => {
  it('gives clauses that say the like, never the sentence itself', async () => {
    const all = await groups('粮食收购先过秤');
    expect(texts(all, 'paraphrases').join()).toContain('粮食收购要过秤');
    expect(texts(await groups('粮食收购要过秤'), 'paraphrases')).not.toContain('粮食收购要过秤');
  });
});
