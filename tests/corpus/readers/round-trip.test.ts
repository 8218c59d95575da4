import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/corpus/parse-speech.ts';
import { readSpeech } from '../../../src/corpus/read-corpus.ts';
import { readDocument } from '../../../src/corpus/readers/index.ts';
import { type Restriction, type Speech, strictest } from '../../../src/speech/index.ts';
import { STARTER } from '../../support/corpus.ts';
import { type Official, officialDocument } from '../../support/word.ts';
import { passagesOf, treeOf } from '../reading.ts';

/** How starter speeches are laid out; their text comes from the corpus. */
const LAYOUTS: readonly (Omit<Official, 'body'> & { name: string; rights: Restriction })[] = [
  { name: 'zuzhi-gongzuo-huiyi', title: ['在全市组织工作会议上的讲话'], header: '内部资料', rights: 'internal' },
  {
    name: 'huli-zhuren-shuzhi',
    title: ['某市人民医院护理部主任', '2025年度述职报告'],
    date: '（2025年12月26日）',
    header: '某市人民医院',
    rights: 'none',
  },
];
type Layout = (typeof LAYOUTS)[number];

/** The speech of the corpus that all of its copies are held against. */
const original = ({ name }: Layout): Promise<Speech> => readSpeech(join(STARTER, `${name}.md`), STARTER);

/** The lines of the corpus below the title block. */
async function bodyOf({ name, title, date }: Layout): Promise<string[]> {
  const text = await readFile(join(STARTER, `${name}.md`), 'utf8');
  const lines = text
    .slice(text.indexOf('\n---\n') + 5)
    .split('\n')
    .filter((line) => line !== '' && line !== date);
  expect(lines[0]).toBe(title.join(''));
  return lines.slice(1);
}

const fixture = async (file: string): Promise<Uint8Array> => await readFile(join('tests/fixtures/round-trip', file));
const printed = async (layout: Layout): Promise<Uint8Array> =>
  await officialDocument({ ...layout, body: await bodyOf(layout) });

const speechOf = async (bytes: Uint8Array, file: string): Promise<Speech> =>
  parseDocument(await readDocument(bytes, file), file).speech;

const packed = (words: string): string => words.replace(/\s/g, '');

const COPIES: readonly [string, Layout, (layout: Layout) => Promise<Uint8Array>, string][] = LAYOUTS.flatMap(
  (layout): typeof COPIES => [
    [`the .docx of ${layout.name} as a program writes it`, layout, printed, '.docx'],
    [`the .docx of ${layout.name} as LibreOffice saves it`, layout, ({ name }) => fixture(`${name}.docx`), '.docx'],
    [`the .pdf of ${layout.name} as LibreOffice prints it`, layout, ({ name }) => fixture(`${name}.pdf`), '.pdf'],
  ],
);

describe('a speech is the same', () => {
  it.each(COPIES)('in %s', async (_, layout, bytesOf, format) => {
    const copy = await speechOf(await bytesOf(layout), `${layout.name}${format}`);
    const speech = await original(layout);
    expect(packed(copy.title)).toBe(packed(speech.title));
    expect(treeOf(copy)).toEqual(treeOf(speech));
    expect(passagesOf(copy).map(packed)).toEqual(passagesOf(speech).map(packed));
    expect(strictest(copy.rights)).toBe(layout.rights);
  });
});
