import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { openLibrary, startDemo } from '../../src/demo/index.ts';
import { reduce } from '../../src/demo/page/state/reduce.ts';
import {
  type Action,
  type ActionReply,
  ActionReplySchema,
  type AnyBlock,
  type BlockAction,
  type Message,
  type Notice,
  type OpenView,
  ServerEventSchema,
  type State,
} from '../../src/demo/protocol.ts';
import { eventually } from './eventually.ts';

export const ROOM = { team: 'C0QICAO', shared: 'C0LIANXI' } as const;

/** One that is free, one that is for reference, one that is internal; no place, no person of this world. */
export const SPEECHES: Readonly<Record<string, string>> = {
  'gongshui.md': `在某镇集中供水工程开工会上的讲话

（2023年4月12日）

同志们：

今天开这个会，就一件事，让山上七个村喝上管子里的水。

一、把水源护住

一是水源地要立界。界桩打到哪里，牛羊就退到哪里，村干部先退自家的。二是水质要常验。每月取三回样，结果贴在祠堂门口，谁都看得见。

二、把管子埋深

以质量为先，以安全为重。埋管的沟挖够一米二再下管，浅一寸都返工，监理的尺子不离沟边。
`,
  'nongji.md': `---
rights: reference-only
---

在某县春耕农机调度会上的讲话

（2024年3月2日）

同志们：

春耕不等人，农机先下田。

一、把机手请到田头

农机要修在下田之前。每台机子配一名修理工，随叫随到，误了农时由农机站说明原因。

二、把油料送到机旁

以农时为令，以机手为友。加油车跟着机子走，不让机手空跑一趟。
`,
  'dangan.md': `---
rights: internal
---

在某局档案搬迁专题会上的讲话

（2024年6月18日）

同志们：

档案搬迁要稳字当头。

一、把清单点清

搬迁档案一律双人清点，少一卷不出库，多一卷不上车。

二、把路线定死

以保密为要，以交接为据。车走哪条路、几点出库，只有三个人知道。
`,
};

/** Opens a stream of events as one person and keeps the state as the page does. */
function watch(origin: string, person: string) {
  const aborting = new AbortController();
  const seen: { state: State | null; notices: Notice[] } = { state: null, notices: [] };
  const read = async (): Promise<void> => {
    const response = await fetch(`${origin}/api/events?person=${person}`, { signal: aborting.signal });
    let rest = '';
    for await (const chunk of response.body ?? []) {
      rest += Buffer.from(chunk).toString('utf8');
      const lines = rest.split('\n\n');
      rest = lines.pop() ?? '';
      for (const data of lines.flatMap((one) => /^data: (.*)$/m.exec(one)?.[1] ?? [])) {
        const event = ServerEventSchema.parse(JSON.parse(data));
        if (event.type === 'notice') seen.notices.push(event.notice);
        seen.state = reduce(seen.state, event);
      }
    }
  };
  read().catch(() => undefined);
  return { seen, end: () => aborting.abort() };
}

/** An element that can be pressed, in a message or view: the first that a label of its own contains. */
function elementIn(
  blocks: readonly AnyBlock[],
  label: string,
): {
  block: AnyBlock;
  element: Record<string, unknown>;
  option?: { text: { type: string; text: string }; value: string };
} {
  for (const block of blocks) {
    const { accessory, element: input, elements } = block;
    for (const element of [accessory, input, ...(Array.isArray(elements) ? elements : [])]) {
      if (element === undefined) continue;
      if (element.text?.text?.includes(label)) return { block, element };
      const option = element.options?.find((one: { text: { text: string } }) => one.text.text.includes(label));
      if (option !== undefined) return { block, element, option };
    }
  }
  throw new Error(`nothing is called ${label}`);
}

/** What is sent when it is pressed. */
export function pressing(blocks: readonly AnyBlock[], label: string): BlockAction {
  const { block, element, option } = elementIn(blocks, label);
  const ids = { block_id: String(block.block_id), action_id: String(element['action_id']) };
  if (option === undefined) {
    return { ...ids, type: 'button', value: String(element['value']), text: { text: label } };
  }
  return { ...ids, type: element['type'] === 'overflow' ? 'overflow' : 'static_select', selected_option: option };
}

/** The local workspace over HTTP, as the page reaches it, with three speeches of its own. */
export async function startLocalWorkspace() {
  const folder = mkdtempSync(join(tmpdir(), 'zhibi-local-'));
  const folders = { corpus: [join(folder, 'corpus')], index: join(folder, 'index'), dropped: join(folder, 'dropped') };
  mkdirSync(join(folder, 'corpus'));
  for (const [name, text] of Object.entries(SPEECHES)) writeFileSync(join(folder, 'corpus', name), text);
  const logLines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => logLines.push(line) });
  const demo = await startDemo({
    openLibrary: (onReading) => openLibrary(folders, onReading),
    host: '127.0.0.1',
    port: 0,
    log,
  });
  await demo.library.open();
  const origin = `http://127.0.0.1:${demo.port}`;
  const watches: { end: () => void }[] = [];
  const post = (body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${origin}/api/actions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  /** A person with the page open. */
  const enter = async (id: string) => {
    const { seen, end } = watch(origin, id);
    watches.push({ end });
    await eventually(async () => seen.state ?? undefined);
    const state = (): State => {
      if (seen.state === null) throw new Error('no state');
      return seen.state;
    };
    const act = async (action: Action): Promise<ActionReply> =>
      ActionReplySchema.parse(await (await post({ person: id, action })).json());
    const messages = (conversation: string): Message[] =>
      state().messages.filter((one) => one.conversation === conversation);
    /** Does something, and waits for what the bot says to it there. */
    const answerTo = async (conversation: string, action: Action): Promise<Message> => {
      const fromBot = (): Message[] => messages(conversation).filter((one) => one.sent !== null);
      const before = new Set(fromBot().map(({ ts }) => ts));
      const reply = await act(action);
      if (!reply.ok) throw new Error(reply.error);
      return eventually(async () => fromBot().find(({ ts }) => !before.has(ts)));
    };
    const place = (conversation: string, thread: string | null = null) => ({ conversation, thread });
    return {
      id,
      notices: seen.notices,
      state,
      act,
      messages,
      direct: `D${id.slice(1)}`,
      answerTo,
      command: (text: string, conversation: string = ROOM.team) =>
        answerTo(conversation, { type: 'command', ...place(conversation), command: '/draft', text }),
      say: (
        text: string,
        conversation: string,
        thread: string | null = null,
        files: { name: string; base64: string }[] = [],
      ) => answerTo(conversation, { type: 'message', ...place(conversation, thread), text, files }),
      /** Presses something in a message; what it brings comes as an event. */
      press: ({ blocks, conversation, ts }: Message, label: string) =>
        act({
          type: 'block_action',
          container: { type: 'message', conversation, ts },
          action: pressing(blocks, label),
          values: {},
        }),
      /** The modal on top, once there is one that fits. */
      modal: (isWanted: (view: OpenView) => boolean = () => true): Promise<OpenView> =>
        eventually(async () => state().modals.findLast(isWanted)),
      until: <T>(probe: (now: State) => T | undefined): Promise<T> => eventually(async () => probe(state())),
    };
  };
  return {
    demo,
    origin,
    post,
    enter,
    logLines,
    stop: async () => {
      for (const { end } of watches) end();
      await demo.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type LocalVisit = Awaited<ReturnType<typeof startLocalWorkspace>>;
