import type { ServerEvent } from '../protocol.ts';

export type Listener = (event: ServerEvent) => void;

/** Who has the page open, by person: one person may have it open twice. */
export class Viewers {
  private readonly listeners = new Map<string, Set<Listener>>();

  /** @returns what ends it */
  listen(person: string, listener: Listener): () => void {
    const own = this.listeners.get(person) ?? new Set();
    this.listeners.set(person, own.add(listener));
    return () => own.delete(listener);
  }

  /** Whether anybody has the page open as this person. */
  has(person: string): boolean {
    return (this.listeners.get(person)?.size ?? 0) > 0;
  }

  tell(person: string, event: ServerEvent): void {
    for (const listener of this.listeners.get(person) ?? []) listener(event);
  }

  /** @param eventFor what each is told, `null` for nothing */
  tellEach(eventFor: (person: string) => ServerEvent | null): void {
    for (const person of this.listeners.keys()) {
      const event = eventFor(person);
      if (event !== null) this.tell(person, event);
    }
  }
}
