import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Command,
  genreNamed,
  type Language,
  readCommand,
  readMessage,
  textsIn,
} from '../../src/assistant/index.ts';
import type { DraftRequest, Filters } from '../../src/drafting/index.ts';
import { GENRES } from '../../src/speech/index.ts';

const LANGUAGES: Language[] = ['zh', 'en'];

/** What was understood, without the number of hits on a page. */
function understood(command: Command): object {
  if (command.kind === 'help') return command;
  const { kind, ...request } = command.request;
  if (kind === 'source') return { kind, ...request };
  const { query, filters } = command.request as Extract<DraftRequest, { kind: 'find' | 'outline' | 'phrase' }>;
  return { kind, query, filters };
}

const asks = (kind: 'find' | 'outline' | 'phrase', query: string, filters: Filters = {}): object => ({
  kind,
  query,
  filters,
});
const quotes = (quote: string): object => ({ kind: 'source', quote });
const help = (unknownWord: string | null = null): object => ({ kind: 'help', unknownWord });

describe('readCommand', () => {
  it.each([
    ['find 治水 修渠', asks('find', '治水 修渠')],
    ['找 治水 修渠', asks('find', '治水 修渠')],
    ['段落 治水', asks('find', '治水')],
    ['outline 水利工作会议', asks('outline', '水利工作会议')],
    ['提纲 水利工作会议', asks('outline', '水利工作会议')],
    ['phrase 筑牢*堤坝', asks('phrase', '筑牢*堤坝')],
    ['句式 筑牢*堤坝', asks('phrase', '筑牢*堤坝')],
    ['source 渠通了，人心就通了。', quotes('渠通了，人心就通了。')],
    ['出处 渠通了，人心就通了。', quotes('渠通了，人心就通了。')],
    ['help', help()],
    ['帮助', help()],
  ])('reads %j', (typed, wanted) => {
    expect(understood(readCommand(typed))).toEqual(wanted);
  });

  it.each([
    ['a colon behind the word', '找:治水'],
    ['a full-width colon behind the word', '找：治水'],
    ['a full-width space behind the word', '找　治水'],
    ['a line break behind the word', '找\n治水'],
    ['capital letters', 'FIND 治水'],
    ['white space around it all', '  find   治水  '],
    ['no command word at all', '治水'],
  ])('reads %s as a question for passages', (_, typed) => {
    const command = readCommand(typed);
    expect(understood(command)).toMatchObject({ kind: 'find' });
    expect(JSON.stringify(understood(command))).toContain('治水"');
  });

  it('asks for no more hits than a screen holds', () => {
    const command = readCommand('find 治水');
    expect(command).toMatchObject({ request: { limit: expect.any(Number) } });
    expect(command.kind === 'request' && command.request.kind === 'find' && command.request.limit).toBeLessThan(11);
  });

  it.each(['find', '找', '提纲  ', 'source', '帮助 提纲'])('answers %j with help', (typed) => {
    expect(understood(readCommand(typed))).toEqual(help());
  });

  it.each(['', '   ', '　'])('answers %j, where nothing was typed, with help and no word about a mistake', (typed) => {
    expect(understood(readCommand(typed))).toEqual(help());
    expect(understood(readMessage(typed))).toEqual(help());
  });

  it.each(['：治水', ': 治水'])('reads %j, as it follows a mention, as a question for passages', (typed) => {
    expect(understood(readCommand(typed))).toEqual(asks('find', '治水'));
  });

  it.each([
    ['outlin 水利', 'outlin'],
    ['fnd 治水', 'fnd'],
    ['settings', 'settings'],
  ])('takes %j for a mistyped command, and says which word it does not know', (typed, word) => {
    expect(understood(readCommand(typed))).toEqual(help(word));
  });

  it.each(['GDP 增长', '5G 基站', 'X市 治水', 'Wi-Fi 覆盖', '找准短板'])('takes %j for a topic', (typed) => {
    expect(understood(readCommand(typed))).toEqual(asks('find', typed));
  });

  it('leaves the words of a quote alone, whatever they look like', () => {
    expect(understood(readCommand('source 年份:2020 体裁:总结'))).toEqual(quotes('年份:2020 体裁:总结'));
  });

  it('reads any words somehow, and never asks for passages of nothing but white space', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const command = readCommand(typed);
        if (command.kind === 'request' && 'query' in command.request) {
          expect(command.request.query).toBe(command.request.query.trim());
          expect(command.request.query).not.toBe('');
        }
      }),
    );
  });
});

describe('a command as an input method or a chat gives it', () => {
  it.each([
    ['find水渠', asks('find', '水渠')],
    ['ｆｉｎｄ 水渠', asks('find', '水渠')],
    ['ＦＩＮＤ水渠', asks('find', '水渠')],
    ['outline水利工作会议', asks('outline', '水利工作会议')],
    ['phrase以*为*', asks('phrase', '以*为*')],
    ['提綱 水利工作会议', asks('outline', '水利工作会议')],
    ['提纲水利工作会议', asks('outline', '水利工作会议')],
    ['提綱水利工作会议', asks('outline', '水利工作会议')],
    ['句式“以*为*”', asks('phrase', '“以*为*”')],
    ['出处渠通了，人心就通了', quotes('渠通了，人心就通了')],
    ['出處 渠通了', quotes('渠通了')],
    ['找水渠', asks('find', '水渠')],
    ['、find 水渠', asks('find', '水渠')],
    ['／find水渠', asks('find', '水渠')],
    ['/draft find水渠', asks('find', '水渠')],
    ['／draft find 水渠', asks('find', '水渠')],
    ['、draft 水渠', asks('find', '水渠')],
    ['/draft提纲 水利', asks('outline', '水利')],
    ['，提纲 水利工作会议', asks('outline', '水利工作会议')],
    ['> 出处 渠通了', quotes('渠通了')],
    ['治水 體裁:总结', asks('find', '治水', { genre: 'summary' })],
  ])('reads %j in a channel and in a direct message', (typed, wanted) => {
    expect(understood(readCommand(typed))).toEqual(wanted);
    expect(understood(readMessage(typed))).toEqual(wanted);
  });

  it.each(['提纲水利工作会议', '找水渠', '句式以*为*', '出处渠通了'])(
    'offers %j as words too, since its command word may begin the question',
    (typed) => {
      expect(readCommand(typed)).toMatchObject({ asWords: { kind: 'find', query: typed } });
    },
  );

  it.each(['提纲 水利', 'find水渠', '水渠'])('has nothing else to offer for %j', (typed) => {
    expect(readCommand(typed)).not.toHaveProperty('asWords');
  });

  it.each([
    '提纲挈领',
    '找差距补短板',
    '帮助困难群众',
    '怎么用好人才',
    '-闸门 水渠',
    '“渠通了” 人心',
    'draft',
    '*基础',
  ])('takes %j for words, not for a command', (typed) => {
    const read = understood(readCommand(typed));
    expect(read).toEqual(typed === 'draft' ? help('draft') : asks('find', typed));
  });

  it('traces a pasted sentence that begins with the characters of a command word', () => {
    const sentence = '找水源的队伍上了山，村里人都去送。';
    expect(understood(readMessage(sentence))).toEqual(quotes(sentence));
  });

  it.each([
    '谢谢',
    '谢谢！',
    '好的，谢谢啦',
    '收到',
    '你好',
    'thanks',
    'OK, thank you!',
    '怎么用',
    '怎么用？',
    '如何使用',
  ])('answers %j, which asks for nothing in the corpus, with help', (typed) => {
    expect(understood(readCommand(typed))).toEqual(help());
    expect(understood(readMessage(typed))).toEqual(help());
  });

  it.each(['感谢', '辛苦', '感谢信', '谢谢老师的教导'])(
    'does not take %j, a topic of speeches, for thanks',
    (typed) => {
      expect(understood(readCommand(typed))).toEqual(asks('find', typed));
    },
  );
});

describe('filters', () => {
  it.each([
    ['治水 体裁:总结', { genre: 'summary' }],
    ['治水 体裁：总结', { genre: 'summary' }],
    ['治水 体裁 ： 总结', { genre: 'summary' }],
    ['体裁:总结 治水', { genre: 'summary' }],
    ['治水 genre:work-report', { genre: 'work-report' }],
    ['治水 GENRE:Forum', { genre: 'forum' }],
    ['治水 genre:总结', { genre: 'summary' }],
    ['治水 年份:2020', { year: 2020 }],
    ['治水 年份：2020年', { year: 2020 }],
    ['治水 year:2020', { year: 2020 }],
    ['年份:2020 治水 体裁:部署', { genre: 'deployment', year: 2020 }],
    ['治水 体裁：总结 年份：2020', { genre: 'summary', year: 2020 }],
    ['治水 年份:2019 年份:2020', { year: 2020 }],
    ['治水 年份:2018-2020', { year: 2018, until: 2020 }],
    ['治水 年份：２０２０年—２０１８年', { year: 2018, until: 2020 }],
    ['治水 年份:2020-2020', { year: 2020 }],
    ['治水 除去:某县', { except: '某县' }],
    ['治水 except:report', { except: 'report' }],
  ])('takes the filters out of %j', (typed, filters) => {
    for (const [word, kind] of [
      ['', 'find'],
      ['提纲 ', 'outline'],
      ['phrase ', 'phrase'],
    ] as const) {
      expect(understood(readCommand(word + typed))).toEqual(asks(kind, '治水', filters as Filters));
    }
  });

  it.each([
    '治水 体裁:小说',
    '治水 年份:去年',
    '治水 年份:20200',
    '治水 体裁:2020',
    '治水 年份:总结',
    '治水体裁:总结',
    '治水 体裁',
    '治水 年份:',
  ])('leaves what is no filter in the question: %j', (typed) => {
    expect(understood(readCommand(`find ${typed}`))).toEqual(asks('find', typed));
  });

  it.each([
    ['genre:summary 治水', { genre: 'summary' }],
    ['year:2020 治水', { year: 2020 }],
  ])('are read at the beginning of a question too: %j', (typed, filters) => {
    expect(understood(readCommand(typed))).toEqual(asks('find', '治水', filters as Filters));
  });

  it('leave no gap where they were taken out', () => {
    expect(understood(readCommand('治水 体裁:总结 修渠'))).toEqual(asks('find', '治水 修渠', { genre: 'summary' }));
  });

  it('may have full-width digits', () => {
    expect(understood(readCommand('治水 年份：２０２０'))).toEqual(asks('find', '治水', { year: 2020 }));
  });

  it('may name a genre by an English name of several words', () => {
    expect(understood(readCommand('治水 genre:work report'))).toEqual(asks('find', '治水', { genre: 'work-report' }));
  });
});

describe('readMessage', () => {
  it.each([
    '修渠先修心，治水先治人。',
    '修一条渠要三年，守一条渠要三代人接着干下去',
    '  修渠先修心，治水先治人。 ',
    '修渠先修心，治水先治人！ 记住了。',
    '他说：“修渠先修心，治水先治人。”',
  ])('looks up the sentence %j', (typed) => {
    expect(understood(readMessage(typed))).toEqual(quotes(typed.trim()));
  });

  it.each(['修渠先修心，治水先治人！ 大家都记住了。', '修渠先修心，治水先治人\n守渠就是守住一村人的饭碗'])(
    'traces the sentences of %j one by one',
    (typed) => {
      expect(readMessage(typed)).toEqual({ kind: 'request', request: { kind: 'trace', text: typed } });
    },
  );

  it.each([
    '治水',
    '治水 修渠 护岸',
    '治水怎么写？',
    '去年的总结里，治水那一段是怎么写的？',
    '有没有讲治水的段落?',
    '治水修渠，护岸',
  ])('finds passages for %j', (typed) => {
    expect(understood(readMessage(typed))).toEqual(asks('find', typed));
  });

  it.each([
    ['找：治水要先修渠，修渠要先算账。', asks('find', '治水要先修渠，修渠要先算账。')],
    ['提纲 全市水利工作会议，部署今冬明春任务', asks('outline', '全市水利工作会议，部署今冬明春任务')],
    ['出处 治水', quotes('治水')],
    ['帮助', help()],
    ['outlin 水利', help('outlin')],
    ['治水 体裁:总结 年份:2020', asks('find', '治水', { genre: 'summary', year: 2020 })],
  ])('reads %j like a command', (typed, wanted) => {
    expect(understood(readMessage(typed))).toEqual(wanted);
  });
});

describe('genreNamed', () => {
  it.each(LANGUAGES)('knows each genre by its name in %s, and no two by one name', (language) => {
    const names = GENRES.map((genre) => textsIn(language).genres[genre]);
    expect(names.map(genreNamed)).toEqual(GENRES);
  });

  it('knows each genre by its code, in letters of either case', () => {
    expect(GENRES.map((genre) => genreNamed(genre.toUpperCase()))).toEqual(GENRES);
  });

  it.each(['', '小说', 'summar', '总'])('knows no genre %j', (name) => {
    expect(genreNamed(name)).toBeNull();
  });
});

describe('the examples that help shows', () => {
  const examples = LANGUAGES.flatMap((language) => textsIn(language).help.commands.map(({ example }) => example));

  it.each(examples)('%s is read as it is meant', (example) => {
    const typed = example.replace('/draft ', '');
    const command = understood(readCommand(typed));
    expect(command).toMatchObject({ kind: typed.split(' ')[0] });
    if (/[:：]/.test(typed)) expect(command).toMatchObject({ filters: { genre: 'deployment', year: 2024 } });
  });
});
