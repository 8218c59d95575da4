import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Conversation } from '../../protocol.ts';
import { CloseIcon, HashIcon, SharedIcon } from '../controls/icons.tsx';
import { useDesk } from '../desk.ts';
import { Avatar } from '../messages/avatar.tsx';
import { useSurroundings } from '../surroundings.ts';
import { PersonSwitch } from './person-switch.tsx';
import { TakeIn } from './take-in.tsx';
import { FOR_SPEECHES, useDrop } from './use-drop.ts';
import type { Place } from './use-place.ts';

interface SidebarProps {
  place: Place;
  unread: ReadonlySet<string>;
  isOpen: boolean;
  onClose(): void;
  switchPerson(id: string): void;
}

/** The conversations, and whose eyes these are. On a phone a drawer. */
export function Sidebar({ place, unread, isOpen, onClose, switchPerson }: SidebarProps): JSX.Element {
  const { state, mayTakeIn, takeIn } = useDesk();
  const { texts } = useSurroundings();
  const { isOver, handlers } = useDrop(takeIn);
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    nav.current?.querySelector<HTMLElement>('[aria-current]')?.focus();
    return () => document.querySelector<HTMLElement>('.open-drawer')?.focus();
  }, [isOpen]);
  const list = (kind: Conversation['kind']): JSX.Element[] =>
    state.conversations
      .filter((conversation) => conversation.kind === kind)
      .map((conversation) => (
        <Entry key={conversation.id} conversation={conversation} place={place} isUnread={unread.has(conversation.id)} />
      ));
  // Whoever is here by a shared channel alone has none.
  const hasApp = state.conversations.some(({ kind }) => kind === 'app');
  return (
    <nav
      ref={nav}
      id="sidebar"
      class={isOpen ? 'sidebar open' : 'sidebar'}
      aria-label={texts.conversations}
      data-region="list"
      {...(mayTakeIn ? { ...FOR_SPEECHES, ...handlers } : {})}
    >
      <header>
        <div>
          <h1>{state.workspace.name}</h1>
          <p>{texts.localWorkspace}</p>
        </div>
        <button type="button" class="icon-button close-drawer" aria-label={texts.closeMenu} onClick={onClose}>
          <CloseIcon />
        </button>
      </header>
      <div class="entries">
        <h2>{texts.channels}</h2>
        <ul>{list('channel')}</ul>
        {hasApp && <h2>{texts.apps}</h2>}
        {hasApp && <ul>{list('app')}</ul>}
      </div>
      <TakeIn isOver={isOver} />
      <PersonSwitch switchPerson={switchPerson} />
    </nav>
  );
}

interface EntryProps {
  conversation: Conversation;
  place: Place;
  isUnread: boolean;
}

function Entry({ conversation, place, isUnread }: EntryProps): JSX.Element {
  const { state } = useDesk();
  const { texts } = useSurroundings();
  const isHere = place.conversation === conversation.id;
  const bot = state.people.find(({ kind }) => kind === 'bot');
  const isShared = conversation.sharedWith !== null;
  return (
    <li>
      <button
        type="button"
        class={isUnread ? 'entry unread' : 'entry'}
        aria-current={isHere ? 'page' : undefined}
        onClick={() => place.go(conversation.id)}
      >
        {conversation.kind === 'app' && bot !== undefined ? <Avatar person={bot} size={20} /> : <HashIcon />}
        <span class="entry-name">{conversation.name}</span>
        {isShared && (
          <span class="shared" title={texts.sharedWith(conversation.sharedWith ?? '')}>
            <SharedIcon />
            <span class="visually-hidden">{texts.sharedWith(conversation.sharedWith ?? '')}</span>
          </span>
        )}
        {isUnread && (
          <span class="dot">
            <span class="visually-hidden">{texts.unread}</span>
          </span>
        )}
      </button>
    </li>
  );
}
