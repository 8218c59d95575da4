import type { HomeView, ModalView } from '@slack/types';
import { beforeAll, describe, expect, it } from 'vitest';
import { drafterOver } from '../../../src/drafting/index.ts';
import type { SpeechIndex } from '../../../src/indexing/index.ts';
import { packModal } from '../../../src/slack/delivery/index.ts';
import { type AccessPolicy, DEFAULT_POLICY } from '../../../src/slack/index.ts';
import { Questions } from '../../../src/slack/remembering/questions.ts';
import type { Speech } from '../../../src/speech/index.ts';
import { memoryStore } from '../../../src/store/index.ts';
import { indexOf } from '../../support/corpus.ts';
import { fail } from '../../support/fake-slack.ts';
import type { PersonName } from '../../support/slack-completed.ts';
import { type SlackWorkspace, workspaceOver } from '../../support/slack-workspace.ts';

/*
 * Each speech has words that no other has, in its title, its headings and its text. They are looked for in everything that
 * leaves the app. No question has one of them: what somebody typed may be shown to them again.
 */
const SPEECHES = {
  'open.txt': `在全市乡村振兴工作会议上的讲话
同志们：
一、推进产业振兴
乡村振兴要从地里长出来，翠湖村的路子就是一村一业算细账。
二、推进人才振兴
乡村振兴要靠翠湖村那样的能人领着干，干出来才算数。
`,
  'reference.txt': `仅供学习参考，请勿照搬照抄
在全县乡村振兴现场会上的讲话
同志们：
一、推进文化振兴
乡村振兴要把银杏台唱起来，一个月唱一回不算多。
二、推进生态振兴
乡村振兴的底色是银杏台下那条清水沟。
`,
  'internal.txt': `仅供内部学习，严禁外传
在青鸾片区乡村振兴调度会上的讲话
同志们：
一、推进墨竹振兴
乡村振兴的难处都在朱雀桥头。底账一笔一笔往下核，谁核的谁签字。
二、推进玄龟振兴
乡村振兴欠下的账要在朱雀桥头当面结清。
三、再学一遍
乡村振兴要从地里长出来，朱雀桥头的路子也是一村一业算细账。
四、锁好柜子
铜锁配齐，麒麟封条贴牢。
`,
  'party/hidden.txt': `在白鹭洲乡村振兴座谈会上的讲话
同志们：
一、推进紫藤振兴
乡村振兴的根子扎在赤松坡上。班子里的话关起门来说，出了门就是一句话。
二、再学一遍
乡村振兴要从地里长出来，赤松坡的路子同样是一村一业算细账。
`,
  'party/both.txt': `仅供内部学习，严禁外传
在黑鹳岭乡村振兴通气会上的讲话
同志们：
一、推进丹霞振兴
乡村振兴的苦头在苍狼沟里。人选的事一人一票，票箱当场封存。
`,
};
const OPEN = /翠湖村|银杏台/;
const INTERNAL = /青鸾|墨竹|朱雀|玄龟|麒麟/;
const HIDDEN = /白鹭|紫藤|赤松|黑鹳|丹霞|苍狼/;
const COUNTED = /条内部材料未显示|内部材料，不能发到频道|不能在这里显示/;

/** Sentences of the speeches, and one of none. */
const QUOTES = {
  open: '干出来才算数',
  internal: '底账一笔一笔往下核，谁核的谁签字。',
  hidden: '班子里的话关起门来说，出了门就是一句话。',
  both: '人选的事一人一票，票箱当场封存。',
};
const ALL_QUOTES = Object.values(QUOTES).join('');

type Readers = 'private' | 'direct' | 'posted';

/** Something that a person does, and who reads what comes of it. */
interface Surface {
  name: string;
  readers: Readers;
  /** How much leaves the app. */
  count?: number;
  /** Whether what is internal is asked for, and so shown or counted. */
  asks?: 'internal' | 'nothing internal';
  run: (slack: SlackWorkspace, from: PersonName) => Promise<unknown>;
}

interface Ids {
  passages: Readonly<Record<string, string>>;
  lasts: Readonly<Record<string, string>>;
  sections: Readonly<Record<string, string>>;
  questions: Readonly<Record<'find' | 'phrase' | 'source' | 'outline', string>>;
}

let index: SpeechIndex;
let ids: Ids;
const store = memoryStore();

beforeAll(async () => {
  index = await indexOf(SPEECHES);
  const questions = new Questions(store);
  const filters = {};
  ids = {
    ...(await idsIn(index)),
    questions: {
      find: String(questions.keep({ kind: 'find', query: '乡村振兴', filters, limit: 2 })),
      phrase: String(questions.keep({ kind: 'phrase', query: '推进*振兴', filters })),
      source: String(questions.keep({ kind: 'source', quote: QUOTES.internal })),
      outline: String(questions.keep({ kind: 'outline', query: '乡村振兴', filters })),
    },
  };
});

/** The first passage and section of each speech, by its file; and the last passage of each, which no other is like. */
async function idsIn({ speeches }: SpeechIndex): Promise<Pick<Ids, 'passages' | 'lasts' | 'sections'>> {
  const draft = drafterOver(index);
  const skeletons = await Promise.all(
    speeches.map(({ passages }) => draft({ kind: 'speech-skeleton', passage: `${passages[0]?.id}` })),
  );
  const byFile = (idOf: (speech: Speech, i: number) => string | undefined): Record<string, string> =>
    Object.fromEntries(speeches.map((speech, i) => [speech.file, `${idOf(speech, i)}`]));
  return {
    passages: byFile(({ passages }) => passages[0]?.id),
    lasts: byFile(({ passages }) => passages.at(-1)?.id),
    sections: byFile((_, i) => {
      const skeleton = skeletons[i];
      return skeleton?.kind === 'skeletons' ? skeleton.skeletons[0]?.sections[0]?.id : undefined;
    }),
  };
}

/** What each question is asked with. */
const QUESTIONS = {
  find: '找 乡村振兴 难处',
  'find by its first word': '乡村振兴 欠下的账',
  outline: '提纲 乡村振兴工作会议',
  topic: '句式 乡村振兴',
  pattern: '句式 推进*振兴',
  source: `出处 ${QUOTES.internal}`,
  trace: `出处 ${ALL_QUOTES}`,
};

const typed = (readers: Readers, by: string, ask: (text: string) => Surface['run']): Surface[] =>
  Object.entries(QUESTIONS).map(([name, text]) => ({ name: `${by}: ${name}`, readers, run: ask(text) }));

/** A modal of ours as Slack sends it back, as far as we read it. */
const modalWith = (private_metadata: string): ModalView & { id: string } => ({
  id: 'V0',
  type: 'modal',
  title: { type: 'plain_text', text: '执笔' },
  blocks: [],
  private_metadata,
});

const press =
  (value: string, ...container: [] | [container: 'direct' | 'posted' | 'home' | 'modal']): Surface['run'] =>
  async (slack, from) => {
    const [where] = container;
    const action = { action_id: 'draft_x', value };
    const { channel } = slack;
    if (where === undefined) return slack.press(action, from);
    if (where === 'posted') return slack.press(action, from, { type: 'message', message_ts: '1.1' });
    if (where === 'direct') {
      const dm = await slack.directChannel(from);
      return slack.press(action, from, { type: 'message', message_ts: '1.1', channel: dm });
    }
    const metadata = packModal({ delivery: 'private', channel, depth: 1 });
    const home: HomeView & { id: string } = { id: 'V0', type: 'home', blocks: [] };
    const view = where === 'modal' ? modalWith(metadata) : home;
    // Whoever has no such modal open is refused by the emulator, after what was to be shown has left the app.
    const trigger = where === 'modal' ? '1.1' : undefined;
    return slack.press(action, from, { type: 'view', view }, trigger);
  };

/** Everything that a person can do in a channel. */
function inChannel({ lasts, passages, sections, questions }: Ids): Surface[] {
  const internal = String(passages['internal.txt']);
  const open = String(passages['open.txt']);
  const all = Object.entries(sections).map(([, id]) => id);
  const form =
    (kind: string, topic: string): Surface['run'] =>
    async (slack, from) => {
      const metadata = packModal({
        delivery: 'private',
        channel: slack.channel,
        depth: 1,
        responseUrl: slack.responseUrl,
      });
      const view = { ...modalWith(metadata), callback_id: 'draft_form' };
      return slack.submit(
        view,
        {
          kind: { kind: { selected_option: { value: kind } } },
          topic: { topic: { value: topic } },
          genre: { genre: { selected_option: null } },
          years: { years: { value: null } },
        },
        from,
      );
    };
  const privately = (name: string, run: Surface['run'], count = 1): Surface => ({
    name,
    readers: 'private',
    run,
    count,
  });
  const harmless = (name: string, run: Surface['run'], readers: Readers = 'private'): Surface => ({
    name,
    readers,
    run,
    asks: 'nothing internal',
  });
  return [
    ...typed('private', 'command', (text) => (slack, from) => slack.command(text, from)),
    harmless('command: help', (slack, from) => slack.command('帮助', from)),
    harmless('command: the form', (slack, from) => slack.command('', from)),
    privately('form: passages', form('passages', '乡村振兴 难处')),
    privately('form: skeleton', form('skeleton', '乡村振兴工作会议')),
    privately('form: phrasing', form('phrasing', '推进*振兴')),
    privately('form: source', form('source', QUOTES.internal)),
    privately('shortcut: source', (slack, from) => slack.shortcut('draft_source', ALL_QUOTES, from)),
    privately('shortcut: similar', (slack, from) => slack.shortcut('draft_similar', '乡村振兴的难处', from)),
    privately('shortcut: phrasing', (slack, from) => slack.shortcut('draft_phrasing', '推进乡村振兴', from)),
    privately('unfold', press(`unfold:${internal}`)),
    privately('unfold, from what was posted', press(`unfold:${internal}`, 'posted')),
    privately('unfold, in a modal', press(`unfold:${internal}`, 'modal'), 2),
    privately('similar', press(`similar:${open}`)),
    privately('similar, in a modal', press(`similar:${open}`, 'modal'), 2),
    harmless('similar to what is internal', press(`similar:${internal}`)),
    harmless('similar to what is internal, of which there is none', press(`similar:${lasts['internal.txt']}`)),
    privately('skeleton', press(`skeleton:${internal}`)),
    privately('alternatives', press(`alternatives:${sections['open.txt']}~${all.join('~')}`)),
    privately('phrasing', press(`phrasing:${sections['internal.txt']}`)),
    privately('page', press(`page:${questions.find}~2`)),
    privately('kind', press(`kind:${questions.phrase}~fillings`)),
    harmless('share', press(`share:${open}`), 'posted'),
    { name: 'share what is internal', readers: 'posted', run: press(`share:${internal}`) },
    { name: 'share a skeleton', readers: 'posted', run: press(`share-skeleton:${all.join(',')}`) },
    { name: 'share an answer', readers: 'posted', run: press(`share-answer:${questions.phrase}`) },
    { name: 'share a skeleton by its question', readers: 'posted', run: press(`share-answer:${questions.outline}`) },
    { name: 'share a source', readers: 'posted', run: press(`share-answer:${questions.source}`) },
    ...['party/hidden.txt', 'party/both.txt'].flatMap((file) => [
      harmless(`unfold ${file}`, press(`unfold:${passages[file]}`)),
      harmless(`similar to ${file}`, press(`similar:${passages[file]}`)),
      harmless(`skeleton of ${file}`, press(`skeleton:${passages[file]}`)),
      harmless(`phrasing of ${file}`, press(`phrasing:${sections[file]}`)),
      harmless(`share ${file}`, press(`share:${passages[file]}`), 'posted'),
    ]),
    ...typed(
      'posted',
      'mention',
      (text) => async (slack, from) => slack.mention(text, await slack.thread('题目'), from),
    ),
    {
      name: 'mention without a word',
      readers: 'posted',
      run: async (slack, from) => slack.mention('', await slack.thread(ALL_QUOTES), from),
    },
    {
      name: 'follow-ups',
      readers: 'posted',
      count: 5,
      run: async (slack, from) => {
        const thread = await slack.thread('题目');
        for (const said of ['找 乡村振兴', '第1条的上下文', '和第1条类似的', '第1条的提纲', '只要标题']) {
          await slack.mention(said, thread, from);
        }
      },
    },
  ];
}

/** Everything that a person can do where only they read it. */
function directly({ passages, sections, questions }: Ids): Surface[] {
  const internal = String(passages['internal.txt']);
  const surface = (name: string, run: Surface['run'], count = 1): Surface => ({ name, readers: 'direct', run, count });
  return [
    ...typed('direct', 'direct message', (text) => (slack, from) => slack.write(text, from)),
    surface('a pasted sentence', (slack, from) => slack.write(QUOTES.internal, from)),
    surface(
      'follow-ups',
      async (slack, from) => {
        for (const said of ['找 乡村振兴 难处', '第1条的上下文', '只要标题']) await slack.write(said, from);
      },
      3,
    ),
    ...typed('direct', 'command', (text) => async (slack, from) => {
      return slack.command(text, from, { in: await slack.directChannel(from) });
    }),
    surface('unfold', press(`unfold:${internal}`, 'direct')),
    surface('skeleton', press(`skeleton:${internal}`, 'direct')),
    surface('similar', press(`similar:${passages['open.txt']}`, 'direct')),
    surface('phrasing', press(`phrasing:${sections['internal.txt']}`, 'direct')),
    surface('page', press(`page:${questions.find}~2`, 'direct')),
    surface('home', (slack, from) => slack.openHome('home', from)),
    surface('unfold, on the Home tab', press(`unfold:${internal}`, 'home')),
    surface('the sentences of a file', press('trace:F0QUOTES', 'direct')),
    {
      ...surface('a hidden passage', press(`unfold:${passages['party/hidden.txt']}`, 'direct')),
      asks: 'nothing internal',
    },
    { ...surface('suggestions', (slack, from) => slack.openHome('messages', from)), asks: 'nothing internal' },
  ];
}

interface Left {
  readers: Readers;
  words: string;
}

/** How much had left the app at a moment. */
type Mark = Record<'calls' | 'received', number>;

const markOf = ({ calls, received }: SlackWorkspace): Mark => ({ calls: calls.length, received: received.length });

/** What has left the app since, and who reads it where it went. */
function sentSince({ calls, received }: SlackWorkspace, mark: Mark): Left[] {
  const writes = calls.slice(mark.calls).filter(({ method }) => /^(?:chat|views|assistant)\./.test(method));
  return [
    ...writes.map(({ method, arguments: given }) => ({
      readers: readersOf(method, given),
      words: JSON.stringify(given),
    })),
    ...received.slice(mark.received).map((posted) => ({
      readers: posted.response_type === 'in_channel' ? ('posted' as const) : ('private' as const),
      words: JSON.stringify(posted),
    })),
  ];
}

function readersOf(method: string, { channel }: Readonly<Record<string, unknown>>): Readers {
  if (method === 'views.publish' || method.startsWith('assistant.')) return 'direct';
  if (method === 'chat.postEphemeral' || method.startsWith('views.')) return 'private';
  return `${channel}`.startsWith('C') ? 'posted' : 'direct';
}

/** Does something, and reads what leaves the app for it. */
async function sentFor(slack: SlackWorkspace, { count = 1, name, run }: Surface, from: PersonName): Promise<Left[]> {
  const mark = markOf(slack);
  const acknowledged = await run(slack, from);
  const acknowledgement = acknowledged instanceof Response ? await acknowledged.text() : '';
  for (const end = Date.now() + 10_000; ; ) {
    const sent = sentSince(slack, mark);
    if (sent.length >= count) return [...sent, { readers: 'private', words: acknowledgement }];
    if (Date.now() > end) throw new Error(`${name}: ${sent.length} of ${count} came`);
    await new Promise((resolve) => setTimeout(resolve, 3));
  }
}

/** What is wrong with what left the app for one thing that a person did. */
function faults(
  { asks = 'internal', name, readers }: Surface,
  sent: readonly Left[],
  from: PersonName,
  mayRead: (readers: Readers) => boolean,
): string[] {
  const all = sent.map(({ words }) => words).join('\n');
  const leaks = sent.filter((one) => INTERNAL.test(one.words) && !mayRead(one.readers));
  const isRefused = from === 'foreigner';
  const shown = INTERNAL.test(all);
  const isDue = asks === 'internal' && !isRefused;
  return [
    ...(HIDDEN.test(all) ? ['a hidden word'] : []),
    ...leaks.map((leak) => `an internal word, ${leak.readers}`),
    ...(isRefused && OPEN.test(all) ? ['a word for somebody of another organisation'] : []),
    ...(isRefused && !/只供本单位|example|可以这样问/.test(all) ? ['no refusal'] : []),
    ...(isDue && mayRead(readers) && !shown ? ['nothing internal, where it may be'] : []),
    ...(isDue && !mayRead(readers) && !COUNTED.test(all) ? ['not counted'] : []),
  ].map((fault) => `${name} by ${from}: ${fault}`);
}

/** Hides a folder of the corpus from everybody whom the test has. */
const POLICY: AccessPolicy = {
  ...DEFAULT_POLICY,
  folders: [{ folder: 'party/', groups: [], people: ['U0SOMEBODY'], channels: ['C0SOMEWHERE'] }],
};
const FILES = { F0QUOTES: { name: '摘抄.txt', text: `某次会上的讲话\n同志们：\n${ALL_QUOTES}\n` } };
const PEOPLE: readonly PersonName[] = ['member', 'guest', 'foreigner'];

type Given = NonNullable<Parameters<typeof workspaceOver>[1]>;

/** Everything that these people do, and what is wrong with what left the app. */
async function faultsOf(
  given: Given,
  surfaces: readonly Surface[],
  people: readonly PersonName[],
  isOpen: boolean,
): Promise<string[]> {
  const slack = await workspaceOver(index, { policy: POLICY, files: FILES, store, ...given });
  try {
    const found: string[] = [];
    for (const from of people) {
      const isMember = from === 'member';
      const mayRead = (readers: Readers): boolean =>
        isMember && (readers === 'direct' || (readers === 'private' && isOpen));
      for (const surface of surfaces)
        found.push(...faults(surface, await sentFor(slack, surface, from), from, mayRead));
    }
    const words = [OPEN, INTERNAL, HIDDEN, /乡村振兴|底账|xox[bp]/];
    const told = slack.logLines.filter((line) => words.some((word) => word.test(line)));
    return [...found, ...told.map(() => 'a word in the log')];
  } finally {
    await slack.stop();
  }
}

describe('whatever a person does in a channel', () => {
  const crowd = Response.json({ ok: true, members: [], response_metadata: { next_cursor: 'more' } });
  it.concurrent.each<[string, boolean, Given]>([
    ['of the workspace', true, {}],
    ['that is private', true, { channelFields: { is_private: true } }],
    ['that is shared with another organisation', false, { channelFields: { is_shared: true, is_ext_shared: true } }],
    ['that another organisation is invited to', false, { channelFields: { is_pending_ext_shared: true } }],
    ['that another workspace is asked to join', false, { channelFields: { pending_connected_team_ids: ['T0OTHER'] } }],
    ['of several workspaces', false, { channelFields: { is_shared: true, is_org_shared: true } }],
    ['with a guest in it', false, { members: ['member', 'guest'] }],
    ['with somebody of another organisation in it', false, { members: ['member', 'foreigner'] }],
    [
      'that Slack tells nothing of',
      false,
      { answers: { 'conversations.info': () => Response.json(fail('fatal_error')) } },
    ],
    [
      'whose people Slack does not tell',
      false,
      { answers: { 'conversations.members': () => Response.json(fail('fatal_error')) } },
    ],
    [
      'that the bot is not in',
      false,
      { answers: { 'conversations.info': () => Response.json(fail('channel_not_found')) } },
    ],
    ['with too many people', false, { answers: { 'conversations.members': () => crowd.clone() } }],
  ])('%s, nothing is shown to anybody who may not see it, and what may be seen is', async (_, isOpen, given) => {
    expect(await faultsOf(given, inChannel(ids), PEOPLE, isOpen)).toEqual([]);
  });
});

describe('whatever a person does in direct messages and on the Home tab', () => {
  it('is shown what is internal if they are a member, and never what is hidden', async () => {
    expect(await faultsOf({}, directly(ids), PEOPLE, true)).toEqual([]);
  });
});

describe('why something is kept back', () => {
  it.each<[string, Given]>([
    ['本频道里有访客', { members: ['member', 'guest'] }],
    ['本频道与其他单位共享', { channelFields: { is_ext_shared: true } }],
    ['暂时查不到还有谁在这里', { answers: { 'conversations.info': { ok: false, error: 'fatal_error' } } }],
    ['执笔不在这里', { answers: { 'conversations.info': { ok: false, error: 'channel_not_found' } } }],
  ])('is told: %s', async (reason, given) => {
    await within(given, async (slack) => {
      await slack.command('找 乡村振兴 难处');
      expect((await slack.commandAnswer()).text).toContain(`条内部材料未显示。${reason}`);
    });
  });
});

/** Runs with a workspace over the corpus. */
async function within(given: Given, run: (slack: SlackWorkspace) => Promise<void>): Promise<void> {
  const slack = await workspaceOver(index, given);
  try {
    await run(slack);
  } finally {
    await slack.stop();
  }
}

const TOPIC = '找 乡村振兴';
/** What a hidden speech says best. */
const HIDDEN_TOPIC = '找 乡村振兴 根子';

/** What a command brings to somebody. */
async function told(slack: SlackWorkspace, from: PersonName = 'member', topic = TOPIC): Promise<string> {
  await slack.command(topic, from);
  return JSON.stringify(await slack.commandAnswer());
}

/** What a mention brings to everybody. */
async function posted(slack: SlackWorkspace, from: PersonName = 'member', topic = TOPIC): Promise<string> {
  const thread = await slack.thread('题目');
  await slack.mention(topic, thread, from);
  return JSON.stringify(await slack.replies(thread));
}

describe('a folder', () => {
  const folder = { folder: 'party/', groups: [], people: [], channels: [] };

  it('that names a person is open to them wherever the answer is theirs alone, and to nobody else', async () => {
    const policy: Given['policy'] = (known) => ({
      ...DEFAULT_POLICY,
      folders: [{ ...folder, people: [`${known.ids['member']}`] }],
    });
    await within({ policy }, async (slack) => {
      expect(await told(slack, 'member', HIDDEN_TOPIC)).toMatch(HIDDEN);
      expect((await slack.directMessage(HIDDEN_TOPIC)).text).toMatch(HIDDEN);
      expect(await told(slack, 'guest', HIDDEN_TOPIC)).not.toMatch(HIDDEN);
      const reply = await posted(slack);
      expect([OPEN.test(reply), HIDDEN.test(reply)]).toEqual([true, false]);
    });
  });

  it('that names a user group is open to those in it', async () => {
    const members: string[] = [];
    const answers = { 'usergroups.users.list': () => Response.json({ ok: true, users: members }) };
    const policy = { ...DEFAULT_POLICY, folders: [{ ...folder, groups: ['S0WRITERS'] }] };
    await within({ policy, answers }, async (slack) => {
      members.push(`${slack.ids['member']}`);
      expect(await told(slack, 'member', HIDDEN_TOPIC)).toMatch(HIDDEN);
      expect(await told(slack, 'guest', HIDDEN_TOPIC)).not.toMatch(HIDDEN);
    });
  });

  it('that names a channel is open in it, also in what is posted, and nowhere else', async () => {
    const policy: Given['policy'] = ({ channel }) => ({
      ...DEFAULT_POLICY,
      folders: [{ ...folder, channels: [channel] }],
    });
    await within({ policy }, async (slack) => {
      expect(await told(slack, 'member', HIDDEN_TOPIC)).toMatch(HIDDEN);
      const reply = await posted(slack, 'guest', HIDDEN_TOPIC);
      expect([HIDDEN.test(reply), /黑鹳|丹霞|苍狼/.test(reply), INTERNAL.test(reply)]).toEqual([true, false, false]);
      expect((await slack.directMessage(HIDDEN_TOPIC)).text).not.toMatch(HIDDEN);
    });
  });
});

describe('a list of who may use it', () => {
  /** Expects that somebody is told a reason, alone, and nothing of the corpus. */
  async function expectRefused(slack: SlackWorkspace, reason: string, from: PersonName = 'member'): Promise<void> {
    const answer = await told(slack, from);
    expect([answer.includes(reason), OPEN.test(answer)]).toEqual([true, false]);
    await slack.mention(TOPIC, await slack.thread('题目'), from);
    const { user, text } = await slack.called('chat.postEphemeral');
    expect([user, text]).toEqual([slack.ids[from], expect.stringContaining(reason)]);
  }

  it('of workspaces lets people of these in, and nobody else', async () => {
    await within({ policy: { ...DEFAULT_POLICY, workspaces: ['T0ELSEWHERE'] } }, async (slack) => {
      expect(await told(slack, 'foreigner')).toMatch(OPEN);
      await expectRefused(slack, '只供本单位');
      await slack.openHome('home');
      expect(JSON.stringify(await slack.called('views.publish'))).toContain('只供本单位');
    });
  });

  it('of channels says where it may be asked, and lets it be asked directly', async () => {
    await within({ policy: { ...DEFAULT_POLICY, channels: ['C0ELSEWHERE'] } }, async (slack) => {
      await expectRefused(slack, '本频道没有开通执笔');
      expect((await slack.directMessage(TOPIC)).text).toMatch(OPEN);
    });
  });

  it('of user groups lets people in them in, and says to others whom to ask', async () => {
    const members: string[] = [];
    const answers = { 'usergroups.users.list': () => Response.json({ ok: true, users: members }) };
    await within({ policy: { ...DEFAULT_POLICY, groups: ['S0WRITERS'] }, answers }, async (slack) => {
      members.push(`${slack.ids['member']}`);
      expect(await told(slack)).toMatch(OPEN);
      await expectRefused(slack, '还没有使用执笔的权限', 'guest');
    });
  });
});
