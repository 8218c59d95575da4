import { describe, expect, it } from 'vitest';
import { paraphrases } from '../../../src/drafting/phrasing/paraphrases.ts';
import { PHRASING_SPEECHES, tableOf } from '../../support/collocations.ts';
import { speechFrom, starterIndex } from '../../support/corpus.ts';

const table = tableOf(PHRASING_SPEECHES);
const ways = (sentence: string) => paraphrases(table, PHRASING_SPEECHES, sentence);

describe('other ways to say a sentence', () => {
  it('are clauses with another verb and the same object, shown whole, with what shows it', () => {
    const [first] = ways('夯实思想防线');
    expect(first).toMatchObject({
      text: '筑牢思想防线',
      of: '夯实思想防线',
      changed: [{ from: '夯实', to: '筑牢', evidence: expect.arrayContaining(['安全底线', '思想防线']) }],
    });
    expect(first?.changed[0]?.similarity).toBeGreaterThan(0.5);
  });

  it('put verbs that the corpus uses alike before those that only this clause has', () => {
    const texts = ways('加强人才工作').map(({ text }) => text);
    expect(texts).toEqual(['要进一步抓好人才工作', '我们要做好人才工作']);
  });

  it('say when nothing but the clause itself shows it', () => {
    const [first] = ways('听取群众意见');
    expect(first).toMatchObject({ text: '要耐心倾听群众意见', changed: [{ from: '听取', to: '倾听', similarity: 0 }] });
  });

  it('never say the contrary', () => {
    const speeches = [speechFrom('在会议上的讲话\n同志们：\n一、要求\n下去的人不听汇报。回来要听清汇报。')];
    expect(paraphrases(tableOf(speeches), speeches, '听取汇报').map(({ text }) => text)).not.toContain('不听汇报');
  });

  it('find a verb that the dictionary does not know in the question', async () => {
    const { speeches } = await starterIndex();
    const found = paraphrases(tableOf(speeches), speeches, '压实工作责任');
    expect(found.length).toBeGreaterThan(0);
    for (const { text, changed } of found) {
      expect(text).toContain('责任');
      expect(changed[0]?.from).toBe('压实');
    }
  });

  it('never repeat the sentence itself', () => {
    for (const sentence of ['夯实思想防线', '加强人才工作', '压实管护责任']) {
      expect(ways(sentence).map(({ text }) => text)).not.toContain(sentence);
    }
  });

  it('are looked for clause by clause', () => {
    const of = new Set(ways('夯实思想防线，加强人才工作').map((way) => way.of));
    expect(of).toEqual(new Set(['夯实思想防线', '加强人才工作']));
  });

  it('are cited by spans that slice to the clause', () => {
    for (const { text, spans, speeches } of ways('加强人才工作')) {
      for (const { speech, start, end } of spans) {
        expect(PHRASING_SPEECHES[speech]?.text.slice(start, end)).toBe(text);
      }
      expect(speeches).toBe(new Set(spans.map(({ speech }) => speech)).size);
    }
  });

  it.each(['', '，。', '的', '航天发射', '加'.repeat(5000), '加强人才工作，'.repeat(2000)])(
    'answer anything, quickly: %#',
    (sentence) => {
      expect(ways(sentence).length).toBeLessThanOrEqual(12);
    },
  );
});
