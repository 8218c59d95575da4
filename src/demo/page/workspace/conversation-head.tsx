import type { JSX } from 'preact';
import type { Conversation } from '../../protocol.ts';
import { HashIcon, ListIcon } from '../controls/icons.tsx';
import { useDesk } from '../desk.ts';
import { Avatar } from '../messages/avatar.tsx';
import { useSurroundings } from '../surroundings.ts';
import type { Place, Tab } from './use-place.ts';

interface ConversationHeadProps {
  conversation: Conversation;
  place: Place;
  onOpenMenu(): void;
  controls: JSX.Element;
}

export function ConversationHead({ conversation, place, onOpenMenu, controls }: ConversationHeadProps): JSX.Element {
  const { state } = useDesk();
  const { texts } = useSurroundings();
  const bot = state.people.find(({ kind }) => kind === 'bot');
  const { kind, name, topic, sharedWith, members } = conversation;
  return (
    <header class="pane-head">
      <button type="button" class="icon-button open-drawer" aria-label={texts.openMenu} onClick={onOpenMenu}>
        <ListIcon />
      </button>
      <div class="pane-title">
        <h2>
          {kind === 'app' && bot !== undefined ? <Avatar person={bot} size={24} /> : <HashIcon />}
          {name}
          {kind === 'app' && <span class="badge">{texts.app}</span>}
          {sharedWith !== null && <span class="badge outline">{texts.sharedWith(sharedWith)}</span>}
        </h2>
        {kind === 'channel' ? (
          <p>
            {texts.members(members)}
            {topic !== '' && ` · ${topic}`}
          </p>
        ) : (
          <Tabs place={place} />
        )}
      </div>
      {controls}
    </header>
  );
}

function Tabs({ place }: { place: Place }): JSX.Element {
  const { texts } = useSurroundings();
  const tabs: Tab[] = ['home', 'messages'];
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    place.show(place.tab === 'home' ? 'messages' : 'home');
  };
  return (
    <div class="tabs" role="tablist" tabIndex={-1} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          aria-selected={place.tab === tab}
          tabIndex={place.tab === tab ? 0 : -1}
          ref={(button) => {
            // Arrow keys move the focus with the choice.
            const group = button?.parentElement;
            if (place.tab === tab && group?.contains(document.activeElement)) button?.focus();
          }}
          onClick={() => place.show(tab)}
        >
          {texts[tab]}
        </button>
      ))}
    </div>
  );
}
