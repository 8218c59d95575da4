const WIDTH = 24;

/** A step in one line: its name, a bar, how many of how many. */
export function barOf(label: string, { done, total }: { done: number; total: number }): string {
  const filled = total === 0 ? 0 : Math.round((Math.min(done, total) / total) * WIDTH);
  return `${label} ${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${done}/${total}`;
}

interface Screen {
  isTTY?: boolean;
  write(text: string): unknown;
}

/** Keeps one line of a screen as it is now; where nobody looks (a pipe, a log) it writes nothing. `null` clears the line. */
export function progressBar(screen: Screen): (line: string | null) => void {
  return (line) => {
    if (screen.isTTY === true) screen.write(`\r\u001b[K${line ?? ''}`);
  };
}
