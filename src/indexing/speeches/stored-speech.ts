import type { Passage, Speech } from '../../speech/index.ts';
import { type Card, cardOf } from './card.ts';
import { type Tree, treeOf } from './record.ts';

/** Reads the records of one speech. Each may throw a ZhibiError `index-damaged`. */
export interface Records {
  text(): string;
  passages(): Passage[];
  tree(): Tree;
}

/** A speech of an index that was read: its card is at hand, its records are read when they are first looked at. */
export class StoredSpeech implements Speech {
  readonly id: Card['id'];
  readonly file: Card['file'];
  readonly title: Card['title'];
  readonly occasion: Card['occasion'];
  readonly genre: Card['genre'];
  readonly level: Card['level'];
  readonly date: Card['date'];
  readonly speaker: Card['speaker'];
  readonly origin: Card['origin'];
  readonly rights: Card['rights'];
  readonly titleSpans: Card['titleSpans'];
  readonly #records: Records;
  #text: string | undefined;
  #passages: Passage[] | undefined;
  #tree: Tree | undefined;

  constructor(card: Card, records: Records) {
    this.id = card.id;
    this.file = card.file;
    this.title = card.title;
    this.occasion = card.occasion;
    this.genre = card.genre;
    this.level = card.level;
    this.date = card.date;
    this.speaker = card.speaker;
    this.origin = card.origin;
    this.rights = card.rights;
    this.titleSpans = card.titleSpans;
    this.#records = records;
  }

  get text(): string {
    this.#text ??= this.#records.text();
    return this.#text;
  }

  get passages(): Passage[] {
    this.#passages ??= this.#records.passages();
    return this.#passages;
  }

  get sections(): Speech['sections'] {
    return this.tree.sections;
  }

  get stretches(): Speech['stretches'] {
    return this.tree.stretches;
  }

  get warnings(): Speech['warnings'] {
    return this.tree.warnings;
  }

  get genreEvidence(): Speech['genreEvidence'] {
    return this.tree.genreEvidence;
  }

  get levelEvidence(): Speech['levelEvidence'] {
    return this.tree.levelEvidence;
  }

  private get tree(): Tree {
    this.#tree ??= this.#records.tree();
    return this.#tree;
  }

  /** All of it, as plain data: what is read on demand is no property of its own, and would be missing from a copy. */
  toJSON(): Speech {
    return wholeSpeech(this);
  }
}

/** A speech as plain data, whatever it was. */
export const wholeSpeech = (speech: Speech): Speech => ({
  ...cardOf(speech),
  ...treeOf(speech),
  text: speech.text,
  passages: speech.passages,
});
