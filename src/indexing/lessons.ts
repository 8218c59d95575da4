import type { Speech } from '../speech/index.ts';
import { CollocationTable, learnCollocations } from './collocations/index.ts';
import type { Visible } from './compartments.ts';
import type { Artefacts, Lessons } from './known.ts';
import { whenAsked } from './known.ts';
import { learnPhraseology } from './phraseology/index.ts';

/** Audiences whose lessons are remembered, beside those that were learned when the index was made. */
const MOST_REMEMBERED = 2;

/**
 * What is learned of the speeches that an audience may see, of them alone. For who sees all, and for who sees all but what
 * is internal, it was learned when the index was made; for others it is when they first ask.
 */
export class LessonsByAudience {
  private readonly speeches: readonly Speech[];
  private readonly artefacts: Artefacts;
  /** By {@link Visible.key}, the latest asked last. */
  private readonly known = new Map<string, Lessons>();

  constructor(speeches: readonly Speech[], artefacts: Artefacts) {
    this.speeches = speeches;
    this.artefacts = artefacts;
  }

  /** @param open what an audience sees that sees all but what is internal */
  of(visible: Visible, open: Visible): Lessons {
    if (visible.isAll) return this.artefacts;
    if (visible.key === open.key && this.artefacts.open !== null) return this.artefacts.open;
    const lessons = this.known.get(visible.key) ?? this.learn(visible);
    this.known.delete(visible.key);
    this.known.set(visible.key, lessons);
    const [oldest] = this.known.keys();
    if (this.known.size > MOST_REMEMBERED && oldest !== undefined) this.known.delete(oldest);
    return lessons;
  }

  private learn({ isKept }: Visible): Lessons {
    const speeches = this.speeches.filter((_, position) => isKept(position));
    return whenAsked<Lessons>({
      phraseology: () => learnPhraseology(speeches),
      collocations: () => new CollocationTable(learnCollocations(speeches)),
    });
  }
}
