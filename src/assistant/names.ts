import { PHRASE_KINDS, type PhraseKind } from '../drafting/index.ts';
import { GENRES, type Genre, LEVELS, type Level, RESTRICTIONS, type Restriction } from '../speech/index.ts';
import { type Language, type Texts, textsIn } from './texts/index.ts';

const LANGUAGES: readonly Language[] = ['zh', 'en'];

/** A code by itself, or by its name in either language. */
function named<Code extends string>(
  name: string,
  codes: readonly Code[],
  namesIn: (texts: Texts) => Record<Code, string>,
): Code | null {
  const wanted = name.trim().toLowerCase();
  const isNamed = (code: Code): boolean =>
    code === wanted || LANGUAGES.some((language) => namesIn(textsIn(language))[code].toLowerCase() === wanted);
  return codes.find(isNamed) ?? null;
}

/** A genre by its code or by its name in either language. */
export const genreNamed = (name: string): Genre | null => named(name, GENRES, (texts) => texts.genres);

/** A level by its code or by its name in either language. */
export const levelNamed = (name: string): Level | null => named(name, LEVELS, (texts) => texts.levels);

/** What people type for rights, beside their codes and their names: 不限, 仅供参考, 内部. */
const RIGHTS_WORDS: Readonly<Record<string, Restriction>> = { 不限: 'none', 内部: 'internal' };

/** Rights by their code, their name, or the short word for it. */
export const restrictionNamed = (name: string): Restriction | null =>
  RIGHTS_WORDS[name.trim()] ?? named(name, RESTRICTIONS, (texts) => texts.restrictions);

/** A kind of phrasing by its code or by its name in either language. */
export const phraseKindNamed = (name: string): PhraseKind | null =>
  named(name, PHRASE_KINDS, (texts) => texts.phraseKinds);
