import { describe, expect, it } from 'vitest';
import {
  lastOwn,
  messagesIn,
  repliesTo,
  rows,
  threadSummary,
  unreadIn,
} from '../../../src/demo/page/state/messages.ts';
import { reduce } from '../../../src/demo/page/state/reduce.ts';
import type { Message, ServerEvent, State } from '../../../src/demo/protocol.ts';

const message = (ts: string, rest: Partial<Message> = {}): Message => ({
  conversation: 'C1',
  ts,
  thread: null,
  isBroadcast: false,
  author: 'U1',
  text: '',
  blocks: [],
  isEphemeral: false,
  isEdited: false,
  files: [],
  sent: null,
  ...rest,
});

const state = (messages: Message[] = []): State => ({
  workspace: { name: '某单位' },
  me: 'U1',
  people: [],
  conversations: [],
  messages,
  statuses: [],
  home: null,
  modals: [],
  indexing: null,
  commands: [],
  shortcuts: [],
});

const texts = (after: State | null): string[] | undefined => after?.messages.map(({ text }) => text);

describe('the state after an event', () => {
  it('is nothing before the first whole state', () => {
    expect(reduce(null, { type: 'message', message: message('1.000000') })).toBeNull();
  });

  it('is the whole state that was sent, in order of time', () => {
    const sent = state([message('2.000000', { text: '二' }), message('1.000000', { text: '一' })]);
    expect(texts(reduce(state([message('9.000000')]), { type: 'state', state: sent }))).toEqual(['一', '二']);
  });

  it('has a new message in its place by time, and a changed one where it was', () => {
    const before = state([message('1.000000', { text: '一' }), message('3.000000', { text: '三' })]);
    const two = reduce(before, { type: 'message', message: message('2.000000', { text: '二' }) });
    expect(texts(two)).toEqual(['一', '二', '三']);
    const changed = reduce(two, { type: 'message', message: message('1.000000', { text: '改', isEdited: true }) });
    expect(texts(changed)).toEqual(['改', '二', '三']);
  });

  it('tells messages of two conversations with the same ts apart', () => {
    const other = message('1.000000', { conversation: 'C2', text: '别处' });
    const after = reduce(state([message('1.000000')]), { type: 'message', message: other });
    expect(after?.messages).toHaveLength(2);
    const deleted = after && reduce(after, { type: 'message_deleted', conversation: 'C1', ts: '1.000000' });
    expect(texts(deleted)).toEqual(['别处']);
  });

  it('is the same when an event comes twice', () => {
    const events: ServerEvent[] = [
      { type: 'message', message: message('1.000000') },
      { type: 'status', status: { conversation: 'C1', thread: null, text: '正在查找' } },
      {
        type: 'conversation',
        conversation: { id: 'C1', kind: 'channel', name: '起草', topic: '', sharedWith: null, members: 2, prompts: [] },
      },
      { type: 'indexing', progress: { label: '读讲话', done: 1, total: 2 } },
    ];
    for (const event of events) {
      const once = reduce(state(), event);
      expect(reduce(once, event)).toEqual(once);
    }
  });

  it('has one status in a place, none when its text is empty', () => {
    const status = { conversation: 'C1', thread: null };
    const first = reduce(state(), { type: 'status', status: { ...status, text: '正在读' } });
    const second = reduce(first, { type: 'status', status: { ...status, text: '正在查找' } });
    expect(second?.statuses).toEqual([{ ...status, text: '正在查找' }]);
    expect(reduce(second, { type: 'status', status: { ...status, text: '' } })?.statuses).toEqual([]);
  });
});

describe('messages', () => {
  const question = message('1.000000');
  const reply = message('2.000000', { thread: '1.000000', author: 'U2' });
  const shown = message('3.000000', { thread: '1.000000', isBroadcast: true });

  it('stand in the conversation, under a message, or in both', () => {
    expect(messagesIn([question, reply, shown], 'C1')).toEqual([question, shown]);
    expect(repliesTo([question, reply, shown], 'C1', '1.000000')).toEqual([reply, shown]);
    expect(threadSummary([reply, shown, reply])).toEqual({ count: 3, authors: ['U2', 'U1'], last: '2.000000' });
    expect(threadSummary([])).toBeNull();
  });

  it('follow one another without head within five minutes, on one day, by one author', () => {
    const drawn = rows(
      [
        message('0'),
        message('299'),
        message('599'),
        message('600', { author: 'U2' }),
        message('601', { author: 'U2', isEphemeral: true }),
        message('90000', { author: 'U2', isEphemeral: true }),
      ],
      (ts) => (Number(ts) < 86_400 ? 'one' : 'two'),
    );
    expect(drawn.map(({ isFollowing }) => isFollowing)).toEqual([false, true, false, false, false, false]);
    expect(drawn.map(({ startsDay }) => startsDay)).toEqual([true, false, false, false, false, true]);
  });

  it('are unread where others wrote after what was read', () => {
    const messages = [
      message('5', { author: 'U2' }),
      message('6', { conversation: 'C2', author: 'U1' }),
      message('7', { conversation: 'C3', author: 'U2' }),
    ];
    expect([...unreadIn(messages, 'U1', { C1: '4', C2: '4', C3: '7' })]).toEqual(['C1']);
  });

  it('are edited from the last that one wrote oneself', () => {
    const mine = message('1', { text: '我的' });
    expect(lastOwn([mine, message('2', { isEphemeral: true }), message('3', { author: 'U2' })], 'U1')).toEqual(mine);
  });
});
