import { describe, expect, it } from 'vitest';
import { DrawnSchema, stateOf } from '../../../src/demo/page/drawing/drawn.ts';
import { clockOf } from '../../../src/demo/page/state/times.ts';
import { textsIn } from '../../../src/demo/page/texts/index.ts';

const START = new Date(2024, 4, 6, 9, 30).getTime() / 1000;
const draw = (drawn: unknown) => stateOf(DrawnSchema.parse(drawn), START);

describe('messages to be drawn', () => {
  it('become messages of named people, replies under theirs', () => {
    const { people, messages } = draw([
      { who: 'person', name: '陈明', text: '问', thread: [{ who: 'bot', name: '执笔', text: '答', ephemeral: true }] },
      { who: 'person', name: '陈明', text: '谢' },
    ]);
    expect(people.map(({ name, kind }) => [name, kind])).toEqual([
      ['陈明', 'member'],
      ['执笔', 'bot'],
    ]);
    const [question, answer, thanks] = messages;
    expect(answer).toMatchObject({ text: '答', thread: question?.ts, isEphemeral: true });
    expect(thanks).toMatchObject({ thread: null, author: question?.author });
  });

  it('are a minute apart, or at the time given', () => {
    const { messages } = draw([
      { who: 'bot', name: '执笔', time: '14:05' },
      { who: 'bot', name: '执笔' },
    ]);
    expect(messages.map(({ ts }) => clockOf(textsIn('zh'), ts))).toEqual(['14:05', '14:06']);
  });

  it('leave views out: they are drawn by themselves', () => {
    const view = { type: 'home', blocks: [] };
    expect(draw([{ who: 'bot', name: '执笔', view }]).messages).toEqual([]);
  });

  it('are refused where nobody says who speaks', () => {
    expect(DrawnSchema.safeParse([{ name: '执笔', text: '答' }]).success).toBe(false);
  });
});
