import type { AddressInfo } from 'node:net';
import type { View } from '@slack/types';
import { pino } from 'pino';
import { z } from 'zod';
import { type Assistant, assistantOver } from '../../src/assistant/index.ts';
import { blanksSaid, readDocumentAsSpeech } from '../../src/corpus/index.ts';
import { drafterOver } from '../../src/drafting/index.ts';
import type { SpeechIndex } from '../../src/indexing/index.ts';
import { Access, type AccessPolicy, createApp, DEFAULT_POLICY, makeReceiver } from '../../src/slack/index.ts';
import { digestOf } from '../../src/speech/index.ts';
import { memoryStore, type Store } from '../../src/store/index.ts';
import { eventually } from './eventually.ts';
import { type Call, completed, fileOf, PEOPLE, type PersonName, type Surroundings } from './slack-completed.ts';
import { commandBody, eventBody, FORM, type Signing, signedHeaders } from './slack-requests.ts';
import {
  BOT_TOKEN,
  BOT_USER,
  type Posted,
  SIGNING_SECRET,
  startEmulator,
  startResponseServer,
  TEAM,
} from './slack-stand-ins.ts';

export type { PersonName } from './slack-completed.ts';
export type { Posted } from './slack-stand-ins.ts';

/** The ids that Slack gives, anew in each workspace. */
interface Known {
  ids: Readonly<Record<string, string | undefined>>;
  channel: string;
}

interface Given extends Surroundings {
  policy: AccessPolicy | ((known: Known) => AccessPolicy);
  /** What outlives a restart. */
  store: Store;
  /** What response URLs answer. */
  responseStatus: number | ((posted: Posted) => number | { status: number; body: string });
}

/** A message in direct messages, beside its words. */
interface Written {
  ts?: string;
  threadTs?: string;
  /** What Slack told of them before, of a message that was changed. */
  before?: string;
  /** Ids of files. */
  files?: readonly string[];
  /** Over the event's own fields. */
  fields?: object;
  eventId?: string;
}

/** A button, an entry of a menu, a row of a list. */
export interface Pressable {
  label: string;
  action_id: string;
  value: string;
  type: 'button' | 'overflow' | 'static_select';
}

/** A modal or a Home tab that Slack took, and how it came there. */
export interface Shown {
  method: 'views.open' | 'views.push' | 'views.update' | 'views.publish';
  view: View & { id: string };
}

/** An element that can be pressed, wherever it is pressed. */
type Container =
  | { type: 'message'; message_ts: string; is_ephemeral?: boolean; thread_ts?: string; channel?: string }
  | { type: 'view'; view: View & { id: string } };

const people = Object.keys(PEOPLE) as PersonName[];

/**
 * The app over HTTP between stand-ins: a Slack Web API emulator, completed on the way, and a server for response URLs.
 * Requests to the app are signed as Slack signs them; what it sends is read back from where it arrived.
 */
export async function startSlackWorkspace(assistant: Assistant, given: Partial<Given> = {}) {
  const surroundings: Given = {
    policy: DEFAULT_POLICY,
    store: memoryStore(),
    responseStatus: 200,
    channelFields: {},
    members: ['member', 'englishman'],
    answers: {},
    files: {},
    ...given,
  };
  const { slackApiUrl, ids, channel, clientOf, tokenOf, bot, stop } = await startEmulator(people);
  const calls: Call[] = [];
  const received: Posted[] = [];
  const { responseStatus } = surroundings;
  const responses = await startResponseServer(
    (posted) => received.push(posted),
    (posted) => {
      const answer = typeof responseStatus === 'number' ? responseStatus : responseStatus(posted);
      return typeof answer === 'number' ? { status: answer } : answer;
    },
  );
  const logLines: string[] = [];
  const policy =
    typeof surroundings.policy === 'function' ? surroundings.policy({ ids, channel }) : surroundings.policy;
  const log = pino({ level: 'trace' }, { write: (line: string) => logLines.push(line) });
  const shown: Shown[] = [];
  const reach = watched(
    completed(surroundings, ids, (call) => calls.push(call)),
    (view) => shown.push(view),
  );
  const begin = async (store: Store) => {
    const app = appOver(store);
    await app.init();
    const server = await app.start({ port: 0, host: '127.0.0.1' });
    const end = async (): Promise<void> => {
      server.closeAllConnections();
      await app.stop();
    };
    return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, end };
  };
  const appOver = (store: Store) =>
    createApp({
      assistant,
      access: new Access(policy, log),
      store,
      readDocument: async (name, load) => {
        const { speech } = await readDocumentAsSpeech(name, await load());
        return digestOf(speech, blanksSaid(speech));
      },
      fetch: reach,
      log,
      botToken: BOT_TOKEN,
      receiver: makeReceiver({ mode: 'http', signingSecret: SIGNING_SECRET }, 0, undefined, log),
      clientOptions: { slackApiUrl, fetch: reach },
      // Pauses between repetitions take no time.
      callClock: { now: () => performance.now(), wait: async () => undefined },
    });
  let running = await begin(surroundings.store);

  const post = (body: string, contentType: string, signing: Signing = {}) =>
    fetch(`${running.origin}/slack/events`, {
      method: 'POST',
      body,
      headers: signedHeaders(body, contentType, signing),
    });
  const interact = (payload: object) =>
    post(new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), FORM);
  const event = (fields: object, { eventId, ...signing }: Signing & { eventId?: string } = {}) =>
    post(eventBody(fields, eventId), 'application/json', signing);
  const triggerId = async (user: string, view?: string): Promise<string> => {
    const asked = await bot.apiCall('views.generateTriggerId', { user_id: user, ...(view ? { view_id: view } : {}) });
    return z.object({ trigger_id: z.string() }).parse(asked).trigger_id;
  };
  const who = (name: PersonName) => ({ id: ids[name] ?? '', name, username: name, team_id: TEAM });
  const team = { id: TEAM, domain: 'office' };
  const common = { api_app_id: 'A0ZHIBI', team, token: 'verification' };
  const directChannel = async (from: PersonName): Promise<string> =>
    String((await bot.conversations.open({ users: ids[from] ?? '' })).channel?.id);
  let lastTs = Date.now();
  const nextTs = (): string => `${Math.floor(++lastTs / 1000)}.${String(lastTs % 1000).padStart(6, '0')}`;

  const fileNamed = (id: string): object => {
    const file = surroundings.files[id];
    return file === undefined ? { id } : fileOf(id, file, new URL(slackApiUrl).origin);
  };
  /** Writes to the bot directly, or changes what was written. @returns the conversation and the message */
  const write = async (text: string, from: PersonName = 'member', written: Written = {}) => {
    const { ts = nextTs(), threadTs, before, files, fields, eventId } = written;
    const dm = await directChannel(from);
    const message = {
      type: 'message',
      user: ids[from],
      text,
      ts,
      ...(before === undefined ? {} : { edited: { user: ids[from], ts: nextTs() } }),
      ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
      ...(files === undefined ? {} : { subtype: 'file_share', files: files.map(fileNamed) }),
      ...fields,
    };
    const place = { channel: dm, channel_type: 'im', event_ts: nextTs() };
    const changed = { type: 'message', subtype: 'message_changed', previous_message: { ...message, text: before } };
    const said = before === undefined ? message : { ...changed, message };
    const { status } = await event({ ...said, ...place }, eventId === undefined ? {} : { eventId });
    return { channel: dm, ts, status };
  };

  /** What the bot posted to a conversation, oldest first. */
  const postedTo = async (conversation: string, threadTs?: string): Promise<Posted[]> => {
    const { messages = [] } =
      threadTs === undefined
        ? await bot.conversations.history({ channel: conversation })
        : await bot.conversations.replies({ channel: conversation, ts: threadTs });
    const own = messages.filter((message) => message.user === BOT_USER) as Posted[];
    return own.sort((a, b) => Number(a.ts) - Number(b.ts));
  };

  return {
    origin: running.origin,
    /** Stops the app and starts it anew, in the same Slack. @param store what it finds there, after it has stopped */
    restart: async (store: () => Promise<Store>): Promise<void> => {
      await running.end();
      running = await begin(await store());
    },
    channel,
    ids,
    logLines,
    calls,
    bot,
    /** Types a slash command. @returns the acknowledgement; what is answered comes to `commandAnswer`. */
    command: async (
      text: string,
      from: PersonName = 'member',
      signing: Signing & { in?: string; trigger?: string } = {},
    ) => {
      const user = ids[from] ?? '';
      const where = { user, channel: signing.in ?? channel, responseUrl: responses.url };
      return post(
        commandBody(text, { ...where, triggerId: signing.trigger ?? (await triggerId(user)) }),
        FORM,
        signing,
      );
    },
    /** What comes to a response URL, in its order. */
    commandAnswer: (): Promise<Posted> => eventually(async () => received.shift()),
    responseUrl: responses.url,
    /** What came to response URLs and was not read. */
    received,
    /** Presses something; in the ephemeral answer to a command, if not said otherwise. */
    press: async (
      { type = 'button', action_id, value }: Partial<Pressable> & Pick<Pressable, 'action_id' | 'value'>,
      from: PersonName = 'member',
      container: Container = { type: 'message', message_ts: '1.1', is_ephemeral: true },
      trigger?: string,
    ) => {
      const view = container.type === 'view' ? container.view : undefined;
      const pressed =
        type === 'button' ? { value } : { selected_option: { text: { type: 'plain_text', text: '' }, value } };
      const inChannel = container.type === 'message' ? (container.channel ?? channel) : undefined;
      return interact({
        ...common,
        type: 'block_actions',
        user: who(from),
        ...(inChannel === undefined
          ? { view, container: { type: 'view', view_id: view?.id } }
          : {
              channel: { id: inChannel, name: 'drafting' },
              container: { is_ephemeral: false, ...container, channel_id: inChannel },
              response_url: responses.url,
            }),
        trigger_id: trigger ?? (await triggerId(ids[from] ?? '', view?.type === 'modal' ? view.id : undefined)),
        actions: [{ type, block_id: 'b', action_ts: '1.1', action_id, ...pressed }],
      });
    },
    /** Chooses a shortcut in the menu of a message. */
    shortcut: async (
      callbackId: string,
      text: string | null,
      from: PersonName = 'member',
      threadTs?: string,
      fields: object = {},
    ) =>
      interact({
        ...common,
        type: 'message_action',
        callback_id: callbackId,
        user: who(from),
        channel: { id: channel, name: 'drafting' },
        trigger_id: await triggerId(ids[from] ?? ''),
        response_url: responses.url,
        message_ts: '1.1',
        message: {
          type: 'message',
          text,
          user: ids['member'],
          ts: '1.1',
          ...(threadTs ? { thread_ts: threadTs } : {}),
          ...fields,
        },
      }),
    /** Submits a modal. @returns what the app acknowledges it with */
    submit: async (view: View & { id: string }, values: object, from: PersonName = 'member') =>
      interact({
        ...common,
        type: 'view_submission',
        user: who(from),
        trigger_id: await triggerId(ids[from] ?? ''),
        view: { ...view, state: { values } },
      }),
    /** Starts a thread in the channel. @returns its timestamp */
    thread: async (text: string, from: PersonName = 'member'): Promise<string> =>
      String((await clientOf(tokenOf(from)).chat.postMessage({ channel, text })).ts),
    /** Mentions the bot in a thread, or outside of any. */
    mention: (
      text: string,
      threadTs: string | undefined,
      from: PersonName = 'member',
      { ts = nextTs(), edited, ...signing }: Signing & { eventId?: string; ts?: string; edited?: string } = {},
    ) => {
      const fields = { type: 'app_mention', user: ids[from], text: `<@${BOT_USER}> ${text}`, ts, event_ts: ts };
      const changed = edited === undefined ? {} : { edited: { user: ids[from], ts: edited } };
      const inThread = threadTs === undefined ? {} : { thread_ts: threadTs };
      return event({ ...fields, ...changed, channel, ...inThread }, signing);
    },
    /** The bot's replies in a thread, once there are so many. */
    replies: (threadTs: string, count = 1): Promise<Posted[]> =>
      eventually(async () => {
        const own = await postedTo(channel, threadTs);
        return own.length >= count ? own : undefined;
      }),
    directChannel,
    write,
    /** What the bot posted to a conversation or a thread in it, once there are so many. */
    posted: (conversation: string, count = 1, threadTs?: string): Promise<Posted[]> =>
      eventually(async () => {
        const own = await postedTo(conversation, threadTs);
        return own.length >= count ? own : undefined;
      }),
    /** Writes to the bot in a direct message and reads what it posts there. */
    directMessage: async (text: string, from: PersonName = 'member', extra: object = {}): Promise<Posted> => {
      const dm = await directChannel(from);
      const before = (await postedTo(dm)).length;
      const ts = nextTs();
      const said = { type: 'message', channel_type: 'im', channel: dm, user: ids[from], text, ts, event_ts: ts };
      await event({ ...said, ...extra });
      return eventually(async () => (await postedTo(dm))[before]);
    },
    /** Sends a file in a direct message. @returns what the bot posts */
    dropFile: async (id: string, from: PersonName = 'member'): Promise<Posted> => {
      const dm = await directChannel(from);
      const before = (await postedTo(dm)).length;
      await write('', from, { files: [id] });
      return eventually(async () => (await postedTo(dm))[before]);
    },
    /** What the bot posted in somebody's direct messages, once there are so many. */
    direct: (from: PersonName = 'member', count = 1): Promise<Posted[]> =>
      eventually(async () => {
        const own = await postedTo(await directChannel(from));
        return own.length >= count ? own : undefined;
      }),
    event,
    /** Posts anything, signed. */
    post,
    interact,
    openHome: async (tab: 'home' | 'messages', from: PersonName = 'member') => {
      const dm = await directChannel(from);
      return event({ type: 'app_home_opened', user: ids[from], channel: dm, tab, event_ts: nextTs() });
    },
    /** The arguments of a call that the app made, the last of its method. */
    called: (method: string, count = 1): Promise<Call['arguments']> =>
      eventually(async () => calls.filter((call) => call.method === method)[count - 1]?.arguments),
    /** The modal or Home tab that Slack took, so many-th of all. */
    shown: (count = 1): Promise<Shown> => eventually(async () => shown[count - 1]),
    /** How many it took. */
    countShown: (): number => shown.length,
    /** A trigger that Slack has already taken. */
    spentTrigger: async (from: PersonName = 'member'): Promise<string> => {
      const spent = await triggerId(ids[from] ?? '');
      await bot.views.open({ trigger_id: spent, view: { type: 'modal', title: PLAIN, blocks: [] } });
      return spent;
    },
    stop: async () => {
      await running.end();
      responses.stop();
      await stop();
    },
  };
}

const PLAIN = { type: 'plain_text', text: '…' } as const;

/** Slack's answer to what shows a view holds the view, with the id that it was given. */
function watched(reach: typeof fetch, see: (shown: Shown) => void): typeof fetch {
  return async (input, init) => {
    const response = await reach(input, init);
    const method = new URL(String(input)).pathname.split('/').at(-1) ?? '';
    if (!method.startsWith('views.')) return response;
    const { view } = (await response.clone().json()) as { view?: Shown['view'] };
    if (view !== undefined) see({ method: method as Shown['method'], view });
    return response;
  };
}

export type SlackWorkspace = Awaited<ReturnType<typeof startSlackWorkspace>>;

/** The same over an index. */
export const workspaceOver = (index: SpeechIndex, given: Partial<Given> = {}): Promise<SlackWorkspace> =>
  startSlackWorkspace(assistantOver(drafterOver(index)), given);

const Labelled = z.object({ text: z.object({ text: z.string() }), value: z.string() });
const Element = z.union([
  Labelled.extend({ type: z.literal('button'), action_id: z.string() }),
  z.object({ type: z.enum(['overflow', 'static_select']), action_id: z.string(), options: z.array(Labelled) }),
]);

/** Everything in a message or view that can be pressed. */
export function pressables(node: unknown): Pressable[] {
  if (Array.isArray(node)) return node.flatMap(pressables);
  if (typeof node !== 'object' || node === null) return [];
  const element = Element.safeParse(node).data;
  if (element === undefined) return Object.values(node).flatMap(pressables);
  const { type, action_id } = element;
  const entries = 'options' in element ? element.options : [element];
  return entries.map(({ text, value }) => ({ label: text.text, action_id, value, type }));
}

/** The first thing in a message whose label has these words. */
export function pressable(blocks: unknown, label: string): Pressable {
  const all = pressables(blocks);
  const found = all.find((one) => one.label.includes(label));
  if (found === undefined) throw new Error(`no button ${label} among ${all.map((one) => one.label).join(', ')}`);
  return found;
}

/** What a person reads of a message, its pieces joined as they stand beside one another. */
export function readable(node: unknown): string {
  if (Array.isArray(node)) return node.map(readable).join('');
  if (typeof node !== 'object' || node === null) return '';
  const { text, fallback: _, ...others } = node as { text?: unknown; fallback?: unknown };
  const pieces = Object.values(others).map(readable).join('');
  return (typeof text === 'string' ? text : readable(text)) + pieces;
}
