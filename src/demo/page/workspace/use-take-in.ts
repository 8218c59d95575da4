import { useCallback } from 'preact/hooks';
import { type Action, LARGEST_FILE, type Notice } from '../../protocol.ts';
import { readFiles } from '../composer/files.ts';
import type { PageTexts } from '../texts/index.ts';

/** Sends files to join the speeches, one after another: each is indexed with those before it. */
export function useTakeIn(
  act: (action: Action) => Promise<boolean>,
  notify: (notice: Notice) => void,
  texts: PageTexts,
): (files: readonly File[]) => void {
  return useCallback(
    async (files: readonly File[]): Promise<void> => {
      const { read, tooLarge } = await readFiles(files);
      for (const name of tooLarge) {
        notify({ level: 'warning', text: texts.fileTooLarge(name, LARGEST_FILE / 1024 / 1024) });
      }
      for (const file of read) await act({ type: 'import_file', file });
    },
    [act, notify, texts],
  );
}
