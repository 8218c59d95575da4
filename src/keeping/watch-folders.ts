import { resolve } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';

/**
 * Rings when something happens in some folders or below them, what and where not being asked: whoever is woken looks. Only
 * folders are watched, never each file (inotify has a limit), which is why chokidar's `raw` is listened to: the system tells
 * a folder's watcher of its files too.
 */
export class FolderWatch {
  private readonly watcher: FSWatcher;
  private readonly folders: readonly string[];
  private readonly lost = new Set<string>();

  constructor(folders: readonly string[], ring: () => void, onError: (error: unknown) => void) {
    this.folders = folders.map((folder) => resolve(folder));
    this.watcher = watch([...this.folders], {
      ignoreInitial: true,
      followSymlinks: false,
      ignored: (_, stats) => stats !== undefined && !stats.isDirectory(),
    });
    this.watcher.on('raw', ring).on('ready', ring).on('error', onError);
    this.watcher.on('unlinkDir', (path) => {
      if (this.folders.includes(path)) this.lost.add(path);
    });
  }

  /** Watches folders again that went away and may be back. */
  renew(): void {
    for (const folder of this.lost) this.watcher.unwatch(folder).add(folder);
    this.lost.clear();
  }

  close(): Promise<void> {
    return this.watcher.close();
  }
}
