import { useCallback, useEffect, useReducer, useRef, useState } from 'preact/hooks';
import {
  type Action,
  ActionReplySchema,
  type ActionRequest,
  type Notice,
  ServerEventSchema,
  type State,
} from '../../protocol.ts';
import { reduce } from '../state/reduce.ts';
import { textsIn } from '../texts/index.ts';
import type { ShownNotice } from '../workspace/notices.tsx';

/** Milliseconds to wait where the browser itself has given up reconnecting. */
const RETRY_AFTER = 2000;

export interface Server {
  /** `null` until the first event. */
  state: State | null;
  isLost: boolean;
  notices: readonly ShownNotice[];
  act(action: Action): Promise<boolean>;
  notify(notice: Notice): void;
  dismiss(key: number): void;
  switchPerson(id: string): void;
}

/** The workspace as its server tells it, and the way back. The person stands in the address: two windows, two persons. */
export function useServer(): Server {
  const [state, dispatch] = useReducer(reduce, null);
  const [person, setPerson] = useState(() => new URLSearchParams(location.search).get('person'));
  const { notices, notify, dismiss } = useNotices();
  const me = state?.me ?? '';
  const texts = textsIn(state?.people.find(({ id }) => id === me)?.language ?? 'zh');
  const isLost = useEvents(person, (data) => {
    const read = ServerEventSchema.safeParse(JSON.parse(data));
    if (!read.success) notify({ level: 'error', text: texts.notUnderstood });
    else if (read.data.type === 'notice') notify(read.data.notice);
    else dispatch(read.data);
  });
  const act = useCallback(
    async (action: Action): Promise<boolean> => {
      const error = await send({ person: me, action }, texts.notDelivered);
      if (error !== null) notify({ level: 'error', text: error });
      return error === null;
    },
    [me, texts],
  );
  const switchPerson = (id: string): void => {
    history.replaceState(null, '', `?person=${encodeURIComponent(id)}`);
    setPerson(id);
  };
  return { state, isLost, notices, act, notify, dismiss, switchPerson };
}

/** Listens, and goes on trying where the connection breaks. @returns whether it is broken */
function useEvents(person: string | null, onData: (data: string) => void): boolean {
  const [isLost, setLost] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const latest = useRef(onData);
  latest.current = onData;
  useEffect(() => {
    const query = person === null ? '' : `?person=${encodeURIComponent(person)}`;
    const events = new EventSource(`api/events${query}`);
    let timer: ReturnType<typeof setTimeout> | undefined;
    events.onopen = () => setLost(false);
    events.onmessage = ({ data }) => latest.current(String(data));
    events.onerror = () => {
      setLost(true);
      if (events.readyState === EventSource.CLOSED) timer = setTimeout(() => setAttempt(attempt + 1), RETRY_AFTER);
    };
    return () => {
      events.close();
      clearTimeout(timer);
    };
  }, [person, attempt]);
  return isLost;
}

/** @returns what went wrong, in words; `null` if the app has acknowledged */
async function send(request: ActionRequest, notDelivered: string): Promise<string | null> {
  try {
    const response = await fetch('api/actions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
    });
    const reply = ActionReplySchema.parse(await response.json());
    return reply.ok ? null : reply.error;
  } catch {
    return notDelivered;
  }
}

export function useNotices(): Pick<Server, 'notices' | 'notify' | 'dismiss'> {
  const [notices, setNotices] = useState<ShownNotice[]>([]);
  const notify = useCallback((notice: Notice): void => {
    setNotices((before) => {
      const key = (before.at(-1)?.key ?? 0) + 1;
      return [...before.filter(({ text }) => text !== notice.text), { ...notice, key }];
    });
  }, []);
  const dismiss = useCallback((key: number): void => setNotices((now) => now.filter((one) => one.key !== key)), []);
  return { notices, notify, dismiss };
}
