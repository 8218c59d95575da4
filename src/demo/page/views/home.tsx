import type { JSX } from 'preact';
import type { OpenView } from '../../protocol.ts';
import { useDesk } from '../desk.ts';
import { SentJson } from '../messages/sent-json.tsx';
import { useSurroundings } from '../surroundings.ts';
import { useView, ViewBody } from './view-body.tsx';

/** The app's Home tab. */
export function Home({ home }: { home: OpenView | null }): JSX.Element {
  const { texts } = useSurroundings();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <div class="home" role="tabpanel" aria-label={texts.home} tabIndex={0} data-region="messages">
      {home === null ? <p class="empty">{texts.homeEmpty}</p> : <HomeView key={home.id} home={home} />}
    </div>
  );
}

function HomeView({ home }: { home: OpenView }): JSX.Element {
  const { showsJson } = useDesk();
  const inputs = useView(home);
  return (
    <div class="home-view">
      <ViewBody inputs={inputs} errors={home.errors} />
      {showsJson && <SentJson method={home.method} payload={home.view} madeBy={home.madeBy} />}
    </div>
  );
}
