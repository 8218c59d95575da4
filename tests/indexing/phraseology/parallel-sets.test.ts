import { describe, expect, it } from 'vitest';
import { learned } from '../../support/phraseology.ts';

const setsIn = (...lines: string[]) => learned(lines).phraseology.parallelSets;

describe('parallel sets', () => {
  it.each([
    ['begin with the same words', '会上说了很多，有的讲水源，有的讲渠道，有的讲收费办法。', '有的讲…', 3],
    ['stand in one frame', '要在选种上下功夫，要在施肥上下功夫，要在收割上下功夫。', '要在…上下功夫', 3],
    ['begin with one short word and are even', '我们靠制度管人、靠流程管事、靠数据说话。', '靠…', 3],
    ['are of one length and shape', '提高灌溉效率，改善灌溉条件，增强抗旱能力。', '', 3],
    [
      'are alternatives of a sentence',
      '没有好苗，就没有好田；没有好田，就没有好粮；没有好粮，就没有好日子。',
      '没有…',
      3,
    ],
  ])('are neighbours that %s', (_, line, frame, count) => {
    const [set] = setsIn(line);
    expect([set?.frame, set?.members.length]).toEqual([frame, count]);
  });

  it('show the set whole, from its first member to its last, without what leads in to it', () => {
    const { phraseology, wordsOf } = learned(['老站长常说，不怕渠长，不怕水急，不怕夜深。大家都笑。']);
    expect(phraseology.parallelSets.map(wordsOf)).toEqual([['不怕渠长，不怕水急，不怕夜深']]);
  });

  it('are the leads of neighbouring points, whatever stands between', () => {
    const [set] = setsIn(
      '一是守住水源关。水从哪里来，要说得清。二是守住渠道关。渠在哪里漏，要找得到。三是守住田头关。田里渴不渴，要问得着。',
    );
    expect(set).toMatchObject({
      form: 'leads',
      frame: '守住…关',
      text: '守住水源关；守住渠道关；守住田头关',
    });
  });

  it.each([
    ['two neighbours alike', '有的讲水源，有的讲渠道，会就散了。'],
    ['names in a list', '参加的有水利局、农业局、教育局、卫生局的同志。'],
    ['figures in a row', '新增渠道3公里，新增水闸5座，新增泵站2处。'],
    ['clauses about one thing', '水库去年加固过了，水库的管理员换了三任，水库下面住着两个村。'],
    ['the same words again', '下雨了，下雨了，下雨了。'],
  ])('are not %s', (_, line) => {
    expect(setsIn(line)).toEqual([]);
  });

  it('are one item where several speeches have the same', () => {
    const { phraseology } = learned(
      ['要敢想，敢干，敢当先。', '不怕苦，不怕累，不怕难。'],
      ['不怕苦，不怕累，不怕难。'],
    );
    expect(phraseology.parallelSets[0]).toMatchObject({ text: '不怕苦，不怕累，不怕难', speeches: 2 });
  });
});
