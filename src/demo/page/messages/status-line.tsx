import type { JSX } from 'preact';
import { useDesk } from '../desk.ts';

/** What the bot says that it is doing here. */
export function StatusLine({ conversation, thread }: { conversation: string; thread: string | null }): JSX.Element {
  const { state } = useDesk();
  const status = state.statuses.find((one) => one.conversation === conversation && one.thread === thread);
  return (
    <p class="status-line" aria-live="polite">
      {status !== undefined && (
        <>
          <span class="dots" aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          {status.text}
        </>
      )}
    </p>
  );
}
