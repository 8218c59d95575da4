import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LocalVisit, pressing, ROOM, startLocalWorkspace } from '../support/local-workspace.ts';
import { readable } from '../support/slack-workspace.ts';

const INTERNAL = '双人清点';

let workspace: LocalVisit;
let li: Awaited<ReturnType<LocalVisit['enter']>>;

beforeAll(async () => {
  workspace = await startLocalWorkspace();
});
afterAll(() => workspace.stop());
beforeEach(async () => {
  li = await workspace.enter('U0LI');
});

const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('a command in the local workspace', () => {
  it('is answered to the person alone, with what was sent and by which listener', async () => {
    const wang = await workspace.enter('U0WANG');
    const answer = await li.command('找 农机');
    expect(answer).toMatchObject({ isEphemeral: true, author: 'U0ZHIBI', conversation: ROOM.team });
    expect(answer.sent).toMatchObject({
      method: 'response_url',
      payload: { response_type: 'ephemeral' },
      madeBy: 'src/slack/listeners/commands/draft.ts',
    });
    expect(readable(answer.blocks)).toContain('农机');
    expect(wang.messages(ROOM.team).map(({ ts }) => ts)).not.toContain(answer.ts);
  });

  it('unfolds a passage in a modal, and what is pressed there lies on it', async () => {
    const answer = await li.command('找 水源');
    await li.press(answer, '展开');
    const place = await li.modal();
    expect(place.method).toBe('views.open');
    expect(readable(place.view.blocks)).toContain('水源地要立界');
    const action = pressing(place.view.blocks, '提纲');
    await li.act({ type: 'block_action', container: { type: 'view', view: place.id }, action, values: {} });
    const above = await li.modal(({ id }) => id !== place.id);
    expect(above.method).toBe('views.push');
    expect(li.state().modals).toHaveLength(2);
    await li.act({ type: 'view_closed', view: above.id, isCleared: true });
    expect(await li.until(({ modals }) => (modals.length === 0 ? modals : undefined))).toEqual([]);
  });

  it('shares a passage with the channel, where everybody reads it', async () => {
    const wang = await workspace.enter('U0WANG');
    const answer = await li.command('找 水源');
    await li.press(answer, '发到频道');
    const shared = await wang.until(({ messages }) =>
      messages.find((one) => one.conversation === ROOM.team && one.sent?.madeBy?.endsWith('press.ts')),
    );
    expect(shared.isEphemeral).toBe(false);
  });

  it('shows internal words among members alone', async () => {
    expect(readable((await li.command('找 档案搬迁')).blocks)).toContain(INTERNAL);
    const shared = await li.command('找 档案搬迁', ROOM.shared);
    expect(JSON.stringify(shared.blocks)).not.toContain(INTERNAL);
    expect(readable(shared.blocks)).toContain('内部材料未参与检索');
    const chen = await workspace.enter('U0CHEN');
    expect(JSON.stringify((await chen.command('找 档案搬迁', chen.direct)).blocks)).not.toContain(INTERNAL);
  });

  it('gives skeletons and what fills a pattern', async () => {
    const outline = await li.command('提纲 开工会');
    expect(readable(outline.blocks)).toContain('把水源护住');
    expect(readable((await li.command('句式 以*为*')).blocks)).toContain('以农时为令');
  });

  it('speaks the language of the person', async () => {
    const morgan = await workspace.enter('U0MORGAN');
    const answer = await morgan.command('find 农机');
    expect(readable(answer.blocks)).toMatch(/Passages/);
    expect(morgan.state().commands[0]?.description).toMatch(/^[\x20-\x7e]+$/);
  });

  it('opens its form alone, says what is missing, and answers where it was opened', async () => {
    await li.act({ type: 'command', conversation: ROOM.team, thread: null, command: '/draft', text: '' });
    const form = await li.modal();
    const input = form.view.blocks.filter(({ type }) => type === 'input');
    const years = { ...Object.fromEntries(input.map((block) => [String(block.block_id), {}])) };
    const values = (words: string, year: string) =>
      Object.fromEntries(
        input.map(({ block_id, element }) => {
          const { action_id, initial_option, options, type } = element as Record<string, never> & { type: string };
          const value =
            type === 'plain_text_input'
              ? { type, value: String(block_id).includes('year') ? year : words }
              : { type, selected_option: initial_option ?? options?.[0] ?? null };
          return [String(block_id), { [String(action_id)]: value }];
        }),
      );
    expect(Object.keys(years).length).toBeGreaterThan(2);
    await li.act({ type: 'view_submission', view: form.id, values: values('水源', '去年春天') as never });
    const refused = await li.modal(({ errors }) => Object.keys(errors).length > 0);
    expect(refused.id).toBe(form.id);
    const answer = await li.answerTo(ROOM.team, {
      type: 'view_submission',
      view: form.id,
      values: values('水源', '') as never,
    });
    expect(readable(answer.blocks)).toContain('水源');
    expect(li.state().modals).toEqual([]);
  });

  it('is refused in a thread, and where it does not exist', async () => {
    const [first] = li.messages(ROOM.team);
    const typed = { type: 'command', conversation: ROOM.team, command: '/draft', text: '找 水源' } as const;
    expect(await li.act({ ...typed, thread: first?.ts ?? '' })).toEqual({
      ok: false,
      error: expect.stringContaining('消息列'),
    });
    expect(await li.act({ ...typed, thread: null, command: '/remind' })).toEqual({
      ok: false,
      error: '没有 /remind 这个命令。',
    });
  });
});

describe('a mention in the local workspace', () => {
  it('is answered in its thread without internal words, follows up, and is edited with its mention', async () => {
    const answer = await li.say('<@U0ZHIBI> 找 水源', ROOM.team);
    const [question] = li.messages(ROOM.team).filter(({ ts }) => ts === answer.thread);
    expect(question?.text).toBe('<@U0ZHIBI> 找 水源');
    expect(answer).toMatchObject({ isEphemeral: false, thread: question?.ts });
    const internal = await li.say('<@U0ZHIBI> 找 档案搬迁', ROOM.team, question?.ts);
    expect(JSON.stringify(internal.blocks)).not.toContain(INTERNAL);
    const more = await li.say('<@U0ZHIBI> 更多', ROOM.team, question?.ts);
    expect(more.thread).toBe(question?.ts);
    await li.act({ type: 'edit', conversation: ROOM.team, ts: question?.ts ?? '', text: '<@U0ZHIBI> 找 机手' });
    const edited = await li.until(({ messages }) => messages.find((one) => one.ts === answer.ts && one.isEdited));
    expect(readable(edited.blocks)).toContain('机手');
  });

  it('of somebody who may not ask is told so to them alone', async () => {
    const zhao = await workspace.enter('U0ZHAO');
    const told = await zhao.say('<@U0ZHIBI> 找 水源', ROOM.shared);
    expect(told.isEphemeral).toBe(true);
    expect(li.messages(ROOM.shared).map(({ ts }) => ts)).not.toContain(told.ts);
  });
});

describe('direct messages in the local workspace', () => {
  it('trace a sentence, and change the answer with the question', async () => {
    const answer = await li.say('加油车跟着机子走，不让机手空跑一趟。', li.direct);
    expect(readable(answer.blocks)).toContain('春耕农机调度会');
    const question = li.messages(li.direct).findLast(({ author }) => author === 'U0LI');
    await li.act({ type: 'edit', conversation: li.direct, ts: question?.ts ?? '', text: '找 水源' });
    const edited = await li.until(({ messages }) => messages.find((one) => one.ts === answer.ts && one.isEdited));
    expect(readable(edited.blocks)).toContain('水源地要立界');
  });

  it('say what a file is read as, and trace its sentences when that is asked for', async () => {
    const text = '在某乡会上的讲话\n\n同志们：\n\n加油车跟着机子走，不让机手空跑一趟。这句是新写的，别处没有。\n';
    const answer = await li.say('', li.direct, null, [{ name: '新稿.txt', base64: base64(text) }]);
    expect(readable(answer.blocks)).toContain('在某乡会上的讲话');
    const before = answer.ts;
    await li.press(answer, '出处');
    const traced = await li.until(({ messages }) =>
      messages.find((one) => one.sent !== null && Number(one.ts) > Number(before)),
    );
    expect(readable(traced.blocks)).toContain('春耕农机调度会');
  });

  it('say what is wrong with a file', async () => {
    const answer = await li.say('', li.direct, null, [{ name: '照片.jpg', base64: base64('不是讲话') }]);
    expect(answer.text).toContain('照片.jpg');
  });

  it('suggest questions once they are opened', async () => {
    const wang = await workspace.enter('U0WANG');
    await wang.act({ type: 'home_opened', tab: 'messages' });
    const prompts = await wang.until(({ conversations }) => {
      const found = conversations.find(({ kind }) => kind === 'app')?.prompts ?? [];
      return found.length > 0 ? found : undefined;
    });
    expect(prompts.map(({ title }) => title)).toContain('找段落');
  });
});

describe('the Home tab in the local workspace', () => {
  it('shows what there is, and answers an example in a modal', async () => {
    await li.act({ type: 'home_opened', tab: 'home' });
    const home = await li.until((state) => state.home ?? undefined);
    expect(readable(home.view.blocks)).toContain('3 篇讲话');
    const action = pressing(home.view.blocks, '引才 留才');
    await li.act({ type: 'block_action', container: { type: 'view', view: home.id }, action, values: {} });
    expect((await li.modal()).method).toBe('views.open');
    await li.act({ type: 'view_closed', view: li.state().modals[0]?.id ?? '', isCleared: true });
  });
});

describe('the menu of a message', () => {
  it('asks about the message, in a thread or out of one', async () => {
    await li.act({ type: 'message', conversation: ROOM.team, thread: null, files: [], text: '农机要修在下田之前。' });
    const { ts } = await li.until(({ messages }) => messages.find(({ text }) => text === '农机要修在下田之前。'));
    const shortcut = { type: 'message_shortcut', conversation: ROOM.team, ts } as const;
    const answer = await li.answerTo(ROOM.team, { ...shortcut, callbackId: 'draft_source' });
    expect(answer.isEphemeral).toBe(true);
    expect(readable(answer.blocks)).toContain('春耕农机调度会');
    expect(await li.act({ ...shortcut, callbackId: 'nothing' })).toMatchObject({ ok: false });
  });
});

describe('a file that joins the speeches', () => {
  it('can be asked at once, with its rights, and is in only once', async () => {
    const text = '内部资料，请勿外传\n\n在某院窗口服务会上的讲话\n\n同志们：\n\n窗口不许摆牌子躲人，谁当班谁抬头。\n';
    const file = { name: '窗口.txt', base64: base64(text) };
    await li.act({ type: 'home_opened', tab: 'home' });
    await li.until(({ home }) => home ?? undefined);
    expect(await li.act({ type: 'import_file', file })).toEqual({ ok: true });
    await li.until(({ home }) => (readable(home?.view.blocks).includes('4 篇讲话') ? 'told' : undefined));
    const notice = await li.until(() => li.notices.at(-1));
    expect(notice.level).toBe('info');
    expect(notice.text).toMatch(/在某院窗口服务会上的讲话.*内部.*4 篇/);
    expect(readable((await li.command('找 窗口')).blocks)).toContain('谁当班谁抬头');
    expect(JSON.stringify((await li.command('找 窗口', ROOM.shared)).blocks)).not.toContain('谁当班谁抬头');
    expect(await li.act({ type: 'import_file', file })).toEqual({
      ok: false,
      error: expect.stringContaining('正文完全相同'),
    });
    expect(await li.until(({ indexing }) => (indexing === null ? 'done' : undefined))).toBe('done');
  });

  it('is told what is wrong with it, and taken from nobody outside', async () => {
    const file = { name: '图.png', base64: 'AAAA' };
    expect(await li.act({ type: 'import_file', file })).toEqual({
      ok: false,
      error: expect.stringContaining('图.png'),
    });
    const zhao = await workspace.enter('U0ZHAO');
    expect(await zhao.act({ type: 'import_file', file: { name: '讲话.txt', base64: base64('一') } })).toMatchObject({
      ok: false,
    });
  });
});

describe('what a person may not see', () => {
  it('is never sent: rooms, messages and commands of others', async () => {
    const zhao = await workspace.enter('U0ZHAO');
    const { commands, conversations, messages, shortcuts } = zhao.state();
    expect(conversations.map(({ id }) => id)).toEqual([ROOM.shared]);
    expect(new Set(messages.map(({ conversation }) => conversation))).toEqual(new Set([ROOM.shared]));
    expect([commands, shortcuts]).toEqual([[], []]);
    const [hidden] = li.messages(ROOM.team);
    const edit = { type: 'edit', conversation: ROOM.team, ts: hidden?.ts ?? '', text: '改' } as const;
    expect(await zhao.act(edit)).toMatchObject({ ok: false });
    expect(await li.act(edit)).toMatchObject({ ok: false });
    expect(
      await zhao.act({ type: 'command', conversation: ROOM.shared, thread: null, command: '/draft', text: '找 水源' }),
    ).toMatchObject({ ok: false });
  });

  it('can’t be pressed by others', async () => {
    const chen = await workspace.enter('U0CHEN');
    const answer = await li.command('找 水源', ROOM.shared);
    expect(await chen.press(answer, '发到频道')).toMatchObject({ ok: false });
    await li.act({ type: 'command', conversation: ROOM.team, thread: null, command: '/draft', text: '' });
    const { id } = await li.modal();
    expect(await chen.act({ type: 'view_submission', view: id, values: {} })).toMatchObject({ ok: false });
    await li.act({ type: 'view_closed', view: id, isCleared: true });
  });
});

describe('the log', () => {
  it('never holds what people write', () => {
    expect(workspace.logLines.join('')).not.toMatch(/水源|农机|档案|窗口/);
  });
});
