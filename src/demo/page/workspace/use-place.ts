import { useEffect, useState } from 'preact/hooks';
import type { Conversation, State } from '../../protocol.ts';
import { unreadIn } from '../state/messages.ts';

export type Tab = 'home' | 'messages';

/** Where the person is. */
export interface Place {
  conversation: string;
  tab: Tab;
  /** The message whose thread is open. */
  thread: string | null;
  go(conversation: string): void;
  show(tab: Tab): void;
  openThread(ts: string | null): void;
  /** To the next conversation in the list, or by -1 to the one before. */
  step(by: 1 | -1): void;
}

export interface Start {
  conversation?: string;
  tab?: Tab;
  thread?: string;
}

/** What is not there for this person is left for the first conversation that is. */
export function usePlace({ conversations }: State, start: Start = {}): Place {
  const [conversation, setConversation] = useState(start.conversation ?? '');
  const [tab, show] = useState<Tab>(start.tab ?? 'messages');
  const [thread, openThread] = useState<string | null>(start.thread ?? null);
  const here = conversations.find(({ id }) => id === conversation) ?? conversations[0];
  const go = (id: string): void => {
    setConversation(id);
    openThread(null);
  };
  const step = (by: 1 | -1): void => {
    const inList = [...conversations].toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
    const at = inList.findIndex(({ id }) => id === here?.id);
    const next = inList[(at + by + inList.length) % inList.length];
    if (next !== undefined) go(next.id);
  };
  return { conversation: here?.id ?? '', tab, thread, go, show, openThread, step };
}

const ORDER: Conversation['kind'][] = ['channel', 'app'];

/** The conversations with something new since they were looked at; what was there at first is not new. */
export function useUnread({ me, messages, conversations }: State, current: string): ReadonlySet<string> {
  const [read, setRead] = useState<Record<string, Record<string, string>>>({});
  const newest = messages.at(-1)?.ts ?? '0';
  useEffect(() => {
    setRead((before) => {
      const mine = before[me] ?? {};
      const unseen = conversations.filter(({ id }) => mine[id] === undefined).map(({ id }) => [id, newest]);
      return { ...before, [me]: { ...mine, ...Object.fromEntries(unseen), [current]: newest } };
    });
  }, [me, current, newest, conversations]);
  const unread = unreadIn(messages, me, read[me] ?? {});
  return new Set([...unread].filter((id) => id !== current));
}
