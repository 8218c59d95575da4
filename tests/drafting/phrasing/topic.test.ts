import { describe, expect, it } from 'vitest';
import {
  findTopic,
  pickBeginnings,
  pickFourCharacterPhrases,
  pickFrames,
  pickNumberAbbreviations,
  pickParallelSets,
  pickStations,
  speechesAbout,
  topicOf,
} from '../../../src/drafting/phrasing/topic/index.ts';
import { CharacterIndex } from '../../../src/indexing/index.ts';
import { learnPhraseology } from '../../../src/indexing/phraseology/index.ts';
import { speechFrom, starterIndex } from '../../support/corpus.ts';

const speeches = [
  speechFrom(`在灌溉管理会议上的讲话
同志们：
今天这个会，只议灌溉一件事。
我们以灌溉为命脉，把渠系作为骨架。灌溉要有人管、有人修、有人看。落实灌溉“三查制度”：查水、查渠、查闸。
灌溉的事，靠大家。`),
  speechFrom(`在种子会议上的讲话
同志们：
种子站以良种为根本，把选种作为关口。要有人选、有人育、有人保。
种子的事，靠大家。`),
  speechFrom(`在校园会议上的讲话
同志们：
学校以课堂为阵地，把备课作为功课。`),
  speechFrom(`在医疗会议上的讲话
同志们：
医院以病人为镜子，把查房作为规矩。`),
];
const phraseology = learnPhraseology(speeches);
const common = { documentFrequency: () => 1, passageCount: 100 };
const about = (question: string) =>
  findTopic(topicOf(question, common), { speeches, characters: CharacterIndex.build(speeches) });
const shown = (examples: { speech: number; start: number; end: number }[]) =>
  examples.map(({ speech, start, end }) => speeches[speech]?.text.slice(start, end));

describe('topic', () => {
  it('is made of the words that tell, the rarer the heavier', () => {
    const index = { documentFrequency: (term: string) => (term === '工作' ? 60 : 2), passageCount: 100 };
    expect(topicOf('灌溉工作', index).words).toEqual([{ text: '灌溉', share: 1 }]);
    expect(topicOf('工作', index).words).toEqual([{ text: '工作', share: 1 }]);
    expect(() => topicOf('的', index)).toThrow(expect.objectContaining({ code: 'query-empty' }));
  });

  it('picks frames that speak of it, shown from their first clause to their last', () => {
    const [first] = pickFrames(about('灌溉'), phraseology);
    expect(first?.item.text).toBe('以…为…');
    expect(shown(first?.examples ?? [])[0]).toBe('我们以灌溉为命脉');
  });

  it('picks parallel sets, abbreviations and phrases from its sentences alone', () => {
    expect(pickParallelSets(about('灌溉'), phraseology).map(({ item }) => item.text)).toEqual([
      '有人管、有人修、有人看',
    ]);
    expect(pickNumberAbbreviations(about('灌溉'), phraseology).map(({ item }) => item.text)).toEqual(['三查制度']);
    expect(pickNumberAbbreviations(about('种子'), phraseology)).toEqual([]);
    expect(pickFourCharacterPhrases(about('灌溉'), phraseology)).toEqual([]);
  });

  it('picks openings and closings of speeches about it', () => {
    expect(speechesAbout(about('灌溉'))).toEqual([0]);
    const stations = pickStations(about('灌溉'), phraseology);
    expect(stations.find(({ station }) => station === 'opening')?.sentences[0]?.text).toBe(
      '今天这个会，只议灌溉一件事。',
    );
    expect(stations.find(({ station }) => station === 'closing')?.sentences.map(({ text }) => text)).toContain(
      '灌溉的事，靠大家。',
    );
    expect(pickBeginnings(about('灌溉'), phraseology)).toEqual([]);
  });

  it('puts last what stands in nearly every speech, marked as such', () => {
    const lines = ['春天', '夏天', '秋天', '冬天', '年头', '年尾', '月初'];
    const many = lines.map((line, i) =>
      speechFrom(
        `在会上的讲话
同志们：
${line}修渠要落实“四查制度”。${i < 2 ? '修渠也要讲“三包办法”。' : ''}`,
        `${i}.txt`,
      ),
    );
    const found = findTopic(topicOf('修渠', common), { speeches: many, characters: CharacterIndex.build(many) });
    expect(
      pickNumberAbbreviations(found, learnPhraseology(many)).map(({ item, isSetPhrase }) => [item.text, isSetPhrase]),
    ).toEqual([
      ['三包办法', false],
      ['四查制度', true],
    ]);
  });

  it('picks nothing where no speech has it', () => {
    const found = about('航天');
    expect([
      pickFrames(found, phraseology),
      pickParallelSets(found, phraseology),
      pickStations(found, phraseology),
    ]).toEqual([[], [], []]);
  });

  it('shows places of the starter corpus that hold the item', async () => {
    const index = await starterIndex();
    const learnt = learnPhraseology(index.speeches);
    const ask = (question: string) => {
      const found = findTopic(topicOf(question, index), index);
      return [
        ...pickFrames(found, learnt),
        ...pickParallelSets(found, learnt),
        ...pickNumberAbbreviations(found, learnt),
      ];
    };
    ask('人才');
    const picked = ask('群众服务');
    expect(picked.length).toBeGreaterThan(0);
    for (const { item, examples } of picked) {
      for (const { speech, start, end } of examples) {
        expect(item.spans.some((place) => place.speech === speech && start <= place.start && place.end <= end)).toBe(
          true,
        );
      }
    }
  });
});
