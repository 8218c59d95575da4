import { describe, expect, it } from 'vitest';
import { drafterOver, type OverviewRequest, type SpeechListing } from '../../src/drafting/index.ts';
import { indexOf } from '../support/corpus.ts';

const TEXT = `在某市夜班调度会上的讲话
（2021年3月5日）
同志们：
夜里的电话要有人接。接了要有人跑。
跑完要有人回。`;

describe('what a corpus holds', () => {
  it('is its speeches, each cited by its title, and the number of passages', async () => {
    const untitled = '---\ntitle: 接班词\n---\n各位同事：\n钥匙交给大家了。';
    const index = await indexOf({ 'a.txt': TEXT, 'b.md': untitled });
    const request: OverviewRequest = { kind: 'overview' };
    const answer = await drafterOver(index)(request);
    if (answer.kind !== 'overview') throw new Error('no overview');
    expect(answer.passages).toBe(3);
    expect(answer.speeches).toMatchObject([
      { title: '在某市夜班调度会上的讲话', date: '2021-03-05', citation: { file: 'a.txt', paragraph: 0 } },
      { title: '接班词', date: null, citation: { file: 'b.md', paragraph: 0, start: 0, end: 0 } },
    ]);
    const [first]: SpeechListing[] = answer.speeches;
    expect(TEXT.slice(first?.citation.start, first?.citation.end)).toBe('在某市夜班调度会上的讲话');
  });
});
