import type { KnownBlock, ModalView, PlainTextElement } from '@slack/types';
import type { Texts } from '../../assistant/index.ts';
import type { Message } from './drawing.ts';
import { clip } from './limits.ts';
import { withoutTables } from './table-as-list.ts';

/** docs.slack.dev/reference/views/modal-views. */
const LONGEST_TITLE = 24;
const MOST_BLOCKS = 100;
const LONGEST_METADATA = 3000;

/** What every window of ours has. */
export interface Window {
  /** 24 characters are shown. */
  title: string;
  /** What the window keeps, ids alone: at most 3,000 characters. */
  metadata: string;
}

/** A window that submits something also says what its button is called and who hears of it. */
interface Submitted {
  submit: string;
  callback: string;
}

/**
 * @throws RangeError for metadata that is too long: cut ids would lead elsewhere
 */
export function modal(texts: Texts, window: Window, blocks: readonly KnownBlock[], submitted?: Submitted): ModalView {
  const { title, metadata } = window;
  if (metadata.length > LONGEST_METADATA) throw new RangeError('a window keeps at most 3,000 characters');
  return {
    type: 'modal',
    title: label(title),
    close: label(texts.views.close),
    private_metadata: metadata,
    blocks: blocks.slice(0, MOST_BLOCKS),
    ...(submitted === undefined ? {} : { submit: label(submitted.submit), callback_id: submitted.callback }),
  };
}

/** The labels are ours: nothing in them needs more than a cut. */
const label = (text: string): PlainTextElement => ({
  type: 'plain_text',
  text: clip(text, LONGEST_TITLE),
  emoji: false,
});

/** Any answer as a window. */
export const answerModal = (texts: Texts, message: Message, window: Window): ModalView =>
  modal(texts, window, withoutTables(message.blocks));
