import { describe, expect, it } from 'vitest';
import { drafterOver, type HeadingSet } from '../../../src/drafting/index.ts';
import { indexOf } from '../../support/corpus.ts';

const VILLAGE = `在村集体经济座谈会上的讲话
同志们：
今天说说村集体的家底。
一、在清账上下功夫
账要一笔一笔清，清完贴出来给大家看。
二、在增收上下功夫
地要一块一块用，用好了年底有分红。
三、在公开上下功夫
事要一件一件说，说开了心就齐了。
（一）关于食堂
食堂的事另说。
（二）经费从哪里来，怎么花，由谁来管
另说。`;

async function sets(query: string): Promise<HeadingSet[]> {
  const index = await indexOf({
    'village.txt': VILLAGE,
    'other.txt':
      '在读书会上的讲话\n同志们：\n一、看旧章\n书要慢慢读。\n二、看新书\n新书也要读。\n三、走远路\n走出去看看，读书也是走路。',
  });
  const answer = await drafterOver(index)({ kind: 'outline', query, filters: {} });
  return answer.kind === 'skeletons' ? answer.sets : [];
}

describe('sets of parallel headings', () => {
  it('are siblings of one form on the topic, with the frame that they share, each cited', async () => {
    const found = await sets('村集体经济');
    expect(found.map(({ frame }) => frame)).toEqual(['在…上下功夫']);
    const [set] = found;
    expect(set?.headings.map(({ marker, heading }) => marker + heading)).toEqual([
      '一、在清账上下功夫',
      '二、在增收上下功夫',
      '三、在公开上下功夫',
    ]);
    expect(set?.headings.map(({ citation }) => citation.paragraph)).toEqual([2, 4, 6]);
  });

  it('are told without a frame where the siblings share only a form', async () => {
    const found = await sets('读书会');
    expect(found.map(({ frame }) => frame)).toEqual([null]);
  });

  it('leave out neighbours of no common form, and speeches on something else', async () => {
    const found = await sets('增收');
    expect(JSON.stringify(found)).not.toContain('食堂');
    expect(JSON.stringify(found)).not.toContain('旧书');
  });
});
