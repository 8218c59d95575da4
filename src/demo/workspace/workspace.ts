import { randomUUID } from 'node:crypto';
import type { Language } from '../../assistant/index.ts';
import type { Conversation, Message, Notice, Progress, Prompt, ServerEvent, State, Status } from '../protocol.ts';
import { type DemoTexts, demoTextsIn } from '../texts/index.ts';
import { type Kept, Messages, shown, type Written } from './messages.ts';
import { Responses, Triggers } from './one-time.ts';
import { mayUseApp, RESIDENTS, type Resident, ROOMS, type Room, roomNamed, SAID, TEAM_ROOM } from './residents.ts';
import { Timestamps } from './timestamps.ts';
import { type Listener, Viewers } from './viewers.ts';
import { Views } from './views.ts';

/** A file that somebody sent. */
export interface KeptFile {
  id: string;
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** What the page completes and offers in the menu of a message. */
export interface AppFeatures {
  command: string;
  commandDescription: (language: Language) => string;
  shortcuts: (language: Language) => { callbackId: string; name: string }[];
}

/** How far speeches are read or indexed. */
export type Reading = { step: 'reading' | 'indexing'; done: number; total: number };

/** So many bytes of files are kept; the oldest go first. */
const MOST_BYTES = 200 * 1024 * 1024;

/**
 * The local workspace: who is in it, what was said, what is open on whose screen. All of it is in memory. Whatever changes
 * is told to whom it concerns, and what a person may not see is told to nobody on their behalf.
 */
export class LocalWorkspace {
  readonly messages = new Messages();
  readonly views = new Views();
  readonly triggers: Triggers;
  readonly responses: Responses;
  private readonly timestamps: Timestamps;
  private readonly viewers = new Viewers();
  private readonly features: AppFeatures;
  private readonly prompts = new Map<string, Prompt[]>();
  private readonly files = new Map<string, KeptFile>();
  private statuses: Status[] = [];
  private reading: Reading | null = null;

  constructor(features: AppFeatures, now: () => number = Date.now) {
    this.features = features;
    this.timestamps = new Timestamps(now);
    this.triggers = new Triggers(now);
    this.responses = new Responses(now);
    for (const { room, author, text } of SAID)
      this.messages.add({ conversation: room, author, text, ts: this.nextTs() });
  }

  nextTs = (): string => this.timestamps.next();

  /** Whose eyes a page shows where it does not say, or asks for somebody who is not there. */
  personOr(id: string | null): Resident {
    const all = RESIDENTS.filter(({ kind }) => kind !== 'bot');
    const [first] = all;
    const found = all.find((one) => one.id === id) ?? first;
    if (found === undefined) throw new TypeError('nobody is in the workspace');
    return found;
  }

  /** The room, if the person is in it. */
  roomFor(person: string, id: string): Room | undefined {
    const room = roomNamed(id);
    return room?.members.includes(person) === true ? room : undefined;
  }

  /** The message, if the person can see it. */
  messageFor(person: string, conversation: string, ts: string): Kept | undefined {
    const message = this.messages.find(conversation, ts);
    return message !== undefined && isSeenBy(message, person) ? message : undefined;
  }

  say(written: Written): Kept {
    const kept = this.messages.add(written);
    this.tellOf(kept);
    return kept;
  }

  /** @returns the message as it is now; `undefined` where there is none */
  change(conversation: string, ts: string, change: Partial<Kept>): Kept | undefined {
    const kept = this.messages.change(conversation, ts, change);
    if (kept !== undefined) this.tellOf(kept);
    return kept;
  }

  remove({ conversation, ts, only }: Kept): void {
    this.messages.remove(conversation, ts);
    const isTold = (person: string): boolean => isMember(conversation, person) && (only === null || only === person);
    this.viewers.tellEach((person) => (isTold(person) ? { type: 'message_deleted', conversation, ts } : null));
  }

  keepFile(name: string, bytes: Uint8Array<ArrayBuffer>): KeptFile {
    const file = { id: `F${randomUUID().slice(0, 8).toUpperCase()}`, name, bytes };
    this.files.set(file.id, file);
    let total = [...this.files.values()].reduce((sum, { bytes: { length } }) => sum + length, 0);
    for (const [id, { bytes: old }] of this.files) {
      if (total <= MOST_BYTES || id === file.id) break;
      this.files.delete(id);
      total -= old.length;
    }
    return file;
  }

  file = (id: string): KeptFile | undefined => this.files.get(id);

  /** Tells a person what is open on their screen. */
  showModals(person: string): void {
    this.viewers.tell(person, { type: 'modals', modals: this.views.stackOf(person) });
  }

  showHome(person: string): void {
    this.viewers.tell(person, { type: 'home', home: this.views.homeOf(person) });
  }

  suggest(room: Room, prompts: Prompt[]): void {
    this.prompts.set(room.id, prompts);
    this.viewers.tellEach((person) =>
      room.members.includes(person) ? { type: 'conversation', conversation: this.conversationFor(person, room) } : null,
    );
  }

  setStatus(status: Status): void {
    const { conversation, thread } = status;
    const others = this.statuses.filter((one) => one.conversation !== conversation || one.thread !== thread);
    this.statuses = status.text === '' ? others : [...others, status];
    this.viewers.tellEach((person) => (isMember(conversation, person) ? { type: 'status', status } : null));
  }

  setReading(reading: Reading | null): void {
    this.reading = reading;
    this.viewers.tellEach((person) => ({ type: 'indexing', progress: this.progressFor(person) }));
  }

  /** Says something at the edge of a person's page; of everybody's, where it is nobody's. */
  notify(person: string | null, level: Notice['level'], words: (texts: DemoTexts, language: Language) => string): void {
    const noticeFor = (id: string): ServerEvent => {
      const language = this.personOr(id).language;
      return { type: 'notice', notice: { level, text: words(demoTextsIn(language), language) } };
    };
    if (person === null) this.viewers.tellEach(noticeFor);
    else this.viewers.tell(person, noticeFor(person));
  }

  /** Somebody opens the page anew: modals that nobody looks at any more are closed. */
  arrive(person: string): void {
    if (!this.viewers.has(person)) this.views.clear(person);
  }

  /** Begins with the whole state, and goes on with every change. @returns what ends it */
  listen(person: string, listener: Listener): () => void {
    listener({ type: 'state', state: this.stateFor(person) });
    return this.viewers.listen(person, listener);
  }

  /** The workspace as one person sees it. */
  stateFor(id: string): State {
    const me = this.personOr(id);
    const texts = demoTextsIn(me.language);
    const isUser = mayUseApp(me);
    const { command, commandDescription, shortcuts } = this.features;
    return {
      workspace: { name: texts.workspace },
      me: me.id,
      people: RESIDENTS.map(({ id: personId, name, kind, language, role }) => ({
        ...{ id: personId, name, kind, language },
        about: texts.about[role],
      })),
      conversations: ROOMS.filter(({ members }) => members.includes(me.id)).map((room) =>
        this.conversationFor(me.id, room),
      ),
      messages: this.messages.list((message) => isSeenBy(message, me.id)).map(shown),
      statuses: this.statuses.filter(({ conversation }) => isMember(conversation, me.id)),
      home: this.views.homeOf(me.id),
      modals: this.views.stackOf(me.id),
      indexing: this.progressFor(me.id),
      commands: isUser ? [{ command, description: commandDescription(me.language), words: [...texts.words] }] : [],
      shortcuts: isUser ? shortcuts(me.language) : [],
    };
  }

  private tellOf(message: Kept): void {
    const event: { type: 'message'; message: Message } = { type: 'message', message: shown(message) };
    this.viewers.tellEach((person) => (isSeenBy(message, person) ? event : null));
  }

  private conversationFor(person: string, { id, kind, name, topic, members, sharedWith }: Room): Conversation {
    const { language } = this.personOr(person);
    const bot = RESIDENTS.find((one) => one.kind === 'bot');
    const ofTeam = id === TEAM_ROOM ? [...demoTextsIn(language).prompts] : [];
    return {
      ...{ id, kind, topic, sharedWith },
      name: kind === 'app' && bot !== undefined ? bot.name : name,
      members: members.length,
      prompts: this.prompts.get(id) ?? ofTeam,
    };
  }

  private progressFor(person: string): Progress | null {
    if (this.reading === null) return null;
    const { step, done, total } = this.reading;
    return { label: demoTextsIn(this.personOr(person).language)[step], done, total };
  }
}

const isMember = (room: string, person: string): boolean => roomNamed(room)?.members.includes(person) === true;

const isSeenBy = ({ conversation, only }: Kept, person: string): boolean =>
  isMember(conversation, person) && (only === null || only === person);
