/**
 * The page without a server, for looking at: `npm run build:page -- --gallery`, then dist/demo/page/gallery.html.
 * The address says what to begin with: `?at=C-KINDS`, `&thread`, `&home`, `&modal`, `&errors`, `&json`, `&notices`,
 * `&theme=dark`, `&person=U-ENGLISH`.
 */
import { type JSX, render } from 'preact';
import { useReducer } from 'preact/hooks';
import type { Action, State } from '../../protocol.ts';
import { useNotices } from '../server/use-server.ts';
import { reduce } from '../state/reduce.ts';
import { Workspace, type WorkspaceProps } from '../workspace/workspace.tsx';
import { eventsAfter } from './stage.ts';
import { MODAL_VIEW, QUESTION, STATE } from './state.ts';

const asked = new URLSearchParams(location.search);
const theme = asked.get('theme') === 'dark' ? 'dark' : asked.get('theme') === 'light' ? 'light' : undefined;

const start: NonNullable<WorkspaceProps['start']> = {
  conversation: asked.get('at') ?? 'C-TEAM',
  tab: asked.has('home') ? 'home' : 'messages',
  showsJson: asked.has('json'),
  ...(asked.has('thread') ? { thread: QUESTION } : {}),
  ...(theme === undefined ? {} : { theme }),
};

const first: State = {
  ...STATE,
  me: asked.get('person') ?? STATE.me,
  modals: asked.has('modal')
    ? [{ ...MODAL_VIEW, errors: asked.has('errors') ? { topic: '语料里没有这个说法，换一个词试试。' } : {} }]
    : [],
  indexing: asked.has('notices') ? { label: '正在读讲话', done: 42, total: 128 } : null,
};

function Gallery(): JSX.Element | null {
  const [state, dispatch] = useReducer(reduce, first);
  const { notices, notify, dismiss } = useNotices();
  if (state === null) return null;
  const act = async (action: Action): Promise<boolean> => {
    for (const event of eventsAfter(state, action)) {
      if (event.type === 'notice') notify(event.notice);
      dispatch(event);
    }
    return true;
  };
  const switchPerson = (me: string): void => dispatch({ type: 'state', state: { ...state, me } });
  const shown = asked.has('notices')
    ? [{ key: -1, level: 'warning' as const, text: '本地工作区不支持 files.remote.add。' }, ...notices]
    : notices;
  const isLost = asked.has('lost');
  return <Workspace {...{ state, isLost, act, notify, dismiss, switchPerson, start }} notices={shown} />;
}

render(<Gallery />, document.body);
