import type { JSX } from 'preact';
import { ChevronIcon } from '../controls/icons.tsx';
import { Menu } from '../controls/menu.tsx';
import { useDesk } from '../desk.ts';
import { Avatar } from '../messages/avatar.tsx';
import { personIn } from '../messages/people.ts';
import { useSurroundings } from '../surroundings.ts';

/** Through whose eyes the workspace is seen: rights and languages are seen at work by changing them. */
export function PersonSwitch({ switchPerson }: { switchPerson(id: string): void }): JSX.Element {
  const { state } = useDesk();
  const { texts } = useSurroundings();
  const me = personIn(state, state.me);
  const items = state.people
    .filter(({ kind }) => kind !== 'bot')
    .map((person) => ({
      key: person.id,
      label: person.name,
      detail: person.about,
      icon: <Avatar person={person} size={28} />,
      isChosen: person.id === state.me,
      onChoose: () => switchPerson(person.id),
    }));
  const role = `${texts.viewAs} · ${texts.kinds[me.kind]}`;
  return (
    <div class="person-switch">
      <Menu label={texts.switchPerson} isNamedByContent items={items} class="person">
        <Avatar person={me} size={32} />
        <span class="person-words">
          <small>{role}</small> <b>{me.name}</b>
        </span>
        <ChevronIcon />
      </Menu>
    </div>
  );
}
