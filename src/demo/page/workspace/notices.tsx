import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Notice } from '../../protocol.ts';
import { CloseIcon } from '../controls/icons.tsx';
import { useSurroundings } from '../surroundings.ts';

/** A notice on the page; `key` tells it from another that says the same. */
export interface ShownNotice extends Notice {
  key: number;
}

interface NoticesProps {
  notices: readonly ShownNotice[];
  dismiss(key: number): void;
}

/** Milliseconds after which what is no error goes by itself. */
const SHOWN_FOR = 10_000;

export function Notices({ notices, dismiss }: NoticesProps): JSX.Element {
  return (
    <div class="notices" aria-live="polite">
      {notices.map((notice) => (
        <NoticeItem key={notice.key} notice={notice} onDismiss={() => dismiss(notice.key)} />
      ))}
    </div>
  );
}

function NoticeItem({ notice, onDismiss }: { notice: ShownNotice; onDismiss(): void }): JSX.Element {
  const { texts } = useSurroundings();
  useEffect(() => {
    if (notice.level === 'error') return;
    const timer = setTimeout(onDismiss, SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [notice.key]);
  return (
    <div class={`notice ${notice.level}`} role={notice.level === 'error' ? 'alert' : 'status'}>
      <p>{notice.text}</p>
      <button type="button" class="icon-button" aria-label={texts.dismiss} title={texts.dismiss} onClick={onDismiss}>
        <CloseIcon />
      </button>
    </div>
  );
}
