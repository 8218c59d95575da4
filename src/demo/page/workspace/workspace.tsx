import type { JSX } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import type { Action, Notice, State } from '../../protocol.ts';
import { type Desk, DeskProvider } from '../desk.ts';
import { personIn } from '../messages/people.ts';
import { type Surroundings, SurroundingsProvider, useSurroundings } from '../surroundings.ts';
import { textsIn } from '../texts/index.ts';
import { ModalStack } from '../views/modal-stack.tsx';
import { Announcements } from './announcements.tsx';
import { Controls } from './controls.tsx';
import { ConversationPane } from './conversation-pane.tsx';
import { KeyHelp } from './key-help.tsx';
import { Notices, type ShownNotice } from './notices.tsx';
import { Sidebar } from './sidebar.tsx';
import { ThreadPane } from './thread-pane.tsx';
import { useNoStrayDrop } from './use-drop.ts';
import { useHomeOpened } from './use-home-opened.ts';
import { useKeys } from './use-keys.ts';
import { type Place, type Start, usePlace, useUnread } from './use-place.ts';
import { useTakeIn } from './use-take-in.ts';
import { type Theme, useTheme } from './use-theme.ts';

export interface WorkspaceProps {
  state: State;
  isLost: boolean;
  notices: readonly ShownNotice[];
  act(action: Action): Promise<boolean>;
  notify(notice: Notice): void;
  dismiss(key: number): void;
  switchPerson(id: string): void;
  /** Where to begin; what to begin with. */
  start?: Start & { showsJson?: boolean; theme?: Theme };
}

/** The whole page, for one state of the workspace. */
export function Workspace(props: WorkspaceProps): JSX.Element {
  const { state, notify, start } = props;
  const { act, hasJustActed } = useActing(props.act);
  const place = usePlace(state, start);
  const [showsJson, setShowsJson] = useState(start?.showsJson ?? false);
  const drafts = useRef(new Map<string, string>()).current;
  const [editing, edit] = useState<string | null>(null);
  const { openThread } = place;
  const surroundings = useSurroundingsOf(state);
  const takeIn = useTakeIn(act, notify, surroundings.texts);
  const mayTakeIn = state.commands.length > 0;
  const desk = useMemo<Desk>(
    () => ({ state, showsJson, act, notify, openThread, drafts, editing, edit, hasJustActed, mayTakeIn, takeIn }),
    [state, showsJson, act, notify, editing, takeIn],
  );
  useHomeOpened(state, place, act);
  useNoStrayDrop();
  return (
    <SurroundingsProvider value={surroundings}>
      <DeskProvider value={desk}>
        <Layout {...props} place={place} showsJson={showsJson} onJson={() => setShowsJson(!showsJson)} />
        <ModalStack modals={state.modals} />
        <Announcements />
      </DeskProvider>
    </SurroundingsProvider>
  );
}

/** Milliseconds in which an answer is expected. */
const MOMENT = 5000;

/** Remembers when something was done. */
function useActing(given: (action: Action) => Promise<boolean>): Pick<Desk, 'act' | 'hasJustActed'> {
  const last = useRef(Number.NEGATIVE_INFINITY);
  return useMemo(
    () => ({
      act: (action) => {
        // To look at a tab is to ask for nothing.
        if (action.type !== 'home_opened') last.current = performance.now();
        return given(action);
      },
      hasJustActed: () => performance.now() - last.current < MOMENT,
    }),
    [given],
  );
}

/** The page speaks the language of the person whose eyes it shows. */
function useSurroundingsOf(state: State): Surroundings {
  return useMemo(() => {
    const { language } = personIn(state, state.me);
    const texts = textsIn(language);
    document.documentElement.lang = texts.lang;
    return {
      texts,
      personName: (id) => personIn(state, id).name,
      channelName: (id) => state.conversations.find((conversation) => conversation.id === id)?.name ?? id,
    };
  }, [state.people, state.conversations, state.me]);
}

interface LayoutProps extends WorkspaceProps {
  place: Place;
  showsJson: boolean;
  onJson(): void;
}

function Layout({ place, showsJson, onJson, ...props }: LayoutProps): JSX.Element {
  const { state, isLost, notices, dismiss, switchPerson, start } = props;
  const { texts } = useSurroundings();
  const [isDrawerOpen, setDrawerOpen] = useState(false);
  const [showsKeys, setShowsKeys] = useState(false);
  const { isDark, toggle } = useTheme(start?.theme);
  const unread = useUnread(state, place.conversation);
  const goBack = (): void => (isDrawerOpen ? setDrawerOpen(false) : place.openThread(null));
  useKeys({ step: place.step, goBack, help: () => setShowsKeys(true) });
  const conversation = state.conversations.find(({ id }) => id === place.conversation);
  // Another person may not see the message whose thread was open.
  const thread = state.messages.some(({ ts }) => ts === place.thread) ? place.thread : null;
  const go = (id: string): void => {
    setDrawerOpen(false);
    place.go(id);
  };
  const switches = { showsJson, isDark, onJson, onTheme: toggle, onKeys: () => setShowsKeys(true) };
  return (
    <div class={thread === null ? 'workspace' : 'workspace with-thread'}>
      <Sidebar
        place={{ ...place, go }}
        unread={unread}
        isOpen={isDrawerOpen}
        {...{ switchPerson }}
        onClose={() => setDrawerOpen(false)}
      />
      {isDrawerOpen && (
        <button
          type="button"
          class="scrim"
          tabIndex={-1}
          aria-label={texts.closeMenu}
          onClick={() => setDrawerOpen(false)}
        />
      )}
      {conversation !== undefined && (
        <ConversationPane
          conversation={conversation}
          place={place}
          onOpenMenu={() => setDrawerOpen(true)}
          controls={<Controls {...switches} />}
        />
      )}
      {conversation !== undefined && thread !== null && (
        <ThreadPane key={thread} conversation={conversation} thread={thread} onClose={() => place.openThread(null)} />
      )}
      {isLost && (
        <p class="lost" role="alert">
          {texts.lost}
        </p>
      )}
      <Notices notices={notices} dismiss={dismiss} />
      {showsKeys && <KeyHelp onClose={() => setShowsKeys(false)} />}
    </div>
  );
}
