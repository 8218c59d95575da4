import type { AnyBlock, Message } from '../protocol.ts';

/** A message as it is kept. */
export interface Kept extends Message {
  /** Whose eyes alone it is for, of an ephemeral one. */
  only: string | null;
  /** Ids of its files. */
  fileIds: readonly string[];
}

/** What may be left out of a message. */
export type Written = Pick<Kept, 'conversation' | 'ts' | 'author'> & Partial<Kept>;

/** So many are kept; the oldest go first. */
const MOST = 5000;

/** Every message of the workspace, oldest first. */
export class Messages {
  private all: Kept[] = [];

  add(written: Written): Kept {
    const kept: Kept = {
      thread: null,
      isBroadcast: false,
      text: '',
      blocks: [],
      isEphemeral: false,
      isEdited: false,
      files: [],
      sent: null,
      only: null,
      fileIds: [],
      ...written,
    };
    this.all = [...this.all.slice(-MOST), kept];
    return kept;
  }

  find(conversation: string, ts: string): Kept | undefined {
    return this.all.find((one) => one.conversation === conversation && one.ts === ts);
  }

  /** @returns the message as it is now; `undefined` where there is none */
  change(conversation: string, ts: string, change: Partial<Kept> & { blocks?: AnyBlock[] }): Kept | undefined {
    const before = this.find(conversation, ts);
    if (before === undefined) return undefined;
    const after = { ...before, ...change };
    this.all = this.all.map((one) => (one === before ? after : one));
    return after;
  }

  remove(conversation: string, ts: string): void {
    this.all = this.all.filter((one) => one.conversation !== conversation || one.ts !== ts);
  }

  list(isWanted: (message: Kept) => boolean): Kept[] {
    return this.all.filter(isWanted);
  }
}

/** What the page is told of it. */
export function shown({ only: _, fileIds: __, ...message }: Kept): Message {
  return message;
}
