import { expect } from 'vitest';
import { blockKitProblems, viewProblems } from '../../src/demo/block-kit-validator.ts';
import type { Posted, Shown } from './slack-workspace.ts';

/** Everything that a person can read in a message or a window, in its order: one line a piece. */
export function wordsIn(node: unknown): string {
  return pieces(node).join('\n');
}

const READABLE: ReadonlySet<string> = new Set(['text', 'fallback', 'initial_value']);

function pieces(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(pieces);
  if (typeof node !== 'object' || node === null) return [];
  // What a rich text says runs on: its pieces are one line.
  if ('type' in node && node.type === 'rich_text_section' && 'elements' in node)
    return [pieces(node.elements).join('')];
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string' ? (READABLE.has(key) ? [value] : []) : pieces(value),
  );
}

/** Lines that say where words stand and what may be done with them. */
const citationsIn = (blocks: unknown): string[] =>
  wordsIn(blocks)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^《.*》.* › .*(?:段|标题) · /.test(line));

/** What a person reads of a message: Slack takes it, and its plain words have each citation of its blocks. */
export function readMessage({ text, blocks }: Posted): string {
  expect(blockKitProblems({ text, blocks })).toEqual([]);
  // What is too long for plain words is cut at its end.
  const told = text.includes('…') ? [] : citationsIn(blocks);
  for (const citation of told) expect(text).toContain(citation.split(' · ')[0]);
  return wordsIn(blocks);
}

/** What a person reads of a modal or a Home tab that Slack takes. */
export function readView({ view }: Pick<Shown, 'view'>): string {
  expect(viewProblems(asSent(view))).toEqual([]);
  return wordsIn(view.blocks);
}

/** A view without what Slack adds to it. */
function asSent(view: Shown['view']): object {
  const { type, blocks, private_metadata, callback_id } = view;
  const { title, close, submit } = 'title' in view ? view : {};
  const sent = { type, title, close, submit, blocks, private_metadata, callback_id };
  return Object.fromEntries(
    Object.entries(sent).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  );
}
