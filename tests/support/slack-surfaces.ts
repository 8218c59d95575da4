import type { HomeView, ModalView } from '@slack/types';
import { drafterOver } from '../../src/drafting/index.ts';
import type { SpeechIndex } from '../../src/indexing/index.ts';
import { packModal } from '../../src/slack/delivery/index.ts';
import { Questions } from '../../src/slack/remembering/questions.ts';
import type { Speech } from '../../src/speech/index.ts';
import type { Store } from '../../src/store/index.ts';
import { ALL_QUOTES, QUOTES } from './guarded-speeches.ts';
import type { PersonName } from './slack-completed.ts';
import type { SlackWorkspace } from './slack-workspace.ts';

export type Readers = 'private' | 'direct' | 'posted';

/** Something that a person does, and who reads what comes of it. */
export interface Surface {
  name: string;
  readers: Readers;
  /** How much leaves the app. */
  count?: number;
  /** Whether what is internal is asked for, and so shown or counted. */
  asks?: 'internal' | 'nothing internal';
  run: (slack: SlackWorkspace, from: PersonName) => Promise<unknown>;
}

export interface Ids {
  passages: Readonly<Record<string, string>>;
  lasts: Readonly<Record<string, string>>;
  sections: Readonly<Record<string, string>>;
  questions: Readonly<Record<'find' | 'phrase' | 'source' | 'outline', string>>;
}

/** What can be pressed over these speeches, with the questions kept that buttons ask again. */
export async function idsOver(index: SpeechIndex, store: Store): Promise<Ids> {
  const questions = new Questions(store);
  const filters = {};
  return {
    ...(await idsIn(index)),
    questions: {
      find: `${questions.keep({ kind: 'find', query: '乡村振兴', filters, limit: 2 })}`,
      phrase: `${questions.keep({ kind: 'phrase', query: '推进*振兴', filters })}`,
      source: `${questions.keep({ kind: 'source', quote: QUOTES.internal })}`,
      outline: `${questions.keep({ kind: 'outline', query: '乡村振兴', filters })}`,
    },
  };
}

/** The first passage and section of each speech, by its file; and the last passage of each, which no other is like. */
async function idsIn(index: SpeechIndex): Promise<Pick<Ids, 'passages' | 'lasts' | 'sections'>> {
  const { speeches } = index;
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
export const modalWith = (private_metadata: string): ModalView & { id: string } => ({
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
export function inChannel({ lasts, passages, sections, questions }: Ids): Surface[] {
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
export function directly({ passages, sections, questions }: Ids): Surface[] {
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
