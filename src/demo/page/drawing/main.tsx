/** Draws given messages and views by themselves, for the documentation: see docs/images/draw.ts. */
import { type JSX, render } from 'preact';
import { useMemo } from 'preact/hooks';
import type { OpenView, State } from '../../protocol.ts';
import { type Desk, DeskProvider } from '../desk.ts';
import { MessageItem } from '../messages/message-item.tsx';
import { personIn } from '../messages/people.ts';
import { repliesTo } from '../state/messages.ts';
import { SurroundingsProvider } from '../surroundings.ts';
import { textsIn } from '../texts/index.ts';
import { Modal } from '../views/modal.tsx';
import { useView, ViewBody } from '../views/view-body.tsx';
import { type Drawn, DrawnSchema, stateOf } from './drawn.ts';

function Drawing({ drawn, language }: { drawn: Drawn; language: 'zh' | 'en' }): JSX.Element {
  const state = useMemo(() => stateOf(drawn, Math.floor(Date.now() / 1000)), [drawn]);
  const desk: Desk = {
    state,
    showsJson: false,
    drafts: new Map(),
    editing: null,
    act: async () => true,
    hasJustActed: () => false,
    notify: () => undefined,
    openThread: () => undefined,
    edit: () => undefined,
    mayTakeIn: false,
    takeIn: () => undefined,
  };
  const surroundings = {
    texts: textsIn(language),
    personName: (id: string) => personIn(state, id).name,
    channelName: (id: string) => id,
  };
  const views = drawn.flatMap(({ view }, i) =>
    view === undefined ? [] : [{ id: `V${i}`, method: '', view, errors: {} }],
  );
  return (
    <SurroundingsProvider value={surroundings}>
      <DeskProvider value={desk}>
        <div class="drawing">
          {state.messages.length > 0 && <Messages state={state} />}
          {views.map((open) => (open.view.type === 'home' ? <HomeCard open={open} /> : <ModalCard open={open} />))}
        </div>
      </DeskProvider>
    </SurroundingsProvider>
  );
}

function Messages({ state: { messages } }: { state: State }): JSX.Element {
  return (
    <div class="drawing-messages">
      {messages
        .filter(({ thread }) => thread === null)
        .map((message) => (
          <div key={message.ts}>
            <MessageItem message={message} isFollowing={false} isInThread />
            <Replies state={messages} message={message} />
          </div>
        ))}
    </div>
  );
}

function Replies({
  state,
  message,
}: {
  state: State['messages'];
  message: State['messages'][number];
}): JSX.Element | null {
  const replies = repliesTo(state, message.conversation, message.ts);
  if (replies.length === 0) return null;
  return (
    <div class="drawing-thread">
      {replies.map((reply) => (
        <MessageItem key={reply.ts} message={reply} isFollowing={false} isInThread />
      ))}
    </div>
  );
}

function ModalCard({ open }: { open: OpenView }): JSX.Element {
  return (
    <div class="dialog modal-dialog drawing-card">
      <Modal open={open} isHidden={false} />
    </div>
  );
}

function HomeCard({ open }: { open: OpenView }): JSX.Element {
  const inputs = useView(open);
  return (
    <div class="home-view drawing-card">
      <ViewBody inputs={inputs} errors={{}} />
    </div>
  );
}

const { lang, drawn } = JSON.parse(document.getElementById('drawn')?.textContent ?? '{}');
render(<Drawing drawn={DrawnSchema.parse(drawn)} language={lang === 'en' ? 'en' : 'zh'} />, document.body);
