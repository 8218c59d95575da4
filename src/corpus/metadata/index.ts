/** metadata/: when, where, what kind, on which level: read from titles, offices and the text, with what each was read from. */
import type { Speech } from '../../speech/index.ts';
import { normaliseText } from '../../text/index.ts';
import type { FrontMatter } from '../front-matter.ts';
import type { Line } from '../readers/index.ts';
import { isDatedLabel, isDateLine, type Outline, type TitleBlock } from '../structure/index.ts';
import { dateIn, dateInName, yearInHeadings } from './date.ts';
import { type FoundGenre, genreNamedIn, genreTold, isNoSpeech } from './genre.ts';
import { type FoundLevel, levelNamedIn, levelOfPlace, levelTold } from './level.ts';
import { occasionIn, occasionOnLine, occasionTold } from './occasion.ts';

/** What of a document speaks about the whole of it. */
export interface Telling {
  frontMatter: FrontMatter;
  block: TitleBlock;
  /** The title in force, be it the text's or the front matter's. */
  title: string;
  outline: Outline;
  text: string;
  /** Name of the file, which may be dated. */
  file: string;
  /** All lines of the document; those beside the text may be dated. */
  beside: readonly Line[];
}

type Metadata = Pick<Speech, 'occasion' | 'genre' | 'genreEvidence' | 'level' | 'levelEvidence' | 'date' | 'speaker'>;

/** Occasion, genre, level, date and speaker: as the front matter states them, else as the document tells them. */
export function readMetadata(telling: Telling): Metadata {
  const { frontMatter, block } = telling;
  const occasion = frontMatter.occasion ?? occasionOf(telling);
  const speaker = frontMatter.speaker ?? block.speaker;
  const genre = genreOf(telling, occasion);
  const level = levelOf(telling, occasion, speaker);
  return {
    occasion,
    genre: genre?.genre ?? null,
    genreEvidence: genre?.evidence ?? null,
    level: level?.level ?? null,
    levelEvidence: level?.evidence ?? null,
    date: frontMatter.date ?? dateOf(telling),
    speaker,
  };
}

const headlineOf = ({ title, block }: Telling): string => `${title} ${block.subtitle?.text ?? ''}`;

const occasionOf = (telling: Telling): string | null => {
  const { block } = telling;
  const { occasion, subtitle } = block;
  const named = occasionIn(headlineOf(telling));
  return (
    named ??
    (occasion && occasionOnLine(occasion.text)) ??
    (subtitle && occasionOnLine(subtitle.text)) ??
    (block.endNote && occasionIn(block.endNote.text)) ??
    occasionTold(said(telling))
  );
};

/** （2023年2月12日村民会议通过）: when rules were made. */
const PASSED = /^[（(].*\d{4}年.*(?:通过|公布|发布|施行|修订|修正|印发)/;
/** A cover letter (现将…印发给你们) is no longer. In lines. */
const LONGEST_COVER = 40;

function dateOf({ beside, block, file, title, outline }: Telling): string | null {
  const passed = block.repeated.filter(({ text }) => PASSED.test(text));
  const lines = [block.date, ...passed, block.occasion, block.subtitle, block.endNote, ...block.signature].flatMap(
    (line) => line ?? [],
  );
  const furniture = beside.slice(0, LONGEST_COVER).filter((line) => line.furniture !== null);
  const labelled = furniture.filter(isDatedLabel);
  const cover = furniture.filter(isDateLine);
  for (const words of [...[...lines, ...labelled].map((line) => line.text), title, ...cover.map(({ text }) => text)]) {
    const date = dateIn(words);
    if (date !== null) return moreExactly(date, block.signature);
  }
  return dateInName(file) ?? yearInHeadings(outline.sections);
}

/** 2023-11 above the text is the month of 2023-11-13 below it. */
function moreExactly(date: string, signature: readonly Line[]): string {
  const signed = signature.map(({ text }) => dateIn(text)).find((other) => other?.startsWith(date));
  return signed ?? date;
}

function genreOf(telling: Telling, occasion: string | null): FoundGenre | null {
  const stated = telling.frontMatter.genre;
  if (stated) return { genre: stated, evidence: { from: 'front-matter', words: stated } };
  if (isNoSpeech(telling.title)) return null;
  return (
    genreNamedIn(headlineOf(telling)) ??
    genreNamedIn(normaliseText(headlineOf(telling))) ??
    (occasion === null ? null : genreNamedIn(occasion)) ??
    genreTold(said(telling))
  );
}

/** Levels that are no place's: a city's hospital is a hospital. */
const OF_THEIR_OWN: ReadonlySet<FoundLevel['level']> = new Set(['hospital', 'school', 'enterprise']);

/** Of a paper that nobody speaks: the level of the organ that issues it, wherever it is named first. */
function issuerLevel({ beside, block, title }: Telling): FoundLevel | null {
  const head = beside.slice(0, LONGEST_COVER).filter((line) => line.furniture !== null);
  const own = levelNamedIn(title, 'title');
  if (own !== null && OF_THEIR_OWN.has(own.level) && !title.startsWith('关于')) return own;
  const named = [
    title.startsWith('关于') ? '' : title,
    ...block.signature.map(({ text }) => text),
    ...head.map(({ text }) => text),
  ];
  return named.map((words) => levelOfPlace(words, 'title')).find((level) => level !== null) ?? null;
}

function levelOf(telling: Telling, occasion: string | null, speaker: string | null): FoundLevel | null {
  const stated = telling.frontMatter.level;
  if (stated) return { level: stated, evidence: { from: 'front-matter', words: stated } };
  return (
    (speaker === null ? null : levelNamedIn(speaker, 'speaker')) ??
    (isNoSpeech(telling.title) ? issuerLevel(telling) : null) ??
    levelNamedIn(`${headlineOf(telling)} ${occasion ?? ''}`, 'title') ??
    levelOfPlace(telling.title, 'title') ??
    telling.block.signature.map(({ text }) => levelOfPlace(text, 'speaker')).find((level) => level !== null) ??
    levelTold(said(telling))
  );
}

/** What is said, from the first paragraph to the last. */
function said({ outline: { paragraphs }, text }: Telling): string {
  const last = paragraphs.at(-1);
  return last === undefined ? '' : text.slice(paragraphs[0]?.start, last.start + last.text.length);
}
