/**
 * npm run patterns
 *
 * What patterns over raw text cost: making the index of characters, beside reading structure and normalising; its size;
 * reading it back; and patterns as people type them, drawn from the text with a fixed seed, so that two runs ask the
 * same. Over the speeches of a folder and over a plain collection, those of them that are here.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { parseDocument } from '../src/corpus/parse-speech.ts';
import { decode } from '../src/corpus/readers/decode.ts';
import { readText } from '../src/corpus/readers/index.ts';
import { concordance } from '../src/drafting/phrasing/pattern/index.ts';
import { asSpeech, readDocuments } from '../src/evaluation/index.ts';
import { SectionFile } from '../src/indexing/files/section-file.ts';
import { layOut } from '../src/indexing/files/sections.ts';
import { bytesSource } from '../src/indexing/files/source.ts';
import { CharacterIndex } from '../src/indexing/index.ts';
import type { Speech } from '../src/speech/index.ts';
import { normalise } from '../src/text/index.ts';
import { percentile, seededRandom } from './statistics.ts';

const { values: options } = parseArgs({
  options: {
    corpus: { type: 'string', default: '../shared/data/reports' },
    collection: { type: 'string', default: '../shared/data/retrieval/scale100k.corpus.jsonl.gz' },
    patterns: { type: 'string', default: '1000' },
  },
});
const PATTERNS = Number(options.patterns);
const BUILDS = 5;

const print = (line: string): boolean => process.stdout.write(`${line}\n`);

function medianMs(work: () => unknown, repeats: number): number {
  const times = Array.from({ length: repeats }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  return percentile(times, 50);
}

/** The speeches of a folder of plain texts, and how long their structure takes to be read. */
function readFolder(folder: string): { speeches: Speech[]; structure: number } {
  const files = readdirSync(folder).filter((file) => /\.(?:txt|md)$/.test(file) && !/^readme/i.test(file));
  const documents = files.map((file) => {
    const bytes = readFileSync(join(folder, file));
    return { file, document: readText(decode(bytes, file).text, file, '.txt') };
  });
  const parse = (): Speech[] => documents.map(({ file, document }) => parseDocument(document, file).speech);
  return { speeches: parse(), structure: medianMs(parse, BUILDS) };
}

function printBuilding(speeches: readonly Speech[], structure: number | null): CharacterIndex {
  const index = CharacterIndex.build(speeches);
  const { length } = index.text;
  const building = medianMs(() => CharacterIndex.build(speeches), BUILDS);
  const normalising = medianMs(
    () => speeches.map(({ text, passages }) => passages.map(({ start, end }) => normalise(text.slice(start, end)))),
    BUILDS,
  );
  const bytes = Buffer.concat([...layOut(index.toSections()).pieces()]);
  const load = (): CharacterIndex =>
    CharacterIndex.fromSections(new SectionFile(bytesSource(bytes), { folder: '', part: 'characters' }));
  const loading = medianMs(load, BUILDS);
  const ms = (value: number): string => `${value.toFixed(0)} ms`;
  print(`${speeches.length} texts, ${length} units, ${index.clauseCount} clauses`);
  print(`build       ${ms(building)}, of it ${ms(normalising)} for normalising the passages`);
  if (structure !== null) {
    const ratio = ((building - normalising) / structure).toFixed(2);
    print(`            without normalising ${ratio} of what reading structure takes, ${ms(structure)}`);
  }
  print(`size        ${(bytes.length / length).toFixed(2)} bytes a unit, the text's own 2 included`);
  print(`load        ${ms(loading)}`);
  return load();
}

/** Words of a clause with wildcards between: `words` of them, `size` characters each. */
function drawPattern(text: string, random: () => number, words: number, size: number): string {
  for (;;) {
    let at = Math.floor(random() * text.length);
    const drawn: string[] = [];
    while (drawn.length < words) {
      const gap = drawn.length === 0 ? 0 : 1 + Math.floor(random() * 5);
      const run = text.slice(at, at + gap + size);
      if (run.length < gap + size || !/^\p{Script=Han}+$/u.test(run)) break;
      drawn.push(run.slice(gap));
      at += gap + size;
    }
    if (drawn.length === words) return drawn.join('*');
  }
}

const KINDS: [string, number, number][] = [
  ['1 character', 1, 1],
  ['2 characters', 1, 2],
  ['4 characters', 1, 4],
  ['one gap, 2 + 2 characters', 2, 2],
  ['one gap, 1 + 1 characters', 2, 1],
  ['two gaps, 2 + 2 + 2', 3, 2],
  ['two gaps, 1 + 1 + 1', 3, 1],
];

function printPatterns(speeches: readonly Speech[], characters: CharacterIndex): void {
  print(`\n${'pattern'.padEnd(28)}    median       99%       max   too common   ms, ${PATTERNS} each`);
  for (const [name, words, size] of KINDS) {
    const random = seededRandom(20_260_401);
    const patterns = Array.from({ length: PATTERNS }, () => drawPattern(characters.text, random, words, size));
    const ask = (pattern: string) =>
      concordance({ speeches, characters }, pattern, { context: 20, limit: 12, examples: 3 });
    for (const pattern of patterns.slice(0, 50)) ask(pattern);
    let refused = 0;
    const times = patterns.map((pattern) => {
      const started = performance.now();
      if (ask(pattern).kind === 'too-common') refused++;
      return performance.now() - started;
    });
    const cell = (p: number): string => percentile(times, p).toFixed(2).padStart(10);
    print(
      `${name.padEnd(28)}${cell(50)}${cell(99)}${cell(100)}${((refused / PATTERNS) * 100).toFixed(1).padStart(11)} %`,
    );
  }
  print('');
}

if (existsSync(options.corpus)) {
  print(options.corpus);
  const { speeches, structure } = readFolder(options.corpus);
  printPatterns(speeches, printBuilding(speeches, structure));
}
if (existsSync(options.collection)) {
  print(options.collection);
  const speeches = readDocuments(gunzipSync(readFileSync(options.collection)).toString(), 'collection').map(asSpeech);
  printPatterns(speeches, printBuilding(speeches, null));
}
